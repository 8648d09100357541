"""A motto hangs in buildings, on floors and in rooms that the profile names."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.motto import BerkasMotto, Titik
from generator.model.profil import Gedung
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "titik-tidak-ada",
    "Titik motto tidak ada di gedung",
    "`gedung`, `lantai`, dan `ruang` pada motto harus sama persis dengan nama di `gedung` pada satker.yml, supaya cakupannya "
    "dapat dihitung.",
    file="motto.yml",
    wrong="motto:\n  - {teks: Melayani, titik: [ {gedung: Gedung dua} ]}",
    right="motto:\n  - {teks: Melayani, titik: [ {gedung: Gedung utama, lantai: Lantai 1, ruang: Loket PTSP} ]}",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"motto"})
FILES = frozenset({"satker.yml"})


def check_motto(berkas: BerkasMotto, context: Context) -> Iterator[Problem]:
    """Yield the first wrong name of each place."""
    if context.satker is None:
        return
    for row, motto in enumerate(berkas.motto):
        for number, titik in enumerate(motto.titik):
            wrong = _wrong_name(titik, context.satker.profil.gedung)
            if wrong is not None:
                key, word, known, place = wrong
                yield Problem(TIDAK_ADA, ("motto", row, "titik", number, key), *absent(word, known, place))


def _wrong_name(titik: Titik, buildings: tuple[Gedung, ...]) -> tuple[str, str, list[str], str] | None:
    """Return key, name, known names and their place for the first name that is wrong."""
    floors = {gedung.nama: gedung.lantai for gedung in buildings}
    if titik.gedung not in floors:
        return "gedung", titik.gedung, list(floors), "`gedung` pada satker.yml"
    rooms = {lantai.nama: lantai.ruang for lantai in floors[titik.gedung]}
    if titik.lantai is not None and titik.lantai not in rooms:
        return "lantai", titik.lantai, list(rooms), f"{titik.gedung} pada satker.yml"
    floor_rooms = rooms[titik.lantai] if titik.lantai else [room for floor in rooms.values() for room in floor]
    names = [ruang.nama for ruang in floor_rooms]
    if titik.ruang is not None and titik.ruang not in names:
        return "ruang", titik.ruang, names, f"{titik.lantai or titik.gedung} pada satker.yml"
    return None
