"""An innovation learnt from another one of this portal names one that exists."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.inovasi import Inovasi
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "asal-inovasi-tidak-ada",
    "Inovasi asal tidak ada di portal ini",
    "`asal.inovasi` memuat folder satker, garis miring, dan nama inovasinya. Untuk inovasi di luar portal pakai `instansi` dan "
    "`nama`.",
    file="inovasi/contoh.yml",
    wrong="asal: {inovasi: contoh/tidak-ada}",
    right="asal: {instansi: Kantor lain, nama: Inovasi lain}",
)
MELINGKAR = Code(
    "asal-inovasi-melingkar",
    "Inovasi berasal dari dirinya sendiri",
    "Rantai `asal` harus berakhir pada inovasi yang tidak meniru siapa pun di portal ini.",
    file="inovasi/contoh.yml",
    wrong="asal: {inovasi: contoh/contoh}",
    right="asal: {instansi: Kantor lain, nama: Inovasi lain}",
)
CODES = (TIDAK_ADA, MELINGKAR)
KEYS = frozenset({"asal"})
ACROSS = ("inovasi",)


def check_inovasi(inovasi: Inovasi, context: Context) -> Iterator[Problem]:
    """Yield an origin that is absent, or that leads back to the innovation itself."""
    if inovasi.asal is None or inovasi.asal.inovasi is None or context.satker is None:
        return
    here, loc = f"{context.satker.slug}/{context.slug}", ("asal", "inovasi")
    line = list(context.index.asal(here))
    if inovasi.asal.inovasi not in context.index.alamat_inovasi:
        known = context.index.alamat_inovasi - {here}
        yield Problem(TIDAK_ADA, loc, *absent(inovasi.asal.inovasi, known, "portal ini"))
    elif here in line:
        circle = " → ".join([here, *line[: line.index(here) + 1]])
        yield Problem(MELINGKAR, loc, f"asal inovasi melingkar: {circle}", "hapus `asal` pada inovasi yang paling dulu ada")
