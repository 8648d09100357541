"""All criteria of one satker by their outcome: what is missing first, what is met last."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.assess import CRITERIA
from generator.kriteria.hasil import Hasil, Kriteria, Status
from generator.label import label
from generator.model.satker import Satker
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sebutan import samping

KIND = Kind("kelengkapan", f"satker/{SLUG}/kelengkapan.md")
KATA = "kriteria keterbukaan yang belum dipublikasikan"
ORDER: tuple[Status, ...] = ("belum", "sebagian", "terpenuhi", "tidak_berlaku")


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the one page."""
    url = f"satker/{satker.slug}/kelengkapan/"
    complete = site.kemajuan[satker.slug].kelengkapan
    percent, rows = complete.persen, dict[Status, list[tuple[Kriteria, Hasil]]]({status: [] for status in ORDER})
    for kode, hasil in complete.hasil.items():
        rows[hasil.status].append((CRITERIA[kode][0], hasil))
    groups = [(label(status), found) for status, found in rows.items() if found]
    context = {"site": site, "satker": satker, "kelengkapan": complete, "persen": percent, "kelompok": groups}
    body = render(env, "fragments/kelengkapan.html", url, **context)
    description = f"{percent} % kriteria keterbukaan terpenuhi di {satker.profil.nama}, dengan yang masih kurang."
    yield Page(
        KIND.name,
        url,
        satker.judul("Kelengkapan"),
        description,
        body,
        entries=(samping(satker.profil, "Kelengkapan", KATA),),
        is_example=satker.is_example,
    )
