"""C46: the plan, the agreement and the report of performance can be read."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, dari_lampiran, per_unsur
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C46",
    judul="Dokumen kinerja",
    bobot="peringatan",
    dasar=(Dasar("UU 14/2008"), Dasar("Perki 1/2021"), Dasar("PermenPANRB 90/2021 LKE PPD2")),
    terpenuhi="Rencana strategis, perjanjian kinerja, dan laporan kinerja ada.",
    sebagian="Sebagian dari ketiganya ada.",
    belum="Ketiganya belum dipublikasikan.",
    cara="Tulis `dokumen` di informasi.yml dengan `jenis: renstra`, `jenis: pk`, dan `jenis: lkj`, masing-masing dengan `tautan` "
    "atau `berkas`.",
)
JENIS = {"renstra": "rencana strategis", "pk": "perjanjian kinerja", "lkj": "laporan kinerja"}


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for one document of each kind."""
    found = {document.jenis: document for document in satker.informasi.dokumen if document.jenis in JENIS}
    unsur = {name: (f"informasi.yml: dokumen, jenis {kind}", kind in found) for kind, name in JENIS.items()}
    return per_unsur("dokumen kinerja", unsur, dari_lampiran(satker, found.values()))
