"""Files are written here, but for the search index, which Pagefind writes, and the places that whole sites change."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def is_intact(site: Path, files: Mapping[str, tuple[int, bytes, int]]) -> bool:
    """Say whether *files*, each with its size, digest and time, lie in *site* as they were written."""
    try:
        for uri, (size, _, time) in files.items():
            state = os.stat(f"{site}/{uri}")
            if state.st_size != size or state.st_mtime_ns != time:
                return False
    except OSError:
        return False
    return True


def flat(uri: str) -> str:
    """Return a name for the file at *uri* where it waits for its place, in one folder with all others."""
    return sha256(uri.encode(), usedforsecurity=False).hexdigest()


def write(files: Mapping[str, bytes | Path], folder: Path, named: Callable[[str], str] = str) -> dict[str, int]:
    """Write *files*, bytes or what to copy by address, to *folder*, there *named*; return when each changed (ns since 1970)."""
    made: set[str] = set()
    times = {}
    for uri, content in files.items():
        target = f"{folder}/{named(uri)}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            make(parent)
            made.add(parent)
        if isinstance(content, Path):
            shutil.copyfile(content, target, follow_symlinks=False)
            times[uri] = os.stat(target).st_mtime_ns
        else:
            times[uri] = _put(target, content)
    return times


def make(folder: str) -> None:
    """Make *folder*, if it is not there; its parent nearly always is, and is made if not."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(folder)


def _put(target: str, content: bytes) -> int:
    """Write one file and return when it changed; an error says of which file it is."""
    try:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | getattr(os, "O_BINARY", 0), 0o666)
        try:
            written = os.write(file, content)
            while written < len(content):
                written += os.write(file, memoryview(content)[written:])
            return os.fstat(file).st_mtime_ns
        finally:
            os.close(file)
    except OSError as error:
        error.filename = error.filename or target
        raise


def replace(path: Path, content: bytes) -> None:
    """Put *content*, once it is on the disk, in the place of the file *path* in one step; it keeps its permissions."""
    half = path.with_name(f".{path.name}.baru")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
