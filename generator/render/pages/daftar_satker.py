"""All satker by region."""

from collections.abc import Iterator
from itertools import groupby

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site
from generator.ringkas import Summary
from generator.sebaran import MOST
from generator.wilayah import nama_wilayah

KIND = Kind("daftar-satker", "satker/index.md", uses=("jumlah_buka",))
ENTRY = Entry("Satuan kerja", ("daftar kantor dan madrasah satker kemenag terdekat",))


def menurut_wilayah(summaries: list[Summary]) -> list[tuple[str, str, list[Summary]]]:
    """Return codes and names of regions with their satker, by Kemendagri code."""
    ranked = sorted(summaries, key=lambda item: (item.kode_wilayah, item.jenis, item.nama))
    groups = groupby(ranked, key=lambda item: item.kode_wilayah[:5])
    return [(code, nama_wilayah(code) or code, list(group)) for code, group in groups]


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        env,
        "fragments/daftar_satker.html",
        "satker/",
        site=site,
        wilayah=menurut_wilayah(site.index.nyata()),
        banyak=len(site.index.nyata()) > MOST,
        contoh=site.index.contoh(),
    )
    description = f"{len(site.index.nyata())} satuan kerja dalam {site.identitas.nama}, menurut wilayah."
    yield Page(KIND.name, "satker/", "Satuan kerja", description, body, entries=(ENTRY,))
