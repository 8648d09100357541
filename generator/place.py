"""Where something stands in a text, counted as editors count: lines and columns from 1."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one value stands, and the key that names it (the item itself in a list)."""

    key: Place
    value: Place


class Lines:
    """A text cut where libyaml counts a new line."""

    def __init__(self, text: str) -> None:
        breaks = list(_LINE_BREAK.finditer(text))
        self._text = text
        self._starts = [0, *(match.end() for match in breaks)]
        self._ends = [*(match.start() for match in breaks), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """Return line *number*, counted from 1; empty past the last."""
        return self._text[self._starts[number - 1] : self._ends[number - 1]] if 1 <= number <= len(self) else ""

    def place(self, offset: int) -> Place:
        """Return the place of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
