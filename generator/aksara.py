"""The characters that the fonts of the printed documents have, by `aksara.txt`, which a test holds to the fonts."""

import re
from pathlib import Path

RANGES: tuple[tuple[int, int], ...] = tuple(
    (int(first, 16), int(last or first, 16))
    for first, _, last in (part.partition("-") for part in Path(__file__).with_name("aksara.txt").read_text("ascii").split())
)
SILENT = "\u2060\ufe0e\ufe0f"  # they have no shape, so a font need not know them

_known = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in RANGES)
MISSING = re.compile(f"[^{_known}{SILENT}\n]")
"""What no font of ours can show."""
