"""A training for front-line officers does not train more of them than there are (recommendation 8)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.zi import Zi
from generator.rules.context import Context

MELEBIHI = Code(
    "peserta-melebihi-petugas",
    "Peserta pelatihan lebih banyak daripada petugas layanan",
    "`peserta` menghitung petugas layanan yang dilatih, supaya cakupannya dapat dibandingkan dengan `petugas_layanan`. "
    "Peserta dari bagian lain tidak ikut dihitung.",
    file="zi.yml",
    wrong="petugas_layanan: 6\npelatihan:\n  - {judul: Pelayanan prima, tanggal: 2026-03-09, peserta: 30}",
    right="petugas_layanan: 6\npelatihan:\n  - {judul: Pelayanan prima, tanggal: 2026-03-09, peserta: 6}",
    severity="peringatan",
)
CODES = (MELEBIHI,)
KEYS = frozenset({"pelatihan", "petugas_layanan"})


def check_zi(zi: Zi, context: Context) -> Iterator[Problem]:
    """Yield each training with too many people; without the number of officers there is nothing to compare."""
    for row, pelatihan in enumerate(zi.pelatihan):
        if zi.petugas_layanan is not None and pelatihan.peserta is not None and pelatihan.peserta > zi.petugas_layanan:
            message = f"{pelatihan.peserta} peserta, padahal petugas layanannya {zi.petugas_layanan}"
            hint = "hitung petugas layanan saja, atau perbaiki `petugas_layanan`"
            yield Problem(MELEBIHI, ("pelatihan", row, "peserta"), message, hint)
