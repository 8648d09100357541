"""The four answers that a citizen looks for first."""

import re
from dataclasses import dataclass

from generator.model.layanan import Biaya, Layanan, TatapMuka
from generator.model.record import Waktu
from generator.render.words import BELUM, biaya, durasi, rupiah
from generator.sama import Sama

_RUMAH = {"tidak": "Ya, tanpa datang", "sebagian": "Sebagian", "wajib": "Tidak, harus datang"}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One short answer and what it depends on; *ada* is False where the office has not published it."""

    pertanyaan: str
    jawaban: str
    keterangan: str = ""
    ada: bool = True


_known: Sama[tuple[Jawaban, ...]] = Sama()


def sekilas(layanan: Layanan) -> tuple[Jawaban, ...]:
    """Return cost, time, from home, and product, in this order."""
    where = (layanan.tatap_muka, layanan.alasan_tatap_muka, layanan.tautan_daring)
    return _known.once(_answers, layanan.biaya_tarif, layanan.jangka_waktu, *where, layanan.produk_pelayanan)


def _answers(
    rows: tuple[Biaya, ...],
    waktu: Waktu | None,
    tatap_muka: TatapMuka | None,
    reason: str | None,
    online: str | None,
    products: tuple[str, ...],
) -> tuple[Jawaban, ...]:
    return (_biaya(rows), _waktu(waktu), _rumah(tatap_muka, reason, online), _produk(products))


def _belum(question: str) -> Jawaban:
    return Jawaban(question, BELUM, ada=False)


def _biaya(rows: tuple[Biaya, ...]) -> Jawaban:
    if not rows:
        return _belum("Biaya")
    paid = next((row for row in rows if row.rupiah and row.keterangan and len(rows) > 1), None)
    note = f"{rupiah(paid.rupiah)}: {paid.keterangan}" if paid else ""
    return Jawaban("Biaya", biaya(rows), re.split(r"[.,;] ", note)[0].rstrip("."))


def _waktu(waktu: Waktu | None) -> Jawaban:
    if waktu is None:
        return _belum("Waktu")
    return Jawaban("Waktu", durasi(waktu), f"sejak {waktu.sejak}" if waktu.sejak else "")


def _rumah(tatap_muka: TatapMuka | None, reason: str | None, online: str | None) -> Jawaban:
    """Answer "Dari rumah?" from `tatap_muka`, else from an online channel."""
    if tatap_muka is not None:
        why = reason if tatap_muka == "sebagian" else None
        note = "pengajuannya bisa daring" if tatap_muka == "wajib" and online else why or ""
        return Jawaban("Dari rumah?", _RUMAH[tatap_muka], _first_sentence(note))
    return Jawaban("Dari rumah?", "Bisa diajukan daring") if online else _belum("Dari rumah?")


def _produk(products: tuple[str, ...]) -> Jawaban:
    if not products:
        return _belum("Yang Anda terima")
    more = f"dan {len(products) - 1} lainnya" if len(products) > 1 else ""
    return Jawaban("Yang Anda terima", products[0].rstrip("."), more)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")
