"""The index of the integrity zone is one of perception, not that of behaviour which the statistics office keeps."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.rules.context import published

PERILAKU = Code(
    "ipak-perilaku",
    "IPAK disebut indeks perilaku",
    "Dalam zona integritas IPAK adalah Indeks Persepsi Anti Korupsi, dengan skala 1 sampai 4. Indeks Perilaku Anti Korupsi "
    "adalah survei lain milik BPS, dengan skala 0 sampai 5.",
    file="satker.yml",
    wrong="ringkasan: Hasil Survei Perilaku Anti Korupsi diumumkan setiap semester.",
    right="ringkasan: Hasil Survei Persepsi Anti Korupsi diumumkan setiap semester.",
    severity="peringatan",
)
CODES = (PERILAKU,)

_BEHAVIOUR = re.compile(r"\b(?:survei|indeks)\s+perilaku\s+anti[ -]?korupsi\b", re.IGNORECASE)
_STATISTICS = re.compile(r"\bBPS\b|\bBadan\s+Pusat\s+Statistik\b")


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the name if it takes the one for the other, unless the text speaks of the statistics office."""
    match = _BEHAVIOUR.search(text)
    if match and not _STATISTICS.search(text):
        hint = f"{match[0].split()[0]} Persepsi Anti Korupsi, atau sebut BPS kalau memang surveinya"
        yield Problem(PERILAKU, loc, f"`{match[0]}` bukan survei zona integritas", hint)


check_any = published(_wrong, "perilaku")
