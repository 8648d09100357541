"""Single values: from the text an office writes to a typed value, or a finding whose hint is the corrected text."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from generator import codes, value_codes
from generator.model.kala import Periode, Rentang, jam, periode, tanggal, teks_jam
from generator.model.wrong import wrong

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 64
MAX_VALUE = 2000  # characters of a number, a date, an address: what is read by patterns stays short
LOKASI_BERKAS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|png|jpe?g|webp)")

_SUREL = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_TELEPON = re.compile(r"(?:\+[0-9]{1,3}[ -]?)?(?:\([0-9]{2,5}\)[ -]?)?[0-9]{2,}(?:[ .-][0-9]{2,})*")
_SELULER = re.compile(r"(?:\+?62|0)8[0-9]{7,12}")
_WILAYAH = re.compile(r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?")
_RIBUAN = re.compile(r"(?:Rp\.?\s*)?([0-9]{1,3}(?:[.,_ ][0-9]{3})+|[0-9]+)(?:,(?:-|00))?", re.IGNORECASE)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    return value.strip()


def _parse(parse: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(bounded(_text(value))))


def bounded(text: str) -> str:
    """Return *text* if it is short enough to be read by patterns."""
    if len(text) > MAX_VALUE:
        message = f"nilai ini {len(text)} karakter; batasnya {MAX_VALUE} untuk angka, tanggal, alamat, atau tautan"
        raise wrong(codes.TERLALU_PANJANG, message, "pendekkan")
    return text


def _whole(text: str) -> str:
    """Return the whole number that *text* can only mean, in digits, or an empty text."""
    match = _RIBUAN.fullmatch(text)
    return re.sub(r"[^0-9]", "", match[1]) if match else ""


def bilangan(text: str) -> int:
    """Return the whole number in *text*, not negative."""
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise wrong(value_codes.ANGKA_SALAH, f"`{text}` bukan bilangan bulat", _whole(text) or "misalnya 3")
    return int(text)


def tahun(text: str) -> int:
    """Return a year of four digits."""
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        raise wrong(value_codes.ANGKA_SALAH, f"`{text}` bukan tahun empat angka", "misalnya 2026")
    return int(text)


def rupiah(text: str) -> int:
    """Return whole rupiah."""
    if not re.fullmatch(r"[0-9]{1,12}", text):
        free = "0" if re.fullmatch(r"gratis|nol|nihil|tidak dipungut biaya|-", text, re.IGNORECASE) else ""
        hint = _whole(text) or free or "misalnya 600000, atau 0 kalau gratis"
        raise wrong(value_codes.RUPIAH_SALAH, f"`{text}` bukan rupiah bulat", hint)
    return int(text)


def pecahan(text: str) -> float:
    """Return the decimal number in *text*, whose point is a point."""
    if not re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?", text):
        hint = text.replace(",", ".") if re.fullmatch(r"-?[0-9]+,[0-9]+", text) else "misalnya 3.62"
        raise wrong(value_codes.ANGKA_SALAH, f"`{text}` bukan bilangan", hint)
    return float(text)


def ya_tidak(text: str) -> bool:
    """Return the truth of ``true`` or ``false``; other words are not guessed at."""
    if text in ("true", "false"):
        return text == "true"
    words = {"true": r"yes|on|y|true|ya|sudah|ada|benar", "false": r"no|off|n|false|tidak|belum|bukan|salah"}
    hint = next((value for value, pattern in words.items() if re.fullmatch(pattern, text, re.IGNORECASE)), "true atau false")
    raise wrong(value_codes.YA_TIDAK_SALAH, f"`{text}` bukan true (ya) atau false (tidak)", hint)


def telepon(text: str) -> str:
    """Return a telephone number as it was written; short numbers such as 137 count too."""
    if not _TELEPON.fullmatch(text) or not 3 <= len(re.sub(r"[^0-9]", "", text)) <= 15:
        raise wrong(value_codes.TELEPON_SALAH, f"`{text}` bukan nomor telepon", "misalnya (0999) 000001")
    return text


def whatsapp(text: str) -> str:
    """Return a mobile number as it was written."""
    if not _TELEPON.fullmatch(text) or not _SELULER.fullmatch(re.sub(r"[ ().-]", "", text)):
        message = f"`{text}` bukan nomor WhatsApp (nomor seluler, diawali 08 atau +62 8)"
        raise wrong(value_codes.TELEPON_SALAH, message, "misalnya 0899-0000-0001")
    return text


def surel(text: str) -> str:
    """Return one e-mail address."""
    if not _SUREL.fullmatch(text):
        fixed = re.sub(r"\s*(?:\(at\)|\[at\]| at )\s*", "@", text.removeprefix("mailto:"))
        hint = fixed if _SUREL.fullmatch(fixed) else "misalnya ptsp@contoh.example"
        raise wrong(value_codes.SUREL_SALAH, f"`{text}` bukan alamat surel", hint)
    return text


def tautan(text: str) -> str:
    """Return a link whose scheme is https, or http (which a rule warns of), to a host with a proper name."""
    if not re.match(r"https?://", text, re.IGNORECASE):
        bare = re.fullmatch(rf"{_HOST.pattern}(?:/\S*)?", text, re.IGNORECASE)
        message = f"`{text}` bukan tautan yang diawali https://"
        raise wrong(value_codes.TAUTAN_SALAH, message, f"https://{text}" if bare else "misalnya https://contoh.example")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not _HOST.fullmatch(host) or "@" in parts.netloc or re.search(r"[\s\"'<>\\^`{|}]", text):
        message = f"`{text}` bukan tautan yang lengkap: nama situsnya atau tandanya salah"
        raise wrong(value_codes.TAUTAN_SALAH, message, _ascii_host(text, host) or "salin lagi alamatnya dari peramban")
    scheme, rest = text.split(":", 1)
    return f"{scheme.lower()}:{rest}"


def _ascii_host(text: str, host: str) -> str:
    """Return a link whose host has letters beyond ASCII with the name that computers use for it."""
    with suppress(UnicodeError):
        name = host.encode("idna").decode()
        return text.replace(host, name) if name != host and _HOST.fullmatch(name) else ""
    return ""


def as_slug(text: str) -> str:
    """Return the address that a name or a file name would have; empty if nothing of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().removesuffix(".yml")).strip("-")[:MAX_SLUG].strip("-")


