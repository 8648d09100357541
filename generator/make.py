"""
From the records to the site: what changed since the last build is made anew, everything else is left where it is.

Every output belongs to a unit, made together under one key: a satker with all at its addresses, each page of the portal, what
MkDocs draws, the list of addresses, the search index. Warm and cold builds give the same bytes.
"""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from jinja2 import Environment

from generator import dataset, indexing
from generator.aksesibilitas import load_uji
from generator.budget import budget
from generator.cache import Cache, State, Unit
from generator.diagnostic import has_errors
from generator.folder import BERSAMA
from generator.kemajuan import Capaian
from generator.keys import key, tree_key
from generator.made import Made, Order
from generator.opendata.satker import Bagian, data_satker
from generator.pipeline import PORTAL_KINDS, Output, addresses, measured, parts, portal_outputs, satker_outputs
from generator.portal import Progress, data_day
from generator.reading import Reader, Records, read_records
from generator.render.env import make_env
from generator.render.page import Site
from generator.shell import Shell
from generator.unit import Place, made, restored
from generator.work import FEW, spread
from generator.write import Staging, begin, is_intact, signed

LARGE, SOME = 200, 6  # of so many satker some pages of the portal are worth a process each

_KINDS = {f"portal/{module.KIND.name}": module for module in PORTAL_KINDS}
SHELL, ADDRESSES, SEARCH, DATA = "kerangka", "alamat", "pagefind", "data"


@dataclass(frozen=True)
class Run:
    """
    One build at work; *old* are the units of the last one.

    *units* grows as they are made, *rendered* names those that were not there.
    """

    order: Order
    shell: Shell
    records: Records
    place: Place
    old: dict[str, Unit]
    units: dict[str, Unit] = field(default_factory=dict)
    rendered: list[str] = field(default_factory=list)

    @cached_property
    def env(self) -> Environment:
        """The templates."""
        return make_env(Path(self.shell.theme), self.place.cache)

    @cached_property
    def site(self) -> Site:
        """What all pages know."""
        shared, surveyed = self.records.shared.bersama, self.records.surveyed
        return Site(self.shell.identitas, shared, self.records.index, data_day(surveyed.values()), load_uji())

    @cached_property
    def everyone(self) -> Site:
        """The same with where each satker stands, once all are made."""
        packed = {slug: self.units[f"satker/{slug}"].packed for slug in self.records.surveyed}
        outcomes = {slug: cast("Capaian", pickle.loads(data)) for slug, data in packed.items()}  # noqa: S301 - our own
        sizes = {uri: file[0] for uri, file in self.units[DATA].files.items()}
        return replace(self.site, capaian=outcomes, ukuran=sizes)

    @cached_property
    def common(self) -> str:
        """The key of what every record page comes from: templates, stencils, whose portal it is, the shared records."""
        shared = self.records.known[BERSAMA].content if BERSAMA in self.records.known else ""
        return key(tree_key([Path(self.shell.theme)]), self.shell.stencils, self.shell.identitas, shared)


def make(order: Order, inputs: str, shell: Shell, cache: Cache, progress: Progress, old: State) -> Made:
    """
    Build the site of *order*; raises UnsafeTargetError, SearchError or OSError, and then the last site stays.

    *inputs* is the key of what the shell was drawn from, *old* what the last build left in *cache*.
    """
    target = order.site or Path(shell.site)
    with TemporaryDirectory(prefix="zi-") as spool:
        reader = Reader(order, Path(spool))
        records = read_records(reader, old.known, progress)
        warnings = (*shell.warnings, *([indexing.ABSENT] if order.with_search and not indexing.program() else []))
        count = len(records.index.nyata())
        if has_errors(records.findings) or (order.strict and (warnings or records.findings)):
            return Made(None, records.findings, warnings, count, budget({}))
        if order.shard:
            run = Run(order, shell, records, Place(cache, None, None), old.units)
            _make(run, dict(list(_satker_keys(run).items())[order.shard[0] - 1 :: order.shard[1]]))
            cache.save(State(known=records.known, units=run.units))
            return Made(cache.folder, records.findings, warnings, len(run.units), budget({}), tuple(run.rendered))
        staging = begin(target, [order.root, *map(Path, shell.sources)])
        try:
            run = Run(order, shell, records, Place(cache, staging.folder, None), old.units)
            keys = _satker_keys(run)
            if _is_last(target, old) and _is_little(keys, old):
                run = replace(run, place=replace(run.place, site=target))
            _make_units(run, keys)
            sign = _publish(run, staging)
        except BaseException:
            staging.discard()
            raise
    state = State(key(order.key, inputs), records.names, shell.sources, shell.site, str(target.absolute()), sign)
    cache.save(replace(state, known=records.known, units=run.units, findings=records.findings, warnings=warnings, satker=count))
    for name in old.units.keys() - run.units.keys():
        cache.drop(name)
        cache.drop(f"cari/{name}")
        cache.drop(f"{dataset.FOLDER}/{name}")
    sizes = {uri: file[0] for unit in run.units.values() for uri, file in unit.files.items()}
    return Made(target, records.findings, warnings, count, budget(sizes), tuple(run.rendered))


def _is_last(site: Path, old: State) -> bool:
    """Say whether *site* is what the last build left."""
    return old.site == str(site.absolute()) and bool(old.sign) and signed(site) == old.sign


def _is_little(keys: dict[str, str], old: State) -> bool:
    """Say whether most satker stay as they are, so that files are exchanged in the site; else a new site takes its place."""
    return sum(name not in old.units or old.units[name].key != key_ for name, key_ in keys.items()) * 2 < len(keys)


