"""Every kind of finding, explained with a wrong and a right example."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.catalogue import GROUPS
from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("kriteria", "kriteria/index.md")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(env, "fragments/kriteria.html", "kriteria/", site=site, kelompok=GROUPS)
    description = "Arti setiap temuan pemeriksaan rekaman, dengan contoh yang salah dan yang benar."
    yield Page(KIND.name, "kriteria/", "Kriteria pemeriksaan", description, body)
