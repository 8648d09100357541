"""What a result depends on, as short texts: where the key is the same, the result is."""

import marshal
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b, file_digest, sha256
from pathlib import Path
from types import MappingProxyType

SETTLED = 2_000_000_000  # ns; a file younger than this may change again without another time
LARGE = 1 << 20  # bytes; from here on a file is read in pieces
HUGE = 1 << 26  # bytes; no file that is used is so large, and reading them all could take for ever
DEEPEST = 16  # folders in each other; so many names fit into a path
_PLAIN = 0  # a version of marshal in which equal things give equal bytes, whether they are one object or not
_SETTINGS = {".yml", ".yaml", ".py"}  # beside mkdocs.yml: what it may inherit from, and its hooks
_ENVIRONMENT = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\S+))")

_whole = partial(blake2b, digest_size=16)

digesting = partial(sha256, usedforsecurity=False)  # of the site's files: processors have instructions of their own for it

Stamp = tuple[str, int, int, int, int, int]


def key(*parts: object) -> str:
    """Return one key for *parts*, whose repr says all that matters and is the same in every process: no sets."""
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def digest(data: bytes) -> bytes:
    """Return the digest of the bytes of a file of the site."""
    return digesting(data).digest()[:16]


@dataclass(frozen=True)
class Listing:
    """All that stands in a folder, as the key of its stamps; *settled* if nothing of it is brand-new."""

    key: str
    settled: bool

    def is_same(self, now: "Listing") -> bool:
        """Say whether nothing has changed since this listing was made, as far as can be told without reading the files."""
        return self.settled and self.key == now.key


def listing(folder: Path, now: int) -> Listing:
    """Return what stands below *folder* at *now* (ns since 1970)."""
    return listed(stamps(folder), now)


def listed(found: tuple[Stamp, ...], now: int) -> Listing:
    """Return what stands in a folder, all stamps *found* in it, at *now*."""
    youngest = max((max(stamp[3], stamp[4]) for stamp in found), default=0)
    return Listing(digest(marshal.dumps(found, _PLAIN)).hex(), youngest < now - SETTLED)


def content_key(folder: Path, found: Iterable[Stamp] | None = None, read: Mapping[str, str] = MappingProxyType({})) -> str:
    """
    Return the key of the bytes of all files in *folder*, which have the stamps *found*; what is no file counts by its kind.

    Of files that were just *read* it is given the key of their bytes, by name.
    """
    seen = stamps(folder) if found is None else found
    return key(
        [(path, stat.S_IFMT(mode), read.get(path) or _content(f"{folder}/{path}", mode, size)) for path, mode, size, *_ in seen]
    )


def bytes_key(data: bytes) -> str:
    """Return the key of the bytes of a file, as long as that is not larger than LARGE."""
    return _whole(data).hexdigest()


def tree_key(folders: Iterable[Path]) -> str:
    """Return the key of the bytes of all files below *folders*."""
    return key([(str(folder), content_key(folder) if folder.is_dir() else "") for folder in folders])


def machine_key() -> str:
    """Return the key of what makes the site: this program, the packages that are installed beside it, and Python."""
    package = Path(__file__).parent
    own = [
        (path, _content(f"{package}/{path}", mode, size)) for path, mode, size, *_ in stamps(package) if "__pycache__" not in path
    ]
    installed = sorted(
        entry for folder in sys.path if Path(folder).is_dir() for entry in _names(folder or ".") if "-info" in entry
    )
    return key(sys.version, own, installed)


def settings_key(config_file: Path) -> str:
    """Return the key of mkdocs.yml, of the settings beside it, and of the variables they ask for."""
    folder = config_file.parent
    files = sorted(path for path in folder.iterdir() if path.suffix in _SETTINGS and path.is_file())
    texts = [(path.name, path.read_bytes()) for path in files]
    asked = {name for _, text in texts for name in _variables(text.decode("utf-8", "replace"))}
    return key(texts, [(name, os.environ.get(name)) for name in sorted({*asked, "SOURCE_DATE_EPOCH"})])


def _variables(text: str) -> Iterator[str]:
    for match in _ENVIRONMENT.finditer(text):
        yield from re.findall(r"[A-Za-z_]\w*", match[1] or match[2])


def _names(folder: str) -> list[str]:
    with os.scandir(folder) as found:
        return [entry.name for entry in found]


def stamps(folder: Path) -> tuple[Stamp, ...]:
    """
    Return a stamp of every file and folder below *folder*, but for what is deepest.

    It says path, kind, size, two times and number; of folders only that they are there.
    """
    found: list[Stamp] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                state = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(state.st_mode):
                    inner = f"{below}{entry.name}/"
                    waiting += [inner] if inner.count("/") < DEEPEST else []
                    found.append((inner, state.st_mode, 0, 0, 0, 0))
                else:
                    times = state.st_mtime_ns, state.st_ctime_ns
                    found.append((below + entry.name, state.st_mode, state.st_size, *times, state.st_ino))
    return tuple(sorted(found))


def _content(path: str, mode: int, size: int) -> str | int:
    if not stat.S_ISREG(mode) or size > HUGE:
        return size
    if size >= LARGE:
        with open(path, "rb") as file:  # noqa: PTH123 - a Path for each of a hundred thousand files would be half of the work
            return file_digest(file, _whole).hexdigest()
    small = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return bytes_key(os.read(small, size + 1))
    finally:
        os.close(small)
