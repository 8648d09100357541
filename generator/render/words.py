"""Typed values in the words of a reader."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from generator.label import label
from generator.model.kala import Periode, Rentang
from generator.model.layanan import Biaya, Layanan
from generator.model.record import Waktu
from generator.ringkas import LayananRingkas
from generator.sama import Sama

BELUM = "belum dipublikasikan"

_lines: Sama[str] = Sama()

_KEHADIRAN = {"tidak": "dari rumah", "sebagian": "sebagian dari rumah", "wajib": "harus datang"}
_SATUAN = {"menit": "menit", "jam": "jam", "hari": "hari", "hari_kerja": "hari kerja", "bulan": "bulan"}


@lru_cache(maxsize=4096)
def tanggal(value: date) -> str:
    """Return "24 November 2026"."""
    return format_date(value, "d MMMM y", locale="id")


@lru_cache(maxsize=4096)
def angka(value: float) -> str:
    """Return a number as Indonesians write it: "1.250,5"."""
    return format_decimal(value, locale="id", decimal_quantization=False)


@lru_cache(maxsize=4096)
def indeks(value: float) -> str:
    """Return an index with its two decimals: "88,30"."""
    return format_decimal(value, format="0.00", locale="id")


def ukuran(value: int) -> str:
    """Return the size of a file: "12 kB", "1,5 MB"."""
    return f"{angka(round(value / 1e6, 1))} MB" if value >= 1e6 else f"{angka(-(-value // 1000))} kB"


def rupiah(value: int) -> str:
    """Return "Gratis" or "Rp600.000"."""
    return f"Rp{angka(value)}" if value else "Gratis"


def durasi(waktu: Waktu) -> str:
    """Return "1–3 hari kerja"."""
    fastest = f"{angka(waktu.paling_cepat)}–" if waktu.paling_cepat and waktu.paling_cepat < waktu.nilai else ""
    span = f"{fastest}{angka(waktu.nilai)}"
    return f"{span} {_SATUAN[waktu.satuan]}"


def biaya(rows: tuple[Biaya, ...]) -> str:
    """Return the fee at a glance: "Gratis", "Rp25.000", or "Gratis atau Rp600.000" where it depends."""
    amounts = sorted({row.rupiah for row in rows})
    if len(amounts) > 2:
        return f"{rupiah(amounts[0])} sampai {rupiah(amounts[-1])}"
    return " atau ".join(rupiah(amount) for amount in amounts) or BELUM


def singkat(item: Layanan | LayananRingkas) -> str:
    """Return an open service in one line: "Gratis · 30 menit · harus datang"."""
    presence = _KEHADIRAN[item.tatap_muka] if item.tatap_muka else "bisa daring" if item.daring else ""
    return _lines.once(_singkat, item.biaya_tarif, item.jangka_waktu, presence)


def _singkat(tarif: tuple[Biaya, ...], waktu: Waktu | None, presence: str) -> str:
    if not tarif and not waktu:
        parts = [f"biaya dan waktu {BELUM}"]
    else:
        parts = [biaya(tarif) if tarif else f"biaya {BELUM}"]
        parts.append(durasi(waktu) if waktu else f"waktu {BELUM}")
    return " · ".join(part for part in (*parts, presence) if part)


def rinci(item: Layanan | LayananRingkas) -> str:
    """Return a service in one line: an open one by cost and time, another by what is said of it, or else by its status."""
    return singkat(item) if item.is_open else item.ringkasan or label(item.status)


def kalimat(text: str) -> str:
    """Return *text* with the full stop it may lack."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def pukul(rentang: Rentang) -> str:
    """Return "08.00–16.00"."""
    return "–".join(f"{minute // 60:02}.{minute % 60:02}" for minute in rentang)


def periode(value: Periode) -> str:
    """Return "Triwulan 3 2026", "November 2026" or "2026"."""
    first, last = value.bulan
    if (first, last) == (1, 12):
        return str(value.tahun)
    if first == last:
        return format_date(date(value.tahun, first, 1), "MMMM y", locale="id")
    months = last - first + 1
    return f"{'Semester' if months == 6 else 'Triwulan'} {last // months} {value.tahun}"


def nomor_internasional(number: str) -> str:
    """Return the digits of a number, with the country code where it has an area code, else (137, 1708) as they are."""
    digits = _digits(number)
    if number.lstrip().startswith("+"):
        return f"+{digits}"
    return f"+62{digits[1:]}" if digits.startswith("0") else digits


def tautan_telepon(number: str) -> str:
    """Return a ``tel:`` link."""
    return f"tel:{nomor_internasional(number)}"


def tautan_sms(number: str) -> str:
    """Return an ``sms:`` link."""
    return f"sms:{nomor_internasional(number)}"


def tautan_whatsapp(number: str) -> str:
    """Return a ``wa.me`` link, which takes the number with its country code and nothing else."""
    digits = _digits(number)
    return f"https://wa.me/{f'62{digits[1:]}' if digits.startswith('0') else digits}"


def _digits(number: str) -> str:
    """Return the digits to dial: after the country code no zero of the area code is left."""
    return re.sub(r"^620", "62", re.sub(r"\D", "", number))


def inisial(name: str) -> str:
    """Return the letter a name is filed under; what does not begin with a letter comes under #."""
    first = unicodedata.normalize("NFD", name[:1]).upper()[:1]
    return first if first.isalpha() else "#"
