"""The public satisfaction index (PermenPANRB 14/2017) in exact arithmetic: ninths stay ninths, and one rounding comes last."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Literal

from generator.model.survei import Skm, Unsur

Mutu = Literal["A", "B", "C", "D"]

UNSUR: dict[Unsur, str] = {
    "persyaratan": "persyaratan",
    "prosedur": "sistem, mekanisme, dan prosedur",
    "waktu": "waktu penyelesaian",
    "biaya": "biaya atau tarif",
    "produk": "produk spesifikasi jenis pelayanan",
    "kompetensi": "kompetensi pelaksana",
    "perilaku": "perilaku pelaksana",
    "penanganan_pengaduan": "penanganan pengaduan, saran, dan masukan",
    "sarana_prasarana": "sarana dan prasarana",
}  # in the order of the regulation
KINERJA: dict[Mutu, str] = {"A": "Sangat baik", "B": "Baik", "C": "Kurang baik", "D": "Tidak baik"}

_BATAS: tuple[tuple[Mutu, Decimal], ...] = (("A", Decimal("88.31")), ("B", Decimal("76.61")), ("C", Decimal("65.00")))
_KEBIASAAN = Fraction(11, 100)  # the weight that many write for one ninth; nine of them are only 0.99
_TOLERANSI = Fraction(1, 100)
_RATA_DIBULATKAN = Fraction(25, 200)  # nine means rounded to two decimals before they were written miss by this much at most


@dataclass(frozen=True, slots=True)
class Ikm:
    """The index that the mean of each element (1 to 4) gives; *toleransi* is how far a published one may lie from it."""

    rata: dict[Unsur, Fraction]
    toleransi: Fraction = _TOLERANSI

    @property
    def tepat(self) -> Fraction:
        """The index before it is rounded."""
        return 25 * sum(self.rata.values(), Fraction(0)) / len(UNSUR)

    @property
    def nilai(self) -> Decimal:
        """The index as it is published, with two decimals."""
        return bulat(self.tepat)

    @property
    def nilai_011(self) -> Decimal:
        """What the habit of writing 0.11 for one ninth makes of the same answers."""
        return bulat(25 * _KEBIASAAN * sum(self.rata.values(), Fraction(0)))

    @property
    def mutu(self) -> Mutu:
        """The grade of the rounded index."""
        return mutu(self.nilai)

    @property
    def kinerja(self) -> str:
        """The grade in words."""
        return KINERJA[self.mutu]

    @property
    def terlemah(self) -> tuple[Unsur, ...]:
        """The three elements with the lowest mean, the lowest first; of equal ones the regulation's order decides."""
        return tuple(sorted(self.rata, key=lambda unsur: self.rata[unsur])[:3])

    @property
    def is_possible(self) -> bool:
        """Say whether every mean lies on the scale; sums that do not belong to their number of respondents leave it."""
        return all(1 <= value <= 4 for value in self.rata.values())

    def is_match(self, terbit: float) -> bool:
        """Say whether *terbit*, the index as the satker published it, is this one."""
        return abs(Fraction(str(terbit)) - Fraction(self.nilai)) <= self.toleransi

    def is_habit(self, terbit: float) -> bool:
        """Say whether *terbit* comes of the weight 0.11."""
        return not self.is_match(terbit) and abs(Fraction(str(terbit)) - Fraction(self.nilai_011)) <= self.toleransi


def hitung(skm: Skm) -> Ikm | None:
    """Return the index of *skm*, or None where sums have no respondents to be divided by."""
    if skm.total is None:
        means = {unsur: Fraction(str(getattr(skm.unsur, unsur))) for unsur in UNSUR}
        return Ikm(means, _TOLERANSI + _RATA_DIBULATKAN)
    if not skm.responden:
        return None
    return Ikm({unsur: Fraction(getattr(skm.total, unsur), skm.responden) for unsur in UNSUR})


def bulat(value: Fraction) -> Decimal:
    """Return *value*, not negative, with two decimals, halves rounded up."""
    return Decimal(floor(value * 100 + Fraction(1, 2))).scaleb(-2)


def mutu(nilai: Decimal) -> Mutu:
    """Return the grade of an index that is rounded already: between 76.60 and 76.61 the table has no grade."""
    return next((grade for grade, least in _BATAS if nilai >= least), "D")
