"""What stands at the address of a satker that is no more."""

from collections.abc import Iterator
from itertools import chain

from jinja2 import Environment

from generator.alamat import jejak_dihapus
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.pages.dihapus import penerus
from generator.render.words import tanggal


def pengalihan(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield every address below a satker that is no more: it, where it leads, and what that is called."""
    for slug, item in site.bersama.dihapus.items():
        traces = jejak_dihapus(slug, item)
        printed = traces.tak_tercetak(()) if site.ada.dokumen else ()
        yield from ((old, there, item.nama) for old, _, there in chain(traces.pengalihan(), printed))


KIND = Kind("satker-dihapus", f"satker/{SLUG}-dihapus.md", uses=("layanan",), moved=pengalihan)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the remark for every satker that is no more."""
    for slug, item in site.bersama.dihapus.items():
        url, title = f"satker/{slug}/", f"{item.nama} sudah tidak ada"
        heir = site.index.di(penerus(site.bersama, slug))
        there = {row.slug: row.nama for row in heir.layanan} if heir else {}
        moved = [(place, there[place.partition("/")[2]]) for place in item.alamat if place.partition("/")[2] in there]
        context = {"site": site, "item": item, "judul": title, "pengganti": heir, "layanan": moved}
        body = render(env, "fragments/satker_dihapus.html", url, **context)
        description = f"{item.nama} tidak ada lagi sejak {tanggal(item.tanggal)}. {item.alasan}"
        yield Page(KIND.name, url, title, description, body, is_listed=False)
