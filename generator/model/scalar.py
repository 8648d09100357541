"""Single values: from the text an office writes to a typed value, or a finding whose hint is the corrected text."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator import value_codes
from generator.diagnostic import Code

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 64

_BULAN = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_PERIODE = re.compile(r"(\d{4})(?:-(?:S([12])|T([1-4])|(0[1-9]|1[0-2])))?")
_JAM = re.compile(r"(\d{1,2})[.:](\d{2})")
_RENTANG = re.compile(r"\s*(\d{1,2}[.:]\d{2})\s*[-–]\s*(\d{1,2}[.:]\d{2})\s*")
_SUREL = re.compile(r"[^@\s,;<>]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
_TELEPON = re.compile(r"\+?[\d\s().-]{3,25}")
_SELULER = re.compile(r"(?:\+?62|0)8\d{7,12}")
LOKASI_BERKAS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|png|jpe?g|webp)")
_WILAYAH = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?")


def wrong(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that `validate` turns into a finding of *code*."""
    return PydanticCustomError(code.code, "{message}", {"message": message, "hint": hint})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    return value.strip()


def _digits(text: str) -> str:
    return re.sub(r"[^\d]", "", re.sub(r",\d{1,2}$|,-$", "", text))


def _parse(parse: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(_text(value)))


def bilangan(text: str) -> int:
    """Return the whole number in *text*, not negative."""
    if not re.fullmatch(r"\d{1,12}", text):
        digits = _digits(text)
        raise wrong(value_codes.ANGKA_SALAH, f"`{text}` bukan bilangan bulat", digits if digits.isdigit() else "3")
    return int(text)


def rupiah(text: str) -> int:
    """Return whole rupiah."""
    if not re.fullmatch(r"\d{1,12}", text):
        digits = _digits(text) or ("0" if re.search(r"gratis|nol|tidak dipungut", text, re.IGNORECASE) else "600000")
        raise wrong(value_codes.RUPIAH_SALAH, f"`{text}` bukan rupiah bulat", digits)
    return int(text)


def pecahan(text: str) -> float:
    """Return the decimal number in *text*, whose point is a point."""
    if not re.fullmatch(r"-?\d{1,12}(?:\.\d{1,12})?", text):
        fixed = text.replace(",", ".")
        hint = fixed if re.fullmatch(r"-?\d+(?:\.\d+)?", fixed) else "3.62"
        raise wrong(value_codes.ANGKA_SALAH, f"`{text}` bukan bilangan", hint)
    return float(text)


def ya_tidak(text: str) -> bool:
    """Return the truth of ``true`` or ``false``; other words are not guessed at."""
    if text not in ("true", "false"):
        hint = "false" if re.fullmatch(r"no|off|n|false|tidak|belum|bukan", text, re.IGNORECASE) else "true"
        raise wrong(value_codes.YA_TIDAK_SALAH, f"`{text}` bukan true (ya) atau false (tidak)", hint)
    return text == "true"


def tanggal(text: str) -> date:
    """Return the date written as year-month-day."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    message = f"`{text}` bukan tanggal yang ada, ditulis tahun-bulan-hari"
    raise wrong(value_codes.TANGGAL_SALAH, message, _guess_date(text))


def _guess_date(text: str) -> str:
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]+)[-/. ](\d{4})", text)
    if not match:
        return "2026-11-24"
    day, month, year = match.groups()
    names = [number for number, name in enumerate(_BULAN, 1) if month.lower().startswith(name)]
    number = int(month) if month.isdigit() else (names[0] if names else 11)
    return f"{year}-{number:02}-{int(day):02}"


@dataclass(frozen=True, order=True, slots=True)
class Periode:
    """A year, or a semester, quarter or month of it; *bulan* holds its first and last month."""

    tahun: int
    bulan: tuple[int, int]
    teks: str

    def __str__(self) -> str:
        return self.teks


def periode(text: str) -> Periode:
    """Return the period that *text* names."""
    match = _PERIODE.fullmatch(text)
    if not match:
        raise wrong(value_codes.PERIODE_SALAH, f"`{text}` bukan periode", "2026, 2026-S1, 2026-T3, atau 2026-11")
    year, half, quarter, month = match.groups()
    if half:
        span = (int(half) * 6 - 5, int(half) * 6)
    elif quarter:
        span = (int(quarter) * 3 - 2, int(quarter) * 3)
    else:
        span = (int(month), int(month)) if month else (1, 12)
    return Periode(int(year), span, text)


Rentang = tuple[int, int]


def _menit(text: str) -> int | None:
    match = _JAM.fullmatch(text)
    if not match or int(match[2]) > 59 or int(match[1]) * 60 + int(match[2]) > 24 * 60:
        return None
    return int(match[1]) * 60 + int(match[2])


def jam(text: str) -> tuple[Rentang, ...]:
    """Return the spans of one day in minutes after midnight, in order and apart."""
    spans: list[Rentang] = []
    for part in text.split(","):
        match = _RENTANG.fullmatch(part)
        start, end = (_menit(match[1]), _menit(match[2])) if match else (None, None)
        if start is None or end is None:
            raise wrong(value_codes.JAM_SALAH, f"`{part.strip()}` bukan rentang jam", "08.00-16.00")
        if start >= end or (spans and start < spans[-1][1]):
            message = f"jam `{part.strip()}` terbalik, atau bertumpuk dengan rentang sebelumnya"
            raise wrong(value_codes.JAM_SALAH, message, "08.00-12.00, 13.00-16.00")
        spans.append((start, end))
    return tuple(spans)


def telepon(text: str) -> str:
    """Return a telephone number as it was written; short numbers such as 137 count too."""
    if not _TELEPON.fullmatch(text) or not 3 <= len(_digits(text)) <= 15:
        raise wrong(value_codes.TELEPON_SALAH, f"`{text}` bukan nomor telepon", "(0736) 21097")
    return text


def whatsapp(text: str) -> str:
    """Return a mobile number as it was written."""
    if not _TELEPON.fullmatch(text) or not _SELULER.fullmatch(re.sub(r"[\s().-]", "", text)):
        message = f"`{text}` bukan nomor WhatsApp (nomor seluler, diawali 08 atau +62 8)"
        raise wrong(value_codes.TELEPON_SALAH, message, "0812-3456-7890")
    return text


def surel(text: str) -> str:
    """Return one e-mail address."""
    if not _SUREL.fullmatch(text):
        fixed = re.sub(r"\s*(?:\(at\)|\[at\]| at )\s*", "@", text)
        hint = fixed if _SUREL.fullmatch(fixed) else "nama@domain"
        raise wrong(value_codes.SUREL_SALAH, f"`{text}` bukan alamat surel", hint)
    return text


def tautan(text: str) -> str:
    """Return a link whose scheme is https, or http (which a rule warns of)."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme not in ("https", "http") or "." not in host or re.search(r"[\s\"<>\\^`{|}]", text) or "@" in parts.netloc:
        bare = re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", text, re.IGNORECASE)
        message = f"`{text}` bukan tautan yang diawali https://"
        raise wrong(value_codes.TAUTAN_SALAH, message, f"https://{text}" if bare else "https://…")
    return text


