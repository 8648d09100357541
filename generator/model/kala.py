"""Dates, periods and hours: from the text an office writes to typed values."""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from generator import value_codes
from generator.model.wrong import wrong

_BULAN = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari"),
            ("feb", "februari"),
            ("mar", "maret"),
            ("apr", "april"),
            ("mei",),
            ("jun", "juni"),
            ("jul", "juli"),
            ("agu", "agt", "agustus"),
            ("sep", "sept", "september"),
            ("okt", "oktober"),
            ("nov", "november", "nopember"),
            ("des", "desember"),
        ),
        1,
    )
    for name in names
}
_PERIODE = re.compile(r"((?:19|20)[0-9]{2})(?:-(?:S([12])|T([1-4])|(0[1-9]|1[0-2])))?")
_JAM = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_RENTANG = re.compile(r"\s*([0-9]{1,2}[.:][0-9]{2})\s*[-–]\s*([0-9]{1,2}[.:][0-9]{2})\s*")


def _date(text: str) -> date | None:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def tanggal(text: str) -> date:
    """Return the date written as year-month-day."""
    value = _date(text)
    if value is None:
        message = f"`{text}` bukan tanggal yang ada, ditulis tahun-bulan-hari"
        raise wrong(value_codes.TANGGAL_SALAH, message, _guess_date(text) or "misalnya 2026-11-24")
    return value


def _guess_date(text: str) -> str:
    """Return the date that *text* can only mean (day, month, year, as Indonesians write), or an empty text."""
    match = re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[A-Za-z]+)[-/. ]([0-9]{4})", text)
    if not match:
        return ""
    day, month, year = match.groups()
    number = int(month) if month.isdecimal() else _BULAN.get(month.lower(), 0)
    guess = f"{year}-{number:02}-{int(day):02}"
    return guess if _date(guess) else ""


@dataclass(frozen=True, order=True, slots=True)
class Periode:
    """A year, or a semester, quarter or month of it; *bulan* holds its first and last month."""

    tahun: int
    bulan: tuple[int, int]
    teks: str

    def __str__(self) -> str:
        return self.teks

    @property
    def awal(self) -> date:
        """The first day."""
        return date(self.tahun, self.bulan[0], 1)

    @property
    def akhir(self) -> date:
        """The last day."""
        return date(self.tahun, self.bulan[1], monthrange(self.tahun, self.bulan[1])[1])


def periode(text: str) -> Periode:
    """Return the period that *text* names."""
    match = _PERIODE.fullmatch(text)
    if not match:
        raise wrong(value_codes.PERIODE_SALAH, f"`{text}` bukan periode", "2026, 2026-S1, 2026-T3, atau 2026-11")
    year, half, quarter, month = match.groups()
    if half:
        span = (int(half) * 6 - 5, int(half) * 6)
    elif quarter:
        span = (int(quarter) * 3 - 2, int(quarter) * 3)
    else:
        span = (int(month), int(month)) if month else (1, 12)
    return Periode(int(year), span, text)


Rentang = tuple[int, int]


def _menit(text: str) -> int | None:
    match = _JAM.fullmatch(text)
    if not match or int(match[2]) > 59 or int(match[1]) * 60 + int(match[2]) > 24 * 60:
        return None
    return int(match[1]) * 60 + int(match[2])


def jam(text: str) -> tuple[Rentang, ...]:
    """Return the spans of one day in minutes after midnight, in order and apart."""
    spans: list[Rentang] = []
    for part in text.split(","):
        match = _RENTANG.fullmatch(part)
        start, end = (_menit(match[1]), _menit(match[2])) if match else (None, None)
        if start is None or end is None:
            hint = "hari tutup tidak ditulis; hapus barisnya" if "tutup" in part.lower() else "misalnya 08.00-16.00"
            raise wrong(value_codes.JAM_SALAH, f"`{part.strip()}` bukan rentang jam", hint)
        if start >= end or (spans and start < spans[-1][1]):
            message = f"jam `{part.strip()}` terbalik, atau bertumpuk dengan rentang sebelumnya"
            raise wrong(value_codes.JAM_SALAH, message, "misalnya 08.00-12.00, 13.00-16.00")
        spans.append((start, end))
    return tuple(spans)


def teks_jam(spans: tuple[Rentang, ...]) -> str:
    """Return the spans of one day as an office writes them: "08.00-12.00, 13.00-16.00"."""
    return ", ".join("-".join(f"{minute // 60:02}.{minute % 60:02}" for minute in span) for span in spans)
