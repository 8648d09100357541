"""Motto posters: one for every place where a motto hangs, and all of a satker in one file, ready to print."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dokumen.naskah import Dokumen, Naskah, keputusan, kop
from generator.model.motto import Motto, Titik
from generator.model.satker import Satker
from generator.render.page import Site

KERTAS = ("a4", "a3")
LONGEST = 60  # letters of a place in the name of its file


@dataclass(frozen=True)
class Lembar:
    """One poster; *tempat* is empty where no place is known yet."""

    teks: str
    makna: str
    sk: str
    tempat: str


@dataclass(frozen=True)
class Isi(Naskah):
    """Posters of one size."""

    kertas: str
    lembar: tuple[Lembar, ...]


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield both sets, then both sizes of every poster with a place."""
    posters = list(_posters(satker))
    home = f"satker/{satker.slug}/"
    head = kop(site, satker, "Motto perubahan", f"{home}#motto")
    if posters:
        for size in KERTAS:
            isi = Isi(size, tuple(poster for _, poster in posters))
            name = f"Semua poster motto, siap cetak ({size.upper()}, {len(posters)} lembar)"
            yield Dokumen(f"{home}dokumen/motto-{size}.pdf", name, "motto", "motto.typ", head, isi)
    for name, poster in posters:
        for size in KERTAS if name else ():
            title = f"{poster.teks}: {poster.tempat} ({size.upper()})"
            uri = f"{home}dokumen/motto/{name}-{size}.pdf"
            yield Dokumen(uri, title, "motto", "motto.typ", head, Isi(size, (poster,)))


def _posters(satker: Satker) -> Iterator[tuple[str, Lembar]]:
    """Yield every poster with the name of its file, which is empty for a motto that hangs nowhere yet."""
    seen: Counter[str] = Counter()
    for motto in satker.motto.motto:
        for titik in motto.titik:
            place = ", ".join(filter(None, (titik.gedung, titik.lantai, titik.ruang)))
            name = _slug(titik)
            seen[name] += 1
            yield f"{name}-{seen[name]}" if seen[name] > 1 else name, _lembar(motto, place)
        if not motto.titik:
            yield "", _lembar(motto, "")


def _lembar(motto: Motto, place: str) -> Lembar:
    return Lembar(motto.teks, motto.makna or "", keputusan(motto.sk), place)


def _slug(titik: Titik) -> str:
    words = " ".join(filter(None, (titik.gedung, titik.lantai, titik.ruang)))
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "tempat"
