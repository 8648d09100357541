"""Everything of a satker that can be printed, with the size of each file."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment

from generator.model.satker import Satker
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sebutan import samping

KIND = Kind("dokumen", f"satker/{SLUG}/dokumen.md")
KATA = "unduh cetak pdf poster standar pelayanan maklumat kartu loket qr"
JUDUL = {"standar": "Standar pelayanan", "maklumat": "Maklumat pelayanan", "motto": "Motto", "pengaduan": "Kanal pengaduan"}


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file to print: *uri* below the site, *bagian* a key of JUDUL or ``layanan/<slug>``, *ukuran* in bytes."""

    uri: str
    nama: str
    bagian: str
    ukuran: int


def url_dokumen(slug: str) -> str:
    """Return the address of the page."""
    return f"satker/{slug}/dokumen/"


def dokumen_page(env: Environment, site: Site, satker: Satker, files: Sequence[Berkas]) -> Page:
    """Return the page of *satker* that leads to *files*."""
    url = url_dokumen(satker.slug)
    ranked = sorted(files, key=lambda item: item.bagian)
    groups = {part: list(found) for part, found in groupby(ranked, key=lambda item: item.bagian)}
    body = render(
        env,
        "fragments/dokumen.html",
        url,
        site=site,
        satker=satker,
        umum=[(part, title, groups.get(part, [])) for part, title in JUDUL.items()],
        layanan=[
            (slug, item.nama, groups[f"layanan/{slug}"]) for slug, item in satker.layanan.items() if f"layanan/{slug}" in groups
        ],
    )
    description = f"Standar pelayanan, poster, dan kartu loket {satker.profil.nama} untuk dicetak (PDF)."
    entries = (samping(satker.profil, "Dokumen cetak", KATA),)
    return Page(KIND.name, url, satker.judul("Dokumen cetak"), description, body, entries=entries, is_example=satker.is_example)
