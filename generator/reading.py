"""Every satker is read and judged, those that have not changed since the last build from what was known of them."""

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from generator.cache import Cache, Known
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA, list_folders
from generator.index import Index
from generator.judge import is_silent, judge_bersama
from generator.keys import Listing, content_key, key, stamps
from generator.load import MODELS, LoadedBersama, LoadedSatker
from generator.made import Order
from generator.model.record import complete
from generator.model.satker import Satker
from generator.model.terbuka import SatkerTerbuka
from generator.portal import Progress, across, gather, load_whole, look, make_index
from generator.survey import Surveyed
from generator.work import FEW, Crew, spread
from generator.write import write

MOST_HELD = 1_000  # satker in each process, of some 40 KB
SURVEYS = "survei"  # of the cache
_LEVEL = 1  # of compression: what is alike is there once already


@dataclass(frozen=True, slots=True)
class Reader:
    """
    How the records of *order* are read, in every process that reads some; *cache* remembers attachments from build to build.

    What was read is taken up again: *held* are satker that say what many say, and so weigh little; others wait in *spool*.
    """

    order: Order
    shared: LoadedBersama
    spool: Path
    cache: Cache
    held: dict[str, Satker] = field(default_factory=dict)

    def look(self, slug: str) -> tuple[Surveyed, dict[str, str]]:
        """Read one satker and judge it by itself; return also the keys of the bytes that were read, by the name of the record."""
        surveyed, loaded = look(self.order.root, slug, self.shared, self.order.hari_ini, lambda: self.cache)
        satker = replace(loaded.satker, sunyi=is_silent(loaded))
        if is_like_no_other(loaded):
            write({slug: pickle.dumps(satker, 5)}, self.spool)
        elif len(self.held) < MOST_HELD:
            self.held[slug] = satker
        return surveyed, {entry.name: entry.source.key for entry in loaded.entries if entry.source.key}

    def load(self, slug: str) -> tuple[Satker, bool]:
        """Return one satker whole, as it was read before if it was, and whether it is what was judged."""
        if slug in self.held:
            return self.held[slug], True
        path = self.spool / slug
        if path.exists():
            return cast("Satker", pickle.loads(path.read_bytes())), True  # noqa: S301 - written by this very build
        satker = load_whole(self.order.root, slug, self.shared, lambda: self.cache).satker
        return satker, self.order.is_still(slug)


@dataclass(frozen=True, slots=True)
class Records:
    """
    All records as a build knows them.

    *names* are those of all that stands in their folder; *known* is what the next build may ask for; who was in *crew* when they
    were read has some of them at hand.
    """

    names: tuple[str, ...]
    known: dict[str, Known]
    surveyed: dict[str, Surveyed]
    index: Index
    findings: tuple[Diagnostic, ...]
    crew: Crew[Reader]

    @property
    def reader(self) -> Reader:
        """How they were read."""
        return self.crew.state


def known_of(order: Order, old: dict[str, Known]) -> dict[str, Known]:
    """
    Return what is known of every folder; files are read only where the system says that they may have changed.

    What is in the folders of new satker is seen when their records are read.
    """
    inside = order.found.inside
    kept = {name: old.get(name, Known(files, "")) for name, files in inside.items()}
    new = set(list_folders(order.root)[0]) - old.keys()
    stale = [name for name, files in inside.items() if name not in new and not (name in old and old[name].files.is_same(files))]
    read = spread(lambda name: content_key(order.root / name), stale, order.jobs)
    fresh = dict(zip(stale, read, strict=True))
    return {name: replace(kept[name], files=inside[name], content=fresh.get(name, kept[name].content)) for name in inside}


