"""What stands in the folder of the records, seen before the program that reads it is loaded."""

import os
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from generator.keys import Listing, content_key, listed, stamps

AHEAD = 0.3  # seconds: some less than it takes to load what reads records


@dataclass(frozen=True, slots=True)
class Seen:
    """
    *names* are those of all that stands there, *inside* gives the files of each folder, as they were when it was looked at.

    *contents* are the keys of what is in some of the folders.
    """

    names: tuple[str, ...]
    inside: dict[str, Listing]
    contents: dict[str, str] = field(default_factory=dict)


def scan(root: Path, known: Collection[str] = (), seconds: float = 0) -> Seen:
    """Look at *root*, and for so many *seconds* at what is in the folders that are not *known*."""
    now = time.time_ns()
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    end = time.monotonic() + seconds
    inside: dict[str, Listing] = {}
    contents: dict[str, str] = {}
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            files = stamps(Path(entry.path))
            inside[entry.name] = listed(files, now)
            if entry.name not in known and time.monotonic() < end:
                contents[entry.name] = content_key(Path(entry.path), files)
    return Seen(tuple(entry.name for entry in entries), inside, contents)
