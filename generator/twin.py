"""A folder once more, its files linked and not copied."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.write import make

_Link = Callable[[str, str], object]


def link(source: str | Path, target: str | Path) -> None:
    """Give the file *source*, if it is there, the second name *target*; where the file system cannot, make a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        return  # somebody removed it from the site: it is among the files that are written
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def link_all(source: Path, target: Path, uris: Iterable[str], put: _Link = link) -> None:
    """Let *put* give the files *uris* of *source* second names below *target*, whose folders are made."""
    made: set[str] = set()
    for uri in uris:
        name = f"{target}/{uri}"
        parent = name.rpartition("/")[0]
        if parent not in made:
            make(parent)
            made.add(parent)
        put(f"{source}/{uri}", name)
