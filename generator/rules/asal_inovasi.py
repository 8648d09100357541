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
CODES = (TIDAK_ADA,)
KEYS = frozenset({"asal"})


def check_inovasi(inovasi: Inovasi, context: Context) -> Iterator[Problem]:
    """Yield an origin that is absent, or that is the innovation itself."""
    if inovasi.asal is None or inovasi.asal.inovasi is None or context.satker is None:
        return
    known = context.index.inovasi.keys() - {f"{context.satker.slug}/{context.slug}"}
    if inovasi.asal.inovasi not in known:
        yield Problem(TIDAK_ADA, ("asal", "inovasi"), *absent(inovasi.asal.inovasi, known, "portal ini"))
