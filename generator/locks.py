"""What the locks beside the generator pin, and what is installed instead: the lock of pip, and that of npm."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

FOLDER = Path(__file__).parent.parent
PYTHON, NPM = "requirements.txt", "package-lock.json"

_ROW = re.compile(r"^(\S[^\\\n]*?)\s*(?:\\\n|$)((?:\s+--hash=\S+\s*?(?:\\\n|$))*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package by the one version that is wanted, with the digests (SHA-256 or SHA-512, in hex) of what it may come in."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str = ""


@dataclass(frozen=True)
class Locks:
    """The locks in *folder*; a lock that is not there pins nothing."""

    folder: Path = field(default_factory=lambda: FOLDER)

    @cached_property
    def python(self) -> tuple[Pin, ...]:
        """The packages that this Python is to have, in the order of the lock."""
        return self.pins(PYTHON)

    def pins(self, name: str) -> tuple[Pin, ...]:
        """Return what the lock of pip called *name* has for this machine."""
        wanted = ((Requirement(row), hashes) for row, hashes in _ROW.findall(self._text(name)) if not row.startswith("#"))
        return tuple(
            Pin(canonicalize_name(item.name), str(item.specifier).removeprefix("=="), tuple(_HASH.findall(hashes)))
            for item, hashes in wanted
            if item.marker is None or item.marker.evaluate()
        )

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
        """Yield every Python package that is installed in another version than the lock has, with both."""
        for pin in self.python:
            found = installed(pin.name)
            if found and Version(found) != Version(pin.version):
                yield f"{pin.name} {found} instead of {pin.version}"

    def _text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text("utf-8") if path.is_file() else ""


def installed(name: str) -> str:
    """Return the version in which a Python package is installed, or an empty text."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _hex(integrity: str) -> str:
    """Return the digest in an entry such as ``sha512-…``."""
    return base64.b64decode(integrity.partition("-")[2]).hex()
