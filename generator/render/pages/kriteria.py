"""Every kind of finding with a wrong and a right example, and every criterion with its basis."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.assess import CRITERIA
from generator.catalogue import GROUPS
from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("kriteria", "kriteria/index.md")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    criteria = [item for item, _ in CRITERIA.values()]
    body = render(env, "fragments/kriteria.html", "kriteria/", site=site, kelompok=GROUPS, kriteria=criteria)
    description = "Arti setiap temuan pemeriksaan dan setiap kriteria kelengkapan, dengan dasar hukum dan cara memenuhinya."
    yield Page(KIND.name, "kriteria/", "Kriteria", description, body)
