"""The links of a record to other places on the web, with where each stands."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from generator.load import Entry
from generator.model.scalar import tautan
from generator.read import Source
from generator.tautan import is_link
from generator.teks import is_note


def links(entries: Iterable[Entry]) -> Iterator[tuple[str, Source, tuple[str | int, ...]]]:
    """Yield every value of *entries* that is a link, with the record (its standard, if inherited) and the keys that hold it."""
    for entry in entries:
        yield from _of(entry, entry.source)
        if entry.source.base is not None:
            yield from (found for found in _of(entry, entry.source.base) if entry.source.inherits(found[2]))


def _of(entry: Entry, source: Source) -> Iterator[tuple[str, Source, tuple[str | int, ...]]]:
    for loc, text in source.texts.containing(("https://", "http://")):
        link = _link(text) if loc[0] not in entry.wrong and not is_note(loc) else ""
        if link:
            yield link, source, loc


@lru_cache(maxsize=4096)
def _link(text: str) -> str:
    """Return the link that *text* is, or an empty text; a standard is asked for every record that inherits it."""
    with suppress(ValueError):  # a text with a link in it
        link = tautan(text.strip())
        return link if is_link(link) else ""
    return ""
