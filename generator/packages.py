"""The Python packages without which a build leaves something out, and whether they are there."""

from importlib.util import find_spec
from pathlib import Path

SEARCH = "pagefind_bin"
TYPST, FONTS = "typst", ("fontpkg_source_sans_3", "fontpkg_noto_sans_arabic")


class BrokenError(Exception):
    """A package is there but does not work; the message says how, *part* what could not be made, *without* how to go on."""

    part = ""
    without = ""

    def told(self) -> str:
        """Return the whole of it in one line."""
        return f"{self.part} could not be made: {self} (`zi build {self.without}` builds the rest)"


def program() -> Path | None:
    """Return Pagefind's program, or None where its package is not installed."""
    folder = _folder(SEARCH)
    path = folder / "pagefind" if folder else None
    return path if path and path.is_file() else None


def unprintable() -> tuple[str, ...]:
    """Return the packages that documents lack: those that are not there, and fonts without their files."""
    return tuple(name for name in (TYPST, *FONTS) if not _is_whole(name))


def _is_whole(name: str) -> bool:
    folder = _folder(name)
    return folder is not None and (name not in FONTS or any(folder.glob("files/*.[ot]tf")))


def _folder(name: str) -> Path | None:
    package = find_spec(name)
    return Path(package.origin).parent if package and package.origin else None
