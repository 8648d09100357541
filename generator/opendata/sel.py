"""A cell of a table: what it holds as text, and never a formula."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from generator.sama import MOST

Sel = str | int | float | bool | date | None

RISKY = frozenset("=+-@＝＋－＠\t\r\n'")
GUARD = "'"


def sel(value: Sel) -> Sel:
    """
    Return *value* as `csv` writes it: dates in ISO 8601, truth as true and false, nothing as an empty cell.

    A text that a spreadsheet might take for a formula is guarded by an apostrophe before it, and so is one that begins with an
    apostrophe: whoever takes one apostrophe away has the text.
    """
    if isinstance(value, str):
        return f"{GUARD}{value}" if value[:1] in RISKY else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def garis(cells: Iterable[Sel]) -> str:
    """Return a row of two cells or more as RFC 4180 has it."""
    told = [_teks(cell) if isinstance(cell, str) else "" if cell is None else str(sel(cell)) for cell in cells]
    return f"{','.join(told)}\r\n"


@lru_cache(maxsize=MOST)
def _teks(text: str) -> str:
    """Return *text*, which many rows may have, as `csv` writes it before another cell."""
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow((sel(text), None))
    return row.getvalue().removesuffix(",\r\n")


def gabung(items: Iterable[str]) -> str:
    """Return a list in one cell."""
    return " | ".join(items)
