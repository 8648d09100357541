"""One service over all satker that offer it: time, cost, presence and completeness beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment

from generator.model.record import Satuan, Waktu
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.words import biaya, durasi
from generator.ringkas import LayananRingkas
from generator.wilayah import nama_wilayah


def sendiri(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield the address of the comparison of each standard that fewer than two follow now; it leads to the list of services."""
    alone = sorted(site.bersama.layanan.keys() - site.index.banding.keys())
    yield from ((f"layanan/banding/{slug}/", "layanan/", "daftar layanan") for slug in alone)


KIND = Kind("banding", f"layanan/banding/{SLUG}/index.md", uses=("layanan",), moved=sendiri)
MOST = 60  # offices in the list; of more, a table of provinces stands before it
_MENIT: dict[Satuan, int] = {"menit": 1, "jam": 60, "hari": 1440, "hari_kerja": 2016, "bulan": 43200}  # 5 working days are 7


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Some of those who offer the service, *buka* of them now; texts are empty where nobody says."""

    nama: str
    jumlah: int
    buka: int
    waktu: str
    biaya: str
    daring: int


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the comparison of every service that two satker or more offer."""
    for slug, services in site.index.banding.items():
        first = next((item for item in services if item.is_open), services[0])
        url = f"layanan/banding/{slug}/"
        ranked = sorted(services, key=lambda item: _rank(site, item))
        body = render(
            env,
            "fragments/banding.html",
            url,
            site=site,
            utama=first,
            semua=_kumpulan("", services),
            baris=ranked[:MOST],
            lainnya=len(ranked) - MOST,
            provinsi=list(_provinsi(site, services)) if len(ranked) > MOST else [],
        )
        description = f"{first.nama}: waktu, biaya, cara, dan kelengkapan di {len(services)} satuan kerja."
        yield Page(KIND.name, url, f"{first.nama}: perbandingan", description, body)


def _rank(site: Site, item: LayananRingkas) -> tuple[bool, float, float, int, str]:
    """Return what sorts the open before the others, then the fast, the cheap and the complete; what is not said comes last."""
    fees = [row.rupiah for row in item.biaya_tarif]
    fee = float(max(fees)) if fees else float("inf")
    return not item.is_open, _lama(item.jangka_waktu), fee, -item.terbit, site.index.satker[item.satker].nama_pendek


def _lama(waktu: Waktu | None) -> float:
    return waktu.nilai * _MENIT[waktu.satuan] if waktu else float("inf")


def _kumpulan(nama: str, services: list[LayananRingkas]) -> Kumpulan:
    open_ = [item for item in services if item.is_open]
    times = sorted((item.jangka_waktu for item in open_ if item.jangka_waktu), key=_lama)
    ends = dict.fromkeys(durasi(item) for item in (times[:1] + times[-1:]))
    fees = biaya(tuple(row for item in open_ for row in item.biaya_tarif)) if any(item.biaya_tarif for item in open_) else ""
    return Kumpulan(nama, len(services), len(open_), " sampai ".join(ends), fees, sum(_from_home(item) for item in open_))


def _from_home(item: LayananRingkas) -> bool:
    return item.daring or item.tatap_muka == "tidak"


def _provinsi(site: Site, services: list[LayananRingkas]) -> Iterator[Kumpulan]:
    """Yield those of each province."""

    def province(item: LayananRingkas) -> str:
        return site.index.satker[item.satker].kode_wilayah[:2]

    for code, group in groupby(sorted(services, key=province), key=province):
        yield _kumpulan(nama_wilayah(code) or code, list(group))
