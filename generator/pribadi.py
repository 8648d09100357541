"""What gives a person away in a text: numbers, day of birth, home (UU 27/2022; UU 23/2006 Pasal 84)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain
from urllib.parse import unquote

from generator.sama import MOST

_DAY, _MONTH, _YEAR = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])", "(?:19[0-9]{2}|20[0-4][0-9])"
_BIRTH = "(?:0[1-9]|[1256][0-9]|3[01]|4[1-9]|7[01])"  # in a NIK 40 is added to the day of a woman
_PROVINCE = "(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
_NIP = re.compile(rf"{_YEAR}{_MONTH}{_DAY}{_YEAR}(?:{_MONTH}|21)[12][0-9]{{3}}")
_NIK = re.compile(rf"{_PROVINCE}[0-9]{{4}}{_BIRTH}{_MONTH}[0-9]{{6}}")
_NISN = re.compile(r"(?:0[01][0-9]|99[0-9])[0-9]{7}")

_SEPARATOR = r"[ ._/-]|-?\n"
_GROUP = re.compile(rf"([0-9]+)({_SEPARATOR})?")
_RUN = re.compile(rf"(?<![0-9])[0-9]+(?:(?:{_SEPARATOR})[0-9]+)*(?![0-9])")
_CUTS = {18: ({4, 6, 8, 12, 14, 15}, {3, 6, 9, 12, 15}), 16: ({2, 4, 6, 8, 10, 12},)}
"""Where people part a number, by its length: NIP after the birth date, the year, the sex; NIK after the places and the date."""
_SAID = r"[\s.:=|_-]{0,12}"
_MORE = rf"(?:(?:{_SEPARATOR}| ?[-./] ?)?[0-9])"
_END = rf"(?!(?:{_SEPARATOR})?[0-9])"
_NAMED = "(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|nop|des)[a-z]{0,8}"
_DATE = (
    rf"(?i:[0-3]?[0-9][-/.\s]{{1,2}}(?:[01]?[0-9]|{_NAMED})[-/.\s]{{1,2}}{_YEAR}"
    rf"|{_YEAR}-{_MONTH}-{_DAY}|{_DAY}{_MONTH}{_YEAR})(?![0-9])"
)
_STREET = r"(?i:jl|jln|jalan|gg|gang|perum(?:ahan|nas)?|kompleks?|rt|dusun|desa)[ ._-]{1,3}(?:[0-9A-Z]|(?<=[_-])[a-z])"
_PLACE = r"[A-Z][A-Za-z .']{1,30}(?:[,/] ?|\s(?=[0-9]))(?:(?i:pada )?(?i:tanggal|tgl\.?) )?"
_LABEL = r"(?i:\b(?:tanggal|tgl\.?) ?lahir|\bTTL\b)"

_LABELLED = {
    "NIP": re.compile(rf"(?<![A-Za-z])NIP(?:PPK)?(?![A-Za-z]){_SAID}[0-9](?:{_MORE}{{17}}|{_MORE}{{8}}){_END}"),
    "NIK atau nomor KK": re.compile(
        r"(?<![A-Za-z])"
        r"(?:NIK|No(?:mor|\.)? ?(?:KK|KTP|Kartu Keluarga)|NO\.? ?(?:KK|KTP)|Kartu Keluarga)(?![A-Za-z])"
        rf"{_SAID}[0-9]{_MORE}{{15}}{_END}"
    ),
    "NISN": re.compile(rf"(?<![A-Za-z])NISN(?![A-Za-z]){_SAID}[0-9]{_MORE}{{9}}{_END}"),
    "nomor paspor": re.compile(r"(?i:\bpaspor\b)[\s.:=]{0,6}(?:(?i:no(?:mor|\.)?)[\s.:=]{0,4})?[A-Z]{1,2} ?[0-9]{6,7}(?![0-9])"),
    "tanggal lahir": re.compile(
        rf"{_LABEL}{_SAID}(?:{_PLACE})?{_DATE}|\b(?i:(?<!hari )lahir(?: di)?)[\s:]{{1,3}}{_PLACE}{_DATE}"
    ),
    "alamat rumah": re.compile(
        r"(?i:\b(?:alamat|bertempat|tempat)[ _-](?:rumah|pribadi|tinggal|domisili)|\b(?:tinggal|berdomisili) di)\b"
        rf"[^\n.;]{{0,40}}?\b{_STREET}"
    ),
}
_WITHOUT_DIGITS = ("tanggal lahir", "alamat rumah")
SUREL = "surel pribadi"
_DOUBTFUL = {
    "nomor seluler": re.compile(r"(?<![0-9.])(?:\+?62[ -]?|0)8[1-9][0-9](?:[ .-]?[0-9]){6,9}(?![0-9])"),
    SUREL: re.compile(
        r"(?i:[a-z0-9._+-]{2,60}@(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|icloud)\.[a-z.]{2,6})\b"
    ),
    "NPWP": re.compile(
        rf"[0-9]{{2}}\.[0-9]{{3}}\.[0-9]{{3}}\.[0-9]-[0-9]{{3}}\.[0-9]{{3}}|\bNPWP\b{_SAID}[0-9]{_MORE}{{14,15}}{_END}"
    ),
}
DUGAAN = frozenset(_DOUBTFUL)
"""What may as well be an office's own."""

