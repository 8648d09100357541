"""``zi.yml``: the evidence for the integrity zone and the eleven recommendations."""

from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationInfo, field_validator, model_validator

from generator import value_codes
from generator.model.record import (
    NEEDS_REASON,
    Bukti,
    Diperiksa,
    Rekaman,
    RekamanUtama,
    Sk,
    StatusTugas,
    Tugas,
    need_one,
    need_order,
    need_reason,
)
from generator.model.scalar import Bilangan, Pecahan, PeriodeTeks, Tanggal, Tautan, Teks, skema
from generator.model.syarat import exactly_one, schema
from generator.model.wrong import wrong


def _area(value: int) -> int:
    if not 1 <= value <= 6:
        raise wrong(value_codes.ANGKA_SALAH, f"area {value} tidak ada; area perubahan ZI bernomor 1 sampai 6", "1 sampai 6")
    return value


def _index(value: float) -> float:
    if not 0 <= value <= 100:
        raise wrong(value_codes.ANGKA_SALAH, f"nilai {value:g} di luar 0 sampai 100", "0 sampai 100")
    return value


# PermenPANRB 90/2021: six areas of change
Area = Annotated[Bilangan, AfterValidator(_area), skema("area", "[1-6]", "Tulis nomor area 1 sampai 6.", minimum=1, maximum=6)]
Indeks = Annotated[
    Pecahan,
    AfterValidator(_index),
    skema("pecahan", r"(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]{1,12})?)", "Tulis 0 sampai 100.", minimum=0, maximum=100),
]


class Pencanangan(Rekaman):
    """The public launch (recommendation 1)."""

    tanggal: Tanggal
    tempat: Teks | None = None
    saksi: tuple[Teks, ...] = ()
    jumlah_pegawai: Bilangan | None = None
    jumlah_penandatangan: Bilangan | None = None
    bukti: tuple[Bukti, ...] = ()


class Program(Rekaman):
    """A programme of a change agent."""

    model_config = schema(NEEDS_REASON)

    judul: Teks
    target: Teks | None = None
    mulai: Tanggal | None = None
    selesai: Tanggal | None = None
    status: StatusTugas | None = None
    alasan: Teks | None = None
    dampak: Teks | None = None

    @field_validator("selesai")
    @classmethod
    def _after_start(cls, value: Tanggal | None, info: ValidationInfo) -> Tanggal | None:
        return need_order(info, "mulai", value)

    _reason = model_validator(mode="after")(need_reason)


class Monev(Rekaman):
    """One monitoring of a change agent."""

    tanggal: Tanggal
    hasil: Teks | None = None


class AgenPerubahan(Rekaman):
    """A change agent (recommendation 4; KMA 111/2016)."""

    jabatan: Teks
    nama: Teks | None = None
    sk: Sk | None = None
    peran: Teks | None = None
    program: tuple[Program, ...] = ()
    monev: tuple[Monev, ...] = ()


class RencanaKerja(Rekaman):
    """One row of the work plan."""

    model_config = schema(NEEDS_REASON)

    id: Teks
    area: Area
    kegiatan: Teks
    indikator: Teks | None = None
    target: Pecahan | None = None
    satuan: Teks | None = None
    pj: Teks | None = None
    mulai: Tanggal | None = None
    tenggat: Tanggal | None = None
    realisasi: Pecahan | None = None
    status: StatusTugas | None = None
    alasan: Teks | None = None
    bukti: tuple[Bukti, ...] = ()

    @field_validator("tenggat")
    @classmethod
    def _after_start(cls, value: Tanggal | None, info: ValidationInfo) -> Tanggal | None:
        return need_order(info, "mulai", value)

    _reason = model_validator(mode="after")(need_reason)


class Rapat(Rekaman):
    """An evaluation meeting (recommendation 5); *butir* names rows of the work plan."""

    jenis: Literal["bulanan", "triwulan", "semester"]
    periode: PeriodeTeks
    tanggal: Tanggal
    butir: tuple[Teks, ...] = ()
    tindak_lanjut: tuple[Tugas, ...] = ()
    bukti: tuple[Bukti, ...] = ()


class Pembinaan(Rekaman):
    """A coaching session (recommendation 6)."""

    dari: Teks
    kepada: Teks
    tanggal: Tanggal
    materi: Teks | None = None
    peserta: Bilangan | None = None
    bukti: tuple[Bukti, ...] = ()


class Penghargaan(Rekaman):
    """An award (recommendations 7 and 4)."""

    penerima: Teks
    kategori: Literal["inovasi", "prestasi", "pelayanan", "agen_perubahan"]
    tanggal: Tanggal
    kriteria: Teks | None = None
    dasar: Teks | None = None
    bukti: tuple[Bukti, ...] = ()


class Pelatihan(Rekaman):
    """A training for front-line officers (recommendation 8)."""

    judul: Teks
    tanggal: Tanggal
    penyelenggara: Teks | None = None
    peserta: Bilangan | None = None
    bukti: tuple[Bukti, ...] = ()


class PelibatanPublik(Rekaman):
    """Closeness to the public (recommendation 10)."""

    bentuk: Teks
    tanggal: Tanggal
    unsur: tuple[Teks, ...] = ()
    hasil: Teks | None = None
    tindak_lanjut: tuple[Tugas, ...] = ()
    bukti: tuple[Bukti, ...] = ()


class Penilaian(Rekaman):
    """An assessment; *nilai* is an index from 0 to 100, *periode* stands for a date of which only the year or month is known."""

    model_config = schema(exactly_one("tanggal", "periode"))

    jenis: Literal["mandiri", "pendahuluan", "tpi", "tpn"]
    tanggal: Tanggal | None = None
    periode: PeriodeTeks | None = None
    nilai: Indeks
    tautan: Tautan | None = None

    @model_validator(mode="after")
    def _one_time(self) -> "Penilaian":
        need_one(self, "tanggal", "periode")
        return self


class CatatanPendampingan(Rekaman):
    """A note of the mentors (recommendation 11)."""

    model_config = schema(NEEDS_REASON)

    nomor: Bilangan
    area: Area | None = None
    catatan: Teks
    tanggal: Tanggal | None = None
    pj: Teks | None = None
    tenggat: Tanggal | None = None
    status: StatusTugas
    alasan: Teks | None = None
    bukti: tuple[Bukti, ...] = ()

    _reason = model_validator(mode="after")(need_reason)


class Zi(RekamanUtama):
    """The whole file."""

    pencanangan: Pencanangan | None = None
    agen_perubahan: tuple[AgenPerubahan, ...] = ()
    rencana_kerja: tuple[RencanaKerja, ...] = ()
    rapat_evaluasi: tuple[Rapat, ...] = ()
    pembinaan: tuple[Pembinaan, ...] = ()
    penghargaan: tuple[Penghargaan, ...] = ()
    petugas_layanan: Bilangan | None = None
    pelatihan: tuple[Pelatihan, ...] = ()
    pelibatan_publik: tuple[PelibatanPublik, ...] = ()
    penilaian: tuple[Penilaian, ...] = ()
    catatan_pendampingan: tuple[CatatanPendampingan, ...] = ()
    diperiksa: Diperiksa | None = None
