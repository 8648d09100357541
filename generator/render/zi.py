"""What the page of the eleven recommendations shows beside their outcomes: grids, matrices, calendars."""

from dataclasses import dataclass
from datetime import date

from generator.model.kala import Periode, periode
from generator.model.profil import Lantai
from generator.model.satker import Satker
from generator.model.zi import RencanaKerja

AREA = (
    "Manajemen Perubahan",
    "Penataan Tatalaksana",
    "Penataan Sistem Manajemen SDM Aparatur",
    "Penguatan Akuntabilitas",
    "Penguatan Pengawasan",
    "Peningkatan Kualitas Pelayanan Publik",
)
TANDA = {"terpenuhi": "●", "sebagian": "◐", "belum": "○", "tidak_berlaku": "–"}


@dataclass(frozen=True, slots=True)
class RuangMotto:
    """A room, and the mottos that hang in it."""

    nama: str
    layanan: bool
    motto: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LantaiMotto:
    """A floor: *motto* are those that hang on it, in a room or not."""

    gedung: str
    nama: str
    motto: tuple[str, ...]
    ruang: tuple[RuangMotto, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting that the year asks for; *tanggal* is None where none was held, *lewat* says that its time is over."""

    periode: Periode
    tanggal: date | None
    lewat: bool


def lantai_motto(satker: Satker) -> list[LantaiMotto]:
    """Return every floor of every building with what hangs there."""
    places = [(titik, item.teks) for item in satker.motto.motto for titik in item.titik]

    def found(building: str, floor: Lantai, room: str | None) -> tuple[str, ...]:
        return tuple(
            text
            for titik, text in places
            if titik.gedung == building
            and titik.lantai in (None, floor.nama)
            and (titik.ruang == room if room else titik.lantai or titik.ruang in [item.nama for item in floor.ruang])
        )

    return [
        LantaiMotto(
            gedung.nama,
            lantai.nama,
            found(gedung.nama, lantai, None),
            tuple(RuangMotto(ruang.nama, ruang.layanan, found(gedung.nama, lantai, ruang.nama)) for ruang in lantai.ruang),
        )
        for gedung in satker.profil.gedung
        for lantai in gedung.lantai
    ]


def rapat(satker: Satker, per: date) -> list[tuple[str, list[Slot]]]:
    """Return the twelve monthly, four quarterly and two half-yearly slots of the year of *per*."""
    held = {item.periode.teks: item.tanggal for item in satker.zi.rapat_evaluasi}
    names = {
        "Bulanan": [f"{per.year}-{number:02}" for number in range(1, 13)],
        "Triwulan": [f"{per.year}-T{number}" for number in range(1, 5)],
        "Semester": [f"{per.year}-S{number}" for number in (1, 2)],
    }
    return [
        (kind, [Slot(item, held.get(item.teks), item.akhir <= per) for item in map(periode, texts)])
        for kind, texts in names.items()
    ]


def matriks(satker: Satker) -> list[tuple[str, list[RencanaKerja]]]:
    """Return the six areas of change (PermenPANRB 90/2021), each with its rows of the work plan."""
    rows = satker.zi.rencana_kerja
    return [(name, [row for row in rows if row.area == number]) for number, name in enumerate(AREA, 1)]
