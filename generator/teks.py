"""The texts of a record with the keys that lead to them, and a quick way to those that contain a word."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, chain

from generator.diagnostic import Loc
from generator.sama import Sama

Found = tuple[tuple[Loc, str], ...]


class Bagian:
    """The texts of *data*, nested mappings and lists, of which only texts count, below the top-level *key* of a record."""

    def __init__(self, key: str, data: object) -> None:
        items: list[tuple[Loc, str]] = []
        _collect(data, (key,), items)
        self.items = tuple(items)
        self._containing: dict[object, Found] = {}

    @cached_property
    def by_key(self) -> dict[str | int, Found]:
        """The texts by the key whose value they are, at whatever depth."""
        found: dict[str | int, Found] = {}
        for loc, text in self.items:
            found[loc[-1]] = (*found.get(loc[-1], ()), (loc, text))
        return found

    @cached_property
    def is_ascii(self) -> bool:
        """Say whether nothing is in the texts, as patterns see them, but the letters, digits and signs of ASCII."""
        return self._plain[0].isascii()

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        """All texts as one, as patterns see them that ignore case, and where each begins."""
        texts = [text.casefold().replace("ı", "i") for _, text in self.items]
        return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts)]

    def containing(self, words: tuple[str, ...], pattern: re.Pattern[str] | None) -> Found:
        """Return the texts with at least one of *words* or *pattern* in them."""
        found = self._containing.get((words, pattern))
        if found is None:
            found = self._containing[words, pattern] = tuple(self._search(words, pattern))
        return found

    def _search(self, words: tuple[str, ...], pattern: re.Pattern[str] | None) -> Iterator[tuple[Loc, str]]:
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
        yield from (self.items[number] for number in sorted(found))


class Teks:
    """Texts with their locs, in the order of the file."""

    def __init__(self, parts: Iterable[Bagian]) -> None:
        self._parts = tuple(part for part in parts if part.items)

    def __iter__(self) -> Iterator[tuple[Loc, str]]:
        return chain.from_iterable(part.items for part in self._parts)

    @property
    def is_ascii(self) -> bool:
        """Say whether nothing is in the texts, as patterns see them, but the letters, digits and signs of ASCII."""
        return all(part.is_ascii for part in self._parts)

    def at(self, *keys: str) -> Iterator[tuple[Loc, str]]:
        """Yield the texts that are the value of one of *keys*, at whatever depth."""
        for key in keys:
            for part in self._parts:
                yield from part.by_key.get(key, ())

    def containing(self, words: tuple[str, ...], pattern: re.Pattern[str] | None = None) -> Iterator[tuple[Loc, str]]:
        """
        Yield the texts with at least one of *words* (in lower case) or *pattern* (within a line) in them.

        Patterns are slow and nearly never found: a rule first asks for the words without which there is nothing for it to find.
        """
        for part in self._parts:
            yield from part.containing(words, pattern)


_parts: Sama[Bagian] = Sama()


def teks(data: Mapping[str, object]) -> Teks:
    """Return the texts of *data*, by the top-level keys of a record."""
    return Teks(_parts.once(Bagian, key, value) for key, value in data.items())


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
