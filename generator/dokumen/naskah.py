"""What a document says before it is set: plain texts, all of which the fonts can show."""

import json
import re
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib import import_module

from generator.aksara import MISSING, SILENT
from generator.model.record import Sk
from generator.model.satker import Satker
from generator.render.page import Site
from generator.render.words import tanggal

CAP = {"contoh": "CONTOH, BUKAN DATA RESMI", "draf": "DRAF, BELUM RESMI", "resmi": ""}
TANDA = {
    "contoh": "CONTOH, BUKAN DATA RESMI. Satuan kerja, nama, nomor, dan angka di dokumen ini rekaan.",
    "draf": "DRAF. Isi dokumen ini dari sumber publik dan belum dikonfirmasi satuan kerja.",
    "resmi": "",
}
SHORT = 90  # letters of a running head
LONG = 24  # letters: a longer word may be broken anywhere
_PIECE = re.compile(r"(?<=[/.@?&=#_-])(?=[^/])")
_WORD = re.compile(rf"\S{{{LONG + 1},}}")
_SILENT = str.maketrans(dict.fromkeys(SILENT, ""))
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True)
class Kop:
    """
    What every document says of itself.

    *judul* is the title of the file and *pendek* its running head; *cap* is the mark across its pages and *tanda* the sentence
    about it, both empty where the data are official; *per* is the day of the satker's latest fact, empty if none has a day, and
    *tanggal* (year, month, day) the same or that of the portal, because PDF/A wants one; *alamat* is where its text stands on the
    portal, and *qr* the picture of that, both empty while the portal has no address.
    """

    judul: str
    satker: str
    pendek: str
    instansi: str
    warna: str
    cap: str
    tanda: str
    per: str
    tanggal: tuple[int, int, int]
    alamat: str
    qr: str


@dataclass(frozen=True)
class Naskah:
    """What a document of one kind shows; each kind has its own."""


@dataclass(frozen=True)
class Dokumen:
    """
    One document.

    *uri* is its address below the site, *nama* how a reader is told of it, *bagian* the part of the list where it stands (a
    kind, or a service: ``layanan/<slug>``), *templat* a file of ``theme/pdf``, *isi* the frozen data that it shows.
    """

    uri: str
    nama: str
    bagian: str
    templat: str
    kop: Kop
    isi: Naskah

    @cached_property
    def masukan(self) -> str:
        """All that the template sees, as JSON."""
        exact = {"alamat": self.kop.alamat, "qr": self.kop.qr}
        return json.dumps({"kop": _tercetak(asdict(self.kop)) | exact, "isi": _tercetak(asdict(self.isi))})


def kop(site: Site, satker: Satker, judul: str, halaman: str) -> Kop:
    """Return the head of a document whose text stands at *halaman*, an address below the site."""
    status, per = satker.profil.status_data, satker.per
    day = per or site.per
    alamat = f"{site.identitas.base}{halaman}" if site.identitas.base else ""
    return Kop(
        judul=f"{judul} – {satker.profil.nama}",
        satker=satker.profil.nama,
        pendek=f"{judul} – {satker.profil.nama_pendek}"[:SHORT],
        instansi=site.identitas.instansi,
        warna=site.identitas.warna if _COLOUR.fullmatch(site.identitas.warna) else "#000000",
        cap=CAP[status],
        tanda=TANDA[status],
        per=tanggal(per) if per else "",
        tanggal=(day.year, day.month, day.day),
        alamat=alamat,
        qr=import_module("generator.dokumen.qr").qr(alamat) if alamat else "",
    )


def tercetak(text: str) -> str:
    """Return *text* as the fonts can show it: what they lack becomes □, and a very long word may be broken."""
    shown = MISSING.sub("□", text).translate(_SILENT)
    return _WORD.sub(lambda match: _breakable(match[0]), shown)


def _breakable(word: str) -> str:
    """Return *word* with a place to break after each mark of an address, and in pieces that are still long."""
    pieces = [piece for piece in _PIECE.split(word) if piece]
    short = [piece[start : start + LONG] for piece in pieces for start in range(0, len(piece), LONG)]
    return "\u200b".join(short)


def _tercetak(values: dict[str, object]) -> dict[str, object]:
    return {key: _shown(value) for key, value in values.items()}


def _shown(value: object) -> object:
    if isinstance(value, str):
        return tercetak(value)
    if isinstance(value, dict):
        return _tercetak(value)
    return [_shown(item) for item in value] if isinstance(value, (list, tuple)) else value


def keputusan(sk: Sk | None) -> str:
    """Return a decree in one line, or an empty text."""
    if sk is None:
        return ""
    parts = (f"SK Nomor {sk.nomor}", tanggal(sk.tanggal) if sk.tanggal else "", f"tentang {sk.tentang}" if sk.tentang else "")
    return ", ".join(part for part in parts if part)
