"""C40: wrongdoing and gifts can be reported, and a page says how."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C40",
    judul="Pelaporan pelanggaran dan gratifikasi",
    bobot="galat",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPE1 dan PPE4"), Dasar("UU 20/2001 Pasal 12C")),
    terpenuhi="Kanal pelaporan pelanggaran (WBS), kanal gratifikasi (UPG), dan penjelasan gratifikasi ada.",
    sebagian="Sebagian dari ketiganya ada.",
    belum="Ketiganya belum ada.",
    cara="Tulis kanal dengan `jenis: wbs` dan `jenis: upg` (atau `upg-kpk: bersama`) di pengaduan.yml, dan `gratifikasi` di "
    "informasi.yml: gratifikasi dilaporkan paling lambat 30 hari kerja sejak diterima.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for both channels by id or kind, and for the explanation."""
    channels = satker.kanal(konteks.bersama)
    known = {*channels, *(channel.jenis for channel in channels.values())}
    explained = satker.informasi.gratifikasi is not None
    unsur = {
        "kanal WBS": ("pengaduan.yml: kanal dengan jenis wbs", "wbs" in known),
        "kanal UPG": ("pengaduan.yml: kanal, upg-kpk: bersama (atau kanal sendiri dengan jenis upg)", "upg" in known),
        "penjelasan gratifikasi": ("informasi.yml: gratifikasi", explained),
    }
    shown = {"Kanal pengaduan": "#pengaduan"} if {"wbs", "upg"} & known else {}
    shown |= {"Penjelasan gratifikasi": "#informasi"} if explained else {}
    links = tuple(Bukti(text, alamat(satker, place)) for text, place in shown.items())
    return per_unsur("unsur pelaporan", unsur, links)
