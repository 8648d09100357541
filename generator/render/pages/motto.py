"""The wall of mottos."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("motto", "motto/index.md")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        env,
        "fragments/motto.html",
        "motto/",
        site=site,
        daftar=[
            [(summary, item) for summary in summaries for item in summary.motto]
            for summaries in (site.index.nyata(), site.index.contoh())
        ],
    )
    yield Page(KIND.name, "motto/", "Motto perubahan", "Motto perubahan setiap satuan kerja dan tempat dipasangnya.", body)
