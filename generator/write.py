"""
The only writer but for the search index, which Pagefind writes.

Files go to a folder beside the site, which takes the site's place when all of them are there.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.pipeline import Output

SIGN = ".portal-zi"  # every site of ours has it: a folder without it is not replaced


class UnsafeTargetError(ValueError):
    """The folder to write to holds something else than a site, or another build is writing to it."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder beside *site* that is written to; *lock* is its open descriptor, which no other build can have."""

    folder: Path
    site: Path
    lock: int

    def finish(self) -> None:
        """Put the folder in the place of the site; if that fails, the site is what it was."""
        (self.folder / SIGN).write_text("Generated; every build replaces this folder.\n", "utf-8")
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
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    return Staging(folder, site, lock)


def write(outputs: Iterable[Output], folder: Path) -> int:
    """Write *outputs* below *folder* and return their number."""
    number = 0
    for output in outputs:
        target = folder / output.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(output.content, Path):
            shutil.copyfile(output.content, target, follow_symlinks=False)
        else:
            target.write_bytes(output.content)
        number += 1
    return number


def _unsafe(site: Path, sources: list[Path]) -> str:
    """Return why *site* may not be replaced, or an empty text."""
    here = site.resolve()
    if site.is_symlink() or site.is_mount():
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
