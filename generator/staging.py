"""
A site takes the place of the last one in one step: whatever ends a build, readers have the old site or the new one, whole.

Beside the site lies a folder for work. `baru` is written by the running build; `kembar` is the site once more, as it was before
the last change, its files linked and not copied: what changes the site brings it up to date, and lets it take the site's place.
A build that writes a whole site writes its twin with it; one that is not whole is made beside the next build.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from generator.exchange import exchange, settle, settle_entries
from generator.twin import Changes, apply, link, link_all
from generator.work import spread
from generator.write import flat, is_intact, write

SIGN = ".portal-zi"  # every site of ours has it: a folder without it is not replaced
_SAID = "Generated; every build replaces this folder."
_LOCK, _NEW, _NEXT, _OLD, _TWIN, _APART = "kunci", "baru", "kembar-baru", "lama", "kembar", "beda"

MANY = 1_000  # files: so many are linked into the twin when they were changed, fewer by the next build

Last: TypeAlias = Callable[[], Iterable[Mapping[str, tuple[int, bytes, int]]]]


class UnsafeTargetError(ValueError):
    """The folder to write to holds something else than a site, or another build is writing to it."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A site that is held for a build by its *lock*, and whose twin a process of its own makes; *wait* returns at its end."""

    lock: int
    wait: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Staging:
    """
    One build at *site*; *work* is the folder beside it, *lasting* says whether it waits for the disk.

    *last* gives the files that the last build left there, each with its size, digest and time, *jobs* is the number of processes
    that remove what is old, *ahead* what was begun before.
    """

    site: Path
    work: Path
    lasting: bool
    last: Last
    jobs: int = 1
    ahead: Ahead | None = None

    @property
    def folder(self) -> Path:
        """Where the build writes."""
        return self.work / _NEW

    @property
    def twin(self) -> Path:
        """Where a build that writes a whole site may link all its files once more."""
        return self.work / _NEXT

    def finish(self, sign: str = "") -> None:
        """Put what was written, signed with *sign*, in the place of the site; if that fails, the site is what it was."""
        self._wait()
        self._forget()
        _sign(self.folder, sign)
        self._take_place(self.folder)
        with suppress(OSError):  # the site is in its place, and what stays is removed by the next build
            stale = [name for name in (_TWIN, _NEW) if (self.work / name).exists()]
            list(spread(lambda name: _remove(self.work / name), stale, min(2, self.jobs), few=2))
            link(self.site / SIGN, self.twin / SIGN)
            self.twin.rename(self.work / _TWIN)

    def patch(self, files: Iterable[str], removed: Iterable[str], sign: str) -> None:
        """Do the same with the site as it is, but for *files*, which were written, flat, and without *removed*."""
        changes, twin = Changes(sign, tuple(files), tuple(removed)), self.work / _TWIN
        self._wait()
        apart = _apart(self.site, self.work)
        if not apart:
            self.make_twin()
        self._forget()
        if apart:
            apply(apart, self.site, twin)
        apply(changes, self.folder, twin, os.replace, flat)
        _sign(twin, sign)
        self._take_place(twin)
        _say(changes, self.work)
        if len(changes.files) > MANY:
            with suppress(OSError):  # the next build does it
                self._level(changes)

    def _level(self, changes: Changes) -> None:
        """Make the twin what the site is after *changes*; only when it is, on the disk if the site is lasting, it is said."""
        apply(changes, self.site, self.work / _TWIN)
        if self.lasting:
            settle(self.work)
        _say(replace(changes, files=(), removed=()), self.work)

    def make_twin(self) -> None:
        """Make the twin anew, unless the one that was written with the site is there, whole."""
        twin = self.work / _TWIN
        if signed(twin) == signed(self.site) and all(is_intact(twin, files) for files in self.last()):
            return
        self._forget()
        _remove(twin)
        link_all(self.site, twin, chain(chain.from_iterable(self.last()), (SIGN,)))

    def _wait(self) -> None:
        if self.ahead:
            self.ahead.wait()

    def _forget(self) -> None:
        """Take from the twin, before it is touched, what says which site it is: without that it is made anew."""
        twin = self.work / _TWIN
        (twin / SIGN).unlink(missing_ok=True)
        (self.work / _APART).unlink(missing_ok=True)
        if self.lasting:
            for folder in (twin, self.work) if twin.exists() else (self.work,):
                settle_entries(folder)

    def _take_place(self, folder: Path) -> None:
        """Let *folder* take the place of the site, once all of it is on the disk; where there is none, none can be lost."""
        if not self.site.exists():
            folder.rename(self.site)
            return
        if self.lasting:
            settle(self.work)
        if not exchange(folder, self.site):
            self._take_turns(folder)
        if self.lasting:
            settle_entries(self.work)
            settle_entries(self.site.parent)

    def _take_turns(self, folder: Path) -> None:
        """Do it by renaming, where the system knows nothing better; for a moment there is no site."""
        old = self.work / _OLD
        self.site.rename(old)
        try:
            folder.rename(self.site)
        except BaseException:
            old.rename(self.site)
            raise
        old.rename(folder)


