"""C48: nothing that is published gives a person away."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, teks_terbit
from generator.model.satker import Satker
from generator.pribadi import DIGITS, WORDS
from generator.rules.data_pribadi import given_away

KRITERIA = Kriteria(
    kode="C48",
    judul="Tanpa data pribadi",
    bobot="galat",
    dasar=(Dasar("UU 27/2022 Pasal 65"), Dasar("UU Administrasi Kependudukan Pasal 84")),
    terpenuhi="Tidak ada NIK, nomor KK, NIP, NISN, atau tanggal lahir dalam teks dan nama lampiran.",
    belum="Ada data pribadi dalam teks atau nama lampiran.",
    cara="Hapus nomor atau tanggal itu; orang cukup disebut dengan jabatannya.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Search every published text and every attachment's name."""
    texts = [*(text for _, text in teks_terbit(satker, WORDS, DIGITS)), *satker.berkas]
    found = sorted({kind for text in texts for kind, _ in given_away(text)})
    if found:
        return Hasil(
            "belum", f"Ada {', '.join(found)} dalam teks yang terbit.", kurang=("hapus data pribadi; lihat hasil zi check",)
        )
    return Hasil("terpenuhi", "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.")
