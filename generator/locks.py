"""What the locks beside the generator pin, and what is installed: read at every build, so nothing large is imported for it."""

import base64
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

FOLDER = Path(__file__).parent.parent
PYTHON, NPM = "requirements.txt", "package-lock.json"
ABSENT = "the bill of materials (/data/sbom.cdx.json) is left out, because requirements.txt does not lie beside the generator"

_ROW = re.compile(
    r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)(?: ; ([^\\\n]+?))?\s*\\?\n((?: +--hash=\S+(?: \\)?\n)*)", re.MULTILINE
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """
    A package by the one version that is wanted, with the digests (SHA-256 or SHA-512, in hex) of what it may come in.

    *marker* says on which machines it is wanted; empty: on all.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str = ""
    marker: str = ""


@dataclass(frozen=True)
class Locks:
    """The locks in *folder*; a lock that is not there pins nothing."""

    folder: Path = field(default_factory=lambda: FOLDER)

    @cached_property
    def python(self) -> tuple[Pin, ...]:
        """The packages of Python, those of other machines included."""
        return self.pins(PYTHON)

    def pins(self, name: str) -> tuple[Pin, ...]:
        """Return what the lock of pip called *name* has."""
        rows = _ROW.findall(self._text(name))
        return tuple(Pin(_canonical(row[0]), row[1], tuple(_HASH.findall(row[3])), marker=row[2]) for row in rows)

    @cached_property
    def npm(self) -> tuple[Pin, ...]:
        """The packages of the editor; one that stands there in two versions is there twice."""
        packages = json.loads(self._text(NPM) or "{}").get("packages", {})
        return tuple(
            Pin(path.rpartition("node_modules/")[2], item["version"], (_hex(item["integrity"]),), item.get("license", ""))
            for path, item in packages.items()
            if path
        )

    @property
    def texts(self) -> tuple[str, str]:
        """Both locks as they are written."""
        return self._text(PYTHON), self._text(NPM)

    def strays(self) -> Iterator[str]:
        """Yield every Python package that is installed in a version that the lock does not have, with both."""
        found = installed()
        wanted = {pin.name: [other.version for other in self.python if other.name == pin.name] for pin in self.python}
        for name, versions in wanted.items():
            if name in found and not any(is_same(found[name], version) for version in versions):
                yield f"{name} {found[name]} instead of {versions[0]}"

    def _text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text("utf-8") if path.is_file() else ""


def installed() -> dict[str, str]:
    """Return the version of every Python package that is installed; of one that lies in two folders the one that is imported."""
    found: dict[str, str] = {}
    for folder in sys.path:
        for path in Path(folder).glob("*.dist-info"):
            name, _, version = path.name.removesuffix(".dist-info").partition("-")
            found.setdefault(_canonical(name), version)
    return found


def is_same(version: str, other: str) -> bool:
    """Say whether two ways of writing a version mean the same: 2.012 is 2.12."""
    return _without_zeros(version) == _without_zeros(other)


def _without_zeros(version: str) -> str:
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", version)


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _hex(integrity: str) -> str:
    """Return the digest in an entry such as ``sha512-…``."""
    return base64.b64decode(integrity.partition("-")[2]).hex()
