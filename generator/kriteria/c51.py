"""C51: no text was left standing as it stood in a form; links are checked elsewhere, over days."""

from collections.abc import Iterator

from generator.diagnostic import Loc
from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, sebut, teks_terbit
from generator.model.satker import Satker
from generator.rules.context import is_link
from generator.rules.isian import TELLING, left
from generator.teks import Search

KRITERIA = Kriteria(
    kode="C51",
    judul="Tanpa tanda isian",
    bobot="galat",
    dasar=(Dasar("Mutu isi: portal lain pernah menerbitkan “${ttd}”, “Nama Pejabat”, dan 123456"),),
    terpenuhi="Tidak ada teks yang masih berupa tanda isian.",
    belum="Ada teks yang masih berupa tanda isian.",
    cara="Ganti tanda isian dengan isinya, atau hapus kuncinya kalau isinya belum ada.",
)


def _left(loc: Loc, text: str) -> Iterator[str]:
    """Yield what was left standing in a text that is not a link."""
    found = "" if is_link(text) else left(loc, text.strip())
    if found:
        yield found


_LEFT = Search(_left, TELLING)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Search every published text."""
    found = list(teks_terbit(satker, _LEFT))
    if found:
        return Hasil("belum", f"Masih ada tanda isian: {sebut(found)}.", kurang=tuple(f"ganti `{item}`" for item in found))
    return Hasil("terpenuhi", "Tidak ada tanda isian dalam teks yang terbit.")
