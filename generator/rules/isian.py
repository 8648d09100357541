"""Nothing is published that was left standing in a form."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.rules.context import is_link, published

BELUM = Code(
    "teks-belum-diisi",
    "Teks contoh belum diganti",
    "Tanda isian seperti `${ttd}`, “Nama Pejabat”, “lorem ipsum”, atau nomor 123456 berasal dari formulir. Ganti dengan isinya, "
    "atau hapus kuncinya kalau isinya belum ada.",
    file="satker.yml",
    wrong="pimpinan: {jabatan: Kepala Kantor, nama: Nama Pejabat}",
    right="pimpinan: {jabatan: Kepala Kantor}",
    severity="peringatan",
)
CODES = (BELUM,)

_WHOLE = re.compile(
    r"[\[<(]?\s{0,4}(?:#{1,9}|…{1,9}|\.{3,40}|x{3,40}|(?:isi|tulis|ketik)(?: (?:teks|nama|judul|uraian|alamat|nomor))? di ?sini)"
    r"\s{0,4}[\])>.…]{0,9}",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\$\{[^}\n]{0,80}\}|\{\{[^}\n]{0,80}\}\}"  # a template that was not filled in
    r"|\b[Ll]orem [Ii]psum\b|\bLOREM IPSUM\b|\boleh Nama Pejabat\b"
    r"|\[(?:[Ii]si|[Tt]ulis|[Kk]etik)(?: \w{1,30})? di ?sini\](?!\()"  # with an address behind it, it is a link
    r"|(?<![A-Za-z])(?:x{3,40}|X{4,40})(?![A-Za-z])"
    r"|\b(?:Nomor|No\.?) X{3}\b"  # elsewhere it is a thirty in Roman numerals
)
_NAME = re.compile(r"[\[<(]?nama (?:pejabat|lengkap|petugas|kepala)\b.{0,40}", re.IGNORECASE)
_NAMES = ("nama", "penandatangan", "petugas", "pj", "penerima")
_SEQUENCE = "[ -]?".join("123456") + "(?:[ -]?7(?:[ -]?8(?:[ -]?9(?:[ -]?0)?)?)?)?"
_NUMBER = re.compile(rf"(?<![0-9.,/-])\(?(?:\+62|0)[ -]?[2-9][0-9]{{0,2}}\)?[ -]?{_SEQUENCE}(?![ .-]?[0-9])")
_LOCAL = re.compile(_SEQUENCE)

TELLING = (
    *("${", "{{", "lorem", "xxx", "#", "…", "...", "sini", "12", "1 2", "1-2"),
    *("nama pejabat", "nama lengkap", "nama petugas", "nama kepala"),
)
"""No text is a form without one of these in it."""


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the text if it is still a form, or a number that nobody has; in a link both may well be meant."""
    found = "" if is_link(text) else left(loc, text.strip())
    if found:
        hint = f"tulis isinya, atau hapus {'kuncinya' if isinstance(loc[-1], str) else 'butirnya'} kalau belum ada"
        yield Problem(BELUM, loc, f"`{found}` masih berupa tanda isian", hint)


check_any = published(_wrong, *TELLING)


def left(loc: Loc, text: str) -> str:
    """Return the part of *text* that was left to be filled in."""
    if _WHOLE.fullmatch(text) or (loc[-1] in _NAMES and _NAME.fullmatch(text)):
        return text
    if loc[-1] in ("telepon", "alamat") and _LOCAL.fullmatch(text):
        return text
    part = _PART.search(text) or _NUMBER.search(text)
    return part[0] if part else ""
