"""``_bersama/``: the registers that every satker shares."""

from pydantic import ConfigDict, Field

from generator.model.pengaduan import KanalPengaduan
from generator.model.record import Diperiksa, Rekaman, RekamanUtama
from generator.model.scalar import IdHukum, Tautan, Teks


class Hukum(Rekaman):
    """One regulation; *dicabut_oleh* names its successor in the same register."""

    nama: Teks
    tentang: Teks | None = None
    tautan: Tautan | None = None
    dicabut_oleh: IdHukum | None = None


class Kategori(Rekaman):
    """One category of services."""

    nama: Teks
    ringkasan: Teks | None = None


class Register(RekamanUtama):
    """A file of free keys: every key but *catatan*, *diperiksa* and *boleh_tampil* is the id of an entry."""

    model_config = ConfigDict(extra="allow")

    diperiksa: Diperiksa | None = None


class RegisterHukum(Register):
    """``hukum.yml``."""

    __pydantic_extra__: dict[str, Hukum] = Field(init=False)


class RegisterKategori(Register):
    """``kategori.yml``; the order of the file is the order on the pages."""

    __pydantic_extra__: dict[str, Kategori] = Field(init=False)


class RegisterKanal(Register):
    """``kanal.yml``."""

    __pydantic_extra__: dict[str, KanalPengaduan] = Field(init=False)
