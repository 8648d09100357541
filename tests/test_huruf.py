"""Text that looks different from what it is, and text of other scripts that does not."""

import unicodedata

import pytest

from generator.mirip import called, disguised, looks_like
from generator.tersembunyi import FORBIDDEN, UNESCAPED, named

FINE = (
    "بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ۝١ ﴿ ﷽ ﴾ ﷺ",
    "می\u200cخواهم",
    "ꦏ꧀\u200cꦏ ꦲꦤꦕꦫꦏ",
    "क्\u200dष",
    "👩\u200d💻 ❤\ufe0f\u200d🔥 👩🏽\u200d⚕\ufe0f 1\ufe0f\u20e3 🅰\ufe0f ☎\ufe0e ©\ufe0f",
    "葛\U000e0100",
    "café Ḥamīd ‘Abdul’ ʿAlī Nguyễn İstanbul ısı Straße e\u0301",
    "5 µm 10 μg 3 Ωm; α = 0,05; χ² ρ Δt π",
    "Московский университет, СССР",
    "Ελλάδα Αθήνα ΑΝ",
    "日本語 한국어 ½ m² H₂O № ™ – “x” …",
)


@pytest.mark.parametrize("text", FINE)
def test_other_scripts_and_emoji_are_fine(text: str) -> None:
    """What a script or an emoji needs is neither hidden nor a disguise."""
    assert (FORBIDDEN.findall(text), list(disguised(text))) == ([], [])


NEVER = (
    "\xad\u034f\u061c\u115f\u17b4\u180e\u200b\u200c\u200d\u200e\u2028\u202e\u2060\u2063\u2066\u206f\u2800\u3164\ue000\ufdd0"
    "\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffe\U0001bca0\U0001d173\U000e0001\U000e0041\U000e0100\U000f0000"
)


@pytest.mark.parametrize(
    ("text", "character"),
    [
        *((f"a{character}b", character) for character in NEVER),
        ("👩\ufe0f\ufe0f", "\ufe0f"),
        ("1\ufe0f", "\ufe0f"),
        ("👩\u200da", "\u200d"),
        ("ب\u200c\u200c", "\u200c"),
        ("👍\U000e0100", "\U000e0100"),
    ],
)
def test_what_nobody_sees_is_forbidden(text: str, character: str) -> None:
    """Hidden characters are found wherever nothing needs them, and told by number and name."""
    assert FORBIDDEN.findall(text) == [character]
    assert named(character).startswith(f"U+{ord(character):04X}, ")


def test_every_ignorable_character_is_known() -> None:
    """All of Unicode's controls, format characters and selectors are hidden, but for those that have a shape."""
    shaped = {"\t", "\n", "\r"}
    missed = [
        f"U+{number:04X} {unicodedata.name(chr(number), '')}"
        for number in range(0x110000)
        if unicodedata.category(chr(number)) in ("Cc", "Cf", "Zl", "Zp", "Co")
        and chr(number) not in shaped
        and not FORBIDDEN.match(chr(number))
    ]

    assert [name for name in missed if not any(word in name for word in ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"))] == []
    assert UNESCAPED.findall("a\u200db\u202e") == ["\u202e"]


@pytest.mark.parametrize(
    ("word", "latin", "letter"),
    [
        ("Kаntor", "Kantor", "U+0430, huruf Kiril"),
        ("РТЅР", "PTSP", "U+0420, huruf Kiril"),
        ("А", "A", "U+0410, huruf Kiril"),
        ("ΡΤSΡ", "PTSP", "U+03A1, huruf Yunani"),
        ("ΡΟ", "PO", "U+03A1, huruf Yunani"),
        ("հаri", "hari", "U+0570, huruf Armenia"),
        ("ᎪᎳ", "AW", "U+13AA, huruf Cherokee"),
        ("Kɑntor", "Kantor", "U+0251, huruf fonetik"),
        ("kо\u0301ta", "kо\u0301ta", "U+043E, huruf Kiril"),
    ],
)
def test_a_disguise_is_seen(word: str, latin: str, letter: str) -> None:
    """A word is found with the letter that gives it away and the word it is taken for."""
    found = list(disguised(f"Buka {word}."))

    assert [(name, called(one)) for name, one in found] == [(word, letter)]
    assert looks_like(word) == looks_like(latin)
