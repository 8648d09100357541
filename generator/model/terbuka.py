"""A satker as open data: its records in the words of the contract, with where they belong and what is computed of them."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json

from generator.model.alamat import SatkerDihapus
from generator.model.bersama import Hukum, Kategori
from generator.model.informasi import Informasi
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.motto import BerkasMotto
from generator.model.pengaduan import KanalPengaduan, Pengaduan
from generator.model.profil import Profil
from generator.model.record import Diperiksa
from generator.model.survei import Survei
from generator.model.zi import Zi

VERSI: Literal["1"] = "1"

StatusHasil = Literal["terpenuhi", "sebagian", "belum", "tidak_berlaku"]


class LayananTerbuka(Layanan):
    """A service, whole; *sendiri* names the keys that are the satker's own where it follows a standard (*dasar*)."""

    sendiri: tuple[str, ...] | None = None


class _Terbuka(BaseModel):
    """What is built when the first of it is asked for."""

    model_config = ConfigDict(defer_build=True)


class Kelengkapan(_Terbuka):
    """How complete the records are; *kriteria* gives the outcome of each by its code, *rekomendasi* those of the eleven."""

    persen: int
    kriteria: dict[str, StatusHasil]
    rekomendasi: tuple[StatusHasil, ...]


class BersamaTerbuka(_Terbuka):
    """
    What all satker share, as ``/data/bersama.json`` has it: whatever ``_bersama/`` says but for the keeper's own remarks.

    *layanan* are the standards that services follow (*dasar*), *dihapus* the satker that are no more; *diperiksa* says by the
    register's name who checked it last.
    """

    versi: Literal["1"] = VERSI
    lisensi: str
    hukum: dict[str, Hukum]
    kategori: dict[str, Kategori]
    kanal: dict[str, KanalPengaduan]
    layanan: dict[str, Layanan]
    dihapus: dict[str, SatkerDihapus]
    diperiksa: dict[str, Diperiksa]


class SatkerTerbuka(_Terbuka):
    """
    One satker, as ``/data/satker/<slug>.json`` has it.

    Whatever its folder says is in it but the keeper's own remarks. *alamat* is its page, *per* the day for which it was measured,
    *fakta* the latest day of which a record speaks, *berkas* the sizes in bytes of the documents that records point to.
    """

    model_config = ConfigDict(
        title="Data terbuka satu satuan kerja", json_schema_extra={"$schema": "https://json-schema.org/draft/2020-12/schema"}
    )

    versi: Literal["1"] = VERSI
    lisensi: str
    skema: str
    id: str
    alamat: str
    per: date
    fakta: date | None = None
    profil: Profil
    layanan: dict[str, LayananTerbuka]
    inovasi: dict[str, Inovasi]
    motto: BerkasMotto
    pengaduan: Pengaduan
    zi: Zi
    survei: Survei
    informasi: Informasi
    berkas: dict[str, int] = Field(default={})
    kelengkapan: Kelengkapan


def pasangan(key: str, value: object) -> str:
    """Return *key* with its *value* in a service as JSON, as a dump of the whole has it: no key has a form of its own."""
    return f'"{key}":{to_json(value, by_alias=False, exclude_none=True).decode()}'
