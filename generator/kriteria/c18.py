"""C18: the integrity zone was launched in public: a date, witnesses and a document."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_lampiran, per_unsur, rekomendasi
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C18",
    judul="Pencanangan zona integritas",
    bobot="galat",
    dasar=(rekomendasi(1), Dasar("PermenPANRB 90/2021 LKE PPA4D dan PPA2C")),
    terpenuhi="Tanggal pencanangan, saksinya, dan dokumennya ada.",
    sebagian="Tanggal pencanangan ada, tetapi saksi atau dokumennya belum.",
    belum="Pencanangan belum dipublikasikan.",
    cara="Tulis `pencanangan: {tanggal: …, saksi: [ … ], bukti: [ … ]}` di zi.yml.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count date, witnesses and document."""
    pencanangan = satker.zi.pencanangan
    if pencanangan is None:
        return Hasil("belum", "Pencanangan belum dipublikasikan.", kurang=("zi.yml: pencanangan",))
    unsur = {
        "tanggal": ("zi.yml: pencanangan.tanggal", True),
        "saksi": ("zi.yml: pencanangan.saksi", bool(pencanangan.saksi)),
        "dokumen": ("zi.yml: pencanangan.bukti", bool(pencanangan.bukti)),
    }
    shown = (Bukti("Pencanangan", alamat(satker, "zi/#r1")), *dari_lampiran(satker, pencanangan.bukti))
    return per_unsur("unsur pencanangan", unsur, shown)