@contextmanager
def begun(site: Path, last: Last, *, lasting: bool) -> Iterator[Ahead]:
    """
    Hold *site*, where the build before has left the *last* files, and begin with what changing it takes.

    What fails of that is tried again, and told, when it is asked for.
    """
    work = _work(site, ())
    lock = _locked(work / _LOCK, site)
    try:
        if _apart(site, work):
            yield Ahead(lock, lambda: None)
        else:
            with import_module("generator.pool").beside(partial(_make_twin, Staging(site, work, lasting, last))) as wait:
                yield Ahead(lock, wait)
    finally:
        os.close(lock)


def _make_twin(staging: Staging) -> None:
    """Make the twin; only when all of it is there, on the disk if the site is lasting, it is said that it lacks nothing."""
    with suppress(OSError):
        staging.make_twin()
        if staging.lasting:
            settle(staging.work)
        _say(Changes(signed(staging.site), (), ()), staging.work)


@contextmanager
def staged(
    site: Path, sources: Iterable[Path], last: Last, *, lasting: bool = False, jobs: int = 1, ahead: Ahead | None = None
) -> Iterator[Staging]:
    """
    Give an empty folder beside *site* to write into; if it is neither finished nor patched, the site stays as it was.

    A *lasting* site is whole even if the power goes: before it takes the place of another it waits until all that the file system
    was given is on the disk. Of the others `Staging` tells. Raises UnsafeTargetError if *site* may not be replaced (it holds or
    lies in one of *sources*, say), and OSError if the folder cannot be made.
    """
    work = _work(site, sources)
    lock = os.dup(ahead.lock) if ahead else _locked(work / _LOCK, site)
    try:
        if (work / _OLD).exists() and not site.exists():
            (work / _OLD).rename(site)  # a build was killed while it took turns
        for name in (_OLD, _NEW, _NEXT):
            _remove(work / name)
        (work / _NEW).mkdir()
        yield Staging(site, work, lasting, last, jobs, ahead)
    finally:
        for name in (_NEW, _NEXT):
            _remove(work / name)
        os.close(lock)


def forget(site: Path) -> None:
    """Remove what the next build of *site* would use again."""
    _remove(_beside(site))


def signed(site: Path) -> str:
    """Return what *site* was signed with, or an empty text if it is no site of ours."""
    try:
        return (site / SIGN).read_text("utf-8").partition("\n")[2].strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _work(site: Path, sources: Iterable[Path]) -> Path:
    """Return the folder for work beside *site*; raises UnsafeTargetError if *site* may not be replaced."""
    reason = _unsafe(site, [source.resolve() for source in sources])
    if reason:
        raise UnsafeTargetError(reason)
    work = _beside(site)
    work.mkdir(parents=True, exist_ok=True)
    return work


def _beside(site: Path) -> Path:
    return site.parent / f".{site.name}.kerja"


def _locked(path: Path, site: Path) -> int:
    """Return a descriptor of the lock, which says whose it is; raises UnsafeTargetError if it is another's."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(lock, 100).decode("utf-8", "replace")
        os.close(lock)
        raise UnsafeTargetError(f"another build{holder and f' ({holder})'} is writing to '{site}'") from None
    os.ftruncate(lock, 0)
    os.write(lock, f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M:%S}".encode())
    return lock


def _say(changes: Changes, work: Path) -> None:
    """Write down what the twin lacks."""
    write({_APART: json.dumps(asdict(changes)).encode()}, work)


def _apart(site: Path, work: Path) -> Changes | None:
    """Return what the twin lacks of *site*, or None if there is no twin that could be brought up to date."""
    try:
        said = json.loads((work / _APART).read_bytes())
        changes = Changes(said["sign"], tuple(said["files"]), tuple(said["removed"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return changes if changes.sign == signed(site) and signed(work / _TWIN) else None


def _sign(folder: Path, sign: str) -> None:
    (folder / SIGN).unlink(missing_ok=True)  # it may be the site's own, by another name
    write({SIGN: f"{_SAID}\n{sign}\n".encode()}, folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _unsafe(site: Path, sources: list[Path]) -> str:
    """Return why *site* may not be replaced, or an empty text."""
    here = site.resolve()
    if site.is_symlink() or site.absolute().is_mount():
        return f"'{site}' is a link or a mount point; name a folder inside it"
    if site.exists() and not site.is_dir():
        return f"'{site}' is a file; name a folder for the site"
    if any(here.is_relative_to(source) or source.is_relative_to(here) for source in sources):
        return f"'{site}' holds or lies in what the site is made from; name another folder"
    if site.is_dir() and any(site.iterdir()) and not (site / SIGN).exists():
        return f"'{site}' is not empty and does not look like a site of ours; name another folder"
    return ""
