"""The wall of mottos."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.model.motto import Motto
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site
from generator.ringkas import Summary

KIND = Kind("motto", "motto/index.md", uses=("motto",))
ENTRY = Entry("Motto perubahan", ("motto moto pelayanan semboyan slogan",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        env,
        "fragments/motto.html",
        "motto/",
        site=site,
        daftar=[_wall(summaries) for summaries in (site.index.nyata(), site.index.contoh())],
    )
    yield Page(
        KIND.name,
        "motto/",
        "Motto perubahan",
        "Motto perubahan setiap satuan kerja dan tempat dipasangnya.",
        body,
        entries=(ENTRY,),
    )


def _wall(summaries: list[Summary]) -> list[tuple[str, list[tuple[Summary, Motto]]]]:
    """Return each text once, with every satker that has it."""
    wall: dict[str, list[tuple[Summary, Motto]]] = {}
    for summary in summaries:
        for item in summary.motto:
            wall.setdefault(item.teks, []).append((summary, item))
    return sorted(wall.items())
