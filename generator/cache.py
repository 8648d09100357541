"""
What the last build left behind: one folder, which may be deleted, cut short, or of another version; then it is only ignored.

`keadaan` says what there was and what came of it; the other files hold the outputs themselves, each with its key. What is known
of ten thousand satker is in memory at once, so everything that is seldom asked for stays packed.

A file begins with a digest and the length of what it is of: a pickled value. Files of the site lie behind theirs, which has their
digests, and what else other units ask of the one that they belong to.
"""

import os
import pickle
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import BinaryIO

from generator.budget import Budget
from generator.diagnostic import Diagnostic
from generator.keys import Listing, digest, digesting

STATE = "keadaan"
_DIGEST, _LENGTH = 16, 8  # bytes
_PIECE = 1 << 20  # bytes of a file that are looked at at once
_ODD = (OSError, ValueError, TypeError, KeyError, AttributeError, ImportError, EOFError, pickle.UnpicklingError)

File = tuple[int, bytes, int]
Contents = dict[str, bytes | Path]  # of files, or where they are copied from, by address
Facts = dict[str, tuple[int, bytes]]  # size and digest of each
Lalu = dict[str, dict[str, str]]


@dataclass(slots=True)
class Known:
    """
    A folder of records as it was read.

    A satker was surveyed under *key*; *across* is what it says wrongly of others, as they were under *others*.
    """

    files: Listing
    content: str
    key: str = ""
    others: str = ""
    across: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Listed:
    """
    The files of a unit.

    *files* gives by address size, digest and time of change of each; *urls* belong into the list of addresses; *lalu* says what
    became of each address that a satker had.
    """

    files: dict[str, File]
    urls: tuple[str, ...] = ()
    lalu: Lalu = field(default_factory=dict)


@dataclass(slots=True)
class Unit:
    """
    Outputs that are made together.

    *listing* packs its Listed; *found* is the digest of what the search finds, empty if nothing. Of a satker *parts* has the key
    of its Capaian, *packed* is that pickled, *data* the key of what it adds to the portal's open data, empty if nothing; of its
    documents *parts* are the keys of what each says.
    """

    key: str
    listing: bytes
    found: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    packed: bytes = b""
    data: str = ""

    @property
    def listed(self) -> Listed:
        """Its files, unpacked at every call."""
        files, urls, lalu = pickle.loads(self.listing)  # noqa: S301 - our own
        return Listed(files, urls, lalu)

    @property
    def files(self) -> dict[str, File]:
        """By address size, digest and time of change of each of its files, unpacked at every call."""
        return self.listed.files


def pack(listed: Listed) -> bytes:
    """Return what `Unit.listed` unpacks."""
    return pickle.dumps((listed.files, listed.urls, listed.lalu), 5)


@dataclass(slots=True)
class State:
    """
    What a build knew and made.

    *inputs* is the key of all but the records, *names* are those of all that stood in their folder, *sources* the folders that
    the shell was drawn from. *default* is where mkdocs.yml wants the site, *site* where it was written, *sign* what it says,
    *budget* what it weighs.
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
    budget: Budget = field(default_factory=Budget)
    notes: tuple[str, ...] = ()

    def files(self) -> Iterator[dict[str, File]]:
        """Yield the files of each unit."""
        return (unit.files for unit in self.units.values())


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

    def take_files(self, name: str, key: str) -> tuple[Contents, Facts] | None:
        """Return the files that were put under *name* with this *key*, and their facts; None if not all are what they were."""
        try:
            with (self.folder / f"{name}.isi").open("rb") as file:
                value = _value(file, key)
                return _files(value[0], file) if isinstance(value, tuple) else None
        except _ODD:
            return None

    def put_files(
        self, name: str, key: str, contents: Contents, facts: Facts, beside: Mapping[str, bytes] = MappingProxyType({})
    ) -> None:
        """Keep files, with their *facts*, and what may be asked for *beside* them."""
        index = {uri: (facts[uri], content if isinstance(content, Path) else None) for uri, content in contents.items()}
        files = [content for content in contents.values() if isinstance(content, bytes)]
        self._write(f"{name}.isi", key, (index, dict(beside)), files)

    def take_beside(self, name: str, key: str, what: str) -> bytes | None:
        """Return *what* was put beside the files under *name* with this *key*, or None."""
        value = self.take(name, key)
        found = value[1].get(what) if isinstance(value, tuple) else None
        return found if isinstance(found, bytes) else None

    def place(self, name: str) -> Path:
        """Return where a file *name* that outputs are copied from may be written."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

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
            with (self.folder / name).open("rb") as file:
                return _value(file, key)
        except _ODD:
            return None

    def _write(self, name: str, key: str, value: object, files: Iterable[bytes] = ()) -> None:
        path = f"{self.folder}/{name}"
        half = f"{path}.{os.getpid()}"
        try:
            with _opened(half) as file:
                file.write(bytes(_DIGEST + _LENGTH))
                digested = _Digest(file, key)
                pickle.dump(value, digested, 5)
                file.writelines(files)
                file.seek(0)
                file.write(digested.head())
            os.rename(half, path)
        except OSError:  # a full disk, or a folder that may not be written to
            with suppress(OSError):
                Path(half).unlink(missing_ok=True)


def _opened(path: str) -> BinaryIO:
    """Open the new file *path*, whose folder is nearly always there."""
    try:
        return open(path, "wb")
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return open(path, "wb")


def _value(file: BinaryIO, key: str) -> object:
    """Return the value at the beginning of *file*, or None if it is not what was written there under *key*."""
    head, found = file.read(_DIGEST + _LENGTH), digesting(_begin(key))
    more = int.from_bytes(head[_DIGEST:])
    while more > 0 and (piece := file.read(min(more, _PIECE))):  # never in memory as a whole
        found.update(piece)
        more -= len(piece)
    if found.digest()[:_DIGEST] != head[:_DIGEST]:
        return None
    file.seek(len(head))
    value: object = pickle.load(file)  # noqa: S301 - our own
    return value


def _files(index: dict[str, tuple[tuple[int, bytes], Path | None]], file: BinaryIO) -> tuple[Contents, Facts] | None:
    """Return the files of *index*, which follow it in *file* or lie elsewhere."""
    contents = {uri: source or file.read(size) for uri, ((size, _), source) in index.items()}
    facts = {uri: facts_of(content) for uri, content in contents.items()}
    return (contents, facts) if facts == {uri: known for uri, (known, _) in index.items()} else None


def facts_of(content: bytes | Path) -> tuple[int, bytes]:
    """Return size and digest of a file; one that is copied may be large."""
    if isinstance(content, bytes):
        return len(content), digest(content)
    with content.open("rb") as file:
        return os.fstat(file.fileno()).st_size, file_digest(file, digesting).digest()[:_DIGEST]


def _begin(key: str) -> bytes:
    """Return what is digested first, so that what was written under another key is not taken for it."""
    return f"{key}\n".encode()


class _Digest:
    """A file that digests what is written to it, for the same reason."""

    def __init__(self, file: BinaryIO, key: str) -> None:
        self._file, self._hash, self._length = file, digesting(_begin(key)), 0

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        self._length += len(data)
        return self._file.write(data)

    def head(self) -> bytes:
        return self._hash.digest()[:_DIGEST] + self._length.to_bytes(_LENGTH)
