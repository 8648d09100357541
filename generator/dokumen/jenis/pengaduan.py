"""The complaint channels as a poster for the wall."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dokumen.naskah import Dokumen, Naskah, kop
from generator.model.pengaduan import KanalPengaduan
from generator.model.satker import Satker
from generator.render.page import Site
from generator.render.words import durasi


@dataclass(frozen=True)
class Kanal:
    """A channel: its name, its number or address, and what else is known of it."""

    nama: str
    alamat: str
    rincian: str


@dataclass(frozen=True)
class Isi(Naskah):
    """The channels of the office itself, and those of the whole country."""

    sendiri: tuple[Kanal, ...]
    nasional: tuple[Kanal, ...]


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield the one poster, if there are channels."""
    own, page = satker.pengaduan.kanal, f"satker/{satker.slug}/"
    isi = Isi(
        sendiri=tuple(_kanal(item) for item in own.values() if item),
        nasional=tuple(_kanal(site.bersama.kanal[id_]) for id_, item in own.items() if item is None),
    )
    if own:
        head = kop(site, satker, "Kanal pengaduan", f"{page}pengaduan/")
        yield Dokumen(f"{page}dokumen/pengaduan-a3.pdf", "Kanal pengaduan (A3)", "pengaduan", "pengaduan.typ", head, isi)


def _kanal(item: KanalPengaduan) -> Kanal:
    answered = f"Ditanggapi paling lama {durasi(item.tenggat)}" if item.tenggat else ""
    return Kanal(
        item.nama, (item.alamat or "").removeprefix("https://"), ". ".join(part for part in (answered, item.jam or "") if part)
    )
