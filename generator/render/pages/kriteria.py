"""Every kind of finding with a wrong and a right example; every criterion with its basis and what the invented satker gets."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.assess import CRITERIA
from generator.catalogue import GROUPS
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("kriteria", "kriteria/index.md", uses=("capaian",))
ENTRY = Entry("Kriteria", ("cara memenuhi kriteria arti temuan penilaian kelengkapan",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    criteria = [item for item, _ in CRITERIA.values()]
    example = next((item for item in site.index.satker.values() if item.is_example), None)
    outcomes = site.capaian[example.slug].hasil if example else {}
    context = {"kriteria": criteria, "contoh": example, "hasil": outcomes, "kelompok": GROUPS}
    body = render(env, "fragments/kriteria.html", "kriteria/", site=site, **context)
    description = "Arti setiap temuan pemeriksaan dan setiap kriteria kelengkapan, dengan dasar hukum dan cara memenuhinya."
    yield Page(KIND.name, "kriteria/", "Kriteria", description, body, entries=(ENTRY,))
