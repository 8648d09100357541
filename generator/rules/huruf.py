"""What will be printed can be printed."""

from collections.abc import Iterator

from generator.aksara import MISSING
from generator.diagnostic import Code, Loc, Problem
from generator.rules.context import is_link, published

TAK_TERCETAK = Code(
    "huruf-tidak-tercetak",
    "Huruf tidak dapat dicetak",
    "Dokumen cetak (PDF) memakai huruf Latin dan Arab. Emoji dan aksara lain menjadi kotak kosong di sana. Tulis dengan kata.",
    file="motto.yml",
    wrong="motto: [{teks: Layanan cepat 🚀}]",
    right="motto: [{teks: Layanan cepat}]",
    severity="peringatan",
)
CODES = (TAK_TERCETAK,)

UNPRINTED = ("kata_kunci", "penyunting")
UNREADABLE = "\ufffd"  # stands for what the reader has found wrong already


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the text if it has a character that no font of the documents has."""
    found = "" if text.isascii() or loc[0] in UNPRINTED or is_link(text) else _missing(text)
    if found:
        message = f"`{found}` (U+{ord(found):04X}) tidak ada di huruf dokumen cetak, dan menjadi kotak kosong"
        yield Problem(TAK_TERCETAK, loc, message, "tulis dengan kata")


def _missing(text: str) -> str:
    """Return the first character that will be missed; invisible ones are a mistake of their own."""
    return next((char for char in MISSING.findall(text) if char.isprintable() and char != UNREADABLE), "")


check_profil = check_layanan = check_motto = check_pengaduan = published(_wrong, beyond_ascii=True)
