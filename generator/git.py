"""What git knows of two states of the repository; of files only paths, modes and sizes, never what is in them."""

import os
import re
import subprocess
from collections.abc import Collection
from pathlib import Path

from generator.usulan import Perubahan

_ROW = re.compile(rb":\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0([^\0]*)\0")
_FILE = re.compile(rb"100(?:644|755) blob ([0-9a-f]+)\t([^\0]*)\0")
_GONE, _SUBMODULE = "000000", "160000"


class GitError(ValueError):
    """Git refused; its own words say why."""


def changes(base: str, proposal: str) -> tuple[Perubahan, ...]:
    """Return every file that differs between two commits; one that was moved is one that went and one that came."""
    first, second = commit(base), commit(proposal)
    rows = _ROW.findall(_git("diff-tree", "-r", "-z", "--full-index", "--no-renames", first, second))
    sizes = _sizes(sorted({blob.decode() for mode, blob, _ in rows if mode.decode() not in (_GONE, _SUBMODULE)}))
    return tuple(
        Perubahan(os.fsdecode(path), "" if mode.decode() == _GONE else mode.decode(), sizes.get(blob.decode(), 0))
        for mode, blob, path in rows
    )


def touched(base: str, folder: Path) -> frozenset[str]:
    """Return the names right below *folder* under which something differs from the commit *base*, new files included."""
    since = commit(base, folder)
    here = _git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", since, "--", ".", folder=folder)
    new = _git("ls-files", "-z", "--others", "--exclude-standard", "--", ".", folder=folder)
    return frozenset(os.fsdecode(path).partition("/")[0] for path in (here + new).split(b"\0") if path)


def lay(base: str, folder: Path, names: Collection[str], target: Path) -> None:
    """
    Write what stood in *names* right below *folder* in the commit *base* into *target*: plain files only.

    Only records are written whole; of attachments their names and sizes.
    """
    tree = _git("ls-tree", "-r", "-z", commit(base, folder), "--", *sorted(names), folder=folder) if names else b""
    rows = [(os.fsdecode(path), blob.decode()) for blob, path in _FILE.findall(tree) if b".." not in path.split(b"/")]
    sizes = _sizes(sorted({blob for _, blob in rows}), folder)
    for path, blob in rows:
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_git("cat-file", "blob", blob, folder=folder) if path.endswith(".yml") else b"")
        os.truncate(place, sizes[blob])


def commit(name: str, folder: Path = Path()) -> str:
    """Return the full id of the commit called *name*, which may be any text; raises GitError."""
    try:
        found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", folder=folder)
    except GitError as error:
        raise GitError(str(error) or f"'{name}' is no commit here") from error
    return found.decode().strip()


def _sizes(blobs: list[str], folder: Path = Path()) -> dict[str, int]:
    told = _git(
        "cat-file", "--batch-check=%(objectname) %(objectsize)", folder=folder, given="".join(f"{blob}\n" for blob in blobs)
    )
    return {blob: int(size) for blob, size in (line.split() for line in told.decode().splitlines())}


def _git(*arguments: str, folder: Path = Path(), given: str = "") -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, input=given.encode(), capture_output=True, check=False)  # noqa: S603, S607 - no shell; git is where the user has it
    except FileNotFoundError as error:
        raise GitError("git is not on the PATH") from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
