"""The eleven recommendations of one satker, each with its outcome, its evidence and what is missing."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.kriteria.hasil import Status
from generator.model.satker import Satker
from generator.rekomendasi import REKOMENDASI, Rekomendasi
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sebutan import samping
from generator.render.zi import lantai_motto, matriks, pengajuan, rapat
from generator.sama import Sama

KIND = Kind("zi", f"satker/{SLUG}/zi.md")
KATA = "zi wilayah bebas dari korupsi WBK WBBM sebelas rekomendasi agen perubahan"

_marks: Sama[tuple[tuple[Rekomendasi, Status], ...]] = Sama()


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the one page."""
    url = f"satker/{satker.slug}/zi/"
    progress = site.kemajuan[satker.slug]
    body = render(
        env,
        "fragments/zi.html",
        url,
        site=site,
        satker=satker,
        kemajuan=progress,
        rekomendasi=list(zip(REKOMENDASI, progress.rekomendasi, strict=True)),
        tanda_sebelas=_marks.once(_marked, *[item.status for item in progress.rekomendasi]),
        nomor_rk={row.id: f"rk-{number}" for number, row in enumerate(satker.zi.rencana_kerja, 1)},
        pengajuan=pengajuan(satker),
        lantai=lantai_motto(satker),
        rapat=rapat(satker, progress.per),
        matriks=matriks(satker),
    )
    description = f"{progress.jumlah_terpenuhi} dari 11 rekomendasi Zona Integritas terpenuhi di {satker.profil.nama}."
    yield Page(
        KIND.name,
        url,
        satker.judul("Zona Integritas"),
        description,
        body,
        entries=(samping(satker.profil, "Zona Integritas", KATA),),
        is_example=satker.is_example,
    )


def _marked(*statuses: Status) -> tuple[tuple[Rekomendasi, Status], ...]:
    return tuple(zip(REKOMENDASI, statuses, strict=True))
