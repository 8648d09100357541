"""A cell of a table: what it holds as text, and never a formula."""

import csv
import io
from collections.abc import Iterable
from datetime import date

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
    """Return a row as RFC 4180 has it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([sel(cell) for cell in cells])
    return text.getvalue()


def gabung(items: Iterable[str]) -> str:
    """Return a list in one cell."""
    return " | ".join(items)
