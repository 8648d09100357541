"""Periods as the criteria count them: those of the year that are over, and what is still fresh."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from generator.model.kala import Periode, periode

SETAHUN = 365


class Berperiode(Protocol):
    """A record of one period."""

    @property
    def periode(self) -> Periode:
        """The period it speaks of."""


Item = TypeVar("Item", bound=Berperiode)


@lru_cache(maxsize=8)
def slot_lewat(per: date) -> dict[str, tuple[Periode, ...]]:
    """Return the months, quarters and half-years of the year of *per* that had ended by then, by the kind of their meeting."""
    texts = {
        "bulanan": [f"{per.year:04}-{number:02}" for number in range(1, 13)],
        "triwulan": [f"{per.year:04}-T{number}" for number in range(1, 5)],
        "semester": [f"{per.year:04}-S{number}" for number in (1, 2)],
    }
    return {kind: tuple(item for item in map(periode, names) if item.akhir <= per) for kind, names in texts.items()}


def triwulan_lewat(per: date) -> tuple[Periode, ...]:
    """Return the quarters of the year of *per* that had ended by then."""
    return slot_lewat(per)["triwulan"]


def memuat(item: Periode, day: date) -> bool:
    """Say whether *day* lies in the period."""
    return item.awal <= day <= item.akhir


def baru(day: date, per: date, hari: int = SETAHUN) -> bool:
    """Say whether *day* is *per* or at most *hari* days before it."""
    return 0 <= (per - day).days <= hari


def terkini(items: Iterable[Item], per: date, hari: int = SETAHUN) -> list[Item]:
    """Return those whose period had begun by *per* and ended at most *hari* days before, the newest last."""
    fresh = [item for item in items if item.periode.awal <= per and (per - item.periode.akhir).days <= hari]
    return sorted(fresh, key=lambda item: item.periode.akhir)


def terbaru(items: Iterable[Item], per: date) -> Item | None:
    """Return the one whose period ends last of those that had begun by *per*."""
    begun = [item for item in items if item.periode.awal <= per]
    return max(begun, key=lambda item: item.periode.akhir, default=None)
