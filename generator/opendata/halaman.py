"""The page of the open data: what there is, how large, under which licence, and how it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from generator.model.terbuka import VERSI
from generator.opendata import alamat
from generator.opendata.tabel import TABEL
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("data", "data/index.md", uses=("ukuran",))
KATA = "data terbuka open data unduh download csv excel json api zip lisensi creative commons"
RIWAYAT = (("1", "2026-11-24", "Bentuk pertama."),)  # version, day, what changed; the newest first

_TANPA_TABEL = (
    (alamat.ARSIP, "Semuanya dalam satu arsip"),
    (alamat.PORTAL, "Semua satuan kerja, lengkap"),
    (alamat.BERSAMA, "Yang dipakai bersama: peraturan, kategori, kanal nasional, dan standar induk"),
    (alamat.DAFTAR, "Daftar satuan kerja dengan alamat datanya"),
    (alamat.DAERAH, "Daftar portal daerah dengan jumlah dan alamat datanya"),
)
_BAKU = (
    (alamat.KATALOG, "Katalog menurut DCAT 3"),
    (alamat.CPSV, "Layanan menurut CPSV-AP 3.2 (JSON-LD)"),
    (alamat.HSDS, "Layanan menurut HSDS 3 (Open Referral)"),
    (alamat.UMPAN, "Umpan Atom: apa yang berubah"),
    (alamat.AGENDA, "Kalender: rapat evaluasi dan tenggat"),
)


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file: where it is, what is in it, and its bytes."""

    alamat: str
    isi: str
    ukuran: int


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    tables = tuple((alamat.csv_portal(item.nama), item.isi[:1].upper() + item.isi[1:]) for item in TABEL)
    body = render(
        env,
        "fragments/data.html",
        alamat.FOLDER,
        site=site,
        berkas=_there(site, (*_TANPA_TABEL, *tables)),
        baku=_there(site, _BAKU),
        tabel=[item for item in TABEL if item.per_satker],
        lisensi=alamat.LISENSI,
        skema=alamat.SKEMA,
        bahan=alamat.BAHAN,
        versi=VERSI,
        riwayat=RIWAYAT,
    )
    description = "Semua isi portal sebagai data: JSON, CSV, dan format baku, boleh dipakai siapa saja."
    yield Page(KIND.name, alamat.FOLDER, "Data terbuka", description, body, entries=(Entry("Data terbuka", (KATA,)),))


def _there(site: Site, files: tuple[tuple[str, str], ...]) -> list[Berkas]:
    """Return those of *files* that this portal has."""
    return [Berkas(uri, said, site.ukuran[uri]) for uri, said in files if uri in site.ukuran]
