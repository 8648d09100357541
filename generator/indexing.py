"""
The search index as units of the site: pieces of it, each of some units whose finds the cache keeps, and the whole.

Pagefind reads no more pages at once than a piece has, and only pieces in which something changed.
"""

import errno
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar, cast
from zlib import crc32

from generator.cache import Cache
from generator.packages import program
from generator.pagefind import Piece
from generator.pipeline import Output
from generator.render.page import Entry, loaded
from generator.search import FOLDER, WORDS, Vocabulary, count, found, index
from generator.unit import FOUND

ABSENT = (
    "the search is left out, because the package pagefind_bin is not installed (`make site` installs it); "
    "readers get the A to Z page"
)

MOST = 3000  # words by which typing errors are mended that another portal may add: every reader loads them
MEMBERS = 48  # units of a piece at most, on average
PIECES = "potongan"

Entries = list[tuple[str, Entry]]
Kept = TypeVar("Kept")


def pieces(names: Iterable[str]) -> dict[str, list[str]]:
    """
    Return the pieces, by name, of the units *names*.

    A unit stays where it is when others come and go, until they are twice as many.
    """
    ranked = sorted(names)
    number = 1
    while number * MEMBERS < len(ranked):
        number *= 2
    parts: dict[str, list[str]] = {}
    for name in ranked:
        parts.setdefault(f"{FOLDER}/{crc32(name.encode()) % number}", []).append(name)
    return parts


def outputs_of_piece(cache: Cache, name: str, key: str, given: Entries, most: int | None = None) -> Iterator[Output]:
    """
    Yield the fragments of the piece *name*, and keep under *key* what the whole needs of it; raises SearchError.

    No more than *most* of its words mend typing errors.
    """
    binary = program()
    if binary is None:
        return
    item, fragments = found(binary, given)
    words = count(entry for _, entry in given)
    cache.put(f"{PIECES}/{name}", key, (item, words if most is None else words.limited(most)))
    for fragment, content in fragments.items():
        yield Output(f"{FOLDER}/fragment/{fragment}", content)


def outputs(cache: Cache, keys: Mapping[str, str], again: Callable[[str], None], jobs: int) -> Iterator[Output]:
    """
    Yield the files of the search index of pieces, whose *keys* are given by name; raises SearchError.

    Where the cache has lost a piece, *again* makes it.
    """
    binary = program()
    if binary is None:
        return
    vocabulary = Vocabulary()
    parts: list[Piece] = []
    for name, key in keys.items():
        kept = _kept(partial(cache.take, f"{PIECES}/{name}", key), partial(again, name), cache.folder)
        item, words = cast("tuple[Piece, Vocabulary]", kept)
        parts.append(item)
        vocabulary.add(words)
    yield Output(f"{FOLDER}/{WORDS}", json.dumps(vocabulary.sorted()).encode())
    for path, content in index(binary, parts, jobs):
        yield Output(f"{FOLDER}/{path}", content)


def entries(cache: Cache, name: str, key: str, again: Callable[[str], None]) -> Entries:
    """Return what the search finds of the unit *name*, which *again* makes where the cache has lost it."""
    return loaded(_kept(partial(cache.take_beside, name, key, FOUND), partial(again, name), cache.folder))


def _kept(take: Callable[[], Kept | None], again: Callable[[], None], folder: Path) -> Kept:
    """Return what *take* finds, if need be after *again* has made it."""
    kept = take()
    if kept is None:
        again()
        kept = take()
    if kept is None:
        raise OSError(errno.EIO, "The search needs a cache folder that can be written to", str(folder))
    return kept
