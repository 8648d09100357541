"""C08: every service says what it costs, free ones too, and where a fee comes from."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C08",
    judul="Biaya dengan angka dan dasar hukumnya",
    bobot="galat",
    dasar=(
        Dasar("UU 25/2009 Pasal 21 huruf e", terverifikasi=False),
        Dasar("UU 25/2009 Pasal 31", terverifikasi=False),
        Dasar("PP 59/2018"),
    ),
    terpenuhi="Setiap layanan yang buka menyebut biayanya dalam rupiah, 0 bila gratis, dan dasar hukum setiap biaya di atas 0.",
    sebagian="Sebagian layanan menyebutnya.",
    belum="Tidak ada layanan yang menyebutnya.",
    cara="Tulis `biaya_tarif` di setiap berkas layanan: `rupiah: 0` bila gratis; bila tidak, tambahkan `dasar`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with a fee, and with the basis of each fee above 0."""
    return per_layanan(satker, "menyebut biaya dengan angka, dan dasar hukumnya bila tidak gratis", _kurang)


def _kurang(layanan: Layanan) -> str:
    if not layanan.biaya_tarif:
        return "biaya_tarif (rupiah: 0 bila gratis)"
    bare = [str(biaya.rupiah) for biaya in layanan.biaya_tarif if biaya.rupiah and not biaya.dasar]
    return f"biaya_tarif.dasar untuk {', '.join(bare)} rupiah" if bare else ""