def slug(text: str) -> str:
    """Return a name that can stand in an address."""
    if not SLUG.fullmatch(text) or len(text) > MAX_SLUG:
        raise wrong(value_codes.SLUG_SALAH, f"`{text}` bukan nama alamat", as_slug(text) or "misalnya legalisasi-ijazah")
    return text


def slug_inovasi(text: str) -> str:
    """Return ``satker/inovasi``, the address of an innovation of any satker."""
    parts = text.split("/")
    if len(parts) != 2 or not all(SLUG.fullmatch(part) for part in parts):
        message = f"`{text}` bukan alamat inovasi: folder satker, garis miring, nama inovasi"
        raise wrong(value_codes.SLUG_SALAH, message, "misalnya nama-satker/nama-inovasi")
    return text


def lokasi_berkas(text: str) -> str:
    """Return a path below the satker's own ``berkas/``."""
    name = text.removeprefix("berkas/")
    if not LOKASI_BERKAS.fullmatch(name):
        fixed = re.sub(r"[^A-Za-z0-9._/-]+", "-", re.sub(r"(?:^|/)\.+/?", "", name)).strip("-/")
        hint = fixed if LOKASI_BERKAS.fullmatch(fixed) else "misalnya formulir.pdf"
        raise wrong(value_codes.LOKASI_BERKAS_SALAH, f"`{text}` bukan berkas pdf, png, jpg, atau webp di folder berkas/", hint)
    return name


def kode_wilayah(text: str) -> str:
    """Return a Kemendagri code: province, regency, district or village, with its dots."""
    if not _WILAYAH.fullmatch(text):
        dotted = f"{text[:2]}.{text[2:]}" if re.fullmatch(r"[0-9]{4}", text) else "misalnya 17.08"
        raise wrong(value_codes.KODE_WILAYAH_SALAH, f"`{text}` bukan kode wilayah Kemendagri", dotted)
    return text


Teks = Annotated[str, StringConstraints(strip_whitespace=True)]
Bilangan = Annotated[int, _parse(bilangan)]
Tahun = Annotated[int, _parse(tahun)]
Rupiah = Annotated[int, _parse(rupiah)]
Pecahan = Annotated[float, _parse(pecahan)]
YaTidak = Annotated[bool, _parse(ya_tidak)]
Tanggal = Annotated[date, _parse(tanggal)]
PeriodeTeks = Annotated[Periode, _parse(periode), PlainSerializer(str, return_type=str, when_used="json")]
Jam = Annotated[tuple[Rentang, ...], _parse(jam), PlainSerializer(teks_jam, return_type=str, when_used="json")]
Telepon = Annotated[str, _parse(telepon)]
Whatsapp = Annotated[str, _parse(whatsapp)]
Surel = Annotated[str, _parse(surel)]
Tautan = Annotated[str, _parse(tautan)]
Slug = Annotated[str, _parse(slug)]
SlugInovasi = Annotated[str, _parse(slug_inovasi)]
LokasiBerkas = Annotated[str, _parse(lokasi_berkas)]
KodeWilayah = Annotated[str, _parse(kode_wilayah)]
