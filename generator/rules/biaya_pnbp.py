"""Revenue of the state is collected on a legal basis, and is more than nothing."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context

NOL = Code(
    "pnbp-nol",
    "PNBP nol rupiah",
    "`pnbp: true` berarti tarifnya masuk kas negara. Layanan yang gratis cukup ditulis `rupiah: 0`.",
    file="layanan/contoh.yml",
    wrong="biaya_tarif:\n  - {rupiah: 0, pnbp: true}",
    right="biaya_tarif:\n  - {rupiah: 0}",
    severity="peringatan",
)
TANPA_DASAR = Code(
    "pnbp-tanpa-dasar",
    "PNBP tanpa dasar hukum",
    "Tarif PNBP hanya boleh dipungut berdasarkan peraturan. Sebut peraturannya di `dasar` pada baris tarif itu.",
    file="layanan/contoh.yml",
    wrong="biaya_tarif:\n  - {rupiah: 50000, pnbp: true}",
    right="biaya_tarif:\n  - {rupiah: 50000, pnbp: true, dasar: [ uu-25-2009 ]}",
    severity="peringatan",
)
CODES = (NOL, TANPA_DASAR)
KEYS = frozenset({"biaya_tarif"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each fee to the state that is none, or that rests on nothing."""
    for row, biaya in enumerate(layanan.biaya_tarif):
        loc = ("biaya_tarif", row, "pnbp")
        if biaya.pnbp and not biaya.rupiah:
            yield Problem(NOL, loc, "tarif ini nol rupiah, jadi bukan PNBP", "hapus `pnbp`, atau tulis tarifnya di `rupiah`")
        elif biaya.pnbp and not biaya.dasar:
            hint = "dasar: [ … ] dengan id peraturan tarifnya dari _bersama/hukum.yml"
            yield Problem(TANPA_DASAR, loc, f"PNBP Rp{biaya.rupiah} tanpa `dasar`", hint)
