"""A folder once more, its files linked and not copied."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.write import make

_Put = Callable[[str, str], object]


@dataclass(frozen=True, slots=True)
class Changes:
    """How a site, signed *sign*, came from the one before: *files* that are new or other, and what was *removed*."""

    sign: str
    files: tuple[str, ...]
    removed: tuple[str, ...]


def link(source: str | Path, target: str | Path) -> None:
    """Give the file *source*, if it is there, the second name *target*; where the file system cannot, make a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        return  # somebody removed it from the site: it is among the files that are written
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def relink(source: str, target: str) -> None:
    """Do the same where *target* may be the name of another file, which keeps what it holds under the names that are left."""
    with suppress(FileNotFoundError):
        os.remove(target)
    link(source, target)


def link_all(source: Path, target: Path, uris: Iterable[str], put: _Put = link, named: Callable[[str], str] = str) -> None:
    """Let *put* give the files *uris*, which are *named* so in *source*, names below *target*, whose folders are made."""
    made: set[str] = set()
    for uri in uris:
        name = f"{target}/{uri}"
        parent = name.rpartition("/")[0]
        if parent not in made:
            make(parent)
            made.add(parent)
        put(f"{source}/{named(uri)}", name)


def apply(changes: Changes, source: Path, target: Path, put: _Put = relink, named: Callable[[str], str] = str) -> None:
    """Make of *target*, the site before, the site after *changes*, *named* so in *source*; it may be half done already."""
    for uri in changes.removed:
        (target / uri).unlink(missing_ok=True)
        with suppress(OSError):
            os.removedirs((target / uri).parent)
    link_all(source, target, changes.files, put, named)
