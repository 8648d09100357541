"""``inovasi/<slug>.yml``: one innovation and from whom it was learnt (recommendation 9: amati, tiru, modifikasi)."""

from typing import Literal

from pydantic import model_validator

from generator.model.record import Bukti, Diperiksa, Rekaman, RekamanUtama, Sk, need_one
from generator.model.scalar import IdLayanan, Pecahan, Slug, SlugInovasi, Tahun, Tautan, Teks, TeksMd
from generator.model.syarat import exactly_one, schema


class Asal(Rekaman):
    """Whom it was learnt from: an agency elsewhere (*instansi*), or an innovation of this portal (*inovasi*)."""

    model_config = schema(exactly_one("instansi", "inovasi"))

    inovasi: SlugInovasi | None = None
    instansi: Teks | None = None
    nama: Teks | None = None
    tautan: Tautan | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> "Asal":
        need_one(self, "instansi", "inovasi")
        return self


class Dampak(Rekaman):
    """One measure before and after."""

    ukuran: Teks
    satuan: Teks | None = None
    sebelum: Pecahan
    sesudah: Pecahan


class Inovasi(RekamanUtama):
    """One innovation; *uraian* is Markdown."""

    nama: Teks
    ringkasan: Teks | None = None
    uraian: TeksMd | None = None
    tahun: Tahun | None = None
    status: Literal["rintisan", "berjalan", "dihentikan"] = "berjalan"
    asal: Asal | None = None
    amati: Teks | None = None
    tiru: Teks | None = None
    modifikasi: Teks | None = None
    layanan: tuple[IdLayanan, ...] = ()
    dampak: tuple[Dampak, ...] = ()
    sk: Sk | None = None
    bukti: tuple[Bukti, ...] = ()
    alamat_lama: tuple[Slug, ...] = ()
    diperiksa: Diperiksa | None = None
