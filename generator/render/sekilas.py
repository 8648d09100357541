"""The four answers that a citizen looks for first."""

import re
from dataclasses import dataclass

from generator.model.layanan import Layanan
from generator.render.words import BELUM, biaya, durasi, rupiah

_RUMAH = {"tidak": "Ya, tanpa datang", "sebagian": "Sebagian", "wajib": "Tidak, harus datang"}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One short answer and what it depends on; *ada* is False where the office has not published it."""

    pertanyaan: str
    jawaban: str
    keterangan: str = ""
    ada: bool = True


def sekilas(layanan: Layanan) -> tuple[Jawaban, ...]:
    """Return cost, time, from home, and product, in this order."""
    return (_biaya(layanan), _waktu(layanan), _rumah(layanan), _produk(layanan))


def _belum(question: str) -> Jawaban:
    return Jawaban(question, BELUM, ada=False)


def _biaya(layanan: Layanan) -> Jawaban:
    rows = layanan.biaya_tarif
    if not rows:
        return _belum("Biaya")
    paid = next((row for row in rows if row.rupiah and row.keterangan and len(rows) > 1), None)
    note = f"{rupiah(paid.rupiah)}: {paid.keterangan}" if paid else ""
    return Jawaban("Biaya", biaya(rows), re.split(r"[.,;] ", note)[0].rstrip("."))


def _waktu(layanan: Layanan) -> Jawaban:
    waktu = layanan.jangka_waktu
    if waktu is None:
        return _belum("Waktu")
    return Jawaban("Waktu", durasi(waktu), f"sejak {waktu.sejak}" if waktu.sejak else "")


def _rumah(layanan: Layanan) -> Jawaban:
    """Answer "Dari rumah?" from `tatap_muka`, else from an online channel."""
    if layanan.tatap_muka is not None:
        reason = layanan.alasan_tatap_muka if layanan.tatap_muka == "sebagian" else None
        note = "pengajuannya bisa daring" if layanan.tatap_muka == "wajib" and layanan.tautan_daring else reason or ""
        return Jawaban("Dari rumah?", _RUMAH[layanan.tatap_muka], _first_sentence(note))
    return Jawaban("Dari rumah?", "Bisa diajukan daring") if layanan.tautan_daring else _belum("Dari rumah?")


def _produk(layanan: Layanan) -> Jawaban:
    products = layanan.produk_pelayanan
    if not products:
        return _belum("Yang Anda terima")
    more = f"dan {len(products) - 1} lainnya" if len(products) > 1 else ""
    return Jawaban("Yang Anda terima", products[0].rstrip("."), more)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")