def slug(text: str) -> str:
    """Return a name that can stand in an address."""
    if not SLUG.fullmatch(text) or len(text) > MAX_SLUG:
        fixed = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:MAX_SLUG].strip("-")
        raise wrong(value_codes.SLUG_SALAH, f"`{text}` bukan nama alamat", fixed)
    return text


def slug_inovasi(text: str) -> str:
    """Return ``satker/inovasi``, the address of an innovation of any satker."""
    parts = text.split("/")
    if len(parts) != 2 or not all(SLUG.fullmatch(part) for part in parts):
        message = f"`{text}` bukan alamat inovasi: folder satker, garis miring, nama inovasi"
        raise wrong(value_codes.SLUG_SALAH, message, "man-1-kota-bengkulu/nama-inovasi")
    return text


def lokasi_berkas(text: str) -> str:
    """Return a path below the satker's own ``berkas/``."""
    name = text.removeprefix("berkas/")
    if not LOKASI_BERKAS.fullmatch(name):
        fixed = re.sub(r"[^A-Za-z0-9._/-]+", "-", re.sub(r"(?:^|/)\.+/?", "", name)).strip("-/")
        hint = fixed if LOKASI_BERKAS.fullmatch(fixed) else "nama-berkas.pdf"
        raise wrong(value_codes.LOKASI_BERKAS_SALAH, f"`{text}` bukan berkas pdf, png, jpg, atau webp di folder berkas/", hint)
    return name


def kode_wilayah(text: str) -> str:
    """Return a Kemendagri code: province, regency, district or village, with its dots."""
    if not _WILAYAH.fullmatch(text):
        pairs = re.sub(r"\D", "", text)
        hint = ".".join(pairs[start : start + 2] for start in range(0, len(pairs), 2)) if len(pairs) in (2, 4, 6) else "17.08"
        raise wrong(value_codes.KODE_WILAYAH_SALAH, f"`{text}` bukan kode wilayah Kemendagri", hint)
    return text


Teks = Annotated[str, StringConstraints(strip_whitespace=True)]
Bilangan = Annotated[int, _parse(bilangan)]
Rupiah = Annotated[int, _parse(rupiah)]
Pecahan = Annotated[float, _parse(pecahan)]
YaTidak = Annotated[bool, _parse(ya_tidak)]
Tanggal = Annotated[date, _parse(tanggal)]
PeriodeTeks = Annotated[Periode, _parse(periode)]
Jam = Annotated[tuple[Rentang, ...], _parse(jam)]
Telepon = Annotated[str, _parse(telepon)]
Whatsapp = Annotated[str, _parse(whatsapp)]
Surel = Annotated[str, _parse(surel)]
Tautan = Annotated[str, _parse(tautan)]
Slug = Annotated[str, _parse(slug)]
SlugInovasi = Annotated[str, _parse(slug_inovasi)]
LokasiBerkas = Annotated[str, _parse(lokasi_berkas)]
KodeWilayah = Annotated[str, _parse(kode_wilayah)]
