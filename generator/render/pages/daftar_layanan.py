"""All services from A to Z, over all satker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from jinja2 import Environment

from generator.index import Index
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site
from generator.render.words import biaya, durasi, inisial
from generator.ringkas import LayananRingkas, layanan_dari

KIND = Kind("daftar-layanan", "layanan/index.md", script="saring.js", uses=("layanan",))
WEIGHT = 0.1  # a category is found where no service is
MOST_OFFICES = 12  # of a service; a list of all would be megabytes long, and nobody would find their own in it
KATA = "semua daftar jenis layanan pelayanan"


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One service as many satker offer it; *id* is its anchor on the page, *kata* the words by which it is found."""

    id: str
    nama: str
    layanan: tuple[LayananRingkas, ...]
    kata: str

    @property
    def utama(self) -> LayananRingkas:
        """The first that is open, or else the first: it speaks for what all share."""
        return next((item for item in self.layanan if item.is_open), self.layanan[0])

    @property
    def jumlah_satker(self) -> int:
        """How many satker offer it."""
        return len({item.satker for item in self.layanan})

    @property
    def seragam(self) -> bool:
        """Say whether cost, time and presence are the same everywhere."""
        return len({(biaya(item.biaya_tarif), _time(item), item.tatap_muka, item.daring) for item in self.layanan}) == 1


@lru_cache(maxsize=2)
def semua(index: Index) -> list[Kelompok]:
    """Return the services of all satker that count, gathered; three pages ask for them."""
    return kelompok(layanan_dari(index.nyata()))


def kelompok(services: Iterable[LayananRingkas]) -> list[Kelompok]:
    """Return the services gathered by name and standard, in alphabetical order."""
    ranked = sorted(services, key=lambda item: (*_same(item), item.satker))
    found: dict[str, Kelompok] = {}
    for _, group in groupby(ranked, key=_same):
        members = tuple(group)
        first = members[0]
        shared = f"layanan-{first.dasar}"
        anchor = shared if first.dasar and shared not in found else f"layanan-{first.satker}--{first.slug}"
        found[anchor] = Kelompok(anchor, first.nama, members, _words(members))
    return sorted(
        found.values(), key=lambda group: (not inisial(group.nama).isalpha(), inisial(group.nama), group.nama.casefold())
    )


def _words(members: tuple[LayananRingkas, ...]) -> str:
    several = {item.kata_kunci for item in members}  # most say the same
    return " ".join(sorted({word.lower() for words in several for word in words}))


def _time(item: LayananRingkas) -> str:
    return durasi(item.jangka_waktu) if item.jangka_waktu else ""


def _same(item: LayananRingkas) -> tuple[str, str]:
    return item.nama.casefold(), item.dasar or ""


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    groups = semua(site.index)
    body = render(
        env,
        "fragments/daftar_layanan.html",
        "layanan/",
        site=site,
        abjad=[(letter, list(group)) for letter, group in groupby(groups, key=lambda item: inisial(item.nama))],
        kategori=[
            (id_, item, [group for group in groups if group.utama.kategori == id_]) for id_, item in site.bersama.kategori.items()
        ],
        contoh=kelompok(layanan_dari(site.index.contoh())),
        jumlah=len(groups),
        terbanyak=MOST_OFFICES,
    )
    yield Page(
        KIND.name,
        "layanan/",
        "Layanan A sampai Z",
        f"Semua layanan di {site.identitas.nama}: biaya, waktu, dan tempatnya.",
        body,
        entries=tuple(_entries(site)),
    )


def _entries(site: Site) -> Iterator[Entry]:
    """Yield the page, and each category: by the standards in it, those included that nobody here offers."""
    yield Entry("Layanan A sampai Z", (KATA,))
    for id_, item in site.bersama.kategori.items():
        standards = [record for record in site.bersama.layanan.values() if record.kategori == id_]
        words = tuple(word for record in standards for word in (record.nama, *record.kata_kunci))
        meta = {"rinci": "kategori layanan", "ringkasan": item.ringkasan or ""}
        yield Entry(item.nama, words, (item.ringkasan or "",), meta, weight=WEIGHT, part=f"kategori-{id_}")
