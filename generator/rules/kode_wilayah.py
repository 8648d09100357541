"""The region of a satker is one that Kemendagri has given; only an invented satker may invent it."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.profil import Profil
from generator.rules.context import Context
from generator.wilayah import nama_wilayah

TIDAK_ADA = Code(
    "wilayah-tidak-ada",
    "Kode wilayah tidak diberikan Kemendagri",
    "Kode wilayah diambil dari Kepmendagri 300.2.2-2430 Tahun 2025. Hanya satker dengan `status_data: contoh` yang boleh memakai "
    "kode karangan seperti 99.01.",
    file="satker.yml",
    wrong='kode_wilayah: "99.77"\nstatus_data: draf',
    right='kode_wilayah: "17.08"\nstatus_data: draf',
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"kode_wilayah", "status_data"})


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield a code that no region has."""
    if profil.status_data != "contoh" and nama_wilayah(profil.kode_wilayah) is None:
        message = f"kode wilayah {profil.kode_wilayah} tidak diberikan Kemendagri"
        yield Problem(TIDAK_ADA, ("kode_wilayah",), message, "misalnya 17 (provinsi) atau 17.08 (kabupaten/kota)")
