"""What stands in the folder of the records, seen before the program that reads it is loaded."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from generator.keys import Listing, listing


@dataclass(frozen=True, slots=True)
class Seen:
    """*names* are those of all that stands there, *inside* gives the files of each folder, as they were when it was looked at."""

    names: tuple[str, ...]
    inside: dict[str, Listing]


def scan(root: Path) -> Seen:
    """Look at *root*."""
    now = time.time_ns()
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    inside = {entry.name: listing(Path(entry.path), now) for entry in entries if entry.is_dir(follow_symlinks=False)}
    return Seen(tuple(entry.name for entry in entries), inside)
