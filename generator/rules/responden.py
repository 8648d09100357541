"""A survey has asked somebody, and the sums of the answers are ones that so many people can give."""

from collections.abc import Iterator, Sequence

from generator.diagnostic import Code, Problem
from generator.ikm import UNSUR, hitung
from generator.model.survei import Skm, Survei, SurveiPersepsi
from generator.rules.context import Context

NOL = Code(
    "responden-nol",
    "Survei tanpa responden",
    "Hasil survei berasal dari jawaban orang. Survei yang belum ada respondennya belum ditulis.",
    file="survei.yml",
    wrong="spkp:\n  - {periode: 2025-S2, responden: 0, nilai: 3.6}",
    right="spkp:\n  - {periode: 2025-S2, responden: 50, nilai: 3.6}",
)
MUSTAHIL = Code(
    "total-mustahil",
    "Total jawaban mustahil",
    "`total` adalah jumlah nilai semua responden untuk satu unsur. Setiap responden memberi 1 sampai 4, jadi totalnya antara "
    "jumlah responden dan empat kalinya.",
    file="survei.yml",
    wrong="skm:\n  - {periode: 2025-T4, responden: 10, total: {persyaratan: 41, prosedur: 36, waktu: 34, biaya: 40, produk: 35, "
    "kompetensi: 36, perilaku: 37, penanganan_pengaduan: 35, sarana_prasarana: 34}}",
    right="skm:\n  - {periode: 2025-T4, responden: 10, total: {persyaratan: 36, prosedur: 36, waktu: 34, biaya: 40, produk: 35, "
    "kompetensi: 36, perilaku: 37, penanganan_pengaduan: 35, sarana_prasarana: 34}}",
)
CODES = (NOL, MUSTAHIL)
KEYS = frozenset({"skm", "spak", "spkp"})


def check_survei(survei: Survei, context: Context) -> Iterator[Problem]:
    """Yield each survey of nobody, and each sum that is out of bounds."""
    yield from _nobody("skm", survei.skm)
    yield from _nobody("spak", survei.spak)
    yield from _nobody("spkp", survei.spkp)
    for number, skm in enumerate(survei.skm):
        if skm.responden:
            yield from _sums(number, skm)


def _nobody(key: str, rows: Sequence[Skm | SurveiPersepsi]) -> Iterator[Problem]:
    for number, row in enumerate(rows):
        if not row.responden:
            hint = "tulis jumlah orang yang menjawab, atau hapus hasilnya"
            yield Problem(NOL, (key, number, "responden"), "survei tanpa responden tidak punya hasil", hint)


def _sums(number: int, skm: Skm) -> Iterator[Problem]:
    """Yield the sums out of bounds; if all of them are, the number of people is the more likely mistake."""
    ikm, people = hitung(skm), skm.responden
    wrong = [key for key, mean in ikm.rata.items() if not 1 <= mean <= 4] if ikm and skm.total else []
    bounds = f"antara {people} dan {4 * people}"
    if len(wrong) == len(UNSUR):
        message = f"{people} responden tidak mungkin memberi satu pun dari kesembilan `total` ini"
        yield Problem(MUSTAHIL, ("skm", number, "responden"), message, f"periksa `responden`; setiap total seharusnya {bounds}")
        return
    for key in wrong:
        message = f"total {getattr(skm.total, key)} tidak mungkin dari {people} responden"
        hint = f"jumlah nilai semua responden untuk unsur ini, {bounds}"
        yield Problem(MUSTAHIL, ("skm", number, "total", key), message, hint)
