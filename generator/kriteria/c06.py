"""C06: the eight components of service management are published for every service."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import KOMPONEN_PENGELOLAAN, Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C06",
    judul="Delapan komponen pengelolaan layanan",
    bobot="peringatan",
    dasar=(Dasar("UU 25/2009 Pasal 21"), Dasar("PermenPANRB 15/2014")),
    terpenuhi="Setiap layanan yang buka memuat kedelapan komponen pengelolaan.",
    sebagian="Sebagian layanan memuat kedelapannya.",
    belum="Tidak ada layanan yang memuat kedelapannya.",
    cara="Lengkapi dasar_hukum, sarana_prasarana_fasilitas, kompetensi_pelaksana, pengawasan_internal, jumlah_pelaksana, "
    "jaminan_pelayanan, jaminan_keamanan_keselamatan, dan evaluasi_kinerja_pelaksana di setiap berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that have all eight."""
    return per_layanan(satker, "memuat kedelapan komponen pengelolaan", _kurang)


def _kurang(layanan: Layanan) -> str:
    return ", ".join([key for key in KOMPONEN_PENGELOLAAN if not getattr(layanan, key)])
