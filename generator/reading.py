"""Every satker is read and judged, those that have not changed since the last build from what was known of them."""

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from generator.cache import Cache, Known
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA, list_folders
from generator.index import Index
from generator.judge import judge_bersama
from generator.keys import Listing, content_key, key
from generator.load import LoadedBersama, LoadedSatker, load_bersama
from generator.made import Order
from generator.model.satker import Satker
from generator.portal import Progress, across, gather, load_whole, look, make_index
from generator.survey import Surveyed
from generator.work import spread
from generator.write import write

_LEVEL = 1  # of compression: a survey becomes half as large in a tenth of a millisecond


@dataclass(frozen=True, slots=True)
class Records:
    """
    All records as a build knows them.

    *names* are those of all that stands in *root*; *known* is what the next build may ask for, *spool* a folder that holds some
    of the satker read in this one.
    """

    root: Path
    names: tuple[str, ...]
    shared: LoadedBersama
    known: dict[str, Known]
    surveyed: dict[str, Surveyed]
    index: Index
    findings: tuple[Diagnostic, ...]
    spool: Path
    cache: Cache

    def load(self, slug: str) -> Satker:
        """Return one satker whole, as it was read before if it was."""
        path = self.spool / slug
        if path.exists():
            return cast("Satker", pickle.loads(path.read_bytes()))  # noqa: S301 - written by this very build
        return load_whole(self.root, slug, self.shared, lambda: self.cache).satker


@dataclass(frozen=True, slots=True)
class Reader:
    """How the records of *order* are read: in processes that keep much of what they read in *spool* and, for long, in *cache*."""

    order: Order
    spool: Path
    cache: Cache


def read_records(reader: Reader, old: dict[str, Known], progress: Progress) -> Records:
    """Return all records of the reader's order; raises OSError when a file cannot be read."""
    root, today, (top, inside) = reader.order.root, reader.order.hari_ini, reader.order.found
    names, found = list_folders(root)
    known = _contents(reader, inside, old, frozenset(names) - old.keys())
    shared = load_bersama(root)
    common = key(str(root), today, known[BERSAMA].content if BERSAMA in known else "")
    results = progress(_surveyed(reader, shared, common, names, known), len(names))
    surveyed = dict(zip(names, results, strict=True))
    index = make_index(surveyed, names)
    found += [*shared.findings, *judge_bersama(shared, today, names), *_across(reader, shared, index, known)]
    return Records(root, top, shared, known, surveyed, index, gather(found, surveyed.values()), reader.spool, reader.cache)


def _contents(reader: Reader, inside: dict[str, Listing], old: dict[str, Known], new: frozenset[str]) -> dict[str, Known]:
    """
    Return what is known of every folder; files are read only where the system says that they may have changed.

    What is in the folders of *new* satker is seen when their records are read.
    """
    stale = [name for name, files in inside.items() if name not in new and not (name in old and old[name].files.is_same(files))]
    read = spread(lambda name: content_key(reader.order.root / name), stale, reader.order.jobs)
    fresh = dict(zip(stale, read, strict=True))
    kept = {name: old.get(name, Known(files, "")) for name, files in inside.items()}
    return {
        name: replace(kept[name], files=inside[name], content=fresh[name]) if name in fresh else kept[name] for name in inside
    }


def _surveyed(
    reader: Reader, shared: LoadedBersama, common: str, names: list[str], known: dict[str, Known]
) -> Iterator[Surveyed]:
    """Yield every satker, after reading those whose records are not those that were surveyed before."""
    stale = [name for name in names if not known[name].content or known[name].key != key(common, known[name].content)]

    def read(name: str) -> tuple[str, bytes]:
        content = known[name].content or content_key(reader.order.root / name)
        surveyed, loaded = look(reader.order.root, name, shared, reader.order.hari_ini, lambda: reader.cache)
        if is_like_no_other(loaded):
            write({name: pickle.dumps(loaded.satker, 5)}, reader.spool)
        return content, zlib.compress(pickle.dumps(surveyed, 5), _LEVEL)

    fresh, left = spread(read, stale, reader.order.jobs), set(stale)
    for name in names:
        if name in left:
            content, packed = next(fresh)
            known[name] = Known(known[name].files, content, key(common, content), packed)
        yield pickle.loads(zlib.decompress(known[name].packed))  # noqa: S301 - the cache is whole, and our own


def is_like_no_other(loaded: LoadedSatker) -> bool:
    """Say whether most records had to be read anew: taking them up is faster then, else what many share stays one object."""
    return 2 * sum(entry.source.is_new for entry in loaded.entries) > len(loaded.entries)


def _across(reader: Reader, shared: LoadedBersama, index: Index, known: dict[str, Known]) -> Iterator[Diagnostic]:
    """Yield what the satker say wrongly of others; asked anew where their records or those others changed."""
    others = key(index.hubungan())
    stale = [name for name, summary in index.satker.items() if summary.menyebut and known[name].others != others]
    for name, found in zip(
        stale, across(reader.order.root, shared, index, reader.order.hari_ini, stale, reader.order.jobs), strict=True
    ):
        known[name].others, known[name].across = others, found
    for name, summary in index.satker.items():
        if summary.menyebut:
            yield from known[name].across
