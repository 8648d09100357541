"""The guarantee promises the time that the standard sets (UU 25/2009 Pasal 21)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostic import Code, Loc, Problem
from generator.model.layanan import JaminanPelayanan, Layanan
from generator.rules.context import Context
from generator.sama import MOST

BERBEDA = Code(
    "jaminan-berbeda",
    "Jaminan menjanjikan waktu lain",
    "Waktu di `jaminan_pelayanan` sama dengan `jangka_waktu`. Pemohon tidak tahu mana yang berlaku kalau keduanya berbeda.",
    file="layanan/contoh.yml",
    wrong="jangka_waktu: {nilai: 3, satuan: hari_kerja}\njaminan_pelayanan: {waktu: {nilai: 10, satuan: hari_kerja}}",
    right="jangka_waktu: {nilai: 3, satuan: hari_kerja}\njaminan_pelayanan: {waktu: {nilai: 3, satuan: hari_kerja}}",
    severity="peringatan",
)
CODES = (BERBEDA,)
KEYS = frozenset({"jangka_waktu", "jaminan_pelayanan"})

_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_TIME = re.compile(
    rf"(?<![x×*.,0-9])(?<![x×*] )\b([0-9]{{1,3}}|{'|'.join(_WORDS)}) ?(?:\([a-z ]{{2,30}}\) ?)?"
    r"(menit|jam|hari kerja|hari|bulan)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:di)?(?:selesai|terbit|serah)|\b(?:menye|penye)lesaik?an", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:terlambat|kompensasi|(?:pe)?ngaduan|keluhan|jika|bila|kalau|apabila|kecuali)", re.IGNORECASE)
_MINUTES = {"menit": (1, 1), "jam": (60, 60), "hari": (1440, 1440), "hari_kerja": (300, 2016), "bulan": (40320, 44640)}
_WEEKEND = 2 * 1440

Time = tuple[int, str]


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the promise that differs, at the guarantee, or at the time where only that is the satker's own."""
    jaminan, limit = layanan.jaminan_pelayanan, layanan.jangka_waktu
    if jaminan is None or limit is None:
        return
    key = "waktu" if jaminan.waktu else "teks"
    promise = _promise(jaminan)
    if promise and _differs(promise, (limit.nilai, limit.satuan)):
        message = f"jaminan menyebut {_said(*promise)}, padahal jangka waktunya {_said(limit.nilai, limit.satuan)}"
        loc: Loc = ("jaminan_pelayanan", key)
        if context.source.inherits(loc) and not context.source.inherits(("jangka_waktu",)):
            loc = ("jangka_waktu",)
        hint = f"samakan, misalnya jaminan_pelayanan: {{waktu: {{nilai: {limit.nilai}, satuan: {limit.satuan}}}}}"
        yield Problem(BERBEDA, loc, message, hint)


def _promise(jaminan: JaminanPelayanan) -> Time | None:
    if jaminan.waktu:
        return jaminan.waktu.nilai, jaminan.waktu.satuan
    return _promised(jaminan.teks or "")


@lru_cache(maxsize=MOST)
def _promised(teks: str) -> Time | None:
    """Return the one time that *teks*, which many offices have from a standard, promises."""
    sentences = [text for text in re.split(r"[.;]\s+", teks) if _DONE.search(text) and not _BESIDES.search(text)]
    found = [match for text in sentences for match in _TIME.findall(text)]
    if len(found) != 1:
        return None  # nothing is promised, or the text speaks of several times
    number, unit = found[0][0].lower(), found[0][1].lower().replace(" ", "_")
    return int(number) if number.isdecimal() else _WORDS.index(number) + 1, unit


def _differs(promise: Time, limit: Time) -> bool:
    """Compare within one unit exactly, across units only as far as a working day can be compared."""
    if promise[1] == limit[1]:
        return promise[0] != limit[0]
    (least, most), (low, high) = _span(*promise), _span(*limit)
    return most < low or high < least


def _span(number: int, unit: str) -> tuple[int, int]:
    """Return the fewest and the most minutes that so much time may take, weekends between working days included."""
    least, most = _MINUTES[unit]
    return least * number, most * number + (_WEEKEND if unit == "hari_kerja" else 0)


def _said(number: int, unit: str) -> str:
    return f"{number} {unit.replace('_', ' ')}"
