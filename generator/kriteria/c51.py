"""C51: no text was left standing as it stood in a form; links are checked elsewhere, over days."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, sebut, teks_terbit
from generator.model.satker import Satker
from generator.rules.context import is_link
from generator.rules.isian import TELLING, left

KRITERIA = Kriteria(
    kode="C51",
    judul="Tanpa tanda isian",
    bobot="galat",
    dasar=(Dasar("Mutu isi: portal lain pernah menerbitkan “${ttd}”, “Nama Pejabat”, dan 123456"),),
    terpenuhi="Tidak ada teks yang masih berupa tanda isian.",
    belum="Ada teks yang masih berupa tanda isian.",
    cara="Ganti tanda isian dengan isinya, atau hapus kuncinya kalau isinya belum ada.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Search every published text that is not a link."""
    told = [left(loc, text.strip()) for loc, text in teks_terbit(satker, TELLING) if not is_link(text)]
    found = [item for item in told if item]
    if found:
        return Hasil("belum", f"Masih ada tanda isian: {sebut(found)}.", kurang=tuple(f"ganti `{item}`" for item in found))
    return Hasil("terpenuhi", "Tidak ada tanda isian dalam teks yang terbit.")
