"""A satker: who, where, when, and everything it promises."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from jinja2 import Environment

from generator.label import label
from generator.model.profil import Tahap
from generator.model.satker import Satker
from generator.render.env import render
from generator.render.jam import minggu, untuk_skrip
from generator.render.kanal import nasional, sendiri, tentang
from generator.render.page import SLUG, Entry, Kind, Page, Site, tautan_umpan
from generator.render.schemaorg import kantor
from generator.render.sebutan import sebutan
from generator.render.words import rinci
from generator.ringkas import LayananRingkas
from generator.sama import MOST

KIND = Kind("satker", f"satker/{SLUG}/index.md", script="saring.js")

Row = tuple[str, str, str, tuple[str, ...], str]  # of a service: slug, name, status, other words for it, the whole in one line
Groups = tuple[tuple[str, tuple[Row, ...]], ...]

MOST_GAPS = 3
TAHAP: tuple[Tahap, ...] = (
    "pencanangan",
    "pembangunan",
    "penilaian_mandiri",
    "pengusulan",
    "evaluasi_tpi",
    "evaluasi_tpn",
)


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the one page of *satker*."""
    profil, summary = satker.profil, site.index.satker[satker.slug]
    own, national = sendiri(satker), nasional(site.bersama, satker)
    url = f"satker/{satker.slug}/"
    body = render(
        env,
        "fragments/satker.html",
        url,
        site=site,
        satker=satker,
        profil=profil,
        minggu=minggu(profil.jam_layanan) if profil.jam_layanan else (),
        jam=untuk_skrip(profil.jam_layanan) if profil.jam_layanan else "",
        tahap=TAHAP,
        jumlah_buka=summary.jumlah_buka,
        kelompok=menurut_kategori(site, summary.layanan),
        inovasi=summary.inovasi,
        kanal=own,
        nasional=national,
        tentang=tentang(satker, own, profil.nama_pendek),
        tentang_nasional=tentang(satker, national, profil.nama_pendek),
        kemajuan=site.kemajuan[satker.slug],
        celah=site.kemajuan[satker.slug].kelengkapan.celah(MOST_GAPS),
        induk=site.index.satker.get(profil.induk or ""),
        anak=site.index.anak(satker.slug),
    )
    description = profil.ringkasan or f"Layanan, biaya, waktu, dan kanal pengaduan {profil.nama}."
    data = kantor(site, satker) + tautan_umpan(site.identitas)
    entries = (_entry(satker, summary.jumlah_buka),)
    yield Page(KIND.name, url, satker.judul(), description, body, data, entries, is_example=satker.is_example)


def menurut_kategori(site: Site, services: tuple[LayananRingkas, ...]) -> Groups:
    """Return category names with their services, in the order of the register; those without a category come last."""
    order = {id_: number for number, id_ in enumerate(site.bersama.kategori)}
    ranked = sorted(services, key=lambda item: (order.get(item.kategori or "", len(order)), item.nama))
    return _satu(
        tuple(
            (site.bersama.kategori[id_].nama if id_ in order else "Layanan lainnya", tuple(map(_row, group)))
            for id_, group in groupby(ranked, key=lambda item: item.kategori or "")
        )
    )


def _row(item: LayananRingkas) -> Row:
    return item.slug, item.nama, item.status, item.kata_kunci, rinci(item)


@lru_cache(maxsize=MOST)
def _satu(groups: Groups) -> Groups:
    """Return the first groups that are equal to *groups*, so that they are drawn once."""
    return groups


def _entry(satker: Satker, services: int) -> Entry:
    profil = satker.profil
    kind = label(profil.jenis)
    return Entry(
        profil.nama_pendek,
        (*sebutan(profil), "alamat kontak telepon telp whatsapp wa hp nomor no jam buka kerja kantor profil"),
        (profil.ringkasan or "", profil.alamat or ""),
        {"rinci": f"{kind} · {services} layanan", "ringkasan": profil.alamat or profil.ringkasan or ""},
        {"satker": (profil.nama_pendek,)},
    )
