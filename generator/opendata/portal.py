"""
The open data of the whole portal, joined from what each satker adds.

The archive always holds everything. Beside it the same files lie unpacked while the portal has at most *WHOLE* satker; a larger
one has its list of satker, each with the addresses of its own files.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.archive import Member, Piece, deflate, join
from generator.model.terbuka import VERSI
from generator.opendata import alamat, cpsv
from generator.opendata.agenda import Acara, agenda
from generator.opendata.alamat import LISENSI
from generator.opendata.bersama import dokumen_bersama
from generator.opendata.daerah import daftar
from generator.opendata.katalog import katalog
from generator.opendata.satker import SEPARATOR, Bagian
from generator.opendata.tabel import TABEL, kepala
from generator.opendata.umpan import MOST, Kabar, umpan
from generator.render.page import Site

WHOLE = 100  # satker: the JSON of so many has 4 MB, which a browser still opens at once
MOST_EVENTS = 500  # in the calendar of the portal: the next ones
_SEPARATOR = deflate(SEPARATOR)

Berkas = tuple[str, bytes | Path]


@dataclass(frozen=True)
class Gugus:
    """
    What some satker that follow each other add to the portal's files: joined once, so that one of many is joined anew.

    *satker* are their slugs and names, *potong* holds by the address of each file their pieces of it; *kabar* are the newest.
    """

    satker: tuple[tuple[str, str], ...]
    potong: dict[str, Piece]
    layanan: int
    kabar: list[Kabar]
    acara: list[Acara]


@dataclass
class _Joined:
    """A file that grows by what satker add to it; *separator* stands between them."""

    member: Member
    separator: Piece | None = None
    is_begun: bool = False

    def add(self, piece: Piece) -> None:
        if self.separator and self.is_begun:
            self.member.add(self.separator)
        self.member.add(piece)
        self.is_begun = True

    def end(self, tail: bytes) -> None:
        if tail:
            self.member.add(deflate(tail))
        self.member.finish()


def gugus(parts: Iterable[tuple[str, Bagian]]) -> Gugus:
    """Return what the satker of *parts* (by slug, in order) add to the files of the portal together."""
    files: dict[str, tuple[_Joined, BytesIO]] = {}
    satker: list[tuple[str, str]] = []
    services = 0
    news: list[Kabar] = []
    events: list[Acara] = []
    for slug, part in parts:
        for uri, piece in part.potong.items():
            if uri not in files:
                packed = BytesIO()
                files[uri] = _Joined(Member(uri, packed), _separator(uri)), packed
            files[uri][0].add(piece)
        satker.append((slug, part.nama))
        services += part.layanan
        news, events = [*news, *part.kabar], [*events, *part.acara]
    joined = {uri: Piece(packed.getvalue(), item.member.crc, item.member.size) for uri, (item, packed) in files.items()}
    return Gugus(tuple(satker), joined, services, nlargest(MOST, news), events)


def data_portal(site: Site, parts: Iterable[Gugus], archive: Path) -> Iterator[Berkas]:
    """
    Yield the files of the portal by their addresses, from what its satker, some at a time and in order, add to them.

    The archive is written to the file *archive*, for it is too large to be held.
    """
    names: list[tuple[str, str]] = []
    news: list[Kabar] = []
    events: list[Acara] = []
    with TemporaryDirectory(prefix="zi-data-") as folder:
        files = _begin(site, Path(folder))
        services = 0
        for part in parts:
            for uri, piece in part.potong.items():
                files[uri].add(piece)
            names += part.satker
            services += part.layanan
            news = nlargest(MOST, [*news, *part.kabar])
            events = nsmallest(MOST_EVENTS, [*events, *(event for event in part.acara if event.tanggal >= site.per)])
        _end(files, services)
        members = {uri: item.member for uri, item in files.items()}
        with archive.open("wb") as file:
            join(members.values(), site.per, file)
        made = dict(_files(site, members, names))
    if site.daerah:
        made[alamat.DAERAH] = daftar(site)
    yield alamat.ARSIP, archive
    yield from made.items()
    if site.identitas.base:
        sizes = {alamat.DAFTAR: len(made[alamat.DAFTAR]), alamat.ARSIP: archive.stat().st_size}
        sizes |= {uri: len(content) for uri, content in made.items()}
        yield alamat.KATALOG, katalog(site, sizes, names if len(names) <= WHOLE else ())
        yield alamat.UMPAN, umpan(site, "", f"Perubahan di {site.identitas.nama}", news)
        yield alamat.AGENDA, agenda(site, f"Agenda {site.identitas.nama}", events)


def _separator(uri: str) -> Piece | None:
    """Return what stands between the satker in a file: a table needs nothing."""
    return None if uri.endswith(".csv") else _SEPARATOR


def _begin(site: Site, folder: Path) -> dict[str, _Joined]:
    """Return every file with what stands before the first satker."""
    about = {"versi": VERSI, "lisensi": LISENSI, "nama": site.identitas.nama, "per": site.per.isoformat()}
    heads = {alamat.PORTAL: f'{_json(about)[:-1]},"satker":[\n'.encode()}
    heads[alamat.BERSAMA] = dokumen_bersama(site.bersama)
    heads |= {alamat.csv_portal(item.nama): kepala(item) for item in TABEL}
    if site.identitas.base:
        heads[alamat.CPSV] = f'{{"@context":{_json(cpsv.KONTEKS)},"@graph":[\n'.encode()
        heads[alamat.HSDS] = b'{"contents":[\n'
    files = {}
    for uri, head in heads.items():
        name = uri.removeprefix(alamat.FOLDER)
        member = Member(name, (folder / name).open("w+b"))
        member.add(deflate(head))
        files[uri] = _Joined(member, _separator(uri))
    return files


def _end(files: dict[str, _Joined], services: int) -> None:
    page = {"total_items": services, "total_pages": 1, "page_number": 1, "size": services, "first_page": True, "last_page": True}
    tails = {
        alamat.PORTAL: b"\n]}\n",
        alamat.CPSV: b"\n]}\n",
        alamat.HSDS: f"\n],{_json({**page, 'empty': not services})[1:]}\n".encode(),
    }
    for uri, item in files.items():
        item.end(tails.get(uri, b""))


def _files(site: Site, members: dict[str, Member], names: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    yield alamat.DAFTAR, _list(site, names)
    if len(names) <= WHOLE:
        yield from ((uri, member.content()) for uri, member in members.items())
    for member in members.values():
        member.file.close()


def _list(site: Site, names: list[tuple[str, str]]) -> bytes:
    """Return the list of all satker with the addresses of their data."""
    base = site.identitas.base
    rows = ",\n".join(
        _json({"id": slug, "nama": name, "halaman": f"{base}{alamat.halaman(slug)}", "json": f"{base}{alamat.json_satker(slug)}"})
        for slug, name in names
    )
    about = {"versi": VERSI, "lisensi": LISENSI, "nama": site.identitas.nama, "per": site.per.isoformat()}
    return f'{_json(about)[:-1]},"satker":[\n{rows}\n]}}\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
