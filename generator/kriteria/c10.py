"""C10: the guarantee of a service promises the very time that its standard names."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C10",
    judul="Jaminan sejalan dengan jangka waktu",
    bobot="peringatan",
    dasar=(Dasar("UU 25/2009 Pasal 21 huruf l", terverifikasi=False),),
    terpenuhi="Setiap layanan yang buka punya jaminan, dan waktu yang dijaminnya sama dengan jangka waktunya.",
    sebagian="Sebagian layanan demikian.",
    belum="Tidak ada layanan dengan jaminan yang sejalan.",
    cara="Tulis `jaminan_pelayanan: {teks: …, waktu: {nilai: …, satuan: …}}` di setiap berkas layanan; `nilai` dan `satuan` sama "
    "dengan `jangka_waktu`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services whose guarantee is there and names no other time."""
    return per_layanan(satker, "punya jaminan yang sejalan dengan jangka waktunya", _kurang)


def _kurang(layanan: Layanan) -> str:
    jaminan, limit = layanan.jaminan_pelayanan, layanan.jangka_waktu
    if jaminan is None or (jaminan.teks is None and jaminan.waktu is None):
        return "jaminan_pelayanan"
    if jaminan.waktu is None:
        return ""
    if limit is None:
        return "jangka_waktu (jaminan sudah menyebut waktu)"
    same = (jaminan.waktu.nilai, jaminan.waktu.satuan) == (limit.nilai, limit.satuan)
    return "" if same else f"jaminan_pelayanan.waktu, samakan dengan jangka_waktu ({limit.nilai} {limit.satuan})"
