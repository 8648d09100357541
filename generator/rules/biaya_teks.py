"""What is said of a fee is what it costs."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Biaya, Layanan
from generator.rules.context import Context

BERBEDA = Code(
    "biaya-berbeda",
    "Keterangan biaya berbeda dari angkanya",
    "`keterangan` menerangkan kapan tarif itu berlaku. Kalau keterangannya menyebut gratis, `rupiah` 0; kalau menyebut jumlah, "
    "jumlahnya sama dengan `rupiah`. Tarif untuk keadaan lain ditulis di baris sendiri.",
    file="layanan/contoh.yml",
    wrong="biaya_tarif:\n  - {rupiah: 50000, keterangan: Layanan ini gratis}",
    right="biaya_tarif:\n  - {rupiah: 0, keterangan: Layanan ini gratis}",
    severity="peringatan",
)
CODES = (BERBEDA,)
KEYS = frozenset({"biaya_tarif"})

_FREE = re.compile(
    r"(?:(?:semua )?(?:pe)?layanan (?:ini )?)?(?:gratis|cuma-cuma|bebas biaya|tanpa biaya|tidak dipungut biaya|nol rupiah)"
    r"(?:[.!]|\s*$)(?!\s*(?:kecuali|selain))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\bRp\.?\s?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,00)?(?![0-9.,]*[0-9])(?:\s?(ribu|juta))?", re.IGNORECASE)
_UNITS = {"": 1, "ribu": 1_000, "juta": 1_000_000}
_ASIDE = re.compile(r"m[ae]t[ae]r|fotokopi|ongkos|kirim|denda|termasuk|semula|dulu|sebelum|maksimal|paling", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:di ?luar|kecuali|selain|jika|bila|kalau|apabila|bagi|untuk)\b", re.IGNORECASE)


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each fee whose words deny it."""
    for row, biaya in enumerate(layanan.biaya_tarif):
        text = biaya.keterangan or ""
        said = _denied(biaya, text)
        if said:
            message = f"keterangan menyebut {said}, padahal `rupiah` {biaya.rupiah}"
            hint = "samakan; tarif untuk keadaan lain ditulis di baris sendiri"
            yield Problem(BERBEDA, ("biaya_tarif", row, "keterangan"), message, hint)


def _denied(biaya: Biaya, text: str) -> str:
    """Return what *text* says of this very fee, if that is another than the number."""
    found = list(_AMOUNT.finditer(text))
    if biaya.rupiah and not found:
        return "gratis" if _FREE.match(text) else ""
    if len(found) != 1 or _ASIDE.search(text) or (not biaya.rupiah and _ELSEWHERE.search(text)):
        return ""
    amount = int(found[0][1].replace(".", "")) * _UNITS[(found[0][2] or "").lower()]
    return f"Rp{amount:,}".replace(",", ".") if amount not in (0, biaya.rupiah) else ""
