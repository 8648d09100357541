"""The register of regulations: what each governs here, and which are revoked."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.hukum import rujukan
from generator.render.page import Entry, Kind, Page, Site
from generator.render.pages.daftar_layanan import Kelompok, semua

KIND = Kind("hukum", "hukum/index.md", uses=("layanan",), links=("hukum",))
WEIGHT = 0.1  # a regulation is found where no service is
KATA = "dasar hukum undang-undang uu peraturan pemerintah menteri agama pma kma perpres"


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    cited: dict[str, list[Kelompok]] = {}
    for group in semua(site.index):
        for id_ in {id_ for item in group.layanan for id_ in item.dasar_hukum}:
            cited.setdefault(id_, []).append(group)
    rows = rujukan(site.bersama.hukum, tuple(site.bersama.hukum))
    body = render(
        env,
        "fragments/hukum.html",
        "hukum/",
        site=site,
        berlaku=[row for row in rows if row.pengganti is None],
        dicabut=[row for row in rows if row.pengganti is not None],
        dikutip=cited,
    )
    yield Page(
        KIND.name,
        "hukum/",
        "Peraturan",
        "Peraturan yang menjadi dasar layanan, dan yang sudah dicabut.",
        body,
        entries=tuple(_entries(site)),
    )


def _entries(site: Site) -> Iterator[Entry]:
    """Yield the page, and each regulation by its name; by its subject people look for the service."""
    yield Entry("Peraturan", (KATA,))
    for id_, item in site.bersama.hukum.items():
        yield Entry(item.nama, (id_.replace("-", " "),), weight=WEIGHT, part=id_)
