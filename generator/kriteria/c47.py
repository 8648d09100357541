"""C47: how many officials reported their wealth is published, as a share and never of a person."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_lampiran
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C47",
    judul="Kepatuhan LHKPN",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PRE3"), Dasar("UU 27/2022")),
    terpenuhi="Dokumen persentase kepatuhan LHKPN ada.",
    belum="Dokumen persentase kepatuhan LHKPN belum dipublikasikan.",
    cara="Tulis `dokumen` dengan `jenis: lhkpn` di informasi.yml. Muat persentase kepatuhan saja, tanpa kekayaan perseorangan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the documents; what they hold is for the office to see to."""
    documents = [document for document in satker.informasi.dokumen if document.jenis == "lhkpn"]
    if not documents:
        reason = "Dokumen persentase kepatuhan LHKPN belum dipublikasikan."
        return Hasil("belum", reason, kurang=("informasi.yml: dokumen, jenis lhkpn",))
    links = (Bukti("Informasi publik", alamat(satker, "#informasi")), *dari_lampiran(satker, documents))
    return Hasil("terpenuhi", f"{len(documents)} dokumen kepatuhan LHKPN ada.", links)
