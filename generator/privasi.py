"""What was looked at for personal data, and what was not: a report by satker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.diagnostic import Diagnostic
from generator.isi import Isi, kind_named
from generator.load import Entry
from generator.model.satker import Lampiran
from generator.pribadi import bare
from generator.report import visible
from generator.rules import boleh_tampil, data_pribadi, isi_lampiran
from generator.rules.context import is_link

CODES = frozenset(
    code.code for code in (*data_pribadi.CODES, *boleh_tampil.CODES, isi_lampiran.BERKETERANGAN, isi_lampiran.TIDAK_TERPERIKSA)
)


@dataclass(frozen=True)
class Izin:
    """What may be shown though it gives a person away, hidden but for its ends, where that is said, and why."""

    tempat: str
    isi: str
    alasan: str


@dataclass(frozen=True)
class Tinjauan:
    """
    What was looked at in one folder of records.

    The first numbers count texts, links among them, names of attachments, pictures, documents and their pages. *tanpa_teks* names
    documents with pages that are only pictures, with their number, *tidak_habis* those with pages past the bound, *tidak_dibuka*
    attachments that nobody could look into.
    """

    nama: str
    teks: int
    tautan: int
    lampiran: int
    gambar: int
    pdf: int
    halaman: int
    tanpa_teks: tuple[tuple[str, int], ...]
    tidak_habis: tuple[tuple[str, int], ...]
    tidak_dibuka: tuple[str, ...]
    temuan: tuple[Diagnostic, ...]
    izin: tuple[Izin, ...]


def tinjauan(nama: str, entries: Iterable[Entry], berkas: dict[str, Lampiran], found: Iterable[Diagnostic]) -> Tinjauan:
    """Return what was looked at in the folder *nama*; of *found*, its findings, only those about persons are told."""
    entries = tuple(entries)
    texts = [text for entry in entries for _, text in entry.source.texts]
    opened = {name: item.isi for name, item in sorted(berkas.items()) if item.isi and not item.isi.keluhan}
    pdf = {name: isi for name, isi in opened.items() if kind_named(name) == "pdf"}
    return Tinjauan(
        nama=nama,
        teks=len(texts),
        tautan=sum(map(is_link, texts)),
        lampiran=len(berkas),
        gambar=len(opened) - len(pdf),
        pdf=len(pdf),
        halaman=sum(map(_read, pdf.values())),
        tanpa_teks=tuple((name, isi.kosong) for name, isi in pdf.items() if isi.kosong),
        tidak_habis=tuple((name, isi.lewat) for name, isi in pdf.items() if isi.lewat),
        tidak_dibuka=tuple(sorted(berkas.keys() - opened.keys())),
        temuan=tuple(sorted(item for item in found if item.code in CODES)),
        izin=tuple(_izin(entries)),
    )


def _read(isi: Isi) -> int:
    return isi.halaman - isi.lewat - isi.kosong


def _izin(entries: Iterable[Entry]) -> Iterator[Izin]:
    for entry in entries:
        for item in entry.record.boleh_tampil if entry.record else ():
            digits = bare(item.isi)
            shown = f"{digits[:2]}…{digits[-1]}, {len(digits)} angka" if len(digits) > 5 else "tidak diulang di sini"
            yield Izin(entry.source.path, shown, item.alasan)


def tulis(items: Iterable[Tinjauan]) -> str:
    """Return the report as text: every folder, then all together."""
    items = tuple(items)
    return "\n".join(map(visible, chain(*map(_lines, items), _total(items)))) + "\n"


def _lines(item: Tinjauan) -> Iterator[str]:
    yield f"{item.nama}: {_amounts([item])}"
    yield from (f"  hanya gambar, isinya tidak dilihat siapa pun: {name} ({pages} halaman)" for name, pages in item.tanpa_teks)
    yield from (f"  halaman sesudah batas tidak dilihat: {name} ({pages} halaman)" for name, pages in item.tidak_habis)
    yield from (f"  tidak dapat dibuka: {name}" for name in item.tidak_dibuka)
    for finding in item.temuan:
        yield f"  {finding.path}:{finding.line}:{finding.column}: {finding.severity}[{finding.code}] {finding.message}"
    yield from (f"  boleh tampil: {izin.tempat} ({izin.isi}), alasan: {izin.alasan}" for izin in item.izin)


def _total(items: tuple[Tinjauan, ...]) -> Iterator[str]:
    findings = [finding for item in items for finding in item.temuan]
    errors = sum(finding.is_error for finding in findings)
    unread = sum(len(item.tanpa_teks) + len(item.tidak_habis) + len(item.tidak_dibuka) for item in items)
    yield ""
    yield f"Semuanya: {_amounts(items)}"
    yield f"{errors} galat, {len(findings) - errors} peringatan, {sum(len(item.izin) for item in items)} boleh tampil."
    yield f"Yang tidak atau tidak seluruhnya dapat dilihat: {unread} lampiran. Gambar dan pindaian hanya dilihat keterangannya."


def _amounts(items: Iterable[Tinjauan]) -> str:
    names = {
        "teks": "teks",
        "tautan": "di antaranya tautan",
        "lampiran": "nama lampiran",
        "gambar": "gambar",
        "pdf": "PDF",
        "halaman": "halaman PDF",
    }
    items = tuple(items)
    return ", ".join(f"{sum(getattr(item, name) for item in items)} {word}" for name, word in names.items())
