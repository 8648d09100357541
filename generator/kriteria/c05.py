"""C05: the six components of service delivery are published for every service."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import KOMPONEN_PENYAMPAIAN, Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C05",
    judul="Enam komponen penyampaian layanan",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 21"), Dasar("PermenPANRB 15/2014")),
    terpenuhi="Setiap layanan yang buka memuat keenam komponen penyampaian.",
    sebagian="Sebagian layanan memuat keenamnya.",
    belum="Tidak ada layanan yang memuat keenamnya.",
    cara="Lengkapi `persyaratan`, `sistem_mekanisme_prosedur`, `jangka_waktu`, `biaya_tarif`, `produk_pelayanan`, dan "
    "`penanganan_pengaduan` di setiap berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that have all six."""
    return per_layanan(satker, "memuat keenam komponen", _kurang)


def _kurang(layanan: Layanan) -> str:
    return ", ".join([key for key in KOMPONEN_PENYAMPAIAN if not getattr(layanan, key)])