def _make_units(run: Run, satker: dict[str, str]) -> None:
    """Make every unit, each after those that it comes from."""
    _make(run, {SHELL: key(run.shell.files, run.shell.prose), **satker})
    given = [(name, run.units[name].data) for name in satker]
    _make(run, {DATA: key(run.shell.identitas, run.site.per, given)})
    _make(run, dict(_portal_keys(run)))
    urls = [url for unit in run.units.values() for url in unit.urls]
    _make(run, {ADDRESSES: key(run.shell.identitas.base, sorted(urls))})
    if run.order.with_search and indexing.program():
        _make(run, {SEARCH: key([(name, unit.found) for name, unit in sorted(run.units.items())])})


def _make(run: Run, keys: dict[str, str]) -> None:
    """Make the units of *keys*, those in place left alone."""
    kept = {name: unit for name, key_ in keys.items() if (unit := run.old.get(name)) and unit.key == key_ and _stays(run, unit)}
    todo = [name for name in keys if name not in kept]

    def work(name: str) -> tuple[Unit, bool]:
        old = run.old.get(name)
        unit = restored(run.place, name, old, keys[name])
        return (unit, False) if unit else (_rendered(run, name, keys[name]), True)

    few = SOME if len(run.records.surveyed) >= LARGE else FEW
    done = dict(zip(todo, spread(work, todo, run.order.jobs, few), strict=True))
    run.rendered.extend(name for name, (_, is_new) in done.items() if is_new)
    run.units.update({name: kept[name] if name in kept else done[name][0] for name in keys})


def _stays(run: Run, unit: Unit) -> bool:
    return run.place.site is not None and is_intact(run.place.site, unit.files)


def _rendered(run: Run, name: str, key_: str) -> Unit:
    kind, _, slug = name.partition("/")
    old = run.old.get(name)
    if kind != "satker":
        return made(run.place, name, old, key_, _outputs(run, name))
    satker = run.records.load(slug)
    site = measured(run.site, satker)
    capaian = site.kemajuan[slug].capaian(with_criteria=satker.is_example)
    pages = satker_outputs(run.env, site, run.order.root, satker, run.shell.stencils)
    data = data_satker(site, satker)
    unit = made(run.place, name, old, key_, chain(pages, (Output(uri, content) for uri, content in data.berkas.items())))
    if data.bagian:
        run.place.cache.put(f"{dataset.FOLDER}/{name}", key_, data.bagian)
    keys = {part: key(value) for part, value in parts(run.records.index.satker[slug], capaian).items()}
    return replace(unit, parts=keys, packed=pickle.dumps(capaian, 5), data=data.bagian.kunci if data.bagian else "")


def _outputs(run: Run, name: str) -> Iterable[Output]:
    """Yield what a unit other than a satker consists of."""
    if name == SHELL:
        prose = {f"{url}index.html": entry for url, entry in run.shell.prose.items()}
        for uri, content in run.shell.files.items():
            yield Output(uri, content, (prose[uri],) if uri in prose else (), listed=uri in prose)
    elif name == ADDRESSES:
        yield from addresses(run.shell.identitas.base, [url for unit in run.units.values() for url in unit.urls])
    elif name == DATA:
        yield from dataset.outputs(run.site, run.place.cache, run.units, partial(_part, run))
    elif name == SEARCH:
        again = partial(_again, run)
        yield from indexing.outputs(run.place.cache, run.units, again, run.order.jobs)
    else:
        yield from portal_outputs(run.env, run.everyone, _KINDS[name], run.shell.stencils)


def _again(run: Run, name: str) -> None:
    """Make a unit once more, because the cache has lost what the search finds of it."""
    _rendered(replace(run, place=Place(run.place.cache, None, None)), name, run.units[name].key)


def _part(run: Run, name: str) -> Bagian | None:
    """Return once more what a satker adds to the open data, because the cache has lost it."""
    satker = run.records.load(name.partition("/")[2])
    return data_satker(measured(run.site, satker), satker).bagian


def _satker_keys(run: Run) -> dict[str, str]:
    """Return every satker with the key of its pages: its records, its day, and what it shows of others."""
    keys = {}
    for slug, surveyed in run.records.surveyed.items():
        day = run.site.hari(surveyed.per, is_example=surveyed.summary.is_example)
        content = run.records.known[slug].content
        keys[f"satker/{slug}"] = key(run.common, content, day, run.records.index.tetangga(slug))
    return keys


def _portal_keys(run: Run) -> Iterator[tuple[str, str]]:
    """Yield every page of the portal with its key: what it shows of all satker."""
    shown = {slug: run.units[f"satker/{slug}"].parts for slug in run.records.surveyed}
    for name, module in _KINDS.items():
        facts = [(slug, keys[""], *(keys[part] for part in module.KIND.uses if part in keys)) for slug, keys in shown.items()]
        sizes = run.everyone.ukuran if "ukuran" in module.KIND.uses else None
        yield name, key(run.common, run.site.per, run.site.uji, facts, sizes)


def _publish(run: Run, staging: Staging) -> str:
    """Put the new files in their places and return the sign of the site."""
    files = dict(chain.from_iterable(unit.files.items() for unit in run.units.values()))
    before = dict(chain.from_iterable(unit.files.items() for unit in run.old.values()))
    sign = key([(uri, files[uri][1]) for uri in sorted(files)])
    moved = [uri for uri, file in files.items() if before.get(uri) != file]
    removed = [uri for uri in before if uri not in files]
    if run.place.site is None:
        staging.finish(sign)
    elif moved or removed:
        staging.patch(moved, removed, sign)
    else:
        staging.discard()
    return sign
