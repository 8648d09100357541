"""The texts of a record with the keys that lead to them, and a quick way to what is sought in them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import Any, Generic, TypeVar

from generator.diagnostic import Loc
from generator.senama import Senama

Item = tuple[Loc, str]
Result = TypeVar("Result")


@dataclass(frozen=True, eq=False, slots=True)
class Search(Generic[Result]):
    """
    What is sought in texts, by identity: *find* says what one text, with its loc, has of it, and knows no more.

    Patterns are slow and nearly never found. So *find* is asked only about texts with one of *words* (in lower case) or *pattern*
    (within a line) in them, if there are any, or that are the value of one of *keys*; with *beyond_ascii* not about parts that
    have only the letters, digits and signs of ASCII. Of a part no more than *most* results are kept.
    """

    find: Callable[[Loc, str], Iterable[Result]]
    words: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    keys: tuple[str, ...] = ()
    beyond_ascii: bool = False
    most: int | None = None


class Bagian:
    """
    The texts of *data*, nested mappings and lists, of which only texts count, below the top-level *key* of a record.

    *found* remembers what each search has found in them, *telling* which of some searches have found anything, *by_keys* what
    ``at`` has returned.
    """

    def __init__(self, key: str, data: object) -> None:
        items: list[Item] = []
        _collect(data, (key,), items)
        self.items = tuple(items)
        self.found: dict[Search[Any], tuple[Any, ...]] = {}
        self.telling: dict[frozenset[Search[Any]], tuple[Search[Any], ...]] = {}
        self.by_keys: dict[tuple[str, ...], tuple[Item, ...]] = {}

    def at(self, keys: tuple[str, ...]) -> tuple[Item, ...]:
        """Return the texts that are the value of one of *keys*, at whatever depth."""
        found = self.by_keys.get(keys)
        if found is None:
            found = self.by_keys[keys] = tuple([item for item in self.items if item[0][-1] in keys])
        return found

    @cached_property
    def is_ascii(self) -> bool:
        """Say whether the texts have only letters, digits and signs of ASCII."""
        return all(text.isascii() for _, text in self.items)

    @cached_property
    def plain(self) -> str:
        """All texts as one, as patterns see them that ignore case."""
        return _plain("\n".join([text for _, text in self.items]))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text begins in ``plain``."""
        return [0, *accumulate(len(_plain(text)) + 1 for _, text in self.items)]

    def look(self, search: Search[Result]) -> tuple[Result, ...]:
        """Return what there is of *search*."""
        found = (found for loc, text in self._asked(search) for found in search.find(loc, text))
        return tuple(islice(found, search.most))

    def _asked(self, search: Search[Result]) -> Iterable[Item]:
        if search.keys:
            return self.at(search.keys)
        if search.words or search.pattern:
            return [self.items[number] for number in sorted(_hits(self.plain, self._starts, search))]
        return self.items


class Teks:
    """Texts with their locs, in the order of the file."""

    def __init__(self, parts: Iterable[Bagian]) -> None:
        self._parts = [part for part in parts if part.items]

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(part.items for part in self._parts)

    def at(self, *keys: str) -> Iterator[Item]:
        """Return the texts that are the value of one of *keys*, at whatever depth."""
        known = [(part, part.by_keys.get(keys)) for part in self._parts]
        return chain.from_iterable([part.at(keys) if found is None else found for part, found in known])

    def found(self, search: Search[Result]) -> Iterator[Result]:
        """Yield what there is of *search*."""
        for part in self._parts:
            found = part.found.get(search)
            if found is None:
                _look([part for part in self._parts if search not in part.found], (search,))
                found = part.found[search]
            if found:
                yield from found

    def telling(self, searches: frozenset[Search[Any]]) -> set[Search[Any]]:
        """Return those of *searches* of which there is anything; where others had the same texts, they were made already."""
        telling: set[Search[Any]] = set()
        for part in self._parts:
            found = part.telling.get(searches)
            if found is None:
                found = self._tell(part, searches)
            if found:
                telling.update(found)
        return telling

    def _tell(self, part: Bagian, searches: frozenset[Search[Any]]) -> tuple[Search[Any], ...]:
        fresh = [other for other in self._parts if searches not in other.telling]
        _look(fresh, searches)
        for other in fresh:
            other.telling[searches] = tuple(search for search in searches if other.found[search])
        return part.telling[searches]


_parts: Senama[Bagian] = Senama()


def teks(data: Mapping[str, object]) -> Teks:
    """Return the texts of *data*, by the top-level keys of a record."""
    return Teks(_parts.all(Bagian, data.items()))


def _look(parts: list[Bagian], searches: Iterable[Search[Any]]) -> None:
    """Make *searches* in *parts*; they are searched as one text, because most of them have nothing of what is sought."""
    plain = [part.plain for part in parts]
    whole, starts = "\n".join(plain), [0, *accumulate(len(text) + 1 for text in plain)]
    exotic = {number for number, part in enumerate(parts) if not part.is_ascii}
    for search in searches:
        hits = exotic if search.beyond_ascii else set(range(len(parts)))
        if hits and (search.words or search.pattern):
            hits = hits & _hits(whole, starts, search)
        for number, part in enumerate(parts):
            part.found[search] = part.look(search) if number in hits else ()


def _hits(plain: str, starts: list[int], search: Search[Any]) -> set[int]:
    """Return the numbers of the texts, which begin at *starts* in *plain*, with one of the words or the pattern in them."""
    found = set()
    for word in search.words:
        at = plain.find(word)
        while at >= 0:
            number = bisect_right(starts, at)
            found.add(number - 1)
            at = plain.find(word, starts[number])
    if search.pattern:
        found |= {bisect_right(starts, match.start()) - 1 for match in search.pattern.finditer(plain)}
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
