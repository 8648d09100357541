"""Where one satker stands: its criteria, the eleven recommendations, and what is still to be done by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.assess import Kelengkapan, assess
from generator.kriteria.hasil import Hasil, Konteks
from generator.model.record import StatusTugas, Tugas
from generator.model.satker import Satker
from generator.rekomendasi import REKOMENDASI, nilai

OPEN: tuple[StatusTugas, ...] = ("belum", "berjalan")


@dataclass(frozen=True, slots=True)
class TugasTerbuka:
    """A follow-up that is not done: *asal* says where it was agreed, *nomor* the recommendation whose section shows it."""

    satker: str
    uraian: str
    pj: str
    tenggat: date | None
    sejak: date | None
    asal: str
    nomor: int


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """*rekomendasi* holds eleven outcomes, in their order."""

    kelengkapan: Kelengkapan
    rekomendasi: tuple[Hasil, ...]
    tugas: tuple[TugasTerbuka, ...]

    @property
    def jumlah_terpenuhi(self) -> int:
        """How many of the eleven are met."""
        return sum(item.status == "terpenuhi" for item in self.rekomendasi)


def kemajuan(satker: Satker, konteks: Konteks) -> Kemajuan:
    """Return where *satker* stands."""
    complete = assess(satker, konteks)
    return Kemajuan(complete, tuple(nilai(item, satker, complete) for item in REKOMENDASI), tuple(_tasks(satker)))


def _tasks(satker: Satker) -> Iterator[TugasTerbuka]:
    """Yield the open follow-ups of meetings, of the mentors' notes, of public engagement and of surveys."""
    for rapat in satker.zi.rapat_evaluasi:
        yield from _open(satker, rapat.tindak_lanjut, rapat.tanggal, f"Rapat {rapat.jenis} {rapat.periode}", 5)
    for pelibatan in satker.zi.pelibatan_publik:
        yield from _open(satker, pelibatan.tindak_lanjut, pelibatan.tanggal, pelibatan.bentuk, 10)
    for skm in satker.survei.skm:
        yield from _open(satker, skm.tindak_lanjut, None, f"Survei kepuasan {skm.periode}", 10)
    for note in satker.zi.catatan_pendampingan:
        if note.status in OPEN:
            asal = f"Catatan pendampingan nomor {note.nomor}"
            yield TugasTerbuka(satker.slug, note.catatan, note.pj or "", note.tenggat, note.tanggal, asal, 11)


def _open(satker: Satker, tasks: tuple[Tugas, ...], since: date | None, asal: str, nomor: int) -> Iterator[TugasTerbuka]:
    for task in tasks:
        if task.status in OPEN:
            yield TugasTerbuka(satker.slug, task.uraian, task.pj or "", task.tenggat, since, asal, nomor)
