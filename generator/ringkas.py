"""
What satker show of each other: one small summary each.

Those of all are in memory at once, so what their services say alike, as heirs of one standard do, is there only once.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from sys import intern
from typing import Any

from generator.alamat import jejak
from generator.keys import key
from generator.model.alamat import TEMPAT, Dihapus
from generator.model.inovasi import Asal, Dampak
from generator.model.layanan import KOMPONEN, Biaya, Layanan, StatusLayanan, TatapMuka
from generator.model.motto import Motto
from generator.model.profil import Jenis, StatusData
from generator.model.record import Waktu
from generator.model.satker import Satker
from generator.sama import Sama

ALIKE = 1 << 13  # contents of services that are remembered


@dataclass(frozen=True, slots=True)
class LayananRingkas:
    """What other pages show of a service; *terbit* counts the components that are published, of fourteen."""

    satker: str
    slug: str
    nama: str
    ringkasan: str
    kategori: str | None
    dasar: str | None
    status: StatusLayanan
    kata_kunci: tuple[str, ...]
    biaya_tarif: tuple[Biaya, ...]
    jangka_waktu: Waktu | None
    tatap_muka: TatapMuka | None
    daring: bool
    dasar_hukum: tuple[str, ...]
    terbit: int

    @property
    def is_open(self) -> bool:
        """Say whether the public can ask for it here and now."""
        return self.status == "buka"

    @property
    def sidik(self) -> str:
        """The key of what it says, made once of what many say alike."""
        return _sidik.once(key, *_content(self))

    def __reduce__(self) -> tuple[Callable[[str, str, bytes], "LayananRingkas"], tuple[str, str, bytes]]:
        """Pickle what it says for itself, so that it is recognized, and that of those which say the same once."""
        return _unpacked, (self.satker, self.slug, _packed.once(_pack, *_content(self)))


def _pack(*content: object) -> bytes:
    return pickle.dumps(content, 5)


_hukum: Sama[tuple[str, ...]] = Sama()
_sidik: Sama[str] = Sama()
_packed: Sama[bytes] = Sama()
_content = attrgetter(*(field.name for field in fields(LayananRingkas) if field.name not in ("satker", "slug")))


def _unpacked(satker: str, slug: str, packed: bytes) -> LayananRingkas:
    return LayananRingkas(satker, intern(slug), *_known(packed))


@lru_cache(maxsize=ALIKE)
def _known(packed: bytes) -> tuple[Any, ...]:
    return tuple(pickle.loads(packed))  # noqa: S301 - from a whole cache, or a worker


@dataclass(frozen=True)
class InovasiRingkas:
    """What other pages show of an innovation."""

    satker: str
    slug: str
    nama: str
    ringkasan: str
    tahun: int | None
    status: str
    asal: Asal | None
    dampak: tuple[Dampak, ...]

    @property
    def alamat(self) -> str:
        """The name by which other records refer to it."""
        return f"{self.satker}/{self.slug}"


@dataclass(frozen=True)
class Summary:
    """
    What other pages show of a satker; *jumlah_buka* counts the services that the public can ask for.

    *tempat* names every place below it that has an answer, one a line, *dihapus* what was withdrawn.
    """

    slug: str
    nama: str
    nama_pendek: str
    jenis: Jenis
    induk: str | None
    kode_wilayah: str
    status_data: StatusData
    layanan: tuple[LayananRingkas, ...]
    inovasi: tuple[InovasiRingkas, ...]
    motto: tuple[Motto, ...]
    jumlah_buka: int
    nama_inovasi: frozenset[str]
    alamat_lama: tuple[str, ...]
    tempat: str
    dihapus: tuple[Dihapus, ...]

    @property
    def is_example(self) -> bool:
        """Say whether the satker is invented, and so never counted."""
        return self.status_data == "contoh"

    @property
    def menyebut(self) -> bool:
        """Say whether a record of the satker says something of others, which may not be so."""
        origin = any(item.asal and item.asal.inovasi for item in self.inovasi)
        return bool(self.induk or self.alamat_lama or origin or self.diganti)

    @property
    def diganti(self) -> tuple[str, ...]:
        """What is said to replace something that was withdrawn, below other satker."""
        return tuple(item.pengganti for item in self.dihapus if item.pengganti and not TEMPAT.fullmatch(item.pengganti))

    @property
    def sebutan(self) -> tuple[str, ...]:
        """What the pages of others say of the satker itself."""
        return self.slug, self.nama, self.nama_pendek, self.kode_wilayah, self.status_data

    @property
    def parts(self) -> dict[str, str]:
        """The keys of what pages of the portal show of it, by the names of ``Kind.uses``; under the empty name what all show."""
        services = [(item.slug, item.sidik) for item in self.layanan]
        named = {"layanan": services, "inovasi": self.inovasi, "motto": self.motto, "jumlah_buka": self.jumlah_buka}
        return {name: key(part) for name, part in {"": (*self.sebutan, self.jenis, self.induk), **named}.items()}


def summarize(satker: Satker) -> Summary:
    """Return the summary of *satker*."""
    profil = satker.profil
    return Summary(
        slug=satker.slug,
        nama=profil.nama,
        nama_pendek=profil.nama_pendek,
        jenis=profil.jenis,
        induk=profil.induk,
        kode_wilayah=profil.kode_wilayah,
        status_data=profil.status_data,
        layanan=tuple(_layanan(satker.slug, slug, layanan) for slug, layanan in satker.layanan.items()),
        inovasi=tuple(
            InovasiRingkas(satker.slug, slug, item.nama, item.ringkasan or "", item.tahun, item.status, item.asal, item.dampak)
            for slug, item in satker.inovasi.items()
        ),
        motto=satker.motto.motto,
        jumlah_buka=sum(item.is_open for item in satker.layanan.values()),
        nama_inovasi=satker.nama_inovasi,
        alamat_lama=profil.alamat_lama,
        tempat="\n".join(sorted(jejak(satker).tempat)),
        dihapus=profil.alamat_dihapus,
    )


def _layanan(satker: str, slug: str, layanan: Layanan) -> LayananRingkas:
    return LayananRingkas(
        satker=satker,
        slug=slug,
        nama=layanan.nama,
        ringkasan=layanan.ringkasan or "",
        kategori=layanan.kategori,
        dasar=layanan.dasar,
        status=layanan.status,
        kata_kunci=layanan.kata_kunci,
        biaya_tarif=layanan.biaya_tarif,
        jangka_waktu=layanan.jangka_waktu,
        tatap_muka=layanan.tatap_muka,
        daring=layanan.daring,
        dasar_hukum=_hukum.once(_cited, layanan.dasar_hukum, layanan.biaya_tarif),
        terbit=len(KOMPONEN) - len(layanan.kosong),
    )


def _cited(dasar_hukum: tuple[str, ...], biaya_tarif: tuple[Biaya, ...]) -> tuple[str, ...]:
    """Return the regulations that a service names, those of its fees included."""
    return tuple(dict.fromkeys((*dasar_hukum, *(id_ for row in biaya_tarif for id_ in row.dasar))))


def layanan_dari(summaries: Iterable[Summary]) -> Iterator[LayananRingkas]:
    """Yield the services of *summaries*."""
    for summary in summaries:
        yield from summary.layanan
