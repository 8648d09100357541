"""Links use https."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.rules.context import published

TIDAK_AMAN = Code(
    "tautan-tidak-aman",
    "Tautan tanpa pengaman",
    "Tautan http:// dapat diubah orang di tengah jalan. Coba alamat yang sama dengan https://.",
    file="satker.yml",
    wrong="kontak: {situs: http://contoh.example}",
    right="kontak: {situs: https://contoh.example}",
    severity="peringatan",
)
CODES = (TIDAK_AMAN,)

_LINK = re.compile(r"\s*http://\S+\s*", re.IGNORECASE)


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the value if it is an http link, the notes of mentors aside too."""
    if _LINK.fullmatch(text) and "catatan" not in loc:
        message = f"`{text.strip()}` memakai http:// yang tidak aman"
        yield Problem(TIDAK_AMAN, loc, message, f"{loc[-1]}: https{text.strip()[4:]}")


check_any = published(_wrong, "http://")
