"""Progress: every satker by the eleven recommendations, and the open follow-ups by due date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import chain

from jinja2 import Environment

from generator.kemajuan import TugasTerbuka
from generator.rekomendasi import REKOMENDASI
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site
from generator.ringkas import Summary
from generator.sebaran import MOST, Daerah, terbagi

MOST_TASKS = 200
KIND = Kind("kemajuan", "kemajuan/index.md", uses=("capaian",))
ENTRY = Entry(
    "Kemajuan Zona Integritas",
    ("zona integritas WBK WBBM sebelas rekomendasi zi wilayah bebas dari korupsi progres rapor satuan kerja",),
)


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Where the satker of a place stand: how many meet each of the eleven, how complete they are on the average."""

    terpenuhi: tuple[int, ...]
    persen: int
    tugas: int

    @property
    def jumlah_terpenuhi(self) -> int:
        """How many recommendations are met, by all of them together."""
        return sum(self.terpenuhi)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page; invented satker are not on it."""
    every = site.index.nyata()
    description = f"{len(every)} satuan kerja menurut sebelas rekomendasi Zona Integritas, dan tindak lanjut yang masih terbuka."
    body = papan(env, site, "kemajuan/", every)
    yield Page(KIND.name, "kemajuan/", "Kemajuan", description, body, entries=(ENTRY,))


def papan(env: Environment, site: Site, url: str, satker: Sequence[Summary], jalan: tuple[Daerah, ...] = ()) -> str:
    """Return the page of *satker*, or of the places that they are in; *jalan* leads to theirs, the whole portal has none."""
    parts = terbagi(satker)
    whole = kumpulan(site, satker)
    return render(
        env,
        "fragments/kemajuan.html",
        url,
        site=site,
        atas=[("Kemajuan", "kemajuan/"), *((item.nama, f"kemajuan/{item.kode}/") for item in jalan[:-1])] if jalan else [],
        kini=jalan[-1].nama if jalan else "Kemajuan",
        daerah=jalan[-1] if jalan else None,
        jumlah=len(satker),
        baris=[] if parts else [(summary, site.capaian[summary.slug]) for summary in satker],
        bagian=[(part, kumpulan(site, part.satker)) for part in parts],
        rekomendasi=REKOMENDASI,
        terpenuhi=whole.terpenuhi,
        tugas=nsmallest(MOST_TASKS, chain.from_iterable(site.capaian[item.slug].tugas for item in satker), key=_due),
        jumlah_tugas=whole.tugas,
        rinci=len(site.index.nyata()) <= MOST,
        contoh=() if jalan else site.index.contoh(),
    )


def kumpulan(site: Site, satker: Sequence[Summary]) -> Kumpulan:
    """Return where *satker* stand together."""
    met, complete, tasks = [0] * len(REKOMENDASI), 0, 0
    for summary in satker:
        item = site.capaian[summary.slug]
        met = [number + (outcome.status == "terpenuhi") for number, outcome in zip(met, item.rekomendasi, strict=True)]
        complete, tasks = complete + item.persen, tasks + len(item.tugas)
    return Kumpulan(tuple(met), complete // len(satker) if satker else 0, tasks)


def _due(task: TugasTerbuka) -> tuple[date, str, str]:
    return task.tenggat or date.max, task.satker, task.uraian
