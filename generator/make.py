"""
From the records to the site: what changed since the last build is made anew, everything else is left where it is.

Every output belongs to a unit, made together under one key: a satker with all at its addresses, its documents, each page of the
portal, what MkDocs draws, the editor, the list of addresses, the search index, what was found of the links. Warm and cold builds
give the same bytes.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from generator import gabungan, indexing, printing
from generator.budget import Budget, together
from generator.cache import Cache, Known, State, Unit
from generator.diagnostic import has_errors
from generator.folder import BERSAMA
from generator.gist import NAME, Gist
from generator.keys import key
from generator.lampiran import peninjau
from generator.load import LoadedBersama, load_bersama
from generator.made import Made, Order
from generator.portal import Progress
from generator.reading import Reader, Records, keep, known_of, read_records
from generator.run import Run, absent, berkas_keys, satker_keys
from generator.shell import Shell
from generator.staging import Staging, signed, staged
from generator.tautan import known
from generator.unit import Place
from generator.units import make_satker, make_some, make_units
from generator.work import Crew, aside

Drawn = tuple[Shell, str]


def make(order: Order, drawn: Callable[[], Drawn], cache: Cache, progress: Progress, old: State) -> Made:
    """
    Build the site of *order*; raises UnsafeTargetError, BrokenError or OSError, and then the last site stays.

    *drawn* gives the shell, and the key of what it was drawn from, once the records are read; *old* is what the last build left
    in *cache*.
    """
    known_now = known_of(order, old.known)  # before anything is read: what is saved meanwhile is seen by the next build
    with TemporaryDirectory(prefix="zi-") as spool:
        reader = Reader(order, _shared(order, known_now, cache), Path(spool), cache)
        with Crew(reader, order.jobs) as crew:
            return _site_of(read_records(crew, known_now, progress), drawn, old)


def _shared(order: Order, known: dict[str, Known], cache: Cache) -> LoadedBersama:
    """Return the shared records, which are *known*, as an earlier build read them if they are the same."""
    if BERSAMA not in known:
        return load_bersama(order.root)
    key_ = key(str(order.root), known[BERSAMA].content)
    kept = cache.take(BERSAMA, key_)
    if isinstance(kept, LoadedBersama):
        return kept
    shared = load_bersama(order.root)
    if order.is_still(BERSAMA):
        cache.put(BERSAMA, key_, shared)
    else:
        known[BERSAMA].content = ""
    return shared


def _site_of(records: Records, drawn: Callable[[], Drawn], old: State) -> Made:
    """Judge whether a site may come of *records*, and build it."""
    (shell, inputs), order, cache = drawn(), records.reader.order, records.reader.cache
    target = order.site or Path(shell.site)
    warnings = (*shell.warnings, *absent(order, shell, len(records.surveyed)))
    count = len(records.index.nyata())
    if has_errors(records.findings) or (order.strict and (warnings or records.findings)):
        return Made(None, records.findings, warnings, count, Budget())
    checks, doubts = known(order.checks)
    warnings += doubts  # they stop nothing
    if order.shard:
        run = Run(order, shell, records, Place(cache), old.units, checks)
        return _part(run, order.shard, warnings)
    sources = [order.root, *map(Path, shell.sources)]
    with (
        aside(partial(keep, records), order.jobs) as kept,
        staged(target, sources, old.files, lasting=order.lasting, jobs=order.jobs, ahead=order.ahead) as staging,
    ):
        run = Run(order, shell, records, Place(cache, staging.folder, twin=staging.twin), old.units, checks, _told(cache, old))
        keys = satker_keys(run)
        if _is_last(target, old):
            run = replace(run, place=Place(cache, staging.folder, target))
        make_units(run, keys)
        with suppress(OSError):  # then the next build takes longer
            kept()
        sign = _publish(run, staging)
    return _kept(run, old, _Outcome(target, sign, warnings, key(order.key, inputs)))


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A site in its place: its *sign*, the *warnings* of its build, and the *key* of all that it came from."""

    site: Path
    sign: str
    warnings: tuple[str, ...]
    key: str


def _kept(run: Run, old: State, outcome: _Outcome) -> Made:
    """Keep what the next build may use again, and say what came of this one."""
    records, shell, cache = run.records, run.shell, run.place.cache
    state = State(outcome.key, records.names, shell.sources, shell.site, str(outcome.site.resolve()), outcome.sign)
    state = replace(state, known=records.known, units=run.units, findings=records.findings, warnings=outcome.warnings)
    notes = (*printing.notes(shell, len(records.surveyed), run.units), *gabungan.catatan(run.site.daerah))
    count = len(records.index.nyata())
    weight = together(run.gist(name).weight for name in run.units)
    cache.put(NAME, outcome.sign, run.gists)
    cache.save(replace(state, satker=count, budget=weight, notes=notes))
    for name in old.units.keys() - run.units.keys():
        cache.drop(name)
        cache.drop(f"{indexing.PIECES}/{name}")
        cache.drop(f"{peninjau.FOLDER}/{name}")
    return Made(outcome.site, records.findings, outcome.warnings, count, weight, tuple(run.rendered), notes)


def _told(cache: Cache, old: State) -> dict[str, Gist]:
    """Return the gist of each unit of the last build."""
    found = cache.take(NAME, old.sign)
    return cast("dict[str, Gist]", found) if isinstance(found, dict) else {}


def _part(run: Run, shard: tuple[int, int], warnings: tuple[str, ...]) -> Made:
    """Leave the pages of a part of the satker in the cache."""
    cache, records = run.place.cache, run.records
    pages, files = (dict(list(keys.items())[shard[0] - 1 :: shard[1]]) for keys in (satker_keys(run), berkas_keys(run)))
    make_satker(run, pages)
    make_some(run, files)
    keep(records)
    cache.save(State(known=records.known, units=run.units))
    return Made(cache.folder, records.findings, warnings, len(pages), Budget(), tuple(run.rendered))


def _is_last(site: Path, old: State) -> bool:
    """Say whether *site* is what the last build left."""
    return old.site == str(site.resolve()) and bool(old.sign) and signed(site) == old.sign


def _publish(run: Run, staging: Staging) -> str:
    """Put the new files in their places and return the sign of the site."""
    sign = key([run.gist(name).sign for name in sorted(run.units)])
    if run.place.site is None:
        staging.finish(sign)
    else:
        moved, removed = _apart(run.old, run.units)
        if moved or removed:
            staging.patch(moved, removed, sign)
    return sign


def _apart(old: dict[str, Unit], new: dict[str, Unit]) -> tuple[list[str], list[str]]:
    """Return the addresses of the files that *new* has and *old* has not or otherwise, and of those that are no more."""
    moved: list[str] = []
    gone: set[str] = set()
    for name in [name for name in old | new if old.get(name) is not new.get(name)]:
        before, now = (units[name].files if name in units else {} for units in (old, new))
        moved += [uri for uri, file in now.items() if before.get(uri) != file]
        gone.update(before.keys() - now.keys())
    for unit in new.values() if gone else ():
        gone.difference_update(unit.files)
    return moved, sorted(gone)
