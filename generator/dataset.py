"""
The open data of the portal as a unit of the site: joined from what the cache keeps of each satker.

The cache keeps some satker at a time joined as well, so that after an edit only those with the edited one are joined anew.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from generator.cache import Cache, Unit
from generator.keys import key
from generator.opendata.dihapus import satker_dihapus
from generator.opendata.portal import Gugus, data_portal, gugus
from generator.opendata.satker import Bagian
from generator.pipeline import Output
from generator.render.page import Site
from generator.work import spread

FOLDER, ARCHIVE, JOINED = "data", "portal.zip", "gugus"  # of the cache
PART = "data"  # what a satker adds, beside its files in the cache
MEMBERS = 32  # satker that are joined together, on average
FEW = 6  # times so many that are worth a second process


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of each satker: the *units* of all, in *cache* what they add; what it has lost of one, *again* makes."""

    cache: Cache
    units: dict[str, Unit]
    again: Callable[[str], Bagian | None]

    def parts(self, names: Iterable[str]) -> Iterator[tuple[str, Bagian]]:
        """Yield what the satker of the units *names* add, by slug."""
        for name in names:
            kept = self.cache.take_beside(name, self.units[name].key, PART)
            part = cast("Bagian", pickle.loads(kept)) if kept else self.again(name)  # noqa: S301 - our own
            if part:
                yield name.partition("/")[2], part


def outputs(site: Site, kept: Kept, jobs: int) -> Iterator[Output]:
    """Yield the files of the portal over the satker that are *kept*, joined in *jobs* processes."""
    archive = kept.cache.place(f"{FOLDER}/{ARCHIVE}")
    yield from (Output(uri, content) for uri, content in data_portal(site, _joined(kept, jobs), archive))
    yield from (Output(uri, content) for uri, content in satker_dihapus(site))


def groups(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield *names* in their order, some at a time; a name says by itself whether it is the last, so others may come and go."""
    group: list[str] = []
    for name in names:
        group.append(name)
        if int(key(name)[:8], 16) % MEMBERS == 0:
            yield group
            group = []
    if group:
        yield group


def _joined(kept: Kept, jobs: int) -> Iterator[Gugus]:
    """Yield all satker, some at a time, after joining those of which one has changed."""
    cache = kept.cache
    members = {f"{FOLDER}/{JOINED}/{group[0]}": group for group in groups(name for name, unit in kept.units.items() if unit.data)}
    keys = {place: key(cache.machine, [(name, kept.units[name].data) for name in group]) for place, group in members.items()}
    found = cache.take(f"{FOLDER}/{JOINED}", cache.machine)
    old = found if isinstance(found, dict) else {}

    def work(place: str) -> None:
        cache.put(place, keys[place], gugus(kept.parts(members[place])))

    stale = [place for place in keys if keys[place] != old.get(place)]
    joining = iter(spread(work, stale, jobs, FEW))
    for place, key_ in keys.items():
        if key_ != old.get(place):
            next(joining)
        again = cache.take(place, key_)
        yield again if isinstance(again, Gugus) else gugus(kept.parts(members[place]))
    next(joining, None)  # there is none: its processes end
    for place in old.keys() - keys.keys():
        cache.drop(place)
    cache.put(f"{FOLDER}/{JOINED}", cache.machine, keys)
