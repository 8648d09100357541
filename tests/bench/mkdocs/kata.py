"""What the values of a record are in words: the filters of the templates."""

import re
from datetime import date, timedelta

from rekaman import Record

BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
BELUM = "belum dipublikasikan"
TATAP_MUKA = {"tidak": "dari rumah", "sebagian": "sebagian dari rumah", "wajib": "harus datang"}
_HOST = re.compile(r"https?://(?:www\.)?([^/?#]+)")


def tanggal(day: date) -> str:
    """Return a day such as 2 Maret 2026."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def setahun(day: date) -> date:
    """Return the same day a year later; after 29 February that is 1 March."""
    return date(day.year + 1, day.month, 1) + timedelta(days=day.day - 1)


def durasi(waktu: Record) -> str:
    """Return a length of time such as 2–5 hari kerja."""
    nilai, paling_cepat = waktu["nilai"], waktu.get("paling_cepat")
    least = f"{paling_cepat}–" if paling_cepat is not None and paling_cepat < nilai else ""
    return f"{least}{nilai} {waktu['satuan'].replace('_', ' ')}"


def tenggat(waktu: Record) -> str:
    """Return a length of time, and since when it runs."""
    return f"{durasi(waktu)} sejak {waktu['sejak']}" if "sejak" in waktu else durasi(waktu)


def rupiah(jumlah: int) -> str:
    """Return an amount such as Rp50.000."""
    return f"Rp{jumlah:,}".replace(",", ".") if jumlah else "Gratis"


def biaya(biaya_tarif: list[Record]) -> str:
    """Return the fees at a glance."""
    amounts = sorted({item["rupiah"] for item in biaya_tarif})
    if len(amounts) > 2:
        return f"{rupiah(amounts[0])} sampai {rupiah(amounts[-1])}"
    return " atau ".join(map(rupiah, amounts))


def has_daring(layanan: Record) -> bool:
    """Say whether one can apply online."""
    return any(item["jenis"] == "daring" for item in layanan.get("kanal", ()))


def singkat(layanan: Record) -> str:
    """Return an open service in one line."""
    tarif, waktu = layanan.get("biaya_tarif"), layanan.get("jangka_waktu")
    if tarif or waktu:
        parts = [
            biaya(tarif) if tarif else f"biaya {BELUM}",
            durasi(waktu) if waktu else f"waktu {BELUM}",
        ]
    else:
        parts = [f"biaya dan waktu {BELUM}"]
    if "tatap_muka" in layanan:
        parts.append(TATAP_MUKA[layanan["tatap_muka"]])
    elif has_daring(layanan):
        parts.append("bisa daring")
    return " · ".join(parts)


def nomor(telepon: str) -> str:
    """Return a number as telephones dial it."""
    angka = re.sub(r"\D", "", telepon)
    if telepon.startswith("+"):
        return f"+{re.sub('^620', '62', angka)}"
    return f"+62{angka[1:]}" if angka.startswith("0") else angka


def host(tautan: str) -> str:
    """Return whose site a link leads to."""
    found = _HOST.match(tautan)
    return found[1] if found else tautan


def kalimat(teks: str) -> str:
    """Return *teks* with a full stop, unless it ends like a sentence."""
    return teks if teks.endswith((".", "!", "?", "…")) else f"{teks}."
