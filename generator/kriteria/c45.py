"""C45: anybody can see whom to ask for information, and how."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C45",
    judul="Pejabat informasi (PPID)",
    bobot="galat",
    dasar=(Dasar("UU 14/2008"), Dasar("Perki 1/2021")),
    terpenuhi="Pejabat informasi, cara meminta informasi, dan tautan atau surelnya ada.",
    sebagian="Pejabat informasi ada, tetapi caranya atau alamatnya belum.",
    belum="Pejabat informasi belum dipublikasikan.",
    cara="Tulis `ppid` di informasi.yml dengan `jabatan`, `cara` (jawaban paling lambat 10 hari kerja, dapat diperpanjang 7 hari "
    "kerja; keberatan diajukan dalam 30 hari kerja), dan `tautan` atau `surel`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the officer, the way and the address."""
    ppid = satker.informasi.ppid
    if ppid is None:
        return Hasil("belum", "Pejabat informasi belum dipublikasikan.", kurang=("informasi.yml: ppid",))
    unsur = {
        "jabatan": ("informasi.yml: ppid.jabatan", True),
        "cara meminta informasi": ("informasi.yml: ppid.cara", bool(ppid.cara)),
        "tautan atau surel": ("informasi.yml: ppid.tautan atau ppid.surel", bool(ppid.tautan or ppid.surel)),
    }
    return per_unsur("unsur pejabat informasi", unsur, (Bukti("Informasi publik", alamat(satker, "#informasi")),))
