"""Complaints of one satker: its channels, what happens next, and how fast the complaints of each period were answered."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.model.satker import Satker
from generator.render.env import render
from generator.render.grafik import grafik
from generator.render.kanal import nasional, sendiri, tentang
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sebutan import samping

KIND = Kind("pengaduan-satker", f"satker/{SLUG}/pengaduan.md")
KATA = "keluhan mengadu lapor saran kontak pengaduan"
BATAS_HARI = 60  # Perpres 76/2013: a complaint is settled within sixty days of the complete file


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the one page."""
    url = f"satker/{satker.slug}/pengaduan/"
    own, national = sendiri(satker), nasional(site.bersama, satker)
    rows = sorted(satker.pengaduan.statistik, key=lambda item: item.periode)
    medians = [(str(item.periode), float(item.median_hari)) for item in rows if item.median_hari is not None]
    body = render(
        env,
        "fragments/pengaduan_satker.html",
        url,
        site=site,
        satker=satker,
        kanal=own,
        nasional=national,
        tentang=tentang(satker, own, satker.profil.nama_pendek),
        tentang_nasional=tentang(satker, national, satker.profil.nama_pendek),
        statistik=rows,
        gambar=grafik(medians, [("batas", BATAS_HARI)], (0, max(BATAS_HARI, *(value for _, value in medians), 1) * 1.2)),
        batas=BATAS_HARI,
    )
    description = f"Kanal pengaduan {satker.profil.nama}, batas waktu jawaban, dan jumlah pengaduan setiap periode."
    yield Page(
        KIND.name,
        url,
        satker.judul("Pengaduan"),
        description,
        body,
        entries=(samping(satker.profil, "Pengaduan", KATA),),
        is_example=satker.is_example,
    )
