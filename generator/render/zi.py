"""What the page of the eleven recommendations shows beside their outcomes: grids, matrices, calendars."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.kala import Periode, periode
from generator.model.motto import Motto
from generator.model.profil import Gedung, Lantai
from generator.model.satker import Satker
from generator.model.zi import Rapat, RencanaKerja
from generator.sama import MOST, Sama

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


_lantai: Sama[list[LantaiMotto]] = Sama()
_rapat: Sama[list[tuple[str, list[Slot]]]] = Sama()


def lantai_motto(satker: Satker) -> list[LantaiMotto]:
    """Return every floor of every building with what hangs there."""
    return _lantai.once(_floors, satker.profil.gedung, satker.motto.motto)


def _floors(gedung: tuple[Gedung, ...], motto: tuple[Motto, ...]) -> list[LantaiMotto]:
    places = [(titik, item.teks) for item in motto for titik in item.titik]

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
            bangunan.nama,
            lantai.nama,
            found(bangunan.nama, lantai, None),
            tuple(RuangMotto(ruang.nama, ruang.layanan, found(bangunan.nama, lantai, ruang.nama)) for ruang in lantai.ruang),
        )
        for bangunan in gedung
        for lantai in bangunan.lantai
    ]


Pengajuan = tuple[str, str, str, str]  # a service: its slug, its name, whether to come, the online address


def pengajuan(satker: Satker) -> tuple[Pengajuan, ...]:
    """Return how each open service is applied for; empty is what is not known."""
    opened = [(slug, item) for slug, item in satker.layanan.items() if item.is_open]
    return _satu(tuple((slug, item.nama, item.tatap_muka or "", item.tautan_daring or "") for slug, item in opened))


@lru_cache(maxsize=MOST)
def _satu(rows: tuple[Pengajuan, ...]) -> tuple[Pengajuan, ...]:
    """Return the first rows that are equal to *rows*, so that they are drawn once."""
    return rows


def rapat(satker: Satker, per: date) -> list[tuple[str, list[Slot]]]:
    """Return the twelve monthly, four quarterly and two half-yearly slots of the year of *per*."""
    return _rapat.once(_slots, satker.zi.rapat_evaluasi, per)


def _slots(meetings: tuple[Rapat, ...], per: date) -> list[tuple[str, list[Slot]]]:
    held = {item.periode.teks: item.tanggal for item in meetings}
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
