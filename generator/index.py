"""What the satker know of each other: one small summary each, and the questions that cross them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.inovasi import Asal, Dampak
from generator.model.layanan import Biaya, Layanan, StatusLayanan, TatapMuka
from generator.model.motto import Motto
from generator.model.profil import Jenis, StatusData
from generator.model.record import Waktu
from generator.model.satker import Satker

MOST_ALIKE = 12


@dataclass(frozen=True, slots=True)
class LayananRingkas:
    """What other pages show of a service."""

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

    @property
    def is_open(self) -> bool:
        """Say whether the public can ask for it here and now."""
        return self.status == "buka"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Summary:
    """What other pages show of a satker."""

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
    nama_inovasi: frozenset[str]
    alamat_lama: tuple[str, ...]

    @property
    def is_example(self) -> bool:
        """Say whether the satker is invented, and so never counted."""
        return self.status_data == "contoh"

    @property
    def jumlah_buka(self) -> int:
        """The number of services that the public can ask for."""
        return sum(item.is_open for item in self.layanan)


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
        nama_inovasi=satker.nama_inovasi,
        alamat_lama=profil.alamat_lama,
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
        dasar_hukum=tuple(dict.fromkeys((*layanan.dasar_hukum, *(id_ for row in layanan.biaya_tarif for id_ in row.dasar)))),
    )


@dataclass(frozen=True)
class Index:
    """
    The summaries of all satker, by slug in alphabetical order.

    *folders* names every folder of the records, those included that have no summary because their profile is wrong.
    """

    satker: dict[str, Summary] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()

    def anak(self, slug: str) -> list[Summary]:
        """Return the satker right below *slug*."""
        return [summary for summary in self.satker.values() if summary.induk == slug]

    def leluhur(self, slug: str) -> Iterator[str]:
        """Yield the satker above *slug*, nearest first; a cycle ends where it closes."""
        seen: set[str] = set()
        summary = self.satker.get(slug)
        while summary and summary.induk and summary.induk not in seen:
            seen.add(summary.induk)
            yield summary.induk
            summary = self.satker.get(summary.induk)

    def nyata(self) -> list[Summary]:
        """Return the satker that count: all but the invented."""
        return [summary for summary in self.satker.values() if not summary.is_example]

    @cached_property
    def semua_draf(self) -> bool:
        """Say whether no satker that counts is confirmed yet, so that one remark can stand for all."""
        return all(summary.status_data == "draf" for summary in self.nyata())

    def contoh(self) -> list[Summary]:
        """Return the invented satker."""
        return [summary for summary in self.satker.values() if summary.is_example]

    @cached_property
    def inovasi(self) -> dict[str, InovasiRingkas]:
        """Every innovation by its ``satker/slug``."""
        return {item.alamat: item for summary in self.satker.values() for item in summary.inovasi}

    @cached_property
    def alamat_inovasi(self) -> frozenset[str]:
        """The ``satker/slug`` of every innovation that has a file, those included whose record is wrong."""
        return frozenset(f"{summary.slug}/{slug}" for summary in self.satker.values() for slug in summary.nama_inovasi)

    @cached_property
    def _penurun(self) -> dict[str, list[InovasiRingkas]]:
        heirs: dict[str, list[InovasiRingkas]] = {}
        for item in self.inovasi.values():
            if item.asal and item.asal.inovasi:
                heirs.setdefault(item.asal.inovasi, []).append(item)
        return heirs

    def asal(self, alamat: str) -> Iterator[str]:
        """Yield the innovations that the one at *alamat* goes back to, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        item = self.inovasi.get(alamat)
        while item and item.asal and item.asal.inovasi and item.asal.inovasi not in seen:
            seen.add(item.asal.inovasi)
            yield item.asal.inovasi
            item = self.inovasi.get(item.asal.inovasi)

    def penurun(self, alamat: str) -> list[InovasiRingkas]:
        """Return the innovations that were learnt from the one at *alamat*."""
        return self._penurun.get(alamat, [])

    @cached_property
    def _serupa(self) -> dict[str, list[LayananRingkas]]:
        alike: dict[str, list[LayananRingkas]] = {}
        for service in layanan_dari(self.nyata()):
            if service.dasar:
                alike.setdefault(service.dasar, []).append(service)
        return alike

    def serupa(self, satker: str, layanan: Layanan) -> list[LayananRingkas]:
        """Return some services of other satker that follow the same standard as *layanan*, those of the same region first."""
        region = self.satker[satker].kode_wilayah
        others = [item for item in self._serupa.get(layanan.dasar or "", [])[: 10 * MOST_ALIKE] if item.satker != satker]
        return sorted(others, key=lambda item: self.satker[item.satker].kode_wilayah != region)[:MOST_ALIKE]


def layanan_dari(summaries: Iterable[Summary]) -> Iterator[LayananRingkas]:
    """Yield the services of *summaries*."""
    for summary in summaries:
        yield from summary.layanan
