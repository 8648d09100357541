"""The portals that a national one joins: which is that of my region, what it has, and a search in all of them."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

URL = "daerah/"
KIND = Kind("daftar-daerah", f"{URL}index.md")
ENTRY = Entry("Portal daerah", ("daftar portal daerah provinsi wilayah kabupaten kota nasional",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page; a portal that joins none has none."""
    if not site.daerah:
        return
    known = [item for item in site.daerah if item.per]
    satker, layanan = sum(item.satker for item in known), sum(item.layanan for item in known)
    body = render(env, "fragments/daftar_daerah.html", URL, site=site, satker=satker, layanan=layanan)
    description = f"{len(site.daerah)} portal daerah dengan {satker} satuan kerja dan {layanan} layanan."
    yield Page(KIND.name, URL, "Portal daerah", description, body, entries=(ENTRY,))