def read_records(crew: Crew[Reader], known: dict[str, Known], progress: Progress) -> Records:
    """Return all records of the order of *crew*, whose folders are *known*, which grows; raises OSError if one cannot be read."""
    reader = crew.state
    root, today, shared = reader.order.root, reader.order.hari_ini, reader.shared
    names, found = list_folders(root)
    for name in names:
        known.setdefault(name, Known(Listing("", settled=False), ""))  # a folder that has just come
    found += [*shared.findings, *judge_bersama(shared, today, names)]  # now, while the shell is drawn
    common = key(str(root), today, known[BERSAMA].content if BERSAMA in known else "")
    kept = _kept(reader.cache) if any(item.key for item in known.values()) else {}
    results = progress(_surveyed(crew, common, names, known, kept), len(names))
    surveyed = dict(zip(names, results, strict=True))
    index = make_index(surveyed, names)
    found += _across(reader, index, known)
    return Records(reader.order.found.names, known, surveyed, index, gather(found, surveyed.values()), crew)


def _kept(cache: Cache) -> dict[str, tuple[str, Surveyed]]:
    """Return every satker as the last build read it, with the key under which it did."""
    packed = cache.take(SURVEYS, cache.machine)
    return cast("dict[str, tuple[str, Surveyed]]", pickle.loads(zlib.decompress(packed))) if isinstance(packed, bytes) else {}  # noqa: S301 - our own


def keep(records: Records) -> None:
    """Keep every satker for the next build, in one file: what many say alike is there once."""
    cache, told = records.reader.cache, {name: (records.known[name].key, item) for name, item in records.surveyed.items()}
    cache.put(SURVEYS, cache.machine, zlib.compress(pickle.dumps(told, 5), _LEVEL))


def _surveyed(
    crew: Crew[Reader], common: str, names: list[str], known: dict[str, Known], kept: dict[str, tuple[str, Surveyed]]
) -> Iterator[Surveyed]:
    """Yield every satker, after reading those whose records are not those of the *kept* ones."""
    keys = {name: key(common, known[name].content) for name in names}
    found = {name: kept[name][1] for name in names if name in kept and kept[name][0] == keys[name]}
    stale = [(name, (name, known[name].content)) for name in names if name not in found]
    if len(stale) >= FEW:
        complete([*MODELS.values(), SatkerTerbuka])
    fresh = crew.spread(_read, stale)
    for name in names:
        if name not in found:
            content, found[name] = next(fresh)
            known[name] = Known(known[name].files, content, key(common, content))
        elif known[name].key != keys[name]:  # of a build that was cut short, of which nothing else is known
            known[name] = Known(known[name].files, known[name].content, keys[name])
        yield found[name]


def _read(reader: Reader, item: tuple[str, str]) -> tuple[str, Surveyed]:
    """Return the key of what is in the folder of a satker, empty if it changed while it was read, and what its records say."""
    (name, content), order = item, reader.order
    surveyed, read = reader.look(name)
    found = stamps(order.root / name)
    content = content or content_key(order.root / name, found, read)
    is_all = len(read) == sum(not path.endswith("/") for path, *_ in found)  # what is no record was read once more, just now
    is_exact = order.was(name, found) and (is_all or order.is_still(name))
    return content if is_exact else "", surveyed


def is_like_no_other(loaded: LoadedSatker) -> bool:
    """Say whether most records had to be read anew: taking them up is faster then, else what many share stays one object."""
    return 2 * sum(entry.source.is_new for entry in loaded.entries) > len(loaded.entries)


def _across(reader: Reader, index: Index, known: dict[str, Known]) -> Iterator[Diagnostic]:
    """Yield what the satker say wrongly of others; asked anew where their records or those others changed."""
    others = key(index.hubungan())
    stale = [name for name, summary in index.satker.items() if summary.menyebut and known[name].others != others]
    judged = across(reader.order.root, reader.shared, index, reader.order.hari_ini, stale, reader.order.jobs)
    for name, found in zip(stale, judged, strict=True):
        known[name].others, known[name].across = others, found
    for name, summary in index.satker.items():
        if summary.menyebut:
            yield from known[name].across
