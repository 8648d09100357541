"""C20: the ZI team has a dated decree."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_sk
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C20",
    judul="SK tim zona integritas",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPA1A dan PPA1B"),),
    terpenuhi="SK tim ZI ada, dengan nomor dan tanggal.",
    sebagian="Tim ZI ada, tetapi SK atau tanggalnya belum.",
    belum="Tim ZI belum dipublikasikan.",
    cara="Tulis `zi.tim: {sk: {nomor: …, tanggal: …}, jumlah_anggota: …}` di satker.yml.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for the team, its decree and the date of that."""
    tim = satker.profil.zi.tim if satker.profil.zi else None
    if tim is None:
        return Hasil("belum", "Tim ZI belum dipublikasikan.", kurang=("satker.yml: zi.tim",))
    shown = (Bukti("Tim ZI", alamat(satker, "#zi")), *dari_sk([tim.sk]))
    if tim.sk is None:
        return Hasil("sebagian", "Tim ZI ada, tetapi SK-nya belum.", shown, ("satker.yml: zi.tim.sk",))
    if tim.sk.tanggal is None:
        return Hasil("sebagian", f"SK Nomor {tim.sk.nomor} belum bertanggal.", shown, ("satker.yml: zi.tim.sk.tanggal",))
    return Hasil("terpenuhi", f"Tim ZI ditetapkan dengan SK Nomor {tim.sk.nomor} tanggal {tim.sk.tanggal}.", shown)
