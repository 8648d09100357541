"""A word that seems Latin is Latin."""

from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.mirip import FOREIGN, called, disguised, looks_like
from generator.read import MAX_FINDINGS
from generator.rules.context import everywhere
from generator.teks import Search

MIRIP = Code(
    "huruf-mirip",
    "Huruf yang hanya mirip",
    "Huruf Kiril, Yunani, dan beberapa aksara lain tampak sama dengan huruf Latin, misalnya `а` Kiril. Kata yang memakainya "
    "terbaca benar tetapi tidak ditemukan pencarian, dan dapat menyamarkan nama, alamat situs, atau surel. Ketik ulang katanya. "
    "Kata yang seluruhnya beraksara lain, misalnya Arab atau Rusia, diterima.",
    file="satker.yml",
    wrong='ringkasan: "K\\u0430ntor contoh"',
    right="ringkasan: Kantor contoh",
)
CODES = (MIRIP,)


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the text if it has such a word, the keeper's notes included: they are read as well."""
    word, letter = next(disguised(text), ("", ""))
    if word:
        plain = looks_like(word)
        message = f"kata `{word}` memuat huruf yang hanya mirip huruf Latin: `{letter}` ({called(letter)})"
        hint = f"ketik ulang: {plain}" if plain.isascii() else "ketik ulang kata itu dengan huruf Latin"
        yield Problem(MIRIP, loc, message, hint)


check_any = everywhere(Search(_wrong, pattern=FOREIGN, beyond_ascii=True, most=MAX_FINDINGS))
