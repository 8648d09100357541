"""No record and no file name gives away a person's numbers, day of birth or home (UU 27/2022; UU 23/2006 Pasal 84)."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.record import Rekaman
from generator.model.satker import Lampiran
from generator.rules.context import Context

ADA = Code(
    "data-pribadi",
    "Data pribadi",
    "NIK, nomor KK, NIP, NISN, tanggal lahir, dan alamat rumah seseorang tidak diumumkan: NIK dan NIP pun memuat tanggal lahir. "
    "Pejabat disebut dengan nama dan jabatan. Ini berlaku juga untuk `catatan` dan nama lampiran, karena berkasnya sendiri dapat "
    "dibaca siapa saja.",
    file="satker.yml",
    wrong="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh NIP 190001011925011001}",
    right="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh}",
    is_private=True,
)
CODES = (ADA,)

_DAY, _MONTH, _YEAR = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])", "(?:19[0-9]{2}|20[0-4][0-9])"
_BIRTH = "(?:0[1-9]|[1256][0-9]|3[01]|4[1-9]|7[01])"  # in a NIK 40 is added to the day of a woman
_PROVINCE = "(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
_GAP, _SAID = "[ .\u00a0-]?", "[ .:=]{0,4}"
_MORE = rf"(?:{_GAP}[0-9])"
_END = rf"(?!{_GAP}[0-9])"
_NAMED = "(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des)[a-z]{0,8}"
_DATE = (
    rf"(?i:[0-3]?[0-9][-/. ]{{1,2}}(?:[01]?[0-9]|{_NAMED})[-/. ]{{1,2}}{_YEAR}"
    rf"|{_YEAR}-{_MONTH}-{_DAY}|{_DAY}{_MONTH}{_YEAR})(?![0-9])"
)
_STREET = r"(?i:jl|jalan|gg|gang|perum(?:ahan|nas)?|kompleks?|rt)[ ._-]{1,3}(?:[0-9A-Z]|(?<=[_-])[a-z])"
_PLACE = r"[A-Z][A-Za-z .']{1,30}[,/] ?"

_PERSONAL = {
    "NIP": re.compile(
        rf"(?<![0-9]){_YEAR}{_MONTH}{_DAY}{_GAP}{_YEAR}(?:{_MONTH}|21){_GAP}[12]{_GAP}[0-9]{{3}}(?![0-9])"
        rf"|\bNIP(?:PPK)?\b{_SAID}[0-9](?:{_MORE}{{17}}|{_MORE}{{8}}){_END}"
    ),
    "NIK atau nomor KK": re.compile(
        rf"(?<![0-9]){_PROVINCE}[0-9]{{4}}{_GAP}{_BIRTH}{_MONTH}[0-9]{{2}}{_GAP}[0-9]{{4}}(?![0-9])"
        rf"|(?<![0-9]){_PROVINCE}[0-9]{{2}}[ .-][0-9]{{2}}{_BIRTH}[ .-]{_MONTH}[0-9]{{2}}[ .-][0-9]{{4}}(?![0-9])"
        rf"|\b(?:NIK|No(?:mor|\.)? ?(?:KK|KTP)|Kartu Keluarga)\b{_SAID}[0-9]{_MORE}{{15}}{_END}"
    ),
    "NISN": re.compile(rf"\bNISN\b{_SAID}[0-9]{_MORE}{{9}}{_END}"),
    "tanggal lahir": re.compile(
        rf"(?i:\b(?:tanggal|tgl\.?) ?lahir|\bTTL\b){_SAID}(?:{_PLACE})?{_DATE}"
        rf"|\b(?i:(?<!hari )lahir(?: di)?)[ :]{{1,3}}{_PLACE}{_DATE}"
    ),
    "alamat rumah": re.compile(
        r"(?i:\b(?:alamat|bertempat|tempat)[ _-](?:rumah|pribadi|tinggal|domisili)|\b(?:tinggal|berdomisili) di)\b"
        rf"[^\n.;]{{0,40}}?\b{_STREET}"
    ),
}
_WITHOUT_DIGITS = ("tanggal lahir", "alamat rumah")
WORDS = ("lahir", "ttl", "rumah", "pribadi", "tinggal", "domisili")
DIGITS = re.compile(rf"[0-9]{_MORE}{{8}}")
"""No text gives a person away without one of these in it."""
_TELLING = re.compile(rf"[0-9]{{3}}|\b{_STREET}")
_HINT = "hapus; orang cukup disebut dengan jabatannya"


def check_any(record: Rekaman, context: Context) -> Iterator[Problem]:
    """Yield each text that gives a person away, the keeper's notes included."""
    for loc, text in context.source.texts.containing(WORDS, DIGITS):
        for kind, masked in given_away(text):
            yield Problem(ADA, loc, f"ada {kind} di sini ({masked})", _HINT)


def check_berkas(berkas: Lampiran, context: Context) -> Iterator[Problem]:
    """Yield an attachment whose name gives a person away."""
    for kind, masked in given_away(context.slug):
        yield Problem(
            ADA, (), f"nama lampiran ini memuat {kind} ({masked})", "ganti nama lampirannya, juga di rekaman yang menyebutnya"
        )


def given_away(text: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of data in *text* with what may be shown of it."""
    if not _TELLING.search(text):
        return
    for kind, pattern in _PERSONAL.items():
        match = pattern.search(text)
        if match:
            digits = re.sub(r"[^0-9]", "", match[0])
            yield kind, "tidak diulang di sini" if kind in _WITHOUT_DIGITS else f"{digits[:2]}…{digits[-1]}, {len(digits)} angka"
