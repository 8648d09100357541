"""A folder once more, its files linked and not copied."""

import os
import shutil
from pathlib import Path

from generator.work import spread


def link_all(source: str, target: str, jobs: int) -> None:
    """Make *target* a folder with the files of *source*; what lies two folders deep, nearly all, in *jobs* processes."""
    tops = _link_files(source, target)
    deep = [f"{top}/{name}" for top in tops for name in _link_files(f"{source}/{top}", f"{target}/{top}")]
    for _ in spread(lambda below: _link_tree(f"{source}/{below}", f"{target}/{below}"), deep, jobs):
        pass


def _link_tree(source: str, target: str) -> None:
    for name in _link_files(source, target):
        _link_tree(f"{source}/{name}", f"{target}/{name}")


def _link_files(source: str, target: str) -> list[str]:
    """Make *target* a folder with the files of *source*, and return the names of the folders in that."""
    os.mkdir(target)  # noqa: PTH102 - a Path for each of twenty thousand folders and files would be a third of the work
    folders = []
    with os.scandir(source) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            else:
                link(entry.path, f"{target}/{entry.name}")
    return folders


def link(source: str | Path, target: str | Path) -> None:
    """Give the file *source*, if it is there, the second name *target*; where the file system cannot, make a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        return  # somebody removed it from the site: it is among the files that are written
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
