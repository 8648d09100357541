"""Every regulation that a service cites stands in the register."""

from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "hukum-tidak-ada",
    "Peraturan tidak ada di register",
    "Peraturan disebut dengan namanya di satker/_bersama/hukum.yml, misalnya `uu-25-2009`. Peraturan yang belum ada di situ "
    "didaftarkan dulu, lengkap dengan tentang apa dan tautannya.",
    file="layanan/contoh.yml",
    wrong="dasar_hukum: [ uu-25-2010 ]",
    right="dasar_hukum: [ uu-25-2009 ]",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"dasar_hukum", "biaya_tarif"})


def cited(layanan: Layanan) -> Iterator[tuple[Loc, str]]:
    """Yield every citation of *layanan* with its loc."""
    for number, id_ in enumerate(layanan.dasar_hukum):
        yield ("dasar_hukum", number), id_
    for row, biaya in enumerate(layanan.biaya_tarif):
        for number, id_ in enumerate(biaya.dasar):
            yield ("biaya_tarif", row, "dasar", number), id_


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each citation that is not in the register."""
    known = context.bersama.dikenal.get("hukum")
    for loc, id_ in cited(layanan):
        if known is not None and id_ not in known:
            yield Problem(TIDAK_ADA, loc, *absent(id_, known, "_bersama/hukum.yml"))
