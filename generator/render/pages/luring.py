"""Reading without a network: what is kept on the reader's device, and the switch that ends it."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("luring", "luring/index.md", script="sakelar.js")
ENTRY = Entry("Baca tanpa jaringan", ("luring offline tanpa internet sinyal simpan halaman hapus salinan",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(env, "fragments/luring.html", "luring/", site=site)
    kept = "Halaman yang pernah Anda buka dapat dibaca lagi tanpa jaringan. Di sini Anda mematikannya."
    description = kept if site.identitas.luring else "Portal ini tidak menyimpan salinan halaman di perangkat Anda."
    yield Page(KIND.name, "luring/", "Baca tanpa jaringan", description, body, entries=(ENTRY,) if site.identitas.luring else ())
