"""Every record before every rule that looks at its kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from generator import rules
from generator.diagnostic import Diagnostic, Problem
from generator.folder import bounded
from generator.index import Index
from generator.links import LINKS
from generator.load import Entry, LoadedBersama, LoadedSatker
from generator.model.satker import Bersama
from generator.read import MAX_FINDINGS, Source
from generator.rules import data_pribadi, isian
from generator.rules.context import Context, TextCheck
from generator.teks import Search

Check = Callable[[Any, Context], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Judge:
    """
    A check of a rule; *keys* and *files* are what it reads: where one of them already has a finding, it is silent.

    *search* is what it looks for in the texts of a record, if it looks at nothing else.
    """

    check: Check
    keys: frozenset[str]
    files: frozenset[str]
    search: Search[Any] | None


Checks = dict[str, tuple[Judge, ...]]

RULES: tuple[ModuleType, ...] = tuple(
    import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__) if module.name != "context"
)


KINDS = (
    "profil",
    "layanan",
    "motto",
    "inovasi",
    "pengaduan",
    "zi",
    "survei",
    "informasi",
    "hukum",
    "kanal",
    "kategori",
    "dihapus",
)


def _checks(kind: str, *names: str, across: bool = False) -> tuple[Judge, ...]:
    chosen = [rule for rule in RULES if (kind in getattr(rule, "ACROSS", ())) is across]
    return tuple(_judge_of(rule, name) for rule in chosen for name in names if hasattr(rule, name))


def _judge_of(rule: ModuleType, name: str) -> Judge:
    check = getattr(rule, name)
    search = check.search if isinstance(check, TextCheck) else None
    return Judge(check, getattr(rule, "KEYS", frozenset()), getattr(rule, "FILES", frozenset()), search)


CHECKS = {kind: _checks(kind, f"check_{kind}", "check_any") for kind in KINDS} | {"berkas": _checks("berkas", "check_berkas")}
ACROSS = {kind: checks for kind in KINDS if (checks := _checks(kind, f"check_{kind}", across=True))}
# With the links, which are asked for when all is judged: the texts are put together once.
SEARCHES = frozenset({LINKS, *(judge.search for checks in CHECKS.values() for judge in checks if judge.search)})
LEAKS = frozenset({data_pribadi.SEARCH, isian.check_any.search})  # what two criteria look for again
ACROSS_KINDS = frozenset("satker.yml" if kind == "profil" else kind for kind in ACROSS)  # as load calls them


def judge_bersama(loaded: LoadedBersama, hari_ini: date, folders: Iterable[str] = ()) -> Iterator[Diagnostic]:
    """Yield what the rules find in the shared records beside the satker in *folders*."""
    broken = _broken(loaded.entries)
    for entry in loaded.entries:
        context = Context(None, loaded.bersama, Index({}, frozenset(folders)), entry.source, hari_ini, entry.slug, entry.wrong)
        yield from _judge(CHECKS, entry, broken, context)


def judge_satker(loaded: LoadedSatker, bersama: Bersama, base: str, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what the rules find in one satker, whose folder is shown as *base*, without a look at the others."""
    broken = _broken(loaded.entries)
    for entry in loaded.entries:
        context = Context(loaded.satker, bersama, Index(), entry.source, hari_ini, entry.slug, entry.wrong)
        yield from _judge(CHECKS, entry, broken, context)
    yield from bounded(list(_judge_berkas(loaded, bersama, base, hari_ini)), f"{base}/berkas")


def is_silent(loaded: LoadedSatker) -> bool:
    """Say whether no text of *loaded*, inherited ones included, gives a person away or was left standing in a form."""
    sources = [entry.source for entry in loaded.entries]
    sources += [source.base for source in sources if source.base]
    return all(LEAKS.isdisjoint(source.texts.telling(SEARCHES)) for source in sources)


def _judge_berkas(loaded: LoadedSatker, bersama: Bersama, base: str, hari_ini: date) -> Iterator[Diagnostic]:
    for name, attachment in loaded.satker.berkas.items():
        source = Source(f"{base}/berkas/{name}")
        context = Context(loaded.satker, bersama, Index(), source, hari_ini, name)
        for judge in CHECKS["berkas"]:
            yield from map(source.diagnose, judge.check(attachment, context))


def judge_across(loaded: LoadedSatker, bersama: Bersama, index: Index, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what one satker says of others that is not so; of *loaded* only the records of ACROSS_KINDS are asked for."""
    broken = _broken(loaded.entries)
    for entry in loaded.entries:
        context = Context(loaded.satker, bersama, index, entry.source, hari_ini, entry.slug, entry.wrong)
        yield from _judge(ACROSS, entry, broken, context)


def _broken(entries: tuple[Entry, ...]) -> set[str]:
    """Return the names of the records that have findings; a satker without a profile has one there."""
    return {entry.name for entry in entries if not entry.is_sound} | ({"satker.yml"} - {entry.name for entry in entries})


def _judge(checks: Checks, entry: Entry, broken: set[str], context: Context) -> Iterator[Diagnostic]:
    if entry.record is None:
        return
    telling = entry.source.texts.telling(SEARCHES)
    for judge in checks.get(_kind(entry.kind), ()):
        if judge.search is not None and judge.search not in telling:
            continue
        if not broken or (judge.keys.isdisjoint(entry.wrong) and judge.files.isdisjoint(broken)):
            yield from map(entry.source.diagnose, islice(judge.check(entry.record, context), MAX_FINDINGS))


def _kind(file: str) -> str:
    """Return what the rules call a record that is kept in *file* (or in the folder of that name)."""
    return "profil" if file == "satker.yml" else file.removesuffix(".yml")
