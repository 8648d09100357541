"""Progress: every satker by the eleven recommendations, and the open follow-ups by due date."""

from collections.abc import Iterator
from datetime import date

from jinja2 import Environment

from generator.kemajuan import TugasTerbuka
from generator.rekomendasi import REKOMENDASI
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

MOST_REASONED = 60  # satker whose reasons stand on this page; those of a thousand would be megabytes
MOST_TASKS = 200
KIND = Kind("kemajuan", "kemajuan/index.md", uses=("capaian",))
ENTRY = Entry(
    "Kemajuan Zona Integritas",
    ("zona integritas WBK WBBM sebelas rekomendasi zi wilayah bebas dari korupsi progres rapor satuan kerja",),
)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page; invented satker are not on it."""
    rows = [(summary, site.capaian[summary.slug]) for summary in site.index.nyata()]
    tasks = sorted((task for _, item in rows for task in item.tugas), key=_due)
    met = [sum(item.rekomendasi[number].status == "terpenuhi" for _, item in rows) for number in range(len(REKOMENDASI))]
    body = render(
        env,
        "fragments/kemajuan.html",
        "kemajuan/",
        site=site,
        baris=rows,
        rekomendasi=REKOMENDASI,
        terpenuhi=met,
        tugas=tasks,
        terbanyak=MOST_TASKS,
        rinci=len(rows) <= MOST_REASONED,
        contoh=site.index.contoh(),
    )
    description = f"{len(rows)} satuan kerja menurut sebelas rekomendasi Zona Integritas, dan tindak lanjut yang masih terbuka."
    yield Page(KIND.name, "kemajuan/", "Kemajuan", description, body, entries=(ENTRY,))


def _due(task: TugasTerbuka) -> tuple[date, str, str]:
    return task.tenggat or date.max, task.satker, task.uraian
