"""What replaces something that was withdrawn may be another satker's: that has it, and does not send the reader back."""

from collections.abc import Iterator

from generator.diagnostic import Problem
from generator.index import Index
from generator.model.alamat import TEMPAT
from generator.model.profil import Profil
from generator.rules.context import Context, absent
from generator.rules.pengganti import BERPUTAR, TIDAK_ADA, langkah

CODES = ()
KEYS = frozenset({"alamat_dihapus"})
ACROSS = ("profil",)


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield each replacement below another satker that is nowhere, or leads back."""
    if context.satker is None:
        return
    for number, item in enumerate(profil.alamat_dihapus):
        if not item.pengganti or TEMPAT.fullmatch(item.pengganti):
            continue
        loc, folder = ("alamat_dihapus", number, "pengganti"), item.pengganti.partition("/")[0]
        if context.index.di(folder) is None and folder not in {*context.index.folders, *context.bersama.dihapus}:
            yield Problem(TIDAK_ADA, loc, *absent(folder, context.index.folders, "folder satker/"))
        elif not _is_there(context.index, item.pengganti):
            yield Problem(TIDAK_ADA, loc, f"`{item.pengganti}` tidak ada", f"{folder}, atau periksa nama rekamannya")
        elif circle := _circle(context.index, f"{context.satker.slug}/{item.alamat}"):
            yield Problem(BERPUTAR, loc, f"pengganti berputar: {circle}", "hapus `pengganti` pada salah satunya")


def _is_there(index: Index, alamat: str) -> bool:
    folder, _, place = alamat.partition("/")
    summary = index.di(folder)
    return summary is None or not place or place in summary.tempat.split("\n")


def _circle(index: Index, start: str) -> str:
    way = [start]
    while (step := langkah(index, way[-1])) and step not in way:
        way.append(step)
    return " → ".join([*way, step]) if step == start else ""
