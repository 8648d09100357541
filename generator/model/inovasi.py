"""``inovasi/<slug>.yml``: one innovation and from whom it was learnt (recommendation 9: amati, tiru, modifikasi)."""

from typing import Literal

from pydantic import model_validator

from generator import value_codes
from generator.model.record import Bukti, Diperiksa, Rekaman, Sk
from generator.model.scalar import Bilangan, Pecahan, Slug, SlugInovasi, Tautan, Teks, wrong


class Asal(Rekaman):
    """Whom it was learnt from: an agency elsewhere (*instansi*), or an innovation of this portal (*inovasi*)."""

    inovasi: SlugInovasi | None = None
    instansi: Teks | None = None
    nama: Teks | None = None
    tautan: Tautan | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> "Asal":
        if (self.inovasi is None) == (self.instansi is None):
            message = "perlu tepat satu dari `instansi` (di luar portal) dan `inovasi` (di portal ini)"
            raise wrong(value_codes.PERLU_SATU, message, "instansi: nama instansi, nama: nama inovasinya")
        return self


class Dampak(Rekaman):
    """One measure before and after."""

    ukuran: Teks
    satuan: Teks | None = None
    sebelum: Pecahan
    sesudah: Pecahan


class Inovasi(Rekaman):
    """One innovation; *uraian* is Markdown."""

    nama: Teks
    ringkasan: Teks | None = None
    uraian: Teks | None = None
    tahun: Bilangan | None = None
    status: Literal["rintisan", "berjalan", "dihentikan"] = "berjalan"
    asal: Asal | None = None
    amati: Teks | None = None
    tiru: Teks | None = None
    modifikasi: Teks | None = None
    layanan: tuple[Slug, ...] = ()
    dampak: tuple[Dampak, ...] = ()
    sk: Sk | None = None
    bukti: tuple[Bukti, ...] = ()
    alamat_lama: tuple[Slug, ...] = ()
    diperiksa: Diperiksa | None = None
