"""
What the last build left behind: one folder, which may be deleted, cut short, or of another version; then it is only ignored.

`keadaan` says what there was and what came of it; the other files hold the outputs themselves, each with its key.
"""

import os
import pickle
import shutil
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from generator.diagnostic import Diagnostic
from generator.keys import Listing

STATE = "keadaan"
_DIGEST = 16

File = tuple[int, str, int]


@dataclass(slots=True)
class Known:
    """
    A folder of records as it was read.

    *packed* is the pickled survey of a satker under *key*; *across* what it says wrongly of others, as they were under *others*.
    """

    files: Listing
    content: str
    key: str = ""
    packed: bytes = b""
    others: str = ""
    across: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Unit:
    """
    Outputs that are made together.

    *files* gives by address size, digest and time of change of each; *urls* belong into the list of addresses; *found* is the
    digest of what the search finds, empty if nothing. Of a satker *parts* are the keys of what other pages show, *packed* is its
    pickled Capaian, *data* the key of what it adds to the open data of the portal, empty if nothing, *lalu* what became of each
    address that it had; of its documents *parts* are the keys of what each says.
    """

    key: str
    files: dict[str, File]
    urls: tuple[str, ...] = ()
    found: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    packed: bytes = b""
    data: str = ""
    lalu: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """
    What a build knew and made.

    *inputs* is the key of all but the records, *names* are those of all that stood in their folder, *sources* the folders that
    the shell was drawn from. *default* is where mkdocs.yml wants the site, *site* where it was written, *sign* what it says.
    """

    inputs: str = ""
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    default: str = ""
    site: str = ""
    sign: str = ""
    known: dict[str, Known] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    warnings: tuple[str, ...] = ()
    satker: int = 0
    notes: tuple[str, ...] = ()


class Cache:
    """The folder; everything in it was written for the program of *machine*."""

    def __init__(self, folder: Path, machine: str) -> None:
        self.folder = folder
        self.machine = machine

    def load(self) -> State:
        """Return the state of the last build, an empty one if there is none that fits."""
        found = self._read(STATE, self.machine)
        return found if isinstance(found, State) else State()

    def save(self, state: State) -> None:
        """Keep *state* for the next build."""
        self._write(STATE, self.machine, state)

    def join(self, other: "Cache") -> None:
        """Take over what *other*, of the same program, has kept."""
        mine, theirs = self.load(), other.load()
        for path in sorted(other.folder.rglob("*.isi")):
            target = self.folder / path.relative_to(other.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        self.save(replace(mine, known=mine.known | theirs.known, units=mine.units | theirs.units))

    def take(self, name: str, key: str) -> object:
        """Return what was put under *name* with this *key*, or None."""
        return self._read(f"{name}.isi", key)

    def put(self, name: str, key: str, value: object) -> None:
        """Keep *value*; where that cannot be, the next build takes longer."""
        self._write(f"{name}.isi", key, value)

    def refuses(self) -> str:
        """Return why nothing can be kept, or an empty text."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=self.folder):
                return ""
        except OSError as error:
            return error.strerror or str(error)

    def drop(self, name: str) -> None:
        """Forget what was put under *name*."""
        (self.folder / f"{name}.isi").unlink(missing_ok=True)

    def _read(self, name: str, key: str) -> object:
        try:
            raw = (self.folder / name).read_bytes()
            head, data = raw[:_DIGEST], memoryview(raw)[_DIGEST:]
            return pickle.loads(data) if head == _digest(key, data) else None  # noqa: S301 - whole, and our own
        except (OSError, ValueError, TypeError, KeyError, AttributeError, ImportError, EOFError, pickle.UnpicklingError):
            return None

    def _write(self, name: str, key: str, value: object) -> None:
        path = self.folder / name
        half = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(bytes(_DIGEST))
                digest = _Digest(file, key)
                pickle.dump(value, digest, 5)
                file.seek(0)
                file.write(digest.value())
            half.replace(path)
        except OSError:  # a full disk, or a folder that may not be written to
            with suppress(OSError):
                half.unlink(missing_ok=True)


def _digest(key: str, data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=_DIGEST, key=key.encode()[:64]).digest()


class _Digest:
    """A file that digests what is written to it: what is kept of a large portal is never in memory as a whole."""

    def __init__(self, file: BinaryIO, key: str) -> None:
        self._file = file
        self._hash = blake2b(digest_size=_DIGEST, key=key.encode()[:64])

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        return self._file.write(data)

    def value(self) -> bytes:
        return self._hash.digest()
