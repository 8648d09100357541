"""C16: every service says what the citizen gets when the standard is missed."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C16",
    judul="Kompensasi setiap layanan",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPF2D"),),
    terpenuhi="Setiap layanan yang buka menyebut kompensasi bila standarnya tidak dipenuhi.",
    sebagian="Sebagian layanan menyebutnya.",
    belum="Tidak ada layanan yang menyebutnya.",
    cara="Tulis `kompensasi` di setiap berkas layanan: apa yang diterima pemohon bila layanan tidak sesuai standar.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with a compensation of their own."""
    return per_layanan(satker, "menyebut kompensasinya", lambda layanan: "" if layanan.kompensasi else "kompensasi")
