"""``pengaduan.yml`` and ``_bersama/kanal.yml``: where to complain, and what became of complaints."""

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    WrapSerializer,
    field_validator,
    model_validator,
)

from generator import value_codes
from generator.model.record import BebasCatatan, Diperiksa, Rekaman, RekamanUtama, Waktu
from generator.model.scalar import (
    SKEMA_SUREL,
    SKEMA_TAUTAN,
    SKEMA_TELEPON,
    SKEMA_WHATSAPP,
    Bilangan,
    PeriodeTeks,
    Slug,
    Tanggal,
    Teks,
    YaTidak,
    bounded,
    surel,
    tautan,
    telepon,
    whatsapp,
)
from generator.model.syarat import fits, needs, schema
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
_SITUS = ("lapor", "wbs", "upg", "ombudsman", "kpk", "itjen", "situs", "aplikasi", "media_sosial")
_ALAMAT = {"telepon": telepon, "sms": telepon, "whatsapp": whatsapp, "surel": surel}
_BERSAMA = "bersama"  # says of a channel that it is the national one of the same id
_BEBAS = ("loket", "kotak", "pos")  # an address in words, or a number or link as the office has it


class KanalPengaduan(Rekaman):
    """One channel; *alamat* is a number, an e-mail address, a link or words, as *jenis* needs."""

    model_config = schema(
        needs("jenis", *_ALAMAT, *_SITUS, then="alamat"),
        fits("jenis", "telepon", "sms", then="alamat", value=SKEMA_TELEPON.json_schema or {}),
        fits("jenis", "whatsapp", then="alamat", value=SKEMA_WHATSAPP.json_schema or {}),
        fits("jenis", "surel", then="alamat", value=SKEMA_SUREL.json_schema or {}),
        fits("jenis", *_SITUS, then="alamat", value=SKEMA_TAUTAN.json_schema or {}),
    )

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
    return None if value == _BERSAMA else value


def _written(value: Any, dump: SerializerFunctionWrapHandler) -> Any:
    return _BERSAMA if value is None else dump(value)


Milik = Annotated[
    KanalPengaduan | None,
    BeforeValidator(_national, json_schema_input_type=KanalPengaduan | Literal["bersama"]),
    WrapSerializer(_written, when_used="json"),
]


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


class Pengaduan(RekamanUtama):
    """The whole file; a channel that is None is the national one of the same id."""

    kanal: Annotated[dict[Slug, Milik], BebasCatatan] = Field(default={})
    alur: tuple[LangkahPengaduan, ...] = ()
    statistik: tuple[Statistik, ...] = ()
    diperiksa: Diperiksa | None = None
