"""C04: at least one service is open, and the standard of each has a dated decree."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C04",
    judul="Standar pelayanan ditetapkan dengan SK",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 20"), Dasar("PermenPANRB 15/2014"), Dasar("PermenPANRB 90/2021 LKE PPF1A")),
    terpenuhi="Ada layanan yang buka, dan setiap layanan itu menyebut nomor dan tanggal SK-nya.",
    sebagian="Sebagian layanan yang buka menyebut nomor dan tanggal SK-nya.",
    belum="Belum ada layanan yang buka, atau tidak satu pun menyebut nomor dan tanggal SK-nya.",
    cara="Tulis `sk: {nomor: …, tanggal: …}` di setiap berkas layanan. Satu SK boleh menetapkan beberapa layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services with number and date of their decree; without any open service nothing is met."""
    if not satker.terbuka:
        return Hasil("belum", "Tidak ada layanan yang buka.", kurang=("layanan/nama-layanan.yml: nama, sk.nomor, sk.tanggal",))
    return per_layanan(satker, "menyebut nomor dan tanggal SK", _kurang)


def _kurang(layanan: Layanan) -> str:
    if layanan.sk is None:
        return "sk.nomor, sk.tanggal"
    return "" if layanan.sk.tanggal else "sk.tanggal"
