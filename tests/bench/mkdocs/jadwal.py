"""The opening hours of a satker: for readers, for the script of the page, and for search engines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

HARI = {
    "senin": "Monday",
    "selasa": "Tuesday",
    "rabu": "Wednesday",
    "kamis": "Thursday",
    "jumat": "Friday",
    "sabtu": "Saturday",
    "minggu": "Sunday",
}
UTC = {"WIB": 7, "WITA": 8, "WIT": 9}
Jam = list[list[str]]  # from when to when on one day, such as 08.00 and 12.00


@dataclass(frozen=True, slots=True)
class Waktu:
    """*minggu* has the days that follow each other with the same hours, and those hours."""

    minggu: list[tuple[str, list[str]]]
    skrip: str
    jsonld: list[dict[str, str]]


def waktu(jam_layanan: dict[str, Any]) -> Waktu:
    """Return the hours of the *jam_layanan* of a profile."""
    hari = {nama: _jam(jam_layanan["hari"].get(nama, "")) for nama in HARI}
    menit = [[[_menit(pukul) for pukul in rentang] for rentang in jam] for jam in hari.values()]
    skrip = json.dumps([UTC[jam_layanan["zona"]], menit], separators=(",", ":"))
    return Waktu(list(_minggu(hari)), skrip, list(_jsonld(hari)))


def _jam(text: str) -> Jam:
    return [rentang.split("-") for rentang in text.split(", ")] if text else []


def _menit(pukul: str) -> int:
    jam, menit = pukul.split(".")
    return 60 * int(jam) + int(menit)


def _minggu(hari: dict[str, Jam]) -> Iterator[tuple[str, list[str]]]:
    for jam, group in groupby(hari, hari.__getitem__):
        names = [nama.title() for nama in group]
        yield "–".join(dict.fromkeys((names[0], names[-1]))), ["–".join(rentang) for rentang in jam]


def _jsonld(hari: dict[str, Jam]) -> Iterator[dict[str, str]]:
    for nama, jam in hari.items():
        for rentang in jam:
            opens, closes = (pukul.replace(".", ":") for pukul in rentang)
            yield {"@type": "OpeningHoursSpecification", "dayOfWeek": HARI[nama], "opens": opens, "closes": closes}
