"""The search index as a unit of the site: made from the stubs of all others, which the cache keeps."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from generator.cache import Cache, Unit
from generator.pipeline import Output
from generator.search import FOLDER, Vocabulary, index, program
from generator.write import write

__all__ = ["ABSENT", "outputs", "program"]

ABSENT = "the search is left out, because the package pagefind_bin is not installed; readers get the A to Z page"


def outputs(cache: Cache, units: dict[str, Unit], again: Callable[[str], Unit]) -> Iterator[Output]:
    """
    Yield the files of the search index over *units*; raises SearchError.

    Where the cache has lost the stubs of a unit, *again* makes them.
    """
    binary = program()
    if binary is None:
        return
    vocabulary = Vocabulary()
    weights: dict[str, float] = {}
    with TemporaryDirectory(prefix="zi-cari-") as name:
        stubs, folder = Path(name) / "halaman", Path(name) / FOLDER
        for unit, made in units.items():
            if made.found:
                texts, words = _stubs(cache, unit, made, again)
                write({f"{address}index.html": text.encode() for address, text in texts.items()}, stubs)
                vocabulary.add(words)
                weights |= {address: weight for address, weight, _ in made.found}
        index(binary, weights, stubs, vocabulary, folder)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield Output(f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def _stubs(cache: Cache, name: str, unit: Unit, again: Callable[[str], Unit]) -> tuple[dict[str, str], Vocabulary]:
    kept = cache.take(f"cari/{name}", unit.key)
    if kept is None:
        kept = cache.take(f"cari/{name}", again(name).key)
    return cast("tuple[dict[str, str], Vocabulary]", kept)
