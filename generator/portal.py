"""The whole portal: every satker, what they know of each other, and every finding."""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generator.diagnostic import Diagnostic
from generator.folder import list_folders
from generator.index import Index, summarize
from generator.judge import judge_bersama, judge_satker
from generator.load import LoadedSatker, load_bersama, load_satker
from generator.model.satker import Bersama, Satker
from generator.read import Source

WIT = timezone(timedelta(hours=9))
LAST_SECOND = 4102444800  # the year 2100: periods end there
FIRST_DAY = date(2021, 10, 29)  # the mentoring closed and the eleven recommendations were given: nothing is measured before

Progress = Callable[[Iterable[str]], Iterable[str]]


class BadEpochError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds."""


@dataclass(frozen=True)
class Portal:
    """*findings* are sorted by place; the pages can be stamped when none of them is an error."""

    root: Path
    bersama: Bersama
    satker: tuple[Satker, ...]
    index: Index
    findings: tuple[Diagnostic, ...]


def load_portal(root: Path, progress: Progress = iter, hari_ini: date | None = None) -> Portal:
    """
    Read and judge every record below *root*.

    *progress* is handed the names of the satker and yields them again; no fact may lie after *hari_ini*, by default the day of
    the build. Raises OSError when a file cannot be read.
    """
    today = hari_ini or build_day()
    names, findings = list_folders(root)
    shared = load_bersama(root)
    loaded = [load_satker(root, name, shared.standards) for name in progress(names)]
    index = Index({item.satker.slug: summarize(item.satker) for item in loaded}, frozenset(names))
    findings += shared.findings
    findings += judge_bersama(shared, index, today)
    for item in loaded:
        findings += item.findings
        findings += judge_satker(item, shared.bersama, index, f"{root.as_posix()}/{item.satker.slug}", today)
    satker = tuple(item.satker for item in loaded)
    return Portal(root, shared.bersama, satker, index, _gather(findings, _heirs(loaded)))


def data_day(satker: Iterable[Satker]) -> date:
    """
    Return the day the data of *satker* speak of: that of SOURCE_DATE_EPOCH, else of the latest fact in their records.

    So the same records give the same pages on any day; a rebuild that is to notice what has become stale sets the variable.
    """
    return _epoch() or max((item.per for item in satker if item.per is not None), default=FIRST_DAY)


def build_day() -> date:
    """Return the day of the build: that of SOURCE_DATE_EPOCH if it is set, else today in the east of the country."""
    return _epoch() or datetime.now(WIT).date()


def _epoch() -> date | None:
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) >= LAST_SECOND:
        raise BadEpochError(f"SOURCE_DATE_EPOCH must be whole seconds since 1970 and before 2100, not '{text}'")
    return datetime.fromtimestamp(int(text), WIT).date()


def _heirs(loaded: list[LoadedSatker]) -> dict[str, list[Source]]:
    """Return the records that inherit each standard, by the standard's path."""
    heirs: dict[str, list[Source]] = {}
    for item in loaded:
        for entry in item.entries:
            if entry.source.base is not None:
                heirs.setdefault(entry.source.base.path, []).append(entry.source)
    return heirs


def _gather(findings: list[Diagnostic], heirs: dict[str, list[Source]]) -> tuple[Diagnostic, ...]:
    """Return each finding once, in order; one in a standard names everybody who inherits that part of it."""
    gathered: dict[Diagnostic, set[str]] = {}
    for finding in findings:
        bare = replace(finding, heirs=())
        gathered.setdefault(bare, set()).update(finding.heirs)
    for bare, named in gathered.items():
        if not named:
            named.update(heir.path for heir in heirs.get(bare.path, ()) if not bare.key or bare.key not in heir.data)
    return tuple(replace(bare, heirs=tuple(sorted(named))) for bare, named in sorted(gathered.items()))
