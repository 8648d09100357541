"""The calendar of evaluation meetings: what is due each month, quarter, and half-year."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kata import BULAN

LAMA = {"Bulanan": 1, "Triwulan": 3, "Semester": 6}  # in months


@dataclass(frozen=True, slots=True)
class Rapat:
    """A meeting by its period, such as Triwulan 3 2026; *lewat* says that this is over."""

    periode: str
    lewat: bool


@cache
def kalender(per: date) -> dict[str, tuple[Rapat, ...]]:
    """Return by their kind the meetings that the year of *per* asks for; all satker have the same *per*."""
    return {jenis: tuple(_meetings(jenis, lama, per)) for jenis, lama in LAMA.items()}


def _meetings(jenis: str, lama: int, per: date) -> Iterator[Rapat]:
    for nomor, bulan in enumerate(range(lama, 13, lama), 1):
        nama = BULAN[bulan - 1] if lama == 1 else f"{jenis} {nomor}"
        akhir = date(per.year, bulan, monthrange(per.year, bulan)[1])
        yield Rapat(f"{nama} {per.year}", akhir <= per)
