"""A service's category stands in the controlled list."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "kategori-tidak-ada",
    "Kategori tidak ada",
    "Kategori dipilih dari satker/_bersama/kategori.yml, supaya layanan yang sama di semua satker berkumpul.",
    file="layanan/contoh.yml",
    wrong="kategori: pendidikn",
    right="kategori: pendidikan",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"kategori"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the category that is not in the list."""
    known = context.bersama.dikenal.get("kategori")
    if known is not None and layanan.kategori is not None and layanan.kategori not in known:
        yield Problem(TIDAK_ADA, ("kategori",), *absent(layanan.kategori, known, "_bersama/kategori.yml"))
