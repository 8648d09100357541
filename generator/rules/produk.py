"""The product is that of this service, not left over from the record it was copied from."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context
from generator.sama import MOST

LAIN = Code(
    "produk-layanan-lain",
    "Produk milik layanan lain",
    "`produk_pelayanan` adalah yang diterima pemohon dari layanan ini. Produk yang menyebut layanan lain biasanya tertinggal "
    "waktu rekamannya disalin.",
    file="layanan/contoh.yml",
    wrong="nama: Konsultasi\nproduk_pelayanan: [ Fotokopi dengan legalisasi ijazah ]",
    right="nama: Konsultasi\nproduk_pelayanan: [ Jawaban atas pertanyaan Anda ]",
    severity="peringatan",
)
CODES = (LAIN,)
KEYS = frozenset({"nama", "produk_pelayanan"})

STEM = 5  # "legal", of both legalisasi and dilegalisasi
_WORD = re.compile(r"[a-z]{4,}")


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each product that bears the whole name of a standard which this service does not follow, and no word of its own."""
    own = _stems(layanan.nama)
    for number, produk in enumerate(layanan.produk_pelayanan):
        text = produk.lower()
        if any(stem in text for stem in own):
            continue
        for slug, other in context.bersama.layanan.items():
            names = _stems(other.nama)
            if slug not in (layanan.dasar, context.slug) and len(names) > 1 and all(stem in text for stem in names):
                hint = f"tulis apa yang diterima pemohon dari {layanan.nama}"
                yield Problem(LAIN, ("produk_pelayanan", number), f"`{produk}` adalah produk layanan {other.nama}", hint)
                break


@lru_cache(maxsize=MOST)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(text.lower()))
