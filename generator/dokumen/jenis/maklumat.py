"""The service pledge as a poster for the wall."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dokumen.naskah import Dokumen, Naskah, keputusan, kop
from generator.model.satker import Satker
from generator.render.page import Site


@dataclass(frozen=True)
class Isi(Naskah):
    """The pledge, what follows when it is broken, and who signed it."""

    teks: str
    kompensasi: tuple[str, ...]
    penandatangan: str
    sk: str


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield the one poster, if there is a pledge."""
    item, home = satker.profil.maklumat, f"satker/{satker.slug}/"
    if item:
        head = kop(site, satker, "Maklumat Pelayanan", f"{home}#maklumat")
        isi = Isi(item.teks, item.kompensasi, item.penandatangan or "", keputusan(item.sk))
        yield Dokumen(f"{home}dokumen/maklumat-a3.pdf", "Maklumat pelayanan (A3)", "maklumat", "maklumat.typ", head, isi)
