"""The links of a record to other places on the web, with where each stands."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from generator.diagnostic import Loc
from generator.load import Entry
from generator.model.scalar import tautan
from generator.read import Source
from generator.tautan import is_link
from generator.teks import Search, is_note


def links(entries: Iterable[Entry]) -> Iterator[tuple[str, Source, tuple[str | int, ...]]]:
    """Yield every value of *entries* that is a link, with the record (its standard, if inherited) and the keys that hold it."""
    for entry in entries:
        yield from _of(entry, entry.source)
        if entry.source.base is not None:
            yield from (found for found in _of(entry, entry.source.base) if entry.source.inherits(found[2]))


def _of(entry: Entry, source: Source) -> Iterator[tuple[str, Source, tuple[str | int, ...]]]:
    return ((link, source, loc) for link, loc in source.texts.found(LINKS) if loc[0] not in entry.wrong)


def _link(loc: Loc, text: str) -> Iterator[tuple[str, Loc]]:
    """Yield the link that the whole of *text* is."""
    with suppress(ValueError):  # a text with a link in it
        link = "" if is_note(loc) else tautan(text.strip())
        if is_link(link):
            yield link, loc


LINKS = Search(_link, ("https://", "http://"))
