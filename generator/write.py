"""
The only writer but for the search index, which Pagefind writes.

The files of a site go to a folder beside it. When all of them are there it takes the site's place; where little changed, its
files take the places of theirs instead, by a list that the next build finishes if this one is killed over it.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SIGN = ".portal-zi"  # every site of ours has it: a folder without it is not replaced
_MOVES = ".ganti"  # in the folder beside the site: what is to be moved and removed
_SAID = "Generated; every build replaces this folder."


class UnsafeTargetError(ValueError):
    """The folder to write to holds something else than a site, or another build is writing to it."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder beside *site* that is written to; *lock* is its open descriptor, which no other build can have."""

    folder: Path
    site: Path
    lock: int

    def finish(self, sign: str = "") -> None:
        """Put the folder, signed with *sign*, in the place of the site; if that fails, the site is what it was."""
        (self.folder / SIGN).write_text(f"{_SAID}\n{sign}\n", "utf-8")
        old = _beside(self.site, "lama")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        try:
            self.folder.rename(self.site)
        except OSError:
            if old.exists():
                old.rename(self.site)
            raise
        os.close(self.lock)
        shutil.rmtree(old, ignore_errors=True)

    def patch(self, files: Iterable[str], removed: Iterable[str], sign: str) -> None:
        """Put *files* in the places of the site's own, and take *removed* away; from here on nothing can stop it for long."""
        (self.folder / SIGN).write_text(f"{_SAID}\n{sign}\n", "utf-8")
        half = self.folder / f"{_MOVES}.0"
        with half.open("w", encoding="utf-8") as file:
            json.dump({"files": [*files, SIGN], "removed": list(removed)}, file)
            file.flush()
            os.fsync(file.fileno())
        half.replace(self.folder / _MOVES)
        _move(self.folder, self.site)
        shutil.rmtree(self.folder)
        os.close(self.lock)

    def discard(self) -> None:
        """Leave nothing behind but the site as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self.lock)


def begin(site: Path, sources: Iterable[Path]) -> Staging:
    """
    Return an empty folder beside *site* to write into.

    Raises UnsafeTargetError if *site* may not be replaced (it holds or lies in one of *sources*, say), and OSError if the folder
    cannot be made.
    """
    reason = _unsafe(site, [source.resolve() for source in sources])
    if reason:
        raise UnsafeTargetError(reason)
    folder, old = _beside(site, "baru"), _beside(site, "lama")
    if old.exists() and not site.exists():
        old.rename(site)  # a build was killed between its last two steps
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_ours = folder.exists() and os.path.samestat(os.fstat(lock), folder.stat())
    except BlockingIOError:
        is_ours = False
    if not is_ours:
        os.close(lock)
        raise UnsafeTargetError(f"another build is writing to '{site}'")
    if (folder / _MOVES).exists():
        _move(folder, site)
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    return Staging(folder, site, lock)


def signed(site: Path) -> str:
    """Return what *site* was signed with, or an empty text if it is no site of ours."""
    try:
        return (site / SIGN).read_text("utf-8").partition("\n")[2].strip()
    except (OSError, UnicodeDecodeError):
        return ""


def is_intact(site: Path, files: Mapping[str, tuple[int, str, int]]) -> bool:
    """Say whether *files*, each with its size, digest and time, lie in *site* as they were written."""
    try:
        for uri, (size, _, time) in files.items():
            state = os.stat(f"{site}/{uri}")
            if state.st_size != size or state.st_mtime_ns != time:
                return False
    except OSError:
        return False
    return True


def write(files: Mapping[str, bytes | Path], folder: Path) -> dict[str, int]:
    """Write *files*, bytes or what to copy by their address, below *folder*; return when each changed (ns since 1970)."""
    made: set[str] = set()
    times = {}
    for uri, content in files.items():
        target = f"{folder}/{uri}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        if isinstance(content, Path):
            shutil.copyfile(content, target, follow_symlinks=False)
            times[uri] = os.stat(target).st_mtime_ns
        else:
            times[uri] = _put(target, content)
    return times


def _put(target: str, content: bytes) -> int:
    """Write one file and return when it changed; an error says of which file it is."""
    try:
        with open(target, "wb") as file:
            file.write(content)
            file.flush()  # later it would change the time once more
            return os.fstat(file.fileno()).st_mtime_ns
    except OSError as error:
        error.filename = error.filename or target
        raise


def replace(path: Path, content: bytes) -> None:
    """Put *content* in the place of the file *path* in one step; it keeps its permissions."""
    half = path.with_name(f".{path.name}.baru")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        half.write_bytes(content)
        if path.exists():
            shutil.copymode(path, half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _move(folder: Path, site: Path) -> None:
    """Do what the list in *folder* says; it may be half done already."""
    moves = json.loads((folder / _MOVES).read_text("utf-8"))
    for uri in moves["files"]:
        if (folder / uri).exists():
            (site / uri).parent.mkdir(parents=True, exist_ok=True)
            (folder / uri).replace(site / uri)
    for uri in moves["removed"]:
        (site / uri).unlink(missing_ok=True)
        with suppress(OSError):
            os.removedirs((site / uri).parent)


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


def _beside(site: Path, part: str) -> Path:
    return site.parent / f".{site.name}.{part}"
