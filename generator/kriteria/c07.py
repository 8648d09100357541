"""C07: every service says in a number and a unit how long it takes."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C07",
    judul="Jangka waktu dengan angka",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 21 huruf d", terverifikasi=False),),
    terpenuhi="Setiap layanan yang buka menyebut jangka waktunya dengan angka dan satuan.",
    sebagian="Sebagian layanan menyebutnya.",
    belum="Tidak ada layanan yang menyebutnya.",
    cara="Tulis `jangka_waktu: {nilai: 3, satuan: hari_kerja, sejak: berkas lengkap}` di setiap berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with a time above nought."""
    return per_layanan(satker, "menyebut jangka waktu dengan angka dan satuan", _kurang)


def _kurang(layanan: Layanan) -> str:
    if layanan.jangka_waktu is None:
        return "jangka_waktu"
    return "" if layanan.jangka_waktu.nilai else "jangka_waktu.nilai (lebih dari 0)"
