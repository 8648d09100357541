"""The whole portal: every satker, what they know of each other, and every finding."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator.clock import build_day, epoch
from generator.diagnostic import Diagnostic
from generator.folder import list_folders
from generator.index import Index
from generator.judge import ACROSS_KINDS, judge_across, judge_bersama
from generator.lampiran.peninjau import Memory, forgetful, reviewed
from generator.load import LoadedBersama, LoadedSatker, load_bersama, load_satker
from generator.model.satker import Bersama, Satker
from generator.rules import data_pribadi
from generator.survey import Heir, Surveyed, survey
from generator.work import spread

FIRST_DAY = date(2021, 10, 29)  # the mentoring closed and the eleven recommendations were given: nothing is measured before

PRIVATE = frozenset(code.code for code in data_pribadi.CODES if code.is_private)
_LONG = re.compile(r"\d(?:[ .\u00a0-]?\d){5,}")

Progress = Callable[[Iterable[Surveyed], int], Iterable[Surveyed]]


@dataclass(frozen=True)
class Portal:
    """
    Every satker as the others see it; their records are read again by those who need them, so that no portal is too large.

    *findings* are sorted by place; the pages can be stamped when none of them is an error.
    """

    root: Path
    shared: LoadedBersama
    surveyed: dict[str, Surveyed]
    index: Index
    findings: tuple[Diagnostic, ...]
    memory: Memory = forgetful

    @property
    def bersama(self) -> Bersama:
        """The registers and standards that all share."""
        return self.shared.bersama

    def load(self, slug: str) -> Satker:
        """Return one satker whole."""
        return load_whole(self.root, slug, self.shared, self.memory).satker


def quietly(results: Iterable[Surveyed], _number: int) -> Iterable[Surveyed]:
    """Show nothing of the progress."""
    return results


def load_portal(
    root: Path, progress: Progress = quietly, hari_ini: date | None = None, jobs: int = 1, memory: Memory = forgetful
) -> Portal:
    """
    Read and judge every record below *root*, in *jobs* processes, and look into attachments that *memory* does not know.

    *progress* is handed the results as they come, with their number, and yields them again; no fact may lie after *hari_ini*, by
    default the day of the build. Raises OSError when a file cannot be read.
    """
    today = hari_ini or build_day()
    names, findings = list_folders(root)
    shared = load_bersama(root)
    results = spread(lambda name: look(root, name, shared, today, memory)[0], names, jobs)
    surveyed = dict(zip(names, progress(results, len(names)), strict=True))
    index = make_index(surveyed, names)
    sayers = [slug for slug, summary in index.satker.items() if summary.menyebut]
    found = [*findings, *shared.findings, *judge_bersama(shared, today, names)]
    found += chain.from_iterable(across(root, shared, index, today, sayers, jobs))
    return Portal(root, shared, surveyed, index, gather(found, surveyed.values()), memory)


def load_whole(root: Path, name: str, shared: LoadedBersama, memory: Memory) -> LoadedSatker:
    """Read one satker with its attachments."""
    loaded = load_satker(root, name, shared.standards)
    return replace(loaded, satker=replace(loaded.satker, berkas=reviewed(root / name, loaded.satker.berkas, memory)))


def look(root: Path, name: str, shared: LoadedBersama, hari_ini: date, memory: Memory) -> tuple[Surveyed, LoadedSatker]:
    """Read one satker and judge it by itself."""
    loaded = load_whole(root, name, shared, memory)
    return survey(loaded, shared.bersama, f"{root.as_posix()}/{name}", hari_ini), loaded


def make_index(surveyed: dict[str, Surveyed], folders: Iterable[str]) -> Index:
    """Return what the satker know of each other."""
    return Index({slug: item.summary for slug, item in surveyed.items()}, frozenset(folders))


def across(
    root: Path, shared: LoadedBersama, index: Index, hari_ini: date, names: Sequence[str], jobs: int
) -> Iterator[tuple[Diagnostic, ...]]:
    """Yield for each of *names* what it says of others that is not so; the few records that can are read again for it."""

    def judge(name: str) -> tuple[Diagnostic, ...]:
        loaded = load_satker(root, name, shared.standards, ACROSS_KINDS)
        return tuple(judge_across(loaded, shared.bersama, index, hari_ini))

    return spread(judge, names, jobs)


def data_day(surveyed: Iterable[Surveyed]) -> date:
    """
    Return the day the data of *surveyed* speak of: that of SOURCE_DATE_EPOCH, else of the latest fact in the records that count.

    So the same records give the same pages on any day; a rebuild that is to notice what has become stale sets the variable.
    """
    return epoch() or max(
        (item.per for item in surveyed if item.per is not None and not item.summary.is_example), default=FIRST_DAY
    )


def gather(findings: Iterable[Diagnostic], surveyed: Iterable[Surveyed]) -> tuple[Diagnostic, ...]:
    """Return each finding once, in order; one in a standard names everybody who inherits that part of it."""
    gathered: dict[Diagnostic, set[str]] = {}
    for finding in chain(findings, *(item.findings for item in surveyed)):
        bare = replace(finding, heirs=())
        gathered.setdefault(bare, set()).update(finding.heirs)
    unnamed = {bare.path for bare, named in gathered.items() if not named}
    heirs: dict[str, list[Heir]] = {}
    for heir in chain.from_iterable(item.heirs for item in surveyed):
        if heir.standard in unnamed:
            heirs.setdefault(heir.standard, []).append(heir)
    for bare, named in gathered.items():
        if not named:
            named.update(heir.path for heir in heirs.get(bare.path, ()) if not bare.key or bare.key not in heir.keys)
    return discreet(replace(bare, heirs=tuple(sorted(named))) for bare, named in sorted(gathered.items()))


def discreet(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return *findings* so that none repeats what another hides: the numbers on a line that holds personal data."""
    found = tuple(findings)
    lines = {(finding.path, finding.line) for finding in found if finding.code in PRIVATE}
    return tuple(_masked(item) if (item.path, item.line) in lines and item.code not in PRIVATE else item for item in found)


def _masked(finding: Diagnostic) -> Diagnostic:
    message, hint = (_LONG.sub(lambda match: re.sub(r"\d", "•", match[0]), said) for said in (finding.message, finding.hint))
    return replace(finding, message=message, hint=hint, excerpt=re.sub(r"\d", "•", finding.excerpt))
