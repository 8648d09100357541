"""``informasi.yml``: who answers requests for information, and the documents to be published of one's own accord (UU 14/2008)."""

from typing import Literal

from generator.model.record import Diperiksa, Lampiran, Rekaman, RekamanUtama
from generator.model.scalar import Surel, Tahun, Tautan, Teks


class Ppid(Rekaman):
    """The information officer and how to ask."""

    jabatan: Teks
    cara: Teks | None = None
    tautan: Tautan | None = None
    surel: Surel | None = None


class Dokumen(Lampiran):
    """A periodic document."""

    jenis: Literal["renstra", "pk", "lkj", "dipa", "lhkpn", "sop", "laporan", "lainnya"]
    tahun: Tahun | None = None


class Penjelasan(Rekaman):
    """An explanation and where to read on."""

    uraian: Teks
    tautan: Tautan | None = None


class Informasi(RekamanUtama):
    """The whole file."""

    ppid: Ppid | None = None
    dokumen: tuple[Dokumen, ...] = ()
    gratifikasi: Penjelasan | None = None
    benturan_kepentingan: Penjelasan | None = None
    diperiksa: Diperiksa | None = None
