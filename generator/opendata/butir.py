"""A component of a service item by item, each as a row: text, who does it, rupiah, and a number with its unit."""

from collections.abc import Iterator

from generator.model.layanan import Biaya, Langkah, Layanan
from generator.model.record import Waktu

Butir = tuple[str | None, str | None, int | None, int | None, str | None]
KOLOM_BUTIR = ("isi", "pelaku", "rupiah", "nilai", "satuan")


def butir(item: Layanan, komponen: str) -> Iterator[Butir]:
    """Yield the items of one component of *item*, nothing where it is not published."""
    if komponen == "jangka_waktu" and item.jangka_waktu:
        yield item.jangka_waktu.sejak, None, None, *_waktu(item.jangka_waktu)
    elif komponen == "penanganan_pengaduan" and item.penanganan_pengaduan:
        complaint = item.penanganan_pengaduan
        yield complaint.keterangan, complaint.petugas, None, *_waktu(complaint.tenggat)
    elif komponen == "jumlah_pelaksana" and item.jumlah_pelaksana:
        yield item.jumlah_pelaksana.keterangan, None, None, item.jumlah_pelaksana.nilai, None
    elif komponen == "jaminan_pelayanan" and item.jaminan_pelayanan:
        yield item.jaminan_pelayanan.teks, None, None, *_waktu(item.jaminan_pelayanan.waktu)
    else:
        yield from (_satu(one) for one in getattr(item, komponen) or ())


def _satu(one: str | Langkah | Biaya) -> Butir:
    if isinstance(one, Langkah):
        return one.langkah, one.pelaku, None, *_waktu(one.waktu)
    if isinstance(one, Biaya):
        return one.keterangan, None, one.rupiah, None, None
    return one, None, None, None, None


def _waktu(item: Waktu | None) -> tuple[int | None, str | None]:
    return (item.nilai, item.satuan) if item else (None, None)
