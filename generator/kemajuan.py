"""Where one satker stands: its criteria, the eleven recommendations, and what is still to be done by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.assess import Kelengkapan, assess
from generator.kriteria.hasil import Hasil, Konteks, satu
from generator.model.kala import Periode
from generator.model.record import StatusTugas, Tugas
from generator.model.satker import Satker
from generator.rekomendasi import REKOMENDASI, nilai

OPEN: tuple[StatusTugas, ...] = ("belum", "berjalan")


@dataclass(frozen=True)
class TugasTerbuka:
    """A follow-up that is not done: *asal* says where it was agreed, *alamat* (below the satker) where it is shown."""

    satker: str
    uraian: str
    pj: str
    tenggat: date | None
    sejak: date | None
    asal: str
    alamat: str
    periode: Periode | None = None


@dataclass(frozen=True)
class Capaian:
    """
    What other pages show of where a satker stands: small, because all of them are held at once.

    *rekomendasi* holds eleven outcomes without their evidence; *hasil*, every criterion's outcome, is kept of the invented satker
    alone, which shows on ``/kriteria/`` what they look like.
    """

    persen: int
    rekomendasi: tuple[Hasil, ...]
    tugas: tuple[TugasTerbuka, ...]
    hasil: dict[str, Hasil]

    @property
    def jumlah_terpenuhi(self) -> int:
        """How many of the eleven are met."""
        return _met(self.rekomendasi)


@dataclass(frozen=True)
class Kemajuan:
    """*rekomendasi* holds eleven outcomes, in their order; *per* is the day they are computed for."""

    kelengkapan: Kelengkapan
    rekomendasi: tuple[Hasil, ...]
    tugas: tuple[TugasTerbuka, ...]
    per: date

    @property
    def jumlah_terpenuhi(self) -> int:
        """How many of the eleven are met."""
        return _met(self.rekomendasi)

    def capaian(self, *, with_criteria: bool) -> Capaian:
        """Return what other pages show of it."""
        outcomes = tuple(item._replace(bukti=(), kurang=()) for item in self.rekomendasi)
        return Capaian(self.kelengkapan.persen, outcomes, self.tugas, self.kelengkapan.hasil if with_criteria else {})


def kemajuan(satker: Satker, konteks: Konteks) -> Kemajuan:
    """Return where *satker* stands."""
    complete = assess(satker, konteks)
    outcomes = tuple(satu(nilai(item, satker, complete)) for item in REKOMENDASI)
    return Kemajuan(complete, outcomes, tuple(_tasks(satker)), konteks.per)


def _met(outcomes: tuple[Hasil, ...]) -> int:
    return sum(item.status == "terpenuhi" for item in outcomes)


def _tasks(satker: Satker) -> Iterator[TugasTerbuka]:
    """Yield what is open of meetings, public engagement, surveys, the mentors' notes and the work plan."""
    for rapat in satker.zi.rapat_evaluasi:
        yield from _open(satker, rapat.tindak_lanjut, rapat.tanggal, "rapat", "zi/#r5", rapat.periode)
    for pelibatan in satker.zi.pelibatan_publik:
        yield from _open(satker, pelibatan.tindak_lanjut, pelibatan.tanggal, pelibatan.bentuk, "zi/#r10")
    for skm in satker.survei.skm:
        yield from _open(satker, skm.tindak_lanjut, skm.periode.akhir, "survei kepuasan", "survei/#tindak-lanjut", skm.periode)
    for note in satker.zi.catatan_pendampingan:
        if note.status in OPEN:
            asal = f"catatan pendampingan nomor {note.nomor}"
            yield TugasTerbuka(satker.slug, note.catatan, note.pj or "", note.tenggat, note.tanggal, asal, "zi/#r11")
    for row in satker.zi.rencana_kerja:
        if row.status in OPEN:
            asal = f"rencana kerja {row.id}"
            yield TugasTerbuka(satker.slug, row.kegiatan, row.pj or "", row.tenggat, row.mulai, asal, "zi/#rencana")


def _open(
    satker: Satker, tasks: tuple[Tugas, ...], since: date | None, asal: str, alamat: str, of: Periode | None = None
) -> Iterator[TugasTerbuka]:
    for task in tasks:
        if task.status in OPEN:
            yield TugasTerbuka(satker.slug, task.uraian, task.pj or "", task.tenggat, since, asal, alamat, of)
