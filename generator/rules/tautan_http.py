"""Links use https."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.record import Rekaman
from generator.rules.context import Context

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


def check_any(record: Rekaman, context: Context) -> Iterator[Problem]:
    """Yield every value that is an http link, the keeper's notes aside."""
    for loc, text in context.source.texts.containing(("http://",)):
        if _LINK.fullmatch(text) and "catatan" not in loc and loc[0] not in context.wrong:
            message = f"`{text.strip()}` memakai http:// yang tidak aman"
            yield Problem(TIDAK_AMAN, loc, message, f"{loc[-1]}: https{text.strip()[4:]}")
