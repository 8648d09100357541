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
    """
    The texts of *data*, nested mappings and lists, of which only texts count, below the top-level *key* of a record.

    *found* remembers which of them contain what was searched for.
    """

    def __init__(self, key: str, data: object) -> None:
        items: list[tuple[Loc, str]] = []
        _collect(data, (key,), items)
        self.items = tuple(items)
        self.found: dict[tuple[tuple[str, ...], re.Pattern[str] | None], Found] = {}

    @cached_property
    def by_key(self) -> dict[str | int, list[tuple[Loc, str]]]:
        """The texts by the key whose value they are, at whatever depth."""
        found: dict[str | int, list[tuple[Loc, str]]] = {}
        for item in self.items:
            found.setdefault(item[0][-1], []).append(item)
        return found

    @cached_property
    def plain(self) -> str:
        """All texts as one, as patterns see them that ignore case."""
        return _plain("\n".join([text for _, text in self.items]))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text begins in ``plain``."""
        return [0, *accumulate(len(_plain(text)) + 1 for _, text in self.items)]

    def search(self, words: tuple[str, ...], pattern: re.Pattern[str] | None) -> Found:
        """Return the texts with at least one of *words* or *pattern* in them."""
        return tuple(self.items[number] for number in sorted(_hits(self.plain, self._starts, words, pattern)))


class Teks:
    """Texts with their locs, in the order of the file."""

    def __init__(self, parts: Iterable[Bagian]) -> None:
        self._parts = [part for part in parts if part.items]

    def __iter__(self) -> Iterator[tuple[Loc, str]]:
        return chain.from_iterable(part.items for part in self._parts)

    @property
    def is_ascii(self) -> bool:
        """Say whether nothing is in the texts, as patterns see them, but the letters, digits and signs of ASCII."""
        return all(part.plain.isascii() for part in self._parts)

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
        wanted = (words, pattern)
        fresh = [part for part in self._parts if wanted not in part.found]
        if fresh:
            plain = [part.plain for part in fresh]
            hits = _hits("\n".join(plain), [0, *accumulate(len(text) + 1 for text in plain)], words, pattern)
            for number, part in enumerate(fresh):
                part.found[wanted] = part.search(words, pattern) if number in hits else ()
        return chain.from_iterable([part.found[wanted] for part in self._parts])


_parts: Sama[Bagian] = Sama()


def teks(data: Mapping[str, object]) -> Teks:
    """Return the texts of *data*, by the top-level keys of a record."""
    return Teks(_parts.once(Bagian, key, value) for key, value in data.items())


def _hits(plain: str, starts: list[int], words: tuple[str, ...], pattern: re.Pattern[str] | None) -> set[int]:
    """Return the numbers of the texts, which begin at *starts* in *plain*, with one of *words* or *pattern* in them."""
    found = set()
    for word in words:
        at = plain.find(word)
        while at >= 0:
            number = bisect_right(starts, at)
            found.add(number - 1)
            at = plain.find(word, starts[number])
    if pattern:
        found |= {bisect_right(starts, match.start()) - 1 for match in pattern.finditer(plain)}
    return found


def _plain(text: str) -> str:
    return text.casefold().replace("ı", "i")


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
