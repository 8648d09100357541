"""The only writer: files go to a folder beside the site, which takes the site's place when all of them are there."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.pipeline import Output

SIGN = "404.html"  # every site of ours has it: what has none is not replaced


class UnsafeTargetError(ValueError):
    """The folder to write to holds something else than a site."""


def begin(site: Path) -> Path:
    """
    Return an empty folder beside *site* to write into.

    Raises UnsafeTargetError if *site* may not be replaced, and OSError if the folder cannot be made.
    """
    if site.exists() and not site.is_dir():
        raise UnsafeTargetError(f"'{site}' is a file; name a folder for the site")
    if site.is_symlink() or site.is_mount():
        raise UnsafeTargetError(f"'{site}' is a link or a mount point; name a folder inside it")
    if site.is_dir() and any(site.iterdir()) and not (site / SIGN).exists():
        raise UnsafeTargetError(f"'{site}' is not empty and does not look like a site; name another folder")
    staging = _beside(site, "baru")
    discard(staging)
    staging.mkdir(parents=True)
    return staging


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


def finish(staging: Path, site: Path) -> None:
    """Put *staging* in the place of *site*."""
    old = _beside(site, "lama")
    discard(old)
    if site.exists():
        site.rename(old)
    staging.rename(site)
    discard(old)


def discard(folder: Path) -> None:
    """Remove *folder* if it is there."""
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def _beside(site: Path, part: str) -> Path:
    return site.parent / f".{site.name}.{part}"
