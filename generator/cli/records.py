"""The records as the commands read them: with a bar on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import click

from generator.cache import Cache
from generator.cli.common import WrongUse
from generator.diagnostic import Diagnostic
from generator.folder import list_folders
from generator.keys import machine_key
from generator.lampiran.peninjau import Memory
from generator.model.scalar import SLUG
from generator.portal import Portal, load_portal
from generator.survey import Surveyed


def load(records: Path, jobs: int, memory: Memory) -> Portal:
    """Return the portal of *records*, read by *jobs* processes, showing how far the reading has come."""
    need(records)
    return load_portal(records, progress, jobs=jobs, memory=memory)


def remembering(cache_dir: Path) -> Memory:
    """Return the memory in *cache_dir* of what was seen in attachments; nobody waits for it where there are none."""
    return lru_cache(lambda: Cache(cache_dir, machine_key()))


def need(records: Path) -> None:
    """Refuse a folder that holds no records at all."""
    names, findings = list_folders(records)
    if not names and not findings:
        raise WrongUse(f"No satker found in '{records}': it needs a folder such as {records}/kankemenag-contoh/satker.yml.")


def need_satker(records: Path, name: str) -> Path:
    """Return the folder of the satker *name*, which must exist."""
    if not SLUG.fullmatch(name) or not (records / name).is_dir() or (records / name).is_symlink():
        raise WrongUse(f"No satker '{name}' in '{records}'; start it with: zi new satker {name}")
    return records / name


def progress(results: Iterable[Surveyed], number: int) -> Iterator[Surveyed]:
    """Yield *number* results with a bar on a terminal, and in silence elsewhere."""
    if not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, number, "Reading the records", file=sys.stderr) as bar:
        yield from bar


def covers(named: set[Path], place: Path) -> bool:
    """Say whether *place* is one of the absolute paths *named*, or lies in one."""
    path = place.absolute()
    return path in named or not named.isdisjoint(path.parents)


def within(paths: tuple[Path, ...], findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings that stand in *paths*, or in a standard that a record in *paths* inherits."""
    named = {path.absolute() for path in paths}
    return tuple(item for item in findings if not paths or any(covers(named, Path(place)) for place in (item.path, *item.heirs)))
