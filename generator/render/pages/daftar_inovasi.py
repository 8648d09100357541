"""All innovations, with what changed before and after."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("daftar-inovasi", "inovasi/index.md", uses=("inovasi",))
ENTRY = Entry("Inovasi", ("inovasi pelayanan terobosan amati tiru modifikasi",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page; the newest innovations come first."""
    body = render(
        env,
        "fragments/daftar_inovasi.html",
        "inovasi/",
        site=site,
        daftar=[
            [(summary, item) for summary in summaries for item in sorted(summary.inovasi, key=lambda item: -(item.tahun or 0))]
            for summaries in (site.index.nyata(), site.index.contoh())
        ],
    )
    description = "Inovasi layanan: apa yang diamati, ditiru, dan dimodifikasi, dan apa hasilnya."
    yield Page(KIND.name, "inovasi/", "Inovasi", description, body, entries=(ENTRY,))
