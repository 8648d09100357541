"""Characters that nobody sees: which are refused wherever they stand, which only where they are of no use, and their names."""

import re
from bisect import bisect_right

# The first character of a range of hidden ones, its last, and what an office calls them.
_NAMES = (
    ("\x00", "\x08", "karakter kendali"),
    ("\x0b", "\x0c", "karakter kendali"),
    ("\x0e", "\x1f", "karakter kendali"),
    ("\x7f", "\x9f", "karakter kendali"),
    ("\xad", "\xad", "tanda hubung lunak"),
    ("\u034f", "\u034f", "penyambung huruf yang tidak terlihat"),
    ("\u061c", "\u061c", "penanda arah tulisan"),
    ("\u115f", "\u1160", "pengisi Hangul yang tampak kosong"),
    ("\u17b4", "\u17b5", "vokal Khmer yang tidak terlihat"),
    ("\u180b", "\u180f", "pemilih bentuk huruf Mongol"),
    ("\u200b", "\u200b", "spasi tanpa lebar"),
    ("\u200c", "\u200c", "pemisah huruf tanpa lebar"),
    ("\u200d", "\u200d", "penyambung huruf tanpa lebar"),
    ("\u200e", "\u200f", "penanda arah tulisan"),
    ("\u2028", "\u2029", "pemisah baris yang tidak terlihat"),
    ("\u202a", "\u202e", "pembalik arah tulisan"),
    ("\u2060", "\u2060", "penyambung kata tanpa lebar"),
    ("\u2061", "\u2065", "tanda hitung yang tidak terlihat"),
    ("\u2066", "\u2069", "pengurung arah tulisan"),
    ("\u206a", "\u206f", "pengubah bentuk huruf yang tidak terlihat"),
    ("\u2800", "\u2800", "huruf Braille kosong"),
    ("\u3164", "\u3164", "pengisi Hangul yang tampak kosong"),
    ("\ue000", "\uf8ff", "karakter khusus sebuah huruf (font), kosong di komputer lain"),
    ("\ufdd0", "\ufdef", "bukan karakter"),
    ("\ufe00", "\ufe0f", "pemilih bentuk karakter"),
    ("\ufeff", "\ufeff", "tanda awal berkas (BOM) di tengah teks"),
    ("\uffa0", "\uffa0", "pengisi Hangul yang tampak kosong"),
    ("\ufff0", "\ufffc", "penanda yang tidak terlihat"),
    ("\ufffe", "\uffff", "bukan karakter"),
    ("\U0001bca0", "\U0001bca3", "penanda steno yang tidak terlihat"),
    ("\U0001d173", "\U0001d17a", "penanda not musik yang tidak terlihat"),
    ("\U000e0000", "\U000e007f", "huruf tag yang tidak terlihat"),
    ("\U000e0080", "\U000e00ff", "karakter yang tidak terlihat"),
    ("\U000e0100", "\U000e01ef", "pemilih bentuk karakter"),
    ("\U000e01f0", "\U000effff", "karakter yang tidak terlihat"),
    ("\U000f0000", "\U0010ffff", "karakter khusus sebuah huruf (font), kosong di komputer lain"),
)

_EMOJI = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
# Arabic to the scripts of South Asia, Burmese, Khmer, Balinese and Sundanese, Javanese: letters there join or do not join.
_JOINED = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1b00-\u1bbf\ua980-\ua9df"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_BMP = "".join(f"{first}-{last}" for first, last, _ in _NAMES if last <= "\uffff")
HIDDEN = f"{_BMP}\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
"""All of them, as the inside of a class of a pattern; each range beyond U+FFFF costs time, so the last are one."""

# Looking back past the character itself keeps the pattern one class, which is searched for fast.
FORBIDDEN = re.compile(
    f"[{HIDDEN}]"
    f"(?<![{_JOINED}][\u200c\u200d])"
    f"(?<![{_EMOJI}\ufe0f]\u200d(?=[{_EMOJI}]))"
    f"(?<![{_EMOJI}][\ufe0e\ufe0f])"
    "(?<![0-9#*]\ufe0f(?=\u20e3))"
    f"(?<![{_HAN}][\U000e0100-\U000e01ef])"
)
"""What no record may hold: what YAML forbids, what shifts lines, and what readers cannot see and no script or emoji needs."""

UNESCAPED = re.compile(f"[{HIDDEN}](?<![\u200c\u200d\ufe0e\ufe0f\U000e0100-\U000e01ef])")
"""What no text with escapes may hold: whether joiners and selectors are needed can be said only when it is read."""

_FIRST = [first for first, _, _ in _NAMES]


def named(character: str) -> str:
    """Return the number of a hidden *character* with what an office calls it."""
    return f"U+{ord(character):04X}, {_NAMES[bisect_right(_FIRST, character) - 1][2]}"
