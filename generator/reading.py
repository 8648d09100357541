"""Every satker is read and judged, those that have not changed since the last build from what was known of them."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from generator.cache import Known
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA, list_folders
from generator.index import Index
from generator.judge import judge_bersama
from generator.keys import Listing, content_key, key
from generator.load import LoadedBersama, load_bersama, load_satker
from generator.made import folders
from generator.model.satker import Satker
from generator.portal import Progress, across, gather, look, make_index
from generator.survey import Surveyed
from generator.work import spread


@dataclass(frozen=True, slots=True)
class Records:
    """
    All records as a build knows them.

    *names* are those of all that stands in *root*, *fresh* of the satker that were read anew; *known* is what the next build may
    ask for, *spool* a folder that holds the satker read in this one.
    """

    root: Path
    names: tuple[str, ...]
    fresh: tuple[str, ...]
    shared: LoadedBersama
    known: dict[str, Known]
    surveyed: dict[str, Surveyed]
    index: Index
    findings: tuple[Diagnostic, ...]
    spool: Path

    def load(self, slug: str) -> Satker:
        """Return one satker whole, as it was read before if it was."""
        path = self.spool / slug
        if path.exists():
            return cast("Satker", pickle.loads(path.read_bytes()))  # noqa: S301 - written by this very build
        return load_satker(self.root, slug, self.shared.standards).satker


@dataclass(frozen=True, slots=True)
class Reader:
    """How records are read: from *root*, on the day *hari_ini*, in *jobs* processes that keep what they read in *spool*."""

    root: Path
    hari_ini: date
    jobs: int
    spool: Path


def read_records(reader: Reader, old: dict[str, Known], progress: Progress) -> Records:
    """Return all records below the reader's folder; raises OSError when a file cannot be read."""
    names, found = list_folders(reader.root)
    top, inside = folders(reader.root)
    contents = {name: _content(reader.root, name, files, old.get(name)) for name, files in inside.items()}
    shared = load_bersama(reader.root)
    common = key(str(reader.root), reader.hari_ini, contents[BERSAMA].content if BERSAMA in contents else "")
    results = progress(_surveyed(reader, shared, common, names, contents), len(names))
    surveyed = dict(zip(names, results, strict=True))
    index = make_index(surveyed, names)
    found += [*shared.findings, *judge_bersama(shared, reader.hari_ini), *_across(reader, shared, index, contents)]
    fresh = tuple(name for name in names if (reader.spool / name).exists())
    return Records(reader.root, top, fresh, shared, contents, surveyed, index, gather(found, surveyed.values()), reader.spool)


def _content(root: Path, name: str, files: Listing, old: Known | None) -> Known:
    """Return what is known of the folder *name*; its files are read only where the system says that they may have changed."""
    if old is not None and old.files.is_same(files):
        return old
    content = content_key(root / name, files)
    return Known(files, content, old.key, old.packed, old.others, old.across) if old else Known(files, content)


def _surveyed(
    reader: Reader, shared: LoadedBersama, common: str, names: list[str], known: dict[str, Known]
) -> Iterator[Surveyed]:
    """Yield every satker, after reading those whose records are not those that were surveyed before."""
    keys = {name: key(common, known[name].content) for name in names}
    stale = [name for name in names if known[name].key != keys[name]]

    def read(name: str) -> bytes:
        surveyed, loaded = look(reader.root, name, shared, reader.hari_ini)
        (reader.spool / name).write_bytes(pickle.dumps(loaded.satker, 5))
        return pickle.dumps(surveyed, 5)

    fresh = spread(read, stale, reader.jobs)
    for name in names:
        if known[name].key != keys[name]:
            known[name].packed, known[name].key, known[name].others = next(fresh), keys[name], ""
        yield pickle.loads(known[name].packed)  # noqa: S301 - the cache is whole, and our own


def _across(reader: Reader, shared: LoadedBersama, index: Index, known: dict[str, Known]) -> Iterator[Diagnostic]:
    """Yield what the satker say wrongly of others; asked anew where their records or those others changed."""
    others = key(index.hubungan())
    stale = [name for name, summary in index.satker.items() if summary.menyebut and known[name].others != others]
    for name, found in zip(stale, across(reader.root, shared, index, reader.hari_ini, stale, reader.jobs), strict=True):
        known[name].others, known[name].across = others, found
    for name, summary in index.satker.items():
        if summary.menyebut:
            yield from known[name].across
