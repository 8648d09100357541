"""A service: the page that matters most."""

from collections.abc import Iterator
from operator import attrgetter

from jinja2 import Environment

from generator.label import label
from generator.model.layanan import KOMPONEN_PENGELOLAAN, Layanan
from generator.model.satker import Satker
from generator.render import schemaorg
from generator.render.env import render
from generator.render.hukum import rujukan
from generator.render.jam import untuk_skrip
from generator.render.kanal import Kanal, senarai, tentang
from generator.render.page import SLUG, Entry, Kind, Page, Site
from generator.render.sebutan import sebutan
from generator.render.sekilas import Jawaban, sekilas
from generator.render.words import singkat
from generator.sama import Sama

_management = attrgetter(*KOMPONEN_PENGELOLAAN[1:])  # the legal basis, which comes first, is shown with its state
_rows: Sama[tuple[tuple[str, object], ...]] = Sama()

KIND = Kind("layanan", f"satker/{SLUG}/layanan/{SLUG}.md")


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the page of every service of *satker*."""
    profil = satker.profil
    jam, names = untuk_skrip(profil.jam_layanan) if profil.jam_layanan else "", sebutan(profil)
    for slug, layanan in satker.layanan.items():
        url = f"satker/{satker.slug}/layanan/{slug}/"
        answers, channels = sekilas(layanan), _channels(site, satker, layanan)
        law = rujukan(site.bersama.hukum, layanan.dasar_hukum)
        body = render(
            env,
            "fragments/layanan.html",
            url,
            site=site,
            satker=satker,
            slug=slug,
            layanan=layanan,
            sekilas=answers,
            jam=jam,
            kanal=channels,
            tentang=tentang(satker, channels, f"{layanan.nama} di {profil.nama_pendek}"),
            pengelolaan=_rows.once(_paired, law, *_management(layanan)),
            hukum=law,
            standar=site.bersama.layanan.get(layanan.dasar or ""),
            kategori=site.bersama.kategori.get(layanan.kategori or ""),
            serupa=site.index.serupa(satker.slug, layanan),
            banding=site.index.alamat_banding(layanan),
        )
        data = schemaorg.layanan(site, satker, slug, layanan)
        yield Page(
            KIND.name,
            url,
            satker.judul(layanan.nama),
            _description(satker, layanan, answers),
            body,
            data,
            entries=(_entry(site, satker, layanan, names),),
            is_example=satker.is_example,
        )


def _channels(site: Site, satker: Satker, layanan: Layanan) -> Kanal:
    """Return the channels that the service names, or all of the satker's where it names none."""
    known = satker.kanal(site.bersama)
    named = layanan.penanganan_pengaduan.kanal if layanan.penanganan_pengaduan else ()
    return senarai([known[id_] for id_ in named if id_ in known] or known.values())


def _paired(*values: object) -> tuple[tuple[str, object], ...]:
    """Return the components of management with what they say; the same object for services that say the same."""
    return tuple(zip(KOMPONEN_PENGELOLAAN, values, strict=True))


def _description(satker: Satker, layanan: Layanan, jawaban: tuple[Jawaban, ...]) -> str:
    answers = "; ".join(f"{item.pertanyaan}: {item.jawaban}" for item in jawaban[:2] if item.ada)
    draft = "Draf, belum dikonfirmasi" if satker.profil.status_data == "draf" else ""
    parts = (layanan.ringkasan, f"{satker.profil.nama}.", f"{answers}." if answers else "", f"{draft}." if draft else "")
    return " ".join(part for part in parts if part)


def _entry(site: Site, satker: Satker, layanan: Layanan, names: tuple[str, ...]) -> Entry:
    """Return what the search finds: people ask by everyday words, often with one of the *names* of the office or the place."""
    profil, category = satker.profil, site.bersama.kategori.get(layanan.kategori or "")
    remote = layanan.is_open and (layanan.tatap_muka in ("tidak", "sebagian") or layanan.daring)
    return Entry(
        layanan.nama,
        (*layanan.kata_kunci, *names),
        (layanan.ringkasan or "", layanan.sasaran or "", *layanan.produk_pelayanan, *layanan.persyaratan),
        {
            "satker": profil.nama_pendek,
            "rinci": singkat(layanan) if layanan.is_open else label(layanan.status),
            "ringkasan": layanan.ringkasan or "",
        },
        {
            "satker": (profil.nama_pendek,),
            "kategori": (category.nama,) if category else (),
            "dari_rumah": ("ya",) if remote else (),
        },
    )
