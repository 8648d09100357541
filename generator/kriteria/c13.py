"""C13: every service is linked to its page on SIPPN, the national register of public services."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C13",
    judul="Tautan SIPPN",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPF2B"),),
    terpenuhi="Setiap layanan yang buka punya tautan ke halamannya di SIPPN.",
    sebagian="Sebagian layanan punya tautan itu.",
    belum="Tidak ada layanan yang punya tautan itu.",
    cara="Daftarkan layanan di sippn.menpan.go.id, lalu tulis alamat halamannya sebagai `sippn` di berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with a link."""
    return per_layanan(satker, "punya tautan SIPPN", lambda layanan: "" if layanan.sippn else "sippn")
