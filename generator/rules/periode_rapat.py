"""An evaluation meeting looks back on a month, a quarter or a half-year, as its kind says (recommendation 5)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.zi import Rapat, Zi
from generator.rules.context import Context

BENTUK = Code(
    "periode-rapat-tidak-cocok",
    "Periode tidak cocok dengan jenis rapat",
    "Rapat bulanan membahas satu bulan (2026-10), rapat triwulan satu triwulan (2026-T3), rapat semester satu "
    "semester (2026-S1).",
    file="zi.yml",
    wrong="rapat_evaluasi:\n  - {jenis: triwulan, periode: 2026-01, tanggal: 2026-01-30}",
    right="rapat_evaluasi:\n  - {jenis: triwulan, periode: 2026-T1, tanggal: 2026-04-06}",
)
MENDAHULUI = Code(
    "rapat-mendahului-periode",
    "Rapat mendahului periodenya",
    "Rapat evaluasi membahas yang sudah berjalan, jadi tidak mungkin diadakan sebelum periodenya mulai.",
    file="zi.yml",
    wrong="rapat_evaluasi:\n  - {jenis: bulanan, periode: 2026-02, tanggal: 2026-01-30}",
    right="rapat_evaluasi:\n  - {jenis: bulanan, periode: 2026-01, tanggal: 2026-01-30}",
)
CODES = (BENTUK, MENDAHULUI)
KEYS = frozenset({"rapat_evaluasi"})

_MONTHS = {"bulanan": 1, "triwulan": 3, "semester": 6}
_SAID = {"bulanan": "satu bulan", "triwulan": "satu triwulan", "semester": "satu semester"}
_EXAMPLES = {"bulanan": "01", "triwulan": "T1", "semester": "S1"}


def check_zi(zi: Zi, context: Context) -> Iterator[Problem]:
    """Yield one problem a meeting at most: a day is judged only against a period of the right length."""
    for row, rapat in enumerate(zi.rapat_evaluasi):
        loc: Loc = ("rapat_evaluasi", row)
        first, last = rapat.periode.bulan
        if last - first + 1 != _MONTHS[rapat.jenis]:
            message = f"periode {rapat.periode} bukan {_SAID[rapat.jenis]}, padahal rapatnya `{rapat.jenis}`"
            yield Problem(BENTUK, (*loc, "periode"), message, _fitting(rapat, last - first + 1))
        elif rapat.tanggal < rapat.periode.awal:
            message = f"rapat tanggal {rapat.tanggal} mendahului periode {rapat.periode} yang dibahasnya"
            yield Problem(MENDAHULUI, (*loc, "tanggal"), message, "perbaiki tanggalnya atau periodenya")


def _fitting(rapat: Rapat, months: int) -> str:
    example = f"tulis periodenya seperti {rapat.periode.tahun:04}-{_EXAMPLES[rapat.jenis]}"
    other = next((jenis for jenis, length in _MONTHS.items() if length == months), "")
    return f"{example}, atau ganti menjadi jenis: {other}" if other else example
