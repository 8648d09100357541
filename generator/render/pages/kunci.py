"""Every key of the records: what it is called, how it is written, an example."""

from collections.abc import Iterator
from importlib import import_module

from jinja2 import Environment

from generator.folder import BERSAMA, FILES_BERSAMA, FOLDERS
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

URL = "panduan/kunci/"
KIND = Kind("kunci", f"{URL}index.md")
ENTRY = Entry("Semua kunci rekaman", ("kunci rekaman isian yaml satker.yml layanan contoh penulisan",), weight=0.3)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    acuan = import_module("generator.skema.acuan").acuan()
    body = render(env, "fragments/kunci.html", URL, site=site, acuan=acuan, berkas=_berkas)
    description = "Setiap kunci rekaman satuan kerja: sebutannya, cara menulisnya, dan contohnya."
    yield Page(KIND.name, URL, "Semua kunci rekaman", description, body, entries=(ENTRY,))


def _berkas(kind: str) -> str:
    """Return the file of a kind of record, as an office sees it in its folder."""
    if kind in FOLDERS:
        return f"{kind}/….yml"
    return f"{BERSAMA}/{kind}.yml" if f"{kind}.yml" in FILES_BERSAMA else f"{kind}.yml"
