"""C48: nothing that is published gives a person away."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, teks_terbit
from generator.model.satker import Satker
from generator.pribadi import DIGITS, WORDS, allows, pasti
from generator.teks import Search

KRITERIA = Kriteria(
    kode="C48",
    judul="Tanpa data pribadi",
    bobot="galat",
    dasar=(Dasar("UU 27/2022 Pasal 65"), Dasar("UU Administrasi Kependudukan Pasal 84")),
    terpenuhi="Tidak ada NIK, nomor KK, NIP, NISN, atau tanggal lahir dalam teks dan nama lampiran.",
    belum="Ada data pribadi dalam teks atau nama lampiran.",
    cara="Hapus nomor atau tanggal itu; orang cukup disebut dengan jabatannya.",
)
_TRACES = Search(lambda _loc, text: pasti(text), WORDS, DIGITS)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Search every published text and every attachment's name; what a record allows with a reason is nobody's."""
    traces = [*teks_terbit(satker, _TRACES), *(one for name in satker.berkas for one in pasti(name))]
    allowed = [isi for record in satker.rekaman for isi in record.izin] if traces else []
    told = [one for one in traces if not any(allows(isi, *one) for isi in allowed)]
    found = sorted({kind for kind, _ in told})
    if found:
        return Hasil(
            "belum", f"Ada {', '.join(found)} dalam teks yang terbit.", kurang=("hapus data pribadi; lihat hasil zi check",)
        )
    return Hasil("terpenuhi", "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.")
