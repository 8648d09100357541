"""How to complain: about what, through which channel, and by when it must be answered."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("pengaduan", "pengaduan/index.md")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        env,
        "fragments/pengaduan.html",
        "pengaduan/",
        site=site,
        kanal=site.bersama.kanal,
        satker=site.index.nyata(),
    )
    yield Page(KIND.name, "pengaduan/", "Cara mengadu", "Kanal untuk setiap jenis keluhan, dan batas waktu jawabannya.", body)
