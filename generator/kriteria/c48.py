"""C48: nothing that is published gives a person away."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, teks_terbit
from generator.model.satker import Satker
from generator.pribadi import DIGITS, WORDS, allows, pasti

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
    """Search every published text and every attachment's name; what a record allows with a reason is nobody's."""
    texts = [*(text for _, text in teks_terbit(satker, WORDS, DIGITS)), *satker.berkas]
    allowed = [isi for record in satker.rekaman for isi in record.izin]
    told = [one for text in texts for one in pasti(text) if not any(allows(isi, *one) for isi in allowed)]
    found = sorted({kind for kind, _ in told})
    if found:
        return Hasil(
            "belum", f"Ada {', '.join(found)} dalam teks yang terbit.", kurang=("hapus data pribadi; lihat hasil zi check",)
        )
    return Hasil("terpenuhi", "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.")
