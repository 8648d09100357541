"""Single values: from the text an office writes to a typed value, or a finding whose hint is the corrected text."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import codes, value_codes
from generator.mirip import looks_like
from generator.model.kala import JAM_SEHARI, PERIODE, Periode, Rentang, jam, periode, tanggal, tulis_jam
from generator.model.wrong import wrong
from generator.parse import MAX_CHARACTERS
from generator.tujuan import leads_well

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 64
MAX_VALUE = 2000  # characters of a number, a date, an address: what is read by patterns stays short
LOKASI_BERKAS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|png|jpe?g|webp)")

_SUREL = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
_TELEPON = re.compile(r"(?:\+[0-9]{1,3}[ -]?)?(?:\([0-9]{2,5}\)[ -]?)?[0-9]{2,}(?:[ .-][0-9]{2,})*")
_SELULER = re.compile(r"(?:\+?62|0)8[0-9]{7,12}")
_WILAYAH = re.compile(r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?")
_RIBUAN = re.compile(r"(?:Rp\.?\s*)?([0-9]{1,3}(?:[.,_ ][0-9]{3})+|[0-9]+)(?:,(?:-|00))?", re.IGNORECASE)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    return value.strip()


def parsed(parse: Callable[[str], Any]) -> BeforeValidator:
    """Return what makes a value of the text that an office wrote, by *parse*."""
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
    if Decimal(text) != Decimal(repr(float(text))):
        message = f"`{text}` lebih teliti daripada yang dapat disimpan, kira-kira 15 angka"
        raise wrong(value_codes.ANGKA_SALAH, message, "kurangi angka di belakang titik")
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
        bare = re.fullmatch(rf"{_HOST.pattern}(?:/\S*)?", text)
        message = f"`{text}` bukan tautan yang diawali https://"
        raise wrong(value_codes.TAUTAN_SALAH, message, f"https://{text}" if bare else "misalnya https://contoh.example")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not _HOST.fullmatch(host) or not parts.netloc.isascii() or "@" in parts.netloc or not leads_well(text):
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
    return re.sub(r"[^a-z0-9]+", "-", looks_like(text).lower().removesuffix(".yml")).strip("-")[:MAX_SLUG].strip("-")


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


def skema(jenis: str, pattern: str, message: str, **more: Any) -> WithJsonSchema:
    """
    Return what the JSON Schema says of a value: its kind, and a pattern for its text with the words for one that does not fit.

    Editors that read YAML see ``3`` as a number and ``true`` as a truth, where the project's reader sees text; only text is held
    against the pattern, numbers against what *more* says of them.
    """
    types = ["string", "boolean"] if jenis == "ya_tidak" else ["string", "number"]
    rest = {"pattern": f"^(?:{pattern})$", "patternErrorMessage": message} if pattern else {}
    return WithJsonSchema({"type": types, "x-jenis": jenis} | rest | more, mode="validation")


def _refers(jenis: str) -> WithJsonSchema:
    """Say that a slug is the id of another record: *jenis* is its kind or its register."""
    return skema("slug", SLUG.pattern, _SLUG, maxLength=MAX_SLUG, **{"x-relasi": jenis})


_BULAT = "Tulis bilangan bulat dengan angka saja, misalnya 3."
_SLUG = "Tulis dengan huruf kecil, angka, dan tanda hubung, misalnya legalisasi-ijazah."

SKEMA_TELEPON = skema("telepon", _TELEPON.pattern, "Tulis nomor telepon, misalnya (0999) 000001.")
SKEMA_WHATSAPP = skema("whatsapp", r"(?:\+?62|0)[ -]?8[0-9 .-]{7,16}", "Tulis nomor seluler, misalnya 0899-0000-0001.")
SKEMA_SUREL = skema("surel", _SUREL.pattern, "Tulis satu alamat surel, misalnya ptsp@contoh.example.")
SKEMA_TAUTAN = skema(
    "tautan", rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST.pattern}(?::[0-9]+)?(?:[/?#]\S*)?", "Tulis alamat lengkap yang diawali https://"
)

_TEKS = {"type": ["string", "number", "boolean"], "x-jenis": "teks", "minLength": 1, "maxLength": MAX_CHARACTERS}
Teks = Annotated[str, StringConstraints(strip_whitespace=True), WithJsonSchema(_TEKS, mode="validation")]
TeksMd = Annotated[str, StringConstraints(strip_whitespace=True), WithJsonSchema(_TEKS | {"x-jenis": "md"}, mode="validation")]
Bilangan = Annotated[int, parsed(bilangan), skema("bilangan", "[0-9]{1,12}", _BULAT, minimum=0)]
Tahun = Annotated[int, parsed(tahun), skema("tahun", "(?:19|20)[0-9]{2}", "Tulis tahun empat angka, misalnya 2026.")]
Rupiah = Annotated[
    int,
    parsed(rupiah),
    skema("rupiah", "[0-9]{1,12}", "Tulis rupiah bulat dengan angka saja, misalnya 600000; gratis ditulis 0.", minimum=0),
]
Pecahan = Annotated[
    float,
    parsed(pecahan),
    skema("pecahan", r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?", "Tulis bilangan dengan titik sebagai koma, misalnya 3.62."),
]
YaTidak = Annotated[bool, parsed(ya_tidak), skema("ya_tidak", "true|false", "Tulis true (ya) atau false (tidak).")]
Tanggal = Annotated[
    date,
    parsed(tanggal),
    skema("tanggal", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "Tulis tahun-bulan-tanggal, misalnya 2026-11-24."),
]
PeriodeTeks = Annotated[
    Periode,
    parsed(periode),
    PlainSerializer(str, return_type=str, when_used="json"),
    skema("periode", PERIODE.pattern, "Tulis 2026, 2026-S1, 2026-T3, atau 2026-11."),
]
Jam = Annotated[
    tuple[Rentang, ...],
    parsed(jam),
    PlainSerializer(tulis_jam, return_type=str, when_used="json"),
    skema("jam", JAM_SEHARI, "Tulis 08.00-16.00, atau 08.00-12.00, 13.00-16.00."),
]
Telepon = Annotated[str, parsed(telepon), SKEMA_TELEPON]
Whatsapp = Annotated[str, parsed(whatsapp), SKEMA_WHATSAPP]
Surel = Annotated[str, parsed(surel), SKEMA_SUREL]
Tautan = Annotated[str, parsed(tautan), SKEMA_TAUTAN]
Slug = Annotated[str, parsed(slug), skema("slug", SLUG.pattern, _SLUG, maxLength=MAX_SLUG)]
IdHukum = Annotated[Slug, _refers("hukum")]
IdInduk = Annotated[Slug, _refers("satker")]
IdKanal = Annotated[Slug, _refers("kanal")]
IdKategori = Annotated[Slug, _refers("kategori")]
IdLayanan = Annotated[Slug, _refers("layanan")]
IdStandar = Annotated[Slug, _refers("standar")]
SlugInovasi = Annotated[
    str,
    parsed(slug_inovasi),
    skema("slug_inovasi", f"{SLUG.pattern}/{SLUG.pattern}", "Tulis nama-satker/nama-inovasi.", **{"x-relasi": "inovasi"}),
]
LokasiBerkas = Annotated[
    str,
    parsed(lokasi_berkas),
    skema("berkas", f"(?:berkas/)?{LOKASI_BERKAS.pattern}", "Tulis nama berkas di folder berkas/, misalnya formulir.pdf."),
]
KodeWilayah = Annotated[
    str, parsed(kode_wilayah), skema("kode_wilayah", _WILAYAH.pattern, "Tulis kode Kemendagri, misalnya 17.08.")
]
