"""What the satker know of each other: the questions that cross them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from generator.model.layanan import Layanan
from generator.ringkas import InovasiRingkas, LayananRingkas, Summary, layanan_dari

MOST_ALIKE = 12
GENERATIONS = 3  # of those who learnt an innovation, on its page


@dataclass(frozen=True, eq=False)
class Index:
    """
    The summaries of all satker, by slug in alphabetical order.

    *folders* names every folder of the records, those included that have no summary because their profile is wrong.
    """

    satker: dict[str, Summary] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()

    @cached_property
    def _anak(self) -> dict[str, list[Summary]]:
        children: dict[str, list[Summary]] = {}
        for summary in self.satker.values():
            if summary.induk:
                children.setdefault(summary.induk, []).append(summary)
        return children

    def anak(self, slug: str) -> list[Summary]:
        """Return the satker right below *slug*."""
        return self._anak.get(slug, [])

    def leluhur(self, slug: str) -> Iterator[str]:
        """Yield the satker above *slug*, nearest first; a cycle ends where it closes."""
        seen: set[str] = set()
        summary = self.satker.get(slug)
        while summary and summary.induk and summary.induk not in seen:
            seen.add(summary.induk)
            yield summary.induk
            summary = self.satker.get(summary.induk)

    @cached_property
    def _nyata(self) -> list[Summary]:
        return [summary for summary in self.satker.values() if not summary.is_example]

    def nyata(self) -> list[Summary]:
        """Return the satker that count: all but the invented."""
        return self._nyata

    @cached_property
    def semua_draf(self) -> bool:
        """Say whether no satker that counts is confirmed yet, so that one remark can stand for all."""
        return all(summary.status_data == "draf" for summary in self.nyata())

    def contoh(self) -> list[Summary]:
        """Return the invented satker."""
        return [summary for summary in self.satker.values() if summary.is_example]

    @cached_property
    def alamat_lama(self) -> Counter[str]:
        """The old addresses of all satker, with how many claim each."""
        return Counter(slug for summary in self.satker.values() for slug in summary.alamat_lama)

    @cached_property
    def _dahulu(self) -> dict[str, Summary]:
        return {slug: summary for summary in self.satker.values() for slug in summary.alamat_lama}

    def di(self, folder: str) -> Summary | None:
        """Return the satker in *folder*, or the one that was there before."""
        return self.satker.get(folder) or self._dahulu.get(folder)

    def nama(self, alamat: str) -> str:
        """Return the name of what is at *alamat* (``satker``, ``satker/layanan/slug``), or else that of its satker."""
        folder, _, place = alamat.partition("/")
        summary = self.di(folder)
        if summary is None:
            return ""
        items = {f"layanan/{item.slug}": item.nama for item in summary.layanan}
        items |= {f"inovasi/{item.slug}": item.nama for item in summary.inovasi}
        return f"{items[place]} – {summary.nama_pendek}" if place in items else summary.nama

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
    def _sedasar(self) -> dict[str, list[LayananRingkas]]:
        alike: dict[str, list[LayananRingkas]] = {}
        for service in layanan_dari(self.nyata()):
            if service.dasar:
                alike.setdefault(service.dasar, []).append(service)
        return alike

    @cached_property
    def _serupa(self) -> dict[tuple[str, str], list[LayananRingkas]]:
        return {}

    def _terdekat(self, dasar: str, wilayah: str) -> list[LayananRingkas]:
        """Return some services that follow the standard *dasar*, those of the region first: one more than are shown."""
        if (dasar, wilayah) not in self._serupa:
            some = self._sedasar.get(dasar, [])[: 10 * MOST_ALIKE]
            near = sorted(some, key=lambda item: self.satker[item.satker].kode_wilayah != wilayah)
            self._serupa[dasar, wilayah] = near[: MOST_ALIKE + 1]
        return self._serupa[dasar, wilayah]

    def serupa(self, satker: str, layanan: Layanan | LayananRingkas) -> list[LayananRingkas]:
        """Return some services of other satker that follow the same standard as *layanan*, those of the same region first."""
        near = self._terdekat(layanan.dasar or "", self.satker[satker].kode_wilayah)
        return [item for item in near if item.satker != satker][:MOST_ALIKE]

    @cached_property
    def banding(self) -> dict[str, list[LayananRingkas]]:
        """What two satker or more offer, by standard or else by name: every one of them by the slug of its comparison."""
        alike: dict[tuple[str, str], list[LayananRingkas]] = {}
        for service in layanan_dari(self.nyata()):
            alike.setdefault(_sama(service), []).append(service)
        found: dict[str, list[LayananRingkas]] = {}
        for (standard, _), services in sorted(alike.items(), key=lambda pair: not pair[0][0]):
            if len({item.satker for item in services}) > 1:
                first = services[0]
                free = first.slug if first.slug not in found else f"{first.satker}--{first.slug}"
                found[standard or free] = services
        return found

    @cached_property
    def _alamat_banding(self) -> dict[tuple[str, str], str]:
        return {_sama(services[0]): slug for slug, services in self.banding.items()}

    def alamat_banding(self, layanan: Layanan | LayananRingkas) -> str:
        """Return the slug of the comparison of *layanan*, or an empty text where there is nothing to compare."""
        return self._alamat_banding.get(_sama(layanan), "")

    def hubungan(self) -> object:
        """Return what the satker say of each other: where it is the same, the same of it is wrong."""
        said = [
            (item.slug, item.induk, item.alamat_lama, sorted(item.nama_inovasi), [(one.slug, one.asal) for one in item.inovasi])
            for item in self.satker.values()
        ]
        replaced = any(item.diganti for item in self.satker.values())
        places = [(item.tempat, item.dihapus) for item in self.satker.values()] if replaced else []
        return sorted(self.folders), said, places

    def tetangga(self, slug: str) -> str:
        """
        Return everything the pages of a satker show of others, as one text: where it is the same, so are the pages.

        It stands for the facts in the key of those pages, so a page that asks the index for anything else must add it here.
        """
        own = self.satker[slug]
        parent = self.satker.get(own.induk or "")
        near = {item.dasar: self._kunci_serupa(item.dasar, own.kode_wilayah) for item in own.layanan if item.dasar}
        lines = [self._kunci_silsilah(item.alamat) for item in own.inovasi]
        children = [(child.sebutan, child.jumlah_buka) for child in self.anak(slug)]
        compared = [self.alamat_banding(item) for item in own.layanan]
        replaced = [self.nama(alamat) for alamat in own.diganti]
        shown = (parent and parent.sebutan, children, near, lines, compared, replaced)
        return repr((bool(self.nyata()) and self.semua_draf, *shown))

    @cached_property
    def _kunci(self) -> dict[tuple[str, str], str]:
        return {}

    def _kunci_serupa(self, dasar: str, wilayah: str) -> str:
        if (dasar, wilayah) not in self._kunci:
            near = [(item, self.satker[item.satker].sebutan) for item in self._terdekat(dasar, wilayah)]
            self._kunci[dasar, wilayah] = blake2b(repr(near).encode(), digest_size=16).hexdigest()
        return self._kunci[dasar, wilayah]

    def _kunci_silsilah(self, alamat: str) -> object:
        line = [self.inovasi[name] for name in self.asal(alamat) if name in self.inovasi]
        heirs, generation = [], [alamat]
        for _ in range(GENERATIONS):
            children = [child for name in generation for child in self.penurun(name)]
            heirs.append(children)
            generation = [child.alamat for child in children]
        known = [*line, *(child for children in heirs for child in children)]
        return line, heirs, [self.satker[item.satker].sebutan for item in known]


def _sama(layanan: Layanan | LayananRingkas) -> tuple[str, str]:
    """Return what is equal of services that are compared: their standard, or else their name."""
    return (layanan.dasar, "") if layanan.dasar else ("", layanan.nama.casefold())
