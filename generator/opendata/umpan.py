"""An Atom feed of what changed: entries from the dates that records state, never from the clock."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.record import Diperiksa, Sk
from generator.model.satker import Satker
from generator.opendata.alamat import UMPAN, halaman
from generator.render.page import Site
from generator.render.words import indeks, periode, tanggal

MOST = 50  # entries of a feed, the newest


@dataclass(frozen=True, order=True)
class Kabar:
    """One entry: *id* is permanent, *alamat* the page that shows it."""

    tanggal: date
    id: str
    judul: str
    isi: str
    alamat: str


def kabar(site: Site, satker: Satker) -> list[Kabar]:
    """Return the newest entries of *satker*; what lies after its day is no news yet."""
    day = site.kemajuan[satker.slug].per
    base = f"{site.identitas.base}{halaman(satker.slug)}"
    office = satker.judul()
    found = (
        Kabar(when, f"{base}{where}#{what}-{when.isoformat()}", f"{title} – {office}", said, f"{base}{where}")
        for when, where, what, title, said in _facts(satker)
        if when <= day
    )
    return sorted(found, reverse=True)[:MOST]


def umpan(site: Site, tempat: str, judul: str, entries: Iterable[Kabar]) -> bytes:
    """Return the feed of the place *tempat* of the site (empty: the portal), the newest entry first."""
    base = f"{site.identitas.base}{tempat}"
    rows = list(entries)
    newest = max((item.tanggal for item in rows), default=site.per)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
        f"<id>{_x(base)}{UMPAN}</id>\n<title>{_x(judul)}</title>\n<updated>{_jam(newest)}</updated>\n"
        f"<author><name>{_x(site.identitas.instansi)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_x(base)}{UMPAN}"/>\n<link href="{_x(base)}"/>\n'
        f"{''.join(map(_entry, rows))}</feed>\n"
    ).encode()


def _entry(item: Kabar) -> str:
    return (
        f"<entry><id>{_x(item.id)}</id><title>{_x(item.judul)}</title><updated>{_jam(item.tanggal)}</updated>"
        f'<link href="{_x(item.alamat)}"/><summary>{_x(item.isi)}</summary></entry>\n'
    )


def _x(text: str) -> str:
    return html.escape(text)


def _jam(day: date) -> str:
    """Return the moment that stands for *day*: records state no hours."""
    return f"{day.isoformat()}T00:00:00Z"


Fakta = tuple[date, str, str, str, str]


def _facts(satker: Satker) -> Iterator[Fakta]:
    """Yield day, place below the satker, name, title and text of every fact."""
    profil = satker.profil
    yield from _checked("", "Profil", profil.diperiksa)
    yield from _decreed("", "Maklumat pelayanan", profil.maklumat.sk if profil.maklumat else None)
    for slug, item in satker.layanan.items():
        place, name = f"layanan/{slug}/", f"Layanan “{item.nama}”"
        yield from _checked(place, name, item.diperiksa)
        yield from _decreed(place, name, item.sk)
        if item.ditinjau:
            by = f" bersama {', '.join(item.ditinjau.unsur)}" if item.ditinjau.unsur else ""
            yield item.ditinjau.tanggal, place, "tinjau", f"{name} ditinjau", f"Standarnya ditinjau{by}."
    for slug, one in satker.inovasi.items():
        yield from _checked(f"inovasi/{slug}/", f"Inovasi “{one.nama}”", one.diperiksa)
        yield from _decreed(f"inovasi/{slug}/", f"Inovasi “{one.nama}”", one.sk)
    yield from _measured(satker)
    yield from _held(satker)


def _measured(satker: Satker) -> Iterator[Fakta]:
    """Yield surveys and statistics at the end of their period."""
    for skm in satker.survei.skm:
        said = f"Terbit: {indeks(skm.terbit)}, {skm.responden} responden." if skm.terbit else f"{skm.responden} responden."
        yield skm.periode.akhir, "survei/", f"skm-{skm.periode}", f"Survei kepuasan {periode(skm.periode)}", said
    for kind, name, rows in (("spak", "antikorupsi", satker.survei.spak), ("spkp", "kualitas", satker.survei.spkp)):
        for item in rows:
            said = f"Nilai {indeks(item.nilai)} dari 4, {item.responden} responden."
            yield item.periode.akhir, "survei/", f"{kind}-{item.periode}", f"Survei persepsi {name} {periode(item.periode)}", said
    for row in satker.pengaduan.statistik:
        said = f"{row.masuk} masuk, {row.diproses} diproses, {row.selesai} selesai."
        yield row.periode.akhir, "pengaduan/", f"statistik-{row.periode}", f"Pengaduan {periode(row.periode)}", said


def _held(satker: Satker) -> Iterator[Fakta]:
    """Yield what was held for the integrity zone."""
    for rapat in satker.zi.rapat_evaluasi:
        said = f"Rapat {rapat.jenis} untuk {periode(rapat.periode)}, {tanggal(rapat.tanggal)}."
        yield rapat.tanggal, "zi/", f"rapat-{rapat.jenis}-{rapat.periode}", f"Rapat evaluasi {rapat.jenis}", said
    for item in satker.zi.penilaian:
        if item.tanggal:
            yield item.tanggal, "zi/", f"penilaian-{item.jenis}", "Penilaian ZI", f"Nilai {indeks(item.nilai)}."


def _checked(place: str, name: str, item: Diperiksa | None) -> Iterator[Fakta]:
    if item:
        yield item.tanggal, place, "periksa", f"{name} diperiksa", f"Diperiksa oleh {item.oleh}."


def _decreed(place: str, name: str, item: Sk | None) -> Iterator[Fakta]:
    if item and item.tanggal:
        yield item.tanggal, place, "sk", f"{name} ditetapkan", f"SK Nomor {item.nomor}."
