"""The product is that of this service, not left over from the record it was copied from."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context
from generator.sama import MOST, Sama

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
_named: Sama[list[tuple[str, str]]] = Sama()


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each product that bears the whole name of a standard which this service does not follow, and no word of its own."""
    own = _stems(layanan.nama)
    for number, produk in enumerate(layanan.produk_pelayanan):
        text = produk.lower()
        if any(stem in text for stem in own):
            continue
        for slug, nama in _named.once(_standards, text, context.bersama.layanan):
            if slug not in (layanan.dasar, context.slug):
                hint = f"tulis apa yang diterima pemohon dari {layanan.nama}"
                yield Problem(LAIN, ("produk_pelayanan", number), f"`{produk}` adalah produk layanan {nama}", hint)
                break


def _standards(text: str, layanan: dict[str, Layanan]) -> list[tuple[str, str]]:
    """Return slug and name of those standards whose whole name, of more than a word, *text* bears."""
    return [
        (slug, item.nama)
        for slug, item in layanan.items()
        if len(_stems(item.nama)) > 1 and all(stem in text for stem in _stems(item.nama))
    ]


@lru_cache(maxsize=MOST)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(text.lower()))
