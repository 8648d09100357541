"""How fresh a record is: when it was checked, when it is due again, and whether that day has passed."""

from dataclasses import dataclass
from datetime import date

from generator.model.record import Diperiksa


@dataclass(frozen=True, slots=True)
class Kesegaran:
    """*sampai* is the last day on which the check still counts."""

    diperiksa: Diperiksa
    sampai: date
    lewat: bool


def kesegaran(diperiksa: Diperiksa | None, per: date) -> Kesegaran | None:
    """
    Return how fresh a record is on the day *per*, or None if nobody has checked it.

    A check counts for a year, as standards are reviewed at least once a year with the public.
    """
    if diperiksa is None:
        return None
    last = _a_year_after(diperiksa.tanggal)
    return Kesegaran(diperiksa, last, per > last)


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
