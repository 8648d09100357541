"""What MkDocs draws once for all record pages: the stencils, the prose, and the files of the theme."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.render.page import Entry, Identitas
from generator.stencil import Stencil


@dataclass(frozen=True, slots=True)
class Shell:
    """
    The portal without its records.

    *stencils* are keyed by kind, *files* by address; *prose* is what the search finds of the pages that MkDocs writes itself, by
    their address, *moved* gives the present address for each that these had before; *theme* is the folder of our templates,
    *sources* all folders that the shell comes from, *site* where the configuration wants the site; *warnings* say what is wrong
    in the prose; *dokumen* is the number of satker up to which the site holds their documents.
    """

    identitas: Identitas
    theme: str
    sources: tuple[str, ...]
    site: str
    stencils: dict[str, Stencil] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    prose: dict[str, Entry] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    dokumen: int = 0


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* by its address."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
