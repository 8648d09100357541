"""The search index as a unit of the site: made from what the search finds of all others, which the cache keeps."""

import errno
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from generator.cache import Cache, Unit
from generator.packages import program
from generator.pipeline import Output
from generator.render.page import Entry
from generator.search import FOLDER, WORDS, Vocabulary, count, file_of, index, stub
from generator.work import spread
from generator.write import write

ABSENT = (
    "the search is left out, because the package pagefind_bin is not installed (`make site` installs it); "
    "readers get the A to Z page"
)

MOST = 3000  # words by which typing errors are mended that another portal may add: every reader loads them

Entries = list[tuple[str, Entry]]


def outputs(
    cache: Cache, units: dict[str, Unit], again: Callable[[str], None], jobs: int, others: Mapping[str, Callable[[], Entries]]
) -> Iterator[Output]:
    """
    Yield the files of the search index over *units*, and over what *others* give by their names; raises SearchError.

    Where the cache has lost what it finds of a unit, *again* makes it.
    """
    binary = program()
    if binary is None:
        return
    with TemporaryDirectory(prefix="zi-cari-") as name:
        stubs, folder = Path(name) / "halaman", Path(name) / FOLDER

        def work(unit: str) -> tuple[dict[str, float], Vocabulary]:
            given = others[unit]() if unit in others else entries(cache, unit, units[unit].key, again)
            write({file_of(*found): stub(*found).encode() for found in given}, stubs)
            words = count(entry for _, entry in given)
            return {file_of(*found): found[1].weight for found in given}, words.limited(MOST) if unit in others else words

        weights: dict[str, float] = {}
        vocabulary = Vocabulary()
        for heavy, words in spread(work, [*(name for name, unit in units.items() if unit.found), *others], jobs):
            weights |= heavy
            vocabulary.add(words)
        index(binary, weights, stubs, folder, jobs)
        yield Output(f"{FOLDER}/{WORDS}", json.dumps(vocabulary.sorted()).encode())
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield Output(f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def entries(cache: Cache, name: str, key: str, again: Callable[[str], None]) -> Entries:
    """Return what the search finds of the unit *name*, which *again* makes where the cache has lost it."""
    kept = cache.take(f"cari/{name}", key)
    if kept is None:
        again(name)
        kept = cache.take(f"cari/{name}", key)
    if kept is None:
        raise OSError(errno.EIO, "The search needs a cache folder that can be written to", str(cache.folder))
    return cast("Entries", kept)
