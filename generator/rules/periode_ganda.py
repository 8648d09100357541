"""A period has one result."""

from collections.abc import Iterator, Sequence

from generator.diagnostic import Code, Problem
from generator.model.pengaduan import Pengaduan, Statistik
from generator.model.survei import Skm, Survei, SurveiPersepsi
from generator.rules.context import Context

GANDA = Code(
    "periode-ganda",
    "Periode ditulis dua kali",
    "Setiap periode satu baris: satu hasil untuk setiap survei, dan satu baris statistik pengaduan.",
    file="survei.yml",
    wrong="spak:\n  - {periode: 2025-S2, responden: 50, nilai: 3.6}\n  - {periode: 2025-S2, responden: 40, nilai: 3.7}",
    right="spak:\n  - {periode: 2025-S1, responden: 50, nilai: 3.6}\n  - {periode: 2025-S2, responden: 40, nilai: 3.7}",
)
CODES = (GANDA,)
KEYS = frozenset({"statistik", "skm", "spak", "spkp"})


def check_pengaduan(pengaduan: Pengaduan, context: Context) -> Iterator[Problem]:
    """Yield each period of the statistics that stands above already."""
    yield from _twice("statistik", pengaduan.statistik)


def check_survei(survei: Survei, context: Context) -> Iterator[Problem]:
    """Yield each period of a survey that stands above already."""
    yield from _twice("skm", survei.skm)
    yield from _twice("spak", survei.spak)
    yield from _twice("spkp", survei.spkp)


def _twice(key: str, rows: Sequence[Statistik | Skm | SurveiPersepsi]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        first = seen.setdefault(row.periode.teks, number)
        if first != number:
            message = f"periode {row.periode} sudah ditulis di butir ke-{first + 1} dari `{key}`"
            yield Problem(GANDA, (key, number, "periode"), message, "perbaiki periodenya, atau hapus salah satu barisnya")