WORDS = ("lahir", "ttl", "rumah", "pribadi", "tinggal", "domisili", "paspor", "%2", "%3", "@")
DIGITS = re.compile(rf"\d(?=(?:(?:{_SEPARATOR})?\d){{8}})")
"""No text gives a person away without one of these in it; digits are those of any script."""
_TELLING = re.compile(rf"[0-9]{{3}}|[0-9](?:[ ._/-][0-9]{{1,2}}){{7}}|\b{_STREET}")


def cari(text: str) -> Iterator[tuple[str, str]]:
    """Yield each thing in *text* that gives a person away: its kind, and the text itself in plain letters."""
    plain = _plain(text)
    if not _TELLING.search(plain):
        return
    seen = set()
    labelled = ((kind, match[0]) for kind, pattern in _LABELLED.items() for match in pattern.finditer(plain))
    for kind, found in chain(_numbers(plain), labelled):
        same = (kind, found if kind in _WITHOUT_DIGITS else bare(found))
        if same not in seen:
            seen.add(same)
            yield kind, found


def duga(text: str) -> Iterator[tuple[str, str]]:
    """Yield each thing in *text* that may be a private person's, or an office's own: its kind, and the text itself."""
    plain = _plain(text)
    for kind, pattern in _DOUBTFUL.items():
        yield from ((kind, match[0]) for match in pattern.finditer(plain))


@lru_cache(maxsize=MOST)
def pasti(text: str) -> tuple[tuple[str, str], ...]:
    """Return all that ``cari`` yields, for a text of a record, which other records may have as well."""
    return tuple(cari(text))


@lru_cache(maxsize=MOST)
def mungkin(text: str) -> tuple[tuple[str, str], ...]:
    """Return all that ``duga`` yields, for a text of a record."""
    return tuple(duga(text))


def allows(isi: str, kind: str, found: str) -> bool:
    """Say whether *isi*, which may be shown, is *found*: the same number however it is written, or a text that holds it whole."""
    if kind in (*_WITHOUT_DIGITS, SUREL):
        return " ".join(found.split()).casefold() in " ".join(_plain(isi).split()).casefold()
    return local(bare(isi)) == local(bare(found))


def local(digits: str) -> str:
    """Return the digits of a telephone number without what stands for the country."""
    return digits.removeprefix("62").removeprefix("0")


def samar(kind: str, found: str) -> str:
    """Return what may be shown of *found*."""
    digits = bare(found)
    if kind == SUREL:
        return f"{found[0]}…{found[found.index('@') :]}"
    return "tidak diulang di sini" if kind in _WITHOUT_DIGITS else f"{digits[:2]}…{digits[-1]}, {len(digits)} angka"


def bare(text: str) -> str:
    """Return the digits of *text*."""
    return re.sub(r"[^0-9]", "", _plain(text))


def _plain(text: str) -> str:
    """Return *text* as a program reads it that undoes what links, other scripts and invisible characters do to digits."""
    if "%" in text:
        text = unquote(text)
    text = text.replace("\r\n", "\n")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    if unicodedata.category(character) in ("Cf", "Mn"):
        return ""
    return {"Zs": " ", "Pd": "-"}.get(unicodedata.category(character), character)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield numbers that tell by themselves what they are, however their digits are grouped."""
    knows_nisn = "NISN" in text.upper()
    for match in _RUN.finditer(text):
        groups = _GROUP.findall(match[0])
        for digits in _windows(groups):
            if _NIP.fullmatch(digits):
                yield "NIP", digits
            elif _NIK.fullmatch(digits):
                yield "NIK atau nomor KK", digits
        if knows_nisn:
            yield from (("NISN", digits) for digits, _ in groups if _NISN.fullmatch(digits))


def _windows(groups: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what could be one number of 16 or 18 digits among *groups*, each with what parts it from the next."""
    whole = "".join(digits for digits, _ in groups)
    if len(whole) in _CUTS and len({separator for _, separator in groups[:-1]}) <= 1:
        yield whole
        return
    for start in range(len(groups)):
        ends = list(accumulate(len(digits) for digits, _ in groups[start : start + 18]))
        for count, length in enumerate(ends, 1):
            if length in _CUTS and _is_usual(ends[:count], groups[start : start + count]):
                yield "".join(digits for digits, _ in groups[start : start + count])


def _is_usual(ends: list[int], groups: list[tuple[str, str]]) -> bool:
    """Say whether people would part a number so, by one sign throughout, or a line ends in it."""
    cuts = set(ends[:-1])
    if len({separator for _, separator in groups[:-1]}) > 1:
        return False
    is_broken = len(groups) == 2 and "\n" in groups[0][1]
    return is_broken or len(groups) == ends[-1] or any(cuts <= usual for usual in _CUTS[ends[-1]])
