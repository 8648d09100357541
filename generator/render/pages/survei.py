"""Surveys of one satker: the satisfaction index a period, its weakest elements and what is done about them, and perceptions."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.ikm import UNSUR, Ikm, hitung
from generator.kemajuan import OPEN
from generator.model.satker import Satker
from generator.model.survei import Skm, SurveiPersepsi, TindakLanjutUnsur
from generator.render.env import render
from generator.render.grafik import Grafik, grafik
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sebutan import samping

KIND = Kind("survei", f"satker/{SLUG}/survei.md")
KATA = "survei anti korupsi persepsi kualitas nilai survei kepuasan masyarakat indeks kepuasan SKM IKM SPAK SPKP"
WBK_IPAK, WBK_IPKP, WBBM_IPKP = 3.60, 3.20, 3.60  # of 4: 90 %, 80 % and 90 % of the points in the LKE (PermenPANRB 90/2021)


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the one page; periods stand in order, the newest last."""
    url = f"satker/{satker.slug}/survei/"
    surveys = [(item, found) for item in sorted(satker.survei.skm, key=lambda item: item.periode) if (found := hitung(item))]
    newest = max(surveys, key=lambda pair: (pair[0].periode.akhir, pair[0].periode.awal), default=None)
    body = render(
        env,
        "fragments/survei.html",
        url,
        site=site,
        satker=satker,
        skm=surveys,
        terbaru=newest[0] if newest else None,
        unsur=[(name, float(newest[1].rata[name]), name in newest[1].terlemah) for name in UNSUR] if newest else [],
        terlemah=newest[1].terlemah if newest else (),
        lainnya=[(item, task) for item in satker.survei.skm for task in item.tindak_lanjut if _is_elsewhere(item, task, newest)],
        nama_unsur=UNSUR,
        gambar=grafik([(str(item.periode), float(found.nilai)) for item, found in surveys], [("A mulai", 88.31)], (60, 100)),
        spak=_perception(satker.survei.spak, [("WBK dan WBBM", WBK_IPAK)]),
        spkp=_perception(satker.survei.spkp, [("WBK", WBK_IPKP), ("WBBM", WBBM_IPKP)]),
    )
    description = f"Hasil survei kepuasan masyarakat dan survei persepsi {satker.profil.nama} setiap periode."
    yield Page(
        KIND.name,
        url,
        satker.judul("Survei"),
        description,
        body,
        entries=(samping(satker.profil, "Hasil survei", KATA),),
        is_example=satker.is_example,
    )


def _perception(
    rows: tuple[SurveiPersepsi, ...], limits: list[tuple[str, float]]
) -> tuple[list[SurveiPersepsi], list[tuple[str, float]], Grafik]:
    ordered = sorted(rows, key=lambda item: item.periode)
    return ordered, limits, grafik([(str(item.periode), item.nilai) for item in ordered], limits, (2.5, 4))


def _is_elsewhere(survey: Skm, task: TindakLanjutUnsur, newest: tuple[Skm, Ikm] | None) -> bool:
    """Say whether an open *task* is not shown beside the weakest elements of the newest survey."""
    shown = newest is not None and survey is newest[0] and task.unsur in newest[1].terlemah
    return task.status in OPEN and not shown
