"""A service follows a standard that exists; a standard follows none."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "dasar-tidak-ada",
    "Standar induk tidak ada",
    "`dasar` memuat nama berkas di satker/_bersama/layanan/ tanpa .yml. Kalau layanan ini memang milik satker sendiri, hapus "
    "`dasar` dan tulis semua kuncinya.",
    file="layanan/contoh.yml",
    wrong="dasar: legalisasi-ijasah",
    right="dasar: legalisasi-ijazah",
)
BERANTAI = Code(
    "dasar-berantai",
    "Standar induk mengikuti standar lain",
    "Standar di _bersama/layanan/ ditulis lengkap; `dasar` hanya dipakai oleh layanan satker.",
)
CODES = (TIDAK_ADA, BERANTAI)
KEYS = frozenset({"dasar"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the standard that is not there, or that should not be named."""
    if layanan.dasar is None:
        return
    known = context.bersama.dikenal["layanan"]
    if context.satker is None:
        yield Problem(BERANTAI, ("dasar",), "standar induk tidak boleh mengikuti standar lain", "hapus `dasar`")
    elif layanan.dasar not in known:
        yield Problem(TIDAK_ADA, ("dasar",), *absent(layanan.dasar, known, "_bersama/layanan/"))
