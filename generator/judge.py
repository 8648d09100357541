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

RULES: tuple[ModuleType, ...] = tuple(
    import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__) if module.name != "context"
)


CHECKS: dict[str, tuple[tuple[ModuleType, Check], ...]] = {
    kind: tuple((rule, getattr(rule, name)) for rule in RULES for name in (f"check_{kind}", "check_any") if hasattr(rule, name))
    for kind in ("profil", "layanan", "motto", "inovasi", "pengaduan", "zi", "survei", "informasi", "hukum", "kanal", "kategori")
}
CHECKS["berkas"] = tuple((rule, rule.check_berkas) for rule in RULES if hasattr(rule, "check_berkas"))


def judge_bersama(loaded: LoadedBersama, index: Index, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what the rules find in the shared records."""
    for entry in loaded.entries:
        yield from _judge(entry, loaded.entries, Context(None, loaded.bersama, index, entry.source, hari_ini))


def judge_satker(loaded: LoadedSatker, bersama: Bersama, index: Index, base: str, hari_ini: date) -> Iterator[Diagnostic]:
    """Yield what the rules find in one satker, whose folder is shown as *base*."""
    for entry in loaded.entries:
        yield from _judge(entry, loaded.entries, Context(loaded.satker, bersama, index, entry.source, hari_ini))
    for name, attachment in loaded.satker.berkas.items():
        source = Source(f"{base}/berkas/{name}")
        context = Context(loaded.satker, bersama, index, source, hari_ini, name)
        for _, check in CHECKS["berkas"]:
            yield from map(source.diagnose, check(attachment, context))


def _judge(entry: Entry, siblings: tuple[Entry, ...], shared: Context) -> Iterator[Diagnostic]:
    if entry.record is None:
        return
    context = replace(shared, slug=entry.slug, wrong=entry.wrong)
    sound = {sibling.name for sibling in siblings if sibling.is_sound}
    broken = {sibling.name for sibling in siblings} - sound | ({"satker.yml"} - sound)
    kind = "profil" if entry.kind == "satker.yml" else entry.kind.removesuffix(".yml")
    for rule, check in CHECKS[kind]:
        if not (getattr(rule, "KEYS", frozenset()) & entry.wrong or getattr(rule, "FILES", frozenset()) & broken):
            yield from map(entry.source.diagnose, islice(check(entry.record, context), MAX_FINDINGS))
