"""A card for the counter a service: cost, time, what to bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dokumen.jenis.standar import pemberitahuan
from generator.dokumen.naskah import Dokumen, Naskah, kop
from generator.model.satker import Satker
from generator.render.page import Site
from generator.render.sekilas import Jawaban, sekilas


@dataclass(frozen=True)
class Isi(Naskah):
    """The four answers a citizen looks for first, and the requirements."""

    nama: str
    pemberitahuan: str
    jawaban: tuple[Jawaban, ...]
    persyaratan: tuple[str, ...]


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield the card of each service that is offered."""
    for slug, item in satker.layanan.items():
        if item.status in ("buka", "ditunda"):
            page = f"satker/{satker.slug}/layanan/{slug}/"
            head = kop(site, satker, f"Kartu loket {item.nama}", page)
            isi = Isi(item.nama, pemberitahuan(item), sekilas(item), item.persyaratan)
            yield Dokumen(f"{page}kartu-loket.pdf", "Kartu loket (A5)", f"layanan/{slug}", "kartu.typ", head, isi)
