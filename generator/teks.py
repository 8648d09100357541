"""The texts of a record with the keys that lead to them, and a quick way to those that contain a word."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from generator.diagnostic import Loc


class Teks:
    """Texts with their locs, in the order of the file; *data* is nested mappings and lists, of which only texts count."""

    def __init__(self, data: object) -> None:
        self._items: list[tuple[Loc, str]] = []
        _collect(data, (), self._items)

    def __iter__(self) -> Iterator[tuple[Loc, str]]:
        return iter(self._items)

    @property
    def is_ascii(self) -> bool:
        """Say whether nothing is in the texts, as patterns see them, but the letters, digits and signs of ASCII."""
        return self._plain[0].isascii()

    @cached_property
    def _by_key(self) -> dict[str | int, list[tuple[Loc, str]]]:
        found: dict[str | int, list[tuple[Loc, str]]] = {}
        for loc, text in self._items:
            found.setdefault(loc[-1], []).append((loc, text))
        return found

    def at(self, *keys: str) -> Iterator[tuple[Loc, str]]:
        """Yield the texts that are the value of one of *keys*, at whatever depth."""
        for key in keys:
            yield from self._by_key.get(key, ())

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        """All texts as one, as patterns see them that ignore case, and where each begins."""
        texts = [text.casefold().replace("ı", "i") for _, text in self._items]
        return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts)]

    def containing(self, words: tuple[str, ...], pattern: re.Pattern[str] | None = None) -> Iterator[tuple[Loc, str]]:
        """
        Yield the texts with at least one of *words* (in lower case) or *pattern* (within a line) in them.

        Patterns are slow and nearly never found: a rule first asks for the words without which there is nothing for it to find.
        """
        plain, starts = self._plain
        found = set()
        for word in words:
            at = plain.find(word)
            while at >= 0:
                number = bisect_right(starts, at)
                found.add(number - 1)
                at = plain.find(word, starts[number])
        if pattern:
            found |= {bisect_right(starts, match.start()) - 1 for match in pattern.finditer(plain)}
        yield from (self._items[number] for number in sorted(found))


def is_note(loc: Loc) -> bool:
    """Say whether the text at *loc* is a remark of the keeper, which is not published; the mentors' notes are."""
    return "catatan" in loc and not (loc[0] == "catatan_pendampingan" and len(loc) == 3)


def _collect(data: object, loc: Loc, into: list[tuple[Loc, str]]) -> None:
    if isinstance(data, str):
        into.append((loc, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _collect(value, (*loc, key), into)
    elif isinstance(data, (list, tuple)):
        for number, value in enumerate(data):
            _collect(value, (*loc, number), into)
