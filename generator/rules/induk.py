"""The parent of a satker exists, and nobody is their own ancestor."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.profil import Profil
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "induk-tidak-ada",
    "Induk tidak ada di portal ini",
    "`induk` memuat nama folder satker induk di portal ini. Kalau induknya belum ikut, hapus kuncinya.",
    file="satker.yml",
    wrong="induk: kanwil-antah",
    right="ringkasan: Tanpa induk di portal ini",
)
MELINGKAR = Code(
    "induk-melingkar",
    "Induk melingkar",
    "Satker tidak boleh menjadi induk dari induknya sendiri. Periksa `induk` pada semua satker yang disebut.",
    file="satker.yml",
    wrong="induk: contoh",
    right="ringkasan: Tanpa induk di portal ini",
)
CODES = (TIDAK_ADA, MELINGKAR)
KEYS = frozenset({"induk"})
ACROSS = ("profil",)


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield one problem at most: a parent that is not there cannot close a cycle."""
    satker = context.satker
    if profil.induk is None or satker is None:
        return
    chain = [satker.slug, *context.index.leluhur(satker.slug)]
    if profil.induk not in context.index.folders:
        yield Problem(TIDAK_ADA, ("induk",), *absent(profil.induk, context.index.folders - {satker.slug}, "satker/"))
    elif satker.slug in chain[1:]:
        circle = " → ".join(chain[: chain.index(satker.slug, 1) + 1])
        yield Problem(MELINGKAR, ("induk",), f"induk melingkar: {circle}", "hapus `induk` pada satker yang paling atas")
