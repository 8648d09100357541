"""The search: the box, and what a reader gets who has no JavaScript or finds nothing."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("cari", "cari/index.md", script="cari.js")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(env, "fragments/cari.html", "cari/", site=site)
    yield Page(KIND.name, "cari/", "Cari", f"Cari layanan dan satuan kerja di {site.identitas.nama}.", body)
