"""Every record before every rule that looks at its kind."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from generator import rules
from generator.diagnostic import Diagnostic, Problem
from generator.index import Index
from generator.load import Entry, LoadedBersama, LoadedSatker
from generator.model.satker import Bersama
from generator.read import MAX_FINDINGS, Source
from generator.rules.context import Context

Check = Callable[[Any, Context], Iterator[Problem]]
Checks = dict[str, tuple[tuple[ModuleType, Check], ...]]

RULES: tuple[ModuleType, ...] = tuple(
    import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__) if module.name != "context"
)


KINDS = ("profil", "layanan", "motto", "inovasi", "pengaduan", "zi", "survei", "informasi", "hukum", "kanal", "kategori")


def _checks(kind: str, *, across: bool) -> tuple[tuple[ModuleType, Check], ...]:
    chosen = [rule for rule in RULES if (kind in getattr(rule, "ACROSS", ())) is across]
    names = (f"check_{kind}", "check_any")
    return tuple((rule, getattr(rule, name)) for rule in chosen for name in names if hasattr(rule, name))


CHECKS = {kind: _checks(kind, across=False) for kind in KINDS}
CHECKS["berkas"] = tuple((rule, rule.check_berkas) for rule in RULES if hasattr(rule, "check_berkas"))
ACROSS = {kind: checks for kind in KINDS if (checks := _checks(kind, across=True))}
ACROSS_KINDS = frozenset("satker.yml" if kind == "profil" else kind for kind in ACROSS)  # as load calls them


def judge_bersama(loaded: LoadedBersama, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what the rules find in the shared records."""
    for entry in loaded.entries:
        context = Context(None, loaded.bersama, Index(), entry.source, hari_ini)
        yield from _judge(CHECKS, entry, loaded.entries, context)


def judge_satker(loaded: LoadedSatker, bersama: Bersama, base: str, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what the rules find in one satker, whose folder is shown as *base*, without a look at the others."""
    for entry in loaded.entries:
        context = Context(loaded.satker, bersama, Index(), entry.source, hari_ini)
        yield from _judge(CHECKS, entry, loaded.entries, context)
    for name, attachment in loaded.satker.berkas.items():
        source = Source(f"{base}/berkas/{name}")
        context = Context(loaded.satker, bersama, Index(), source, hari_ini, name)
        for _, check in CHECKS["berkas"]:
            yield from map(source.diagnose, check(attachment, context))


def judge_across(loaded: LoadedSatker, bersama: Bersama, index: Index, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what one satker says of others that is not so; of *loaded* only the records of ACROSS_KINDS are asked for."""
    for entry in loaded.entries:
        context = Context(loaded.satker, bersama, index, entry.source, hari_ini)
        yield from _judge(ACROSS, entry, loaded.entries, context)


def _judge(checks: Checks, entry: Entry, siblings: tuple[Entry, ...], shared: Context) -> Iterator[Diagnostic]:
    if entry.record is None:
        return
    context = replace(shared, slug=entry.slug, wrong=entry.wrong)
    sound = {sibling.name for sibling in siblings if sibling.is_sound}
    broken = {sibling.name for sibling in siblings} - sound | ({"satker.yml"} - sound)
    for rule, check in checks.get(_kind(entry.kind), ()):
        if not (getattr(rule, "KEYS", frozenset()) & entry.wrong or getattr(rule, "FILES", frozenset()) & broken):
            yield from map(entry.source.diagnose, islice(check(entry.record, context), MAX_FINDINGS))


def _kind(file: str) -> str:
    """Return what the rules call a record that is kept in *file* (or in the folder of that name)."""
    return "profil" if file == "satker.yml" else file.removesuffix(".yml")
