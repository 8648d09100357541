"""A calendar of evaluation meetings and of what is due, in iCalendar (RFC 5545): whole days, ids that stay."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from urllib.parse import urlsplit

from generator.model.record import Diperiksa
from generator.model.satker import Satker
from generator.opendata.alamat import halaman
from generator.render.kesegaran import kesegaran
from generator.render.page import Site
from generator.render.words import periode

_LINE = 75  # octets of a line, its break not counted


@dataclass(frozen=True, order=True)
class Acara:
    """One day in the calendar."""

    tanggal: date
    uid: str
    judul: str
    isi: str
    alamat: str


def acara(site: Site, satker: Satker) -> list[Acara]:
    """Return what stands in the calendar of *satker*: meetings, open follow-ups with a day, and the next check of records."""
    base = f"{site.identitas.base}{halaman(satker.slug)}"
    host = urlsplit(site.identitas.base).hostname
    office = satker.profil.nama_pendek + (" (contoh)" if satker.is_example else "")
    found = {}
    for when, key, what, said, where in _days(site, satker):
        sign = blake2b(f"{satker.slug}\n{key}".encode(), digest_size=10).hexdigest()
        found[sign] = Acara(when, f"{sign}@{host}", f"{what} – {office}", said, f"{base}{where}")
    return sorted(found.values())


def agenda(site: Site, judul: str, events: Iterable[Acara]) -> bytes:
    """Return the calendar of *events*, stamped with the day of the data."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//portal-zi//agenda//ID", f"X-WR-CALNAME:{_teks(judul)}")
    lines = [*head, *(line for event in events for line in _event(site, event)), "END:VCALENDAR"]
    return "".join(_folded(line) for line in lines).encode()


def _event(site: Site, event: Acara) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{site.per:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.tanggal:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.tanggal + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_teks(event.judul)}"
    yield f"DESCRIPTION:{_teks(event.isi)}"
    yield f"URL:{event.alamat}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _teks(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return *line* cut to lines of at most 75 octets, never inside a letter."""
    pieces, room = [""], _LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = _LINE - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces) + "\r\n"


Hari = tuple[date, str, str, str, str]


def _days(site: Site, satker: Satker) -> Iterator[Hari]:
    """Yield day, what it is known by (a day that is moved stays the same entry), title, text and place below the satker."""
    for rapat in satker.zi.rapat_evaluasi:
        said = f"Membahas {', '.join(rapat.butir)}." if rapat.butir else f"Untuk {periode(rapat.periode)}."
        yield rapat.tanggal, f"rapat {rapat.jenis} {rapat.periode}", f"Rapat evaluasi {rapat.jenis}", said, "zi/#r5"
    for task in site.kemajuan[satker.slug].tugas:
        if task.tenggat:
            by = f" Penanggung jawab: {task.pj}." if task.pj else ""
            key = f"{task.asal} {task.periode} {task.uraian}"
            yield task.tenggat, key, f"Tenggat: {task.uraian}", f"Dari {task.asal}.{by}", task.alamat
    due: dict[date, list[str]] = {}
    for name, item in _checks(satker):
        fresh = kesegaran(item, site.kemajuan[satker.slug].per)
        if fresh:
            due.setdefault(fresh.sampai, []).append(name)
    for day, names in due.items():
        yield day, f"periksa {day}", f"Periksa ulang {len(names)} rekaman", f"{'; '.join(names)}.", ""


def _checks(satker: Satker) -> Iterator[tuple[str, Diperiksa | None]]:
    """Yield every record with who checked it last."""
    yield "Profil", satker.profil.diperiksa
    yield from ((item.nama, item.diperiksa) for item in satker.layanan.values())
    yield from ((item.nama, item.diperiksa) for item in satker.inovasi.values())
    yield "Motto", satker.motto.diperiksa
    yield "Pengaduan", satker.pengaduan.diperiksa
    yield "Zona integritas", satker.zi.diperiksa
    yield "Survei", satker.survei.diperiksa
    yield "Informasi publik", satker.informasi.diperiksa
