"""The first questions to a service: what it costs, how long it takes, whether one must come, and what one gets."""

import re
from typing import NamedTuple

from kata import biaya, durasi, has_daring, rupiah
from rekaman import Record

_REST = re.compile(r"[.,;] .*")


class Sekilas(NamedTuple):
    """A question, its answer, and what the answer needs beside it; empty where nothing is known."""

    pertanyaan: str
    jawaban: str = ""
    keterangan: str = ""


def sekilas(layanan: Record) -> tuple[Sekilas, ...]:
    """Return the four questions."""
    return _biaya(layanan.get("biaya_tarif", [])), _waktu(layanan.get("jangka_waktu")), _rumah(layanan), _produk(layanan)


def _biaya(tarif: list[Record]) -> Sekilas:
    paid = (item for item in tarif if item["rupiah"] and "keterangan" in item) if len(tarif) > 1 else ()
    rinci = next((f"{rupiah(item['rupiah'])}: {item['keterangan']}" for item in paid), "")
    return Sekilas("Biaya", biaya(tarif), _REST.sub("", rinci).rstrip("."))


def _waktu(waktu: Record | None) -> Sekilas:
    if not waktu:
        return Sekilas("Waktu")
    return Sekilas("Waktu", durasi(waktu), f"sejak {waktu['sejak']}" if "sejak" in waktu else "")


def _rumah(layanan: Record) -> Sekilas:
    daring = has_daring(layanan)
    alasan = layanan.get("alasan_tatap_muka", "").partition(". ")[0].rstrip(".")
    answers = {
        "tidak": ("Ya, tanpa datang", ""),
        "sebagian": ("Sebagian", alasan),
        "wajib": ("Tidak, harus datang", "pengajuannya bisa daring" if daring else ""),
        None: ("Bisa diajukan daring" if daring else "", ""),
    }
    return Sekilas("Dari rumah?", *answers[layanan.get("tatap_muka")])


def _produk(layanan: Record) -> Sekilas:
    produk = layanan.get("produk_pelayanan", ())
    if not produk:
        return Sekilas("Yang Anda terima")
    return Sekilas("Yang Anda terima", produk[0].rstrip("."), f"dan {len(produk) - 1} lainnya" if len(produk) > 1 else "")
