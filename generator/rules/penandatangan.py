"""No more people sign the commitment than the office has (recommendation 1)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.zi import Zi
from generator.rules.context import Context

MELEBIHI = Code(
    "penandatangan-melebihi-pegawai",
    "Penandatangan lebih banyak daripada pegawai",
    "`jumlah_penandatangan` menghitung pegawai satker yang menandatangani komitmen, jadi tidak mungkin melebihi "
    "`jumlah_pegawai`. Saksi dari luar ditulis di `saksi`.",
    file="zi.yml",
    wrong="pencanangan: {tanggal: 2026-01-05, jumlah_pegawai: 40, jumlah_penandatangan: 41}",
    right="pencanangan: {tanggal: 2026-01-05, jumlah_pegawai: 40, jumlah_penandatangan: 40}",
)
CODES = (MELEBIHI,)
KEYS = frozenset({"pencanangan"})


def check_zi(zi: Zi, context: Context) -> Iterator[Problem]:
    """Yield the number that is too large."""
    launch = zi.pencanangan
    if launch is None or launch.jumlah_pegawai is None or launch.jumlah_penandatangan is None:
        return
    if launch.jumlah_penandatangan > launch.jumlah_pegawai:
        message = f"{launch.jumlah_penandatangan} penandatangan, padahal pegawainya {launch.jumlah_pegawai}"
        hint = "periksa kedua jumlahnya; saksi dari luar ditulis di `saksi`"
        yield Problem(MELEBIHI, ("pencanangan", "jumlah_penandatangan"), message, hint)
