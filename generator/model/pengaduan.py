"""``pengaduan.yml`` and ``_bersama/kanal.yml``: where to complain, and what became of complaints."""

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    ValidationInfo,
    field_validator,
    model_validator,
)

from generator import value_codes
from generator.model.record import BebasCatatan, Diperiksa, Rekaman, Waktu
from generator.model.scalar import Bilangan, PeriodeTeks, Slug, Tanggal, Teks, YaTidak, bounded, surel, tautan, telepon, whatsapp
from generator.model.wrong import wrong

JenisPengaduan = Literal[
    "lapor",
    "wbs",
    "upg",
    "ombudsman",
    "kpk",
    "itjen",
    "loket",
    "telepon",
    "whatsapp",
    "sms",
    "surel",
    "situs",
    "aplikasi",
    "media_sosial",
    "kotak",
    "pos",
]
_ALAMAT = {"telepon": telepon, "sms": telepon, "whatsapp": whatsapp, "surel": surel}
_BEBAS = ("loket", "kotak", "pos")  # an address in words, or a number or link as the office has it


class KanalPengaduan(Rekaman):
    """One channel; *alamat* is a number, an e-mail address, a link or words, as *jenis* needs."""

    jenis: JenisPengaduan
    nama: Teks
    alamat: Teks | None = None
    jam: Teks | None = None
    petugas: Teks | None = None
    tenggat: Waktu | None = None
    terhubung_lapor: YaTidak = False
    kerahasiaan: Teks | None = None
    diuji: Tanggal | None = None

    @field_validator("alamat")
    @classmethod
    def _fits(cls, value: str | None, info: ValidationInfo) -> str | None:
        jenis = info.data.get("jenis")
        is_link = value is not None and value.lower().startswith(("https:", "http:"))
        if value is None or jenis is None or (jenis in _BEBAS and not is_link):
            return value
        return _ALAMAT.get(jenis, tautan)(bounded(value))

    @model_validator(mode="after")
    def _reachable(self) -> "KanalPengaduan":
        if self.alamat is None and self.jenis not in _BEBAS:
            raise wrong(value_codes.PERLU_KUNCI, f"kanal `{self.jenis}` memerlukan `alamat`", "alamat: …")
        return self


def _national(value: Any) -> Any:
    return None if value == "bersama" else value


def _said(value: KanalPengaduan | None) -> KanalPengaduan | Literal["bersama"]:
    return value or "bersama"


KanalSatker = Annotated[KanalPengaduan | None, BeforeValidator(_national), PlainSerializer(_said, when_used="json")]


class LangkahPengaduan(Rekaman):
    """A step after a complaint came in."""

    langkah: Teks
    waktu: Waktu | None = None


class Statistik(Rekaman):
    """Counts of one period; never cases."""

    periode: PeriodeTeks
    masuk: Bilangan
    diproses: Bilangan
    selesai: Bilangan
    median_hari: Bilangan | None = None


class Pengaduan(Rekaman):
    """The whole file; a channel that is None is the national one of the same id."""

    kanal: Annotated[dict[Slug, KanalSatker], BebasCatatan] = Field(default={})
    alur: tuple[LangkahPengaduan, ...] = ()
    statistik: tuple[Statistik, ...] = ()
    diperiksa: Diperiksa | None = None
