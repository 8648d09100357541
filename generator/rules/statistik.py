"""The complaints of a period add up."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.pengaduan import Pengaduan
from generator.rules.context import Context

TIDAK_COCOK = Code(
    "statistik-tidak-cocok",
    "Jumlah pengaduan tidak cocok",
    "Pengaduan yang diproses dan yang selesai adalah bagian dari yang masuk pada periode itu, jadi jumlahnya tidak mungkin lebih "
    "banyak.",
    file="pengaduan.yml",
    wrong="statistik:\n  - {periode: 2025-T4, masuk: 12, diproses: 3, selesai: 10}",
    right="statistik:\n  - {periode: 2025-T4, masuk: 12, diproses: 2, selesai: 10}",
)
CODES = (TIDAK_COCOK,)
KEYS = frozenset({"statistik"})


def check_pengaduan(pengaduan: Pengaduan, context: Context) -> Iterator[Problem]:
    """Yield each period with more complaints handled than received."""
    for row, angka in enumerate(pengaduan.statistik):
        handled = angka.diproses + angka.selesai
        if handled > angka.masuk:
            message = f"{angka.diproses} diproses ditambah {angka.selesai} selesai lebih banyak daripada {angka.masuk} yang masuk"
            hint = "hitung ulang; pengaduan dari periode lama dihitung di periode masuknya"
            yield Problem(TIDAK_COCOK, ("statistik", row, "masuk"), message, hint)
