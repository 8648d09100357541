"""C41: the satker says what its staff do about conflicts of interest."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C41",
    judul="Pernyataan benturan kepentingan",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPE5"),),
    terpenuhi="Pernyataan tentang benturan kepentingan ada.",
    belum="Pernyataan tentang benturan kepentingan belum dipublikasikan.",
    cara="Tulis `benturan_kepentingan: {uraian: …}` di informasi.yml.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for the statement."""
    if satker.informasi.benturan_kepentingan is None:
        reason = "Pernyataan tentang benturan kepentingan belum dipublikasikan."
        return Hasil("belum", reason, kurang=("informasi.yml: benturan_kepentingan",))
    shown = Bukti("Benturan kepentingan", alamat(satker, "#informasi"))
    return Hasil("terpenuhi", "Pernyataan tentang benturan kepentingan ada.", (shown,))
