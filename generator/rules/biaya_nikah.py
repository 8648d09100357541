"""Registering a marriage costs nothing, or 600 000 rupiah outside the office or its hours (PP 59/2018)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context

TARIF = Code(
    "biaya-nikah",
    "Tarif nikah yang tidak ada",
    "Pencatatan nikah gratis di KUA pada hari dan jam kerja, dan Rp600.000 di luar KUA atau di luar jam kerja (PP 59/2018). "
    "Tarif lain tidak ada.",
    file="layanan/pencatatan-nikah.yml",
    wrong="nama: Pencatatan nikah\nbiaya_tarif:\n  - {rupiah: 30000}",
    right="nama: Pencatatan nikah\nbiaya_tarif:\n  - {rupiah: 0}",
    severity="peringatan",
)
CODES = (TARIF,)
KEYS = frozenset({"dasar", "biaya_tarif"})

_SERVICE = "pencatatan-nikah"
_FEES = (0, 600_000)


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each fee that the state does not ask; the service is known by its address, or by the standard it follows."""
    if _SERVICE not in (context.slug, layanan.dasar):
        return
    for row, biaya in enumerate(layanan.biaya_tarif):
        if biaya.rupiah not in _FEES:
            message = f"tarif nikah Rp{biaya.rupiah} tidak ada; tarifnya Rp0 atau Rp600000"
            hint = "rupiah: 0 (di KUA pada jam kerja) atau rupiah: 600000 (di luar KUA atau di luar jam kerja)"
            yield Problem(TARIF, ("biaya_tarif", row, "rupiah"), message, hint)
