"""Text is written with letters, not with signs that are shaped like letters."""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.read import MAX_FINDINGS
from generator.rules.context import everywhere
from generator.teks import Search

HIAS = Code(
    "huruf-hias",
    "Huruf hias",
    "Huruf tebal, miring, berlingkar, atau lebar dari pembuat teks hias sebenarnya tanda matematika atau tanda lain. Pembaca "
    "layar mengejanya satu per satu atau melewatinya, dan pencarian tidak menemukannya. Begitu pula tanda yang bertumpuk.",
    file="motto.yml",
    wrong="motto: [{teks: 𝗠𝗲𝗹𝗮𝘆𝗮𝗻𝗶 dengan hati}]",
    right="motto: [{teks: Melayani dengan hati}]",
    severity="peringatan",
)
CODES = (HIAS,)

# Fullwidth letters and digits, and script or double-struck ones of the letterlike symbols.
_SURE = (
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\u2102\u210a-\u210d\u2110-\u2112\u2115\u2119-\u211d\u2124\u2128\u212c-\u2131\u2133\u2134"
)
_MATHEMATICAL = "\U0001d400-\U0001d7ff"
# Encircled letters, small capitals and raised letters are meant where there is one; a word of them is decoration.
_SOME = "\u24b6-\u24e9\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d22\u1d2c-\u1d6a\u02b0-\u02b8\ua730\ua731"
_SQUARED = "\U0001f110-\U0001f16f\U0001f172-\U0001f17d\U0001f180-\U0001f189"
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20f0\ufe20-\ufe2f"

_TELLING = re.compile(f"[{_SURE}{_SOME}{_MARKS}{_MATHEMATICAL}{_SQUARED}]")
_DECORATED = re.compile(f"[{_SURE}{_MATHEMATICAL}]+|[{_SOME}{_SQUARED}]{{2,}}|\\w[{_MARKS}]{{4,}}")


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the text if it has decoration in it."""
    found = _DECORATED.search(text)
    if found:
        first = found[0][-1] if len(found[0]) > 4 and unicodedata.combining(found[0][-1]) else found[0][0]
        message = f"`{found[0]}` bukan huruf biasa (U+{ord(first):04X})"
        yield Problem(HIAS, loc, message, f"tulis dengan huruf biasa: {_plain(found[0])}")


check_any = everywhere(Search(_wrong, pattern=_TELLING, beyond_ascii=True, most=MAX_FINDINGS))


def _plain(text: str) -> str:
    letters = [character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)]
    return "".join(character if character.isascii() else _letter(character) for character in letters)


def _letter(character: str) -> str:
    """Return the letter that a small capital is by its name."""
    last = unicodedata.name(character, "").rpartition(" ")[2]
    return last.lower() if len(last) == 1 else character
