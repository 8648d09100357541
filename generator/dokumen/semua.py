"""Every document of a satker."""

from collections.abc import Iterator

from generator.dokumen.jenis import kartu, maklumat, motto, pengaduan, standar
from generator.dokumen.naskah import Dokumen
from generator.model.satker import Satker
from generator.render.page import Site

JENIS = (standar, maklumat, motto, pengaduan, kartu)


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield everything that can be printed of *satker*, in the order of the list on its page."""
    for module in JENIS:
        yield from module.dokumen(site, satker)
