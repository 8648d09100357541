"""Where something stands in a text, counted as editors count: lines and columns from 1."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

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
        self._text = text

    @cached_property
    def _breaks(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _LINE_BREAK.finditer(self._text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end for _, end in self._breaks)]

    @cached_property
    def _ends(self) -> list[int]:
        return [*(start for start, _ in self._breaks), len(self._text)]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """Return line *number*, counted from 1; empty past the last."""
        return self._text[self._starts[number - 1] : self._ends[number - 1]] if 1 <= number <= len(self) else ""

    def place(self, offset: int) -> Place:
        """Return the place of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
