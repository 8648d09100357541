"""Complaints are counted when their period is over."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.pengaduan import Pengaduan
from generator.rules.context import Context

BERJALAN = Code(
    "periode-belum-berakhir",
    "Periode statistik belum berakhir",
    "Statistik pengaduan ditulis setelah periodenya berakhir, supaya angkanya tidak berubah lagi dan dapat dibandingkan.",
    file="pengaduan.yml",
    wrong="statistik:\n  - {periode: 2099-T1, masuk: 12, diproses: 2, selesai: 10}",
    right="statistik:\n  - {periode: 2025-T1, masuk: 12, diproses: 2, selesai: 10}",
    severity="peringatan",
)
CODES = (BERJALAN,)
KEYS = frozenset({"statistik"})


def check_pengaduan(pengaduan: Pengaduan, context: Context) -> Iterator[Problem]:
    """Yield each period that still runs, or has not begun."""
    for row, angka in enumerate(pengaduan.statistik):
        if angka.periode.akhir >= context.hari_ini:
            message = f"periode {angka.periode} belum berakhir"
            hint = "tulis periode terakhir yang sudah penuh, misalnya bulan atau triwulan yang lalu"
            yield Problem(BERJALAN, ("statistik", row, "periode"), message, hint)
