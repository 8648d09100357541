"""Every unit of a site, each after those that it comes from; what lies where it belongs is left alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import chain
from operator import itemgetter

from generator import dataset, editor, gabungan, indexing, printing
from generator.cache import Listed, Unit
from generator.drawing import Desk, Task, bagian, draw, drawn
from generator.gist import gist
from generator.keys import key
from generator.locks import Locks
from generator.model.satker import Bersama
from generator.npm import installed
from generator.opendata import riwayat
from generator.opendata.alamat import SKEMA
from generator.opendata.satker import Bagian
from generator.pipeline import Output, addresses, berkas_outputs, dokumen_outputs, measured, portal_outputs, redirect
from generator.render.page import Entry
from generator.run import BERKAS, DATA, JUDGING, KINDS, MEASURING, PLAIN, SCHEMA, Run, berkas_keys, document_keys, portal_keys
from generator.tautan import dump, seen
from generator.unit import Place, made, restored
from generator.work import FEW, aside, spread

LARGE, SOME = 200, 6  # of so many satker some pages of the portal are worth a process each

SHELL, EDITOR, ADDRESSES, SEARCH, CHECKS, BILL = "kerangka", "admin", "alamat", "pagefind", "tautan", "sbom"
REGIONS, HANDED = "daerah", "kiriman"


def make_units(run: Run, satker: dict[str, str]) -> None:
    """Make every unit, each after those that it comes from."""
    alone = dict(_alone(run))
    with aside(lambda: _made(run, alone, 1), run.order.jobs if _todo(run, alone) else 1) as others:
        made_of_satker = _of_satker(run, satker)
        _add(run, alone, others())
    _add(run, satker, made_of_satker)
    make_some(run, berkas_keys(run))
    given = [(name, run.units[name].data) for name in satker]
    _side_by_side(
        run,
        {DATA: key(run.shell.identitas, run.site.per, run.shared, given, run.site.daerah)},
        portal_keys(run, JUDGING),
    )
    make_some(run, portal_keys(run, MEASURING))
    if run.shell.identitas.nasional:
        told = [(slug, run.units[f"satker/{slug}"].found, item.parts[""]) for slug, item in run.records.surveyed.items()]
        make_some(run, {HANDED: key(run.shell.identitas, run.site.per, told)})
    if run.site.ada.dokumen:
        _print(run)
    listed = [run.gist(name).listed for name in sorted(run.units)]
    make_some(run, {ADDRESSES: key(run.shell.identitas, listed, run.site.bersama.dihapus)})
    if run.site.ada.cari:
        _search(run)


def _alone(run: Run) -> Iterator[tuple[str, str]]:
    """Yield, with its key, every unit that asks for no other: they are made beside the satker."""
    yield from portal_keys(run, PLAIN).items()
    shell, ada = run.shell, run.site.ada
    yield SHELL, key(shell.files, shell.prose, shell.moved, run.common if shell.moved else "")
    yield SCHEMA, key()
    if run.checks:
        yield CHECKS, key(run.checks)
    if run.site.daerah:
        yield REGIONS, key(run.site.daerah)
    if ada.penyunting:
        yield EDITOR, key(installed(), editor.facts(run.site))
    if ada.bahan:
        yield BILL, key(Locks().texts, installed(), shell.identitas.repo, ada)


def _search(run: Run) -> None:
    """Make the pieces of the search index, those of the joined portals too, and then the whole."""
    run.pieces.update(indexing.pieces(name for name, unit in run.units.items() if unit.found))
    keys = {name: key([(member, run.units[member].found) for member in members]) for name, members in run.pieces.items()}
    keys |= {f"{SEARCH}/{REGIONS}/{item.id}": key(item) for item in run.site.daerah if item.per}
    make_some(run, keys)
    make_some(run, {SEARCH: key(sorted(keys.items()))})


def _print(run: Run) -> None:
    """Make the documents of every satker; the press has processes of its own."""
    try:
        make_some(run, document_keys(run), jobs=1)
    finally:
        run.press.stop()


def _side_by_side(run: Run, one: dict[str, str], other: dict[str, str]) -> None:
    """Make the units of *one*, and those of *other* beside them if there are two processes; more are busy with either alone."""
    jobs = run.order.jobs
    is_beside = jobs == 2 and bool(_todo(run, other))
    with aside(lambda: _made(run, other, 1 if is_beside else jobs), 2 if is_beside else 1) as others:
        make_some(run, one)
        done = others()
    _add(run, other, done)


def make_satker(run: Run, keys: dict[str, str]) -> None:
    """Make the units of the satker of *keys*, those in place left alone."""
    _add(run, keys, _of_satker(run, keys))


def _of_satker(run: Run, keys: dict[str, str]) -> dict[str, tuple[Unit, bool]]:
    """
    Return those units of satker that are not in place, and whether each had to be made.

    Who read their records makes them, and is needed no more.
    """
    todo, crew = _todo(run, keys), run.records.crew
    tasks = [(task.slug, task) for task in (_task(run, name, keys[name]) for name in todo)]
    done = {}
    for name, (unit, is_new) in zip(todo, crew.spread(partial(draw, _desk(run)), tasks, _few(run)), strict=True):
        done[name], run.gists[name] = (unit, is_new), gist(unit)  # now, while others draw
    crew.leave()
    return done


def _few(run: Run) -> int:
    """Return how many units are worth processes."""
    return SOME if len(run.records.surveyed) >= LARGE else FEW


def make_some(run: Run, keys: dict[str, str], jobs: int = 0) -> None:
    """Make the units of *keys*, those in place left alone, in *jobs* processes or as many as the order says."""
    _add(run, keys, _made(run, keys, jobs or run.order.jobs))


def _made(run: Run, keys: dict[str, str], jobs: int) -> dict[str, tuple[Unit, bool]]:
    """Return those units of *keys* that are not in place, and whether each had to be made."""

    def work(name: str) -> tuple[Unit, bool]:
        old = run.old.get(name)
        unit = restored(run.place, name, old, keys[name])
        return (unit, False) if unit else (_rendered(run, name, keys[name]), True)

    todo = _todo(run, keys)
    return dict(zip(todo, spread(work, todo, jobs, _few(run)), strict=True))


def _todo(run: Run, keys: dict[str, str]) -> list[str]:
    """Return the units of *keys* that are not in place."""
    return [name for name, key_ in keys.items() if not (name in run.intact and run.old[name].key == key_)]


def _add(run: Run, keys: Iterable[str], done: Mapping[str, tuple[Unit, bool]]) -> None:
    """Take up the units of *keys*: what is *done*, and of the others those of the last build."""
    run.rendered.extend(name for name, (_, is_new) in done.items() if is_new)
    run.units.update({name: done[name][0] if name in done else run.old[name] for name in keys})


def _desk(run: Run) -> Desk:
    return Desk(replace(run.site, bersama=Bersama()), run.shell.stencils, run.shell.theme, run.place)


def _task(run: Run, name: str, key_: str) -> Task:
    slug = name.partition("/")[2]
    return Task(slug, key_, run.old.get(name), seen(run.tautan, run.records.surveyed[slug].tautan))


def _rendered(run: Run, name: str, key_: str) -> Unit:
    kind, _, slug = name.partition("/")
    old = run.old.get(name)
    if kind == "dokumen":
        return _printed(run, slug, key_)
    if kind == BERKAS:
        attached = berkas_outputs(run.order.root, slug, run.records.surveyed[slug].berkas)
        return made(run.place, name, old, key_, attached)
    if kind == SEARCH and slug:
        return made(run.place, name, old, key_, _piece(run, name, key_))
    if kind == "satker":
        return drawn(_desk(run), run.records.reader, _task(run, name, key_))
    return made(run.place, name, old, key_, _outputs(run, name))


def _printed(run: Run, slug: str, key_: str) -> Unit:
    """Make the documents of a satker; those that say what they said before are taken over."""
    name, (satker, is_exact) = f"dokumen/{slug}", run.records.reader.load(slug)
    site, old = measured(run.site, satker), run.old.get(name)
    found = printing.printed(run.press, site, satker, printing.kept(run.place.cache, name, old))
    outputs = dokumen_outputs(run.env, site, satker, run.shell.stencils, found.files)
    return replace(made(run.place, name, old, key_ if is_exact else "", outputs), parts=found.keys)


def _outputs(run: Run, name: str) -> Iterable[Output]:
    """Yield what a unit other than a satker consists of."""
    if name in _MAKERS:
        return _MAKERS[name](run)
    module = KINDS[name]
    return portal_outputs(run.env, run.site_of(module.KIND), module, run.shell.stencils)


def _listed(run: Run) -> Iterator[Listed]:
    """Yield what every unit may add to the lists of addresses, in order."""
    return (unit.listed for _, unit in sorted(run.units.items(), key=itemgetter(0)))


def _addresses(run: Run) -> Iterator[Output]:
    yield from addresses(run.shell.identitas.base, [url for item in _listed(run) for url in item.urls])
    former = chain.from_iterable(item.lalu.items() for item in _listed(run))
    yield Output(riwayat.ALAMAT, riwayat.dokumen(run.site, dict(former)))


def _shell(run: Run) -> Iterator[Output]:
    """Yield what MkDocs drew, and what leads to it from the addresses that it had before."""
    prose = {f"{url}index.html": entry for url, entry in run.shell.prose.items()}
    for uri, content in run.shell.files.items():
        yield Output(uri, content, (prose[uri],) if uri in prose else (), listed=uri in prose)
    for old, url in run.shell.moved.items():
        yield redirect(run.env, run.site, old, url, run.shell.prose[url].name)


def _part(run: Run, name: str) -> Bagian | None:
    """Return once more what a satker adds to the open data, because the cache has lost it."""
    return bagian(_desk(run), run.records.reader, name.partition("/")[2])


def _piece(run: Run, name: str, key_: str) -> Iterator[Output]:
    """Return what a piece of the search index consists of: of some units, or of a portal that is joined."""
    cache = run.place.cache
    if name in run.pieces:
        found = [item for member in run.pieces[name] for item in _found(run, member)]
        return indexing.outputs_of_piece(cache, name, key_, found)
    (region,) = (item for item in run.site.daerah if name == f"{SEARCH}/{REGIONS}/{item.id}")
    return indexing.outputs_of_piece(cache, name, key_, gabungan.temuan(run.order.daerah, region), indexing.MOST)


def _whole(run: Run) -> Iterator[Output]:
    """Yield what the pieces of the search index have in common."""
    keys = {name: unit.key for name, unit in sorted(run.units.items()) if name.startswith(f"{SEARCH}/")}
    return indexing.outputs(run.place.cache, keys, partial(_again, run), run.order.jobs)


def _again(run: Run, name: str) -> None:
    """Make a unit once more, because the cache has lost what the search finds of it."""
    again = replace(run, place=Place(run.place.cache))
    try:
        _rendered(again, name, run.units[name].key)
    finally:
        again.press.stop()


def _told(run: Run) -> Iterator[tuple[str, Entry]]:
    """Yield what the search finds of every satker."""
    for name, unit in run.units.items():
        if name.startswith("satker/") and unit.found:
            yield from _found(run, name)


def _found(run: Run, name: str) -> indexing.Entries:
    return indexing.entries(run.place.cache, name, run.units[name].key, partial(_again, run))


_MAKERS: dict[str, Callable[[Run], Iterable[Output]]] = {
    SHELL: _shell,
    EDITOR: lambda run: editor.outputs(run.site),
    ADDRESSES: _addresses,
    CHECKS: lambda run: [Output("data/tautan.json", dump(run.checks))],
    BILL: lambda run: import_module("generator.sbom").outputs(run.site, Locks()),
    DATA: lambda run: dataset.outputs(run.site, dataset.Kept(run.place.cache, run.units, partial(_part, run)), run.order.jobs),
    SCHEMA: lambda _: [Output(SKEMA, import_module("generator.opendata.skema").skema())],
    SEARCH: _whole,
    REGIONS: lambda run: gabungan.salinan(run.order.daerah, run.site.daerah),
    HANDED: lambda run: [gabungan.kiriman(run.site, _told(run))],
}
