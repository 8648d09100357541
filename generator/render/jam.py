"""Opening hours: a week for the reader, and the same week for the script that says "buka sekarang"."""

import json
from dataclasses import dataclass

from generator.model.profil import JamLayanan
from generator.render.words import pukul
from generator.sama import Sama

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_UTC = {"WIB": 7, "WITA": 8, "WIT": 9}


@dataclass(frozen=True, slots=True)
class Baris:
    """Days in a row with the same spans: "Senin–Kamis", ("08.00–12.00", "13.00–16.00"); no span says closed."""

    hari: str
    jam: tuple[str, ...]


_weeks: Sama[tuple[Baris, ...]] = Sama()
_scripts: Sama[str] = Sama()


def minggu(jam: JamLayanan) -> tuple[Baris, ...]:
    """Return the week from Monday, days alike joined."""
    return _weeks.once(_joined, jam)


def _joined(jam: JamLayanan) -> tuple[Baris, ...]:
    spans: list[tuple[list[str], tuple[str, ...]]] = []
    for day in HARI:
        hours = tuple(pukul(span) for span in getattr(jam.hari, day) or ())
        if spans and spans[-1][1] == hours:
            spans[-1][0].append(day)
        else:
            spans.append(([day], hours))
    return tuple(Baris(f"{days[0]}–{days[-1]}".title() if len(days) > 1 else days[0].title(), hours) for days, hours in spans)


def untuk_skrip(jam: JamLayanan) -> str:
    """Return JSON: hours ahead of UTC, and seven lists (Monday first) of spans in minutes."""
    return _scripts.once(_script, jam)


def _script(jam: JamLayanan) -> str:
    return json.dumps([_UTC[jam.zona], [getattr(jam.hari, day) or [] for day in HARI]], separators=(",", ":"))
