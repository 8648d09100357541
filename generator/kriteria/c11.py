"""C11: every service is reached online, or says why the citizen must come."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan, rekomendasi
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C11",
    judul="Kanal daring, atau alasan tatap muka",
    bobot="galat",
    dasar=(rekomendasi(2), Dasar("PermenPANRB 90/2021 LKE PPF2B dan PPB2C")),
    terpenuhi="Setiap layanan yang buka punya kanal daring, atau menyebut alasan mengapa pemohon harus datang.",
    sebagian="Sebagian layanan demikian.",
    belum="Tidak ada layanan yang demikian.",
    cara="Di setiap berkas layanan, tulis `{jenis: daring, nama: …, tautan: https://…}` di `kanal`, atau `alasan_tatap_muka`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with an online address or a reason."""
    return per_layanan(satker, "punya kanal daring atau alasan tatap muka", _kurang)


def _kurang(layanan: Layanan) -> str:
    return "" if layanan.tautan_daring or layanan.alasan_tatap_muka else "kanal (jenis: daring), atau alasan_tatap_muka"
