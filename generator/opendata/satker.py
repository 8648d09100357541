"""What one satker publishes as open data, and what it adds to the files of the portal."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from generator.archive import Piece, deflate
from generator.keys import key
from generator.model.satker import Satker
from generator.opendata import alamat, cpsv, hsds
from generator.opendata.agenda import Acara, acara, agenda
from generator.opendata.cpsv import Node
from generator.opendata.dokumen import dokumen
from generator.opendata.tabel import TABEL, isi, kepala
from generator.opendata.umpan import Kabar, kabar, umpan
from generator.render.page import Site

SEPARATOR = b",\n"


@dataclass(frozen=True)
class Bagian:
    """
    What a satker adds to the portal's files: it is kept between builds, so that one of them alone is made anew.

    *potong* holds by the address of each file the piece of it, compressed; *layanan* counts its services.
    """

    nama: str
    potong: dict[str, Piece]
    layanan: int
    kabar: list[Kabar]
    acara: list[Acara]

    @property
    def kunci(self) -> str:
        """The key of all this."""
        pieces = {uri: blake2b(piece.packed, digest_size=16).hexdigest() for uri, piece in self.potong.items()}
        return key(self.nama, pieces, self.layanan, self.kabar, self.acara)


@dataclass(frozen=True)
class DataSatker:
    """*berkas* are the files of the satker by their addresses; an invented one has no part (*bagian*) in those of the portal."""

    berkas: dict[str, bytes]
    bagian: Bagian | None


def data_satker(site: Site, satker: Satker) -> DataSatker:
    """
    Return the open data of *satker*.

    Feeds, calendars and linked data name things by their addresses, so there are none before the portal has one.
    """
    document = dokumen(site, satker)
    rows = {tabel.nama: isi(tabel, site, satker) for tabel in TABEL}
    news, events = (kabar(site, satker), acara(site, satker)) if site.identitas.base else ([], [])
    files = {alamat.json_satker(satker.slug): document + b"\n"}
    files |= {alamat.csv_satker(satker.slug, item.nama): kepala(item) + rows[item.nama] for item in TABEL if item.per_satker}
    if site.identitas.base:
        here, title = alamat.halaman(satker.slug), satker.judul()
        files[here + alamat.UMPAN] = umpan(site, here, f"Perubahan {title}", news)
        files[here + alamat.AGENDA] = agenda(site, f"Agenda ZI {title}", events)
    if satker.is_example:
        return DataSatker(files, None)
    pieces = {alamat.PORTAL: document, **{alamat.csv_portal(name): text for name, text in rows.items()}}
    if site.identitas.base:
        pieces |= {alamat.CPSV: _json(cpsv.simpul(site, satker)), alamat.HSDS: _json(hsds.layanan(site, satker))}
    packed = {uri: deflate(piece) for uri, piece in pieces.items() if piece}
    return DataSatker(files, Bagian(satker.profil.nama, packed, len(satker.layanan), news, events))


def _json(nodes: Iterable[Node]) -> bytes:
    return SEPARATOR.join(json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode() for node in nodes)
