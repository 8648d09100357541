"""The records of the portal, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jadwal import Waktu, waktu

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bersama:
    """What all satker share, by id; *wilayah* has the names of the regions."""

    hukum: Record
    kanal: Record
    kategori: Record
    wilayah: dict[str, str]


@dataclass(frozen=True, slots=True)
class Layanan:
    """A service."""

    slug: str
    isi: Record

    @property
    def status(self) -> str:
        """Whether it is open."""
        return str(self.isi.get("status", "buka"))


@dataclass(frozen=True, slots=True)
class Satker:
    """What the pages of a satker share; *kanal* and *nasional* have its own complaint channels and those of all, by id."""

    slug: str
    profil: Record
    wilayah: str
    waktu: Waktu | None
    kanal: Record
    nasional: Record
    layanan: list[Layanan]

    def kanal_of(self, layanan: Record) -> list[Record]:
        """Return the channels that a service names, or else all."""
        semua = self.kanal | self.nasional
        named = layanan.get("penanganan_pengaduan", {}).get("kanal", ())
        return [semua[kunci] for kunci in named if kunci in semua] or list(semua.values())


def read(path: Path) -> Record:
    """Return the record in the file *path*."""
    record: Record = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return record


def bersama_of(folder: Path, wilayah: dict[str, str]) -> Bersama:
    """Return what the records in *folder* share."""
    hukum, kanal, kategori = (read(folder / f"{name}.yml") for name in ("hukum", "kanal", "kategori"))
    return Bersama(hukum, kanal, kategori, wilayah)


def satker_of(folder: Path, bersama: Bersama) -> Iterator[Satker]:
    """Yield every satker in *folder*."""
    for path in sorted(folder.glob("*/satker.yml")):
        yield _satker(path.parent, bersama)


def _satker(folder: Path, bersama: Bersama) -> Satker:
    profil, pengaduan = read(folder / "satker.yml"), folder / "pengaduan.yml"
    kanal: Record = read(pengaduan)["kanal"] if pengaduan.exists() else {}
    return Satker(
        slug=folder.name,
        profil=profil,
        wilayah=bersama.wilayah.get(profil["kode_wilayah"], ""),
        waktu=waktu(profil["jam_layanan"]) if "jam_layanan" in profil else None,
        kanal={kunci: item for kunci, item in kanal.items() if item != "bersama"},
        nasional={kunci: bersama.kanal[kunci] for kunci, item in kanal.items() if item == "bersama"},
        layanan=[Layanan(path.stem, read(path)) for path in sorted(folder.glob("layanan/*.yml"))],
    )
