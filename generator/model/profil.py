"""``satker.yml``: who the work unit is, where it is found, and how far its integrity zone has come."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from generator import value_codes
from generator.model.alamat import Dihapus
from generator.model.record import Diperiksa, Rekaman, RekamanUtama, Sk
from generator.model.scalar import (
    Bilangan,
    IdInduk,
    Jam,
    KodeWilayah,
    Pecahan,
    Slug,
    Surel,
    Tahun,
    Tautan,
    Teks,
    Telepon,
    Whatsapp,
    YaTidak,
    skema,
)
from generator.model.wrong import wrong

Jenis = Literal["kanwil", "kankemenag", "kua", "min", "mtsn", "man", "ptkn", "upt", "lainnya"]
StatusData = Literal["contoh", "draf", "resmi"]
Tahap = Literal[
    "pencanangan",
    "pembangunan",
    "penilaian_mandiri",
    "pengusulan",
    "evaluasi_tpi",
    "evaluasi_tpn",
    "wbk",
    "wbbm",
    "dicabut",
]
Ramah = Literal[
    "jalur-landai",
    "toilet-disabilitas",
    "kursi-roda",
    "jalur-pemandu",
    "loket-prioritas",
    "bahasa-isyarat",
    "braille",
    "ruang-laktasi",
]


class Koordinat(Rekaman):
    """Degrees; south and west are negative."""

    lintang: Annotated[Pecahan, skema("pecahan", r"-?(?:90(?:\.0+)?|[1-8]?[0-9](?:\.[0-9]{1,12})?)", "Tulis -90 sampai 90.")]
    bujur: Annotated[
        Pecahan, skema("pecahan", r"-?(?:180(?:\.0+)?|(?:1[0-7][0-9]|[1-9]?[0-9])(?:\.[0-9]{1,12})?)", "Tulis -180 sampai 180.")
    ]

    @field_validator("lintang", "bujur")
    @classmethod
    def _on_earth(cls, value: float, info: ValidationInfo) -> float:
        most = 90 if info.field_name == "lintang" else 180
        if abs(value) > most:
            raise wrong(
                value_codes.ANGKA_SALAH,
                f"{info.field_name} di luar -{most} sampai {most}",
                "lintang -90 sampai 90, bujur -180 sampai 180",
            )
        return value


class Kontak(Rekaman):
    """The office's own contacts, as they were written; the links are built when the page is."""

    telepon: Telepon | None = None
    whatsapp: Whatsapp | None = None
    surel: Surel | None = None
    situs: Tautan | None = None


class MediaSosial(Rekaman):
    """Addresses of the office's own accounts."""

    instagram: Tautan | None = None
    facebook: Tautan | None = None
    youtube: Tautan | None = None
    x: Tautan | None = None
    tiktok: Tautan | None = None


class Hari(Rekaman):
    """The spans of each day; a day left out is closed."""

    senin: Jam | None = None
    selasa: Jam | None = None
    rabu: Jam | None = None
    kamis: Jam | None = None
    jumat: Jam | None = None
    sabtu: Jam | None = None
    minggu: Jam | None = None


class JamLayanan(Rekaman):
    """When the public is served."""

    zona: Literal["WIB", "WITA", "WIT"]
    hari: Hari
    keterangan: Teks | None = None


class Pejabat(Rekaman):
    """A function; its holder's name may be left out."""

    jabatan: Teks
    nama: Teks | None = None


class PenanggungJawab(Rekaman):
    """Who answers for the record."""

    jabatan: Teks
    surel: Surel | None = None


class Maklumat(Rekaman):
    """The service pledge (UU 25/2009 Pasal 22)."""

    teks: Teks
    sk: Sk | None = None
    penandatangan: Teks | None = None
    kompensasi: tuple[Teks, ...] = ()


class Ruang(Rekaman):
    """A room; *layanan* says that the public is served in it."""

    nama: Teks
    layanan: YaTidak = False


class Lantai(Rekaman):
    """A floor."""

    nama: Teks
    ruang: tuple[Ruang, ...] = ()


class Gedung(Rekaman):
    """A building."""

    nama: Teks
    lantai: tuple[Lantai, ...] = ()


class Tim(Rekaman):
    """The ZI team."""

    sk: Sk | None = None
    jumlah_anggota: Bilangan | None = None


class Predikat(Rekaman):
    """A predicate that was won."""

    jenis: Literal["wbk", "wbbm"]
    tahun: Tahun
    sk: Sk | None = None


class StatusZi(Rekaman):
    """How far the integrity zone has come (stages of PermenPANRB 90/2021)."""

    tahap: Tahap
    tahun: Tahun | None = None
    tim: Tim | None = None
    predikat: tuple[Predikat, ...] = ()


class Profil(RekamanUtama):
    """The profile of a work unit; every key that is absent says "not published yet"."""

    nama: Teks
    nama_pendek: Teks = Field(max_length=40)
    jenis: Jenis
    induk: IdInduk | None = None
    kode_wilayah: KodeWilayah
    status_data: StatusData
    ringkasan: Teks | None = None
    alamat: Teks | None = None
    koordinat: Koordinat | None = None
    kontak: Kontak | None = None
    media_sosial: MediaSosial | None = None
    jam_layanan: JamLayanan | None = None
    pimpinan: Pejabat | None = None
    penanggung_jawab: PenanggungJawab | None = None
    visi: Teks | None = None
    misi: tuple[Teks, ...] = ()
    nilai: tuple[Teks, ...] = ()
    maklumat: Maklumat | None = None
    gedung: tuple[Gedung, ...] = ()
    ramah_rentan: tuple[Ramah, ...] = ()
    zi: StatusZi | None = None
    penyunting: tuple[Teks, ...] = ()
    alamat_lama: tuple[Slug, ...] = ()
    alamat_dihapus: tuple[Dihapus, ...] = ()
    diperiksa: Diperiksa | None = None
