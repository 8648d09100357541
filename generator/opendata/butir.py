"""A component of a service item by item, each as a row: text, who does it, rupiah, and a number with its unit."""

from collections.abc import Iterator

from generator.model.layanan import Biaya, JaminanPelayanan, JumlahPelaksana, Langkah, PenangananPengaduan
from generator.model.record import Waktu

Butir = tuple[str | None, str | None, int | None, int | None, str | None]
Isi = Waktu | PenangananPengaduan | JumlahPelaksana | JaminanPelayanan | tuple[str | Langkah | Biaya, ...] | None
KOLOM_BUTIR = ("isi", "pelaku", "rupiah", "nilai", "satuan")


def butir(isi: Isi) -> Iterator[Butir]:
    """Yield the items of what a component says, nothing where it is not published."""
    match isi:
        case Waktu():
            yield isi.sejak, None, None, *_waktu(isi)
        case PenangananPengaduan():
            yield isi.keterangan, isi.petugas, None, *_waktu(isi.tenggat)
        case JumlahPelaksana():
            yield isi.keterangan, None, None, isi.nilai, None
        case JaminanPelayanan():
            yield isi.teks, None, None, *_waktu(isi.waktu)
        case _:
            yield from map(_satu, isi or ())


def _satu(one: str | Langkah | Biaya) -> Butir:
    if isinstance(one, Langkah):
        return one.langkah, one.pelaku, None, *_waktu(one.waktu)
    if isinstance(one, Biaya):
        return one.keterangan, None, one.rupiah, None, None
    return one, None, None, None, None


def _waktu(item: Waktu | None) -> tuple[int | None, str | None]:
    return (item.nilai, item.satuan) if item else (None, None)
