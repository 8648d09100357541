"""What a build is asked for and what comes of it, and whether there is anything to do at all."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.budget import Budget
from generator.cache import State, Unit
from generator.diagnostic import Diagnostic
from generator.keys import Stamp, key, listed, settings_key, stamps, tree_key
from generator.locks import Locks
from generator.npm import installed
from generator.packages import program, unprintable
from generator.scout import Seen, scan
from generator.staging import Ahead, signed
from generator.tautan import read_state
from generator.write import is_intact


@dataclass(frozen=True)
class Order:
    """
    What is to be built: the records below *root* into the folder *site*, on the day *hari_ini*, in *jobs* processes.

    They are forked, so a program with threads, as `mkdocs serve` is, has one. Without *site* it goes where mkdocs.yml says; with
    *strict* a warning leaves the last site in its place. *shard* asks for the pages of every n-th satker only, beginning with the
    k-th (of 1 to n), and leaves them in the cache. *links* is the file in which `zi links` left what it found, *daerah* is the
    folder in which `zi regions` left what it read. *setters* are the processes that set documents, by default as many as *jobs*.
    A *lasting* site is on the disk, whole, before the last one goes. *ahead* is what was begun of it before all is loaded,
    *intact* names the units of the last build that lie there as they were written, *seen* tells what stands in *root*.
    """

    root: Path
    site: Path | None
    hari_ini: date
    jobs: int = 1
    strict: bool = False
    with_search: bool = True
    with_docs: bool = True
    shard: tuple[int, int] | None = None
    links: Path | None = None
    daerah: Path = Path(".cache/daerah")
    setters: int = 0
    lasting: bool = False
    ahead: Ahead | None = None
    intact: frozenset[str] | None = None
    seen: Callable[[], Seen] | None = None

    @cached_property
    def found(self) -> Seen:
        """What stands in *root*, as it was when it was first looked at."""
        return self.seen() if self.seen else scan(self.root)

    def is_still(self, name: str) -> bool:
        """Say whether the folder *name* of *root* is what it was when that was first looked at."""
        with suppress(OSError):
            return self.was(name, stamps(self.root / name))
        return False

    def was(self, name: str, found: tuple[Stamp, ...]) -> bool:
        """Say whether all in the folder *name* of *root* had the stamps *found* when that was first looked at."""
        seen = self.found.inside.get(name)
        return seen is not None and listed(found, 0).key == seen.key

    @cached_property
    def checks(self) -> bytes:
        """What *links* holds, as it was when first asked for; nothing if there is no such file."""
        return read_state(self.links) if self.links else b""

    @property
    def key(self) -> str:
        """What of it the outcome depends on."""
        parts = self.with_search, self.with_docs, program(), unprintable(), installed(), Locks().texts
        return key(str(self.root), self.hari_ini, self.strict, self.checks, parts, tree_key([self.daerah]))


@dataclass(frozen=True, slots=True)
class Made:
    """
    What came of an order: *folder* is the site, or None where *findings* or *warnings* stopped it.

    *satker* counts those that are not invented; *rendered* names the units that were made anew; *notes* say what
    a maintainer should know, but need not change.
    """

    folder: Path | None
    findings: tuple[Diagnostic, ...]
    warnings: tuple[str, ...]
    satker: int
    budget: Budget
    rendered: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def inputs_key(config_file: Path, sources: Iterable[str]) -> str:
    """Return the key of all that the shell is drawn from: mkdocs.yml, *sources*, whether there is a search, and the editor."""
    return key(settings_key(config_file), tree_key(map(Path, sources)), program() is not None, installed())


def last_site(order: Order, config_file: Path, state: State) -> Path | None:
    """Return the site of the last build if it is still there, and all but the records is what it was made from."""
    site = order.site or Path(state.default)
    if order.shard or str(site.resolve()) != state.site or not state.sign or signed(site) != state.sign:
        return None
    return site if state.inputs == key(order.key, inputs_key(config_file, state.sources)) else None


def unchanged(order: Order, site: Path, state: State) -> Made | None:
    """Return what the last build made in *site*, if this one would make the same and all of it still is there."""
    seen = order.found
    if seen.names != state.names or seen.inside.keys() != state.known.keys() or _changed(seen, state):
        return None
    if len(order.intact or ()) < len(state.units):
        return None
    return Made(site, state.findings, state.warnings, state.satker, state.budget, notes=state.notes)


def intact(site: Path, units: Mapping[str, Unit]) -> frozenset[str]:
    """Return the names of those *units* whose files lie in *site* as they were written."""
    return frozenset(name for name, unit in units.items() if is_intact(site, unit.files))


def is_little(order: Order, state: State) -> bool:
    """Say whether *order* seems to ask for few other pages than the last build made."""
    names = _changed(order.found, state)
    is_shared = any(name in state.known and not state.known[name].key for name in names)  # what is no satker is shown by all
    return 0 < 2 * len(names) < len(order.found.inside) and not is_shared


def _changed(seen: Seen, state: State) -> list[str]:
    """Return the folders that may be others than they were."""
    known = state.known
    return [name for name, files in seen.inside.items() if name not in known or not known[name].files.is_same(files)]
