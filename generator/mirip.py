"""Letters of other scripts that look Latin: words that are not what they seem."""

import re
import unicodedata
from collections.abc import Iterator

from generator.tersembunyi import FORBIDDEN, named

_LATIN = "A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u0190\u0192-\u0195\u0197-\u01bf\u01c4-\u024f\u1e00-\u1eff"
# Greek as far as it looks Latin: µ, Ω, Δ and π beside Latin letters are units and symbols.
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿαικνορυχγϲϳόάίύ\u1f00-\u1fff"
_IPA = "\u0251\u0261\u0196\u01c0"  # Latin by their names, but in no alphabet of ours
_OTHERS = (
    "\u0400-\u0482\u048a-\u058f\u10a0-\u10ff\u13a0-\u167f\u1c80-\u1cbf\u2c80-\u2cff\u2d00-\u2d7f"
    "\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf"
)
FOREIGN = re.compile(f"[{_GREEK}{_IPA}{_OTHERS}\U00010280-\U000105ff]")
"""A letter of Greek, Cyrillic, Armenian, Georgian, Cherokee, Lisu and others whose letters look Latin."""

_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
# Pairs of letters: what stands there, and what a reader takes it for. The first of each script nobody tells from a Latin one.
_ALIKE = (
    ("АВСЕНІЈКМОРԚЅТХУԜӀԌасԁеһіјоԛрѕухԝѵӏ", "ABCEHIJKMOPQSTXYWIGacdehijoqpsyxwvl"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿοϲϳνιαυρκ", "ABEZHIKMNOPTYXCJocjviaupk"),
    ("ՕՍԼՏօոսհց", "OULSonuhg"),
    ("ᎪᎫᎳᎻᎷᎢᎡᎥᏚᏙᏟᏒᏔᏢᏦᎶᏴᏞᎠᎬᏃ", "AJWHMTRiSVCRWPKGBLDEZ"),
    ("\u0251\u0261\u0196\u01c0", "agll"),
)
_NEARLY = (("вкмнтпгь", "bkmhtnrb"), ("χγόάίύ", "xyoaiu"), ("գզյ", "qzj"), ("\u0131", "i"))
_INDISTINCT = frozenset("".join(letters for letters, _ in _ALIKE))
_LOOKS = {ord(one): other for letters, latin in (*_ALIKE, *_NEARLY) for one, other in zip(letters, latin, strict=True)}
_SCRIPTS = {
    "GREEK": "Yunani",
    "CYRILLIC": "Kiril",
    "COMBINING": "Kiril",
    "ARMENIAN": "Armenia",
    "GEORGIAN": "Georgia",
    "COPTIC": "Koptik",
    "LATIN": "fonetik",
}


def disguised(text: str) -> Iterator[tuple[str, str]]:
    """
    Yield each word of *text* that seems Latin and is not, with the letter that gives it away.

    It mixes Latin letters with others that look like them, or has only such letters where nothing else is in their script. A
    single Greek letter is a symbol.
    """
    if text.isascii() or not FOREIGN.search(text):
        return
    native = {_script(letter) for letter in text if letter.isalpha() and letter not in _INDISTINCT}
    for match in _WORD.finditer(text):
        word = match[0]
        foreign = FOREIGN.search(word)
        if foreign and (_LATIN_LETTER.search(word) or _is_disguise(word, native)):
            yield word, foreign[0]


def _is_disguise(word: str, native: set[str]) -> bool:
    scripts = {_script(letter) for letter in word}
    return _INDISTINCT.issuperset(word) and scripts.isdisjoint(native) and (len(word) > 1 or "Yunani" not in scripts)


def looks_like(text: str) -> str:
    """Return *text* as a reader takes it for: letters that look Latin made Latin."""
    return unicodedata.normalize("NFKC", text).translate(_LOOKS)


def called(letter: str) -> str:
    """Return the number of *letter* with its script, such as ``U+0430, huruf Kiril``."""
    return f"U+{ord(letter):04X}, huruf {_script(letter)}"


def strange(name: str) -> str:
    """Return a remark that names the first character of *name* that is not what it seems; empty if there is none."""
    hidden, foreign = FORBIDDEN.search(name), FOREIGN.search(name)
    if hidden:
        return f" (memuat {named(hidden[0])})"
    return f" (memuat `{foreign[0]}`, {called(foreign[0])})" if foreign else ""


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "lain").partition(" ")[0]
    return _SCRIPTS.get(first, first.title())
