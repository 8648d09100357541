"""The rows of a workbook become the data of services, each value with the cell it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator import codes, kode_buku, value_codes
from generator.buku import Rows, Sel
from generator.diagnostic import Code, Diagnostic, Loc, Problem
from generator.lembar import EXAMPLE, HEADER_ROWS, LAYANAN, LEMBAR, PETUNJUK, PILIHAN, YA_TIDAK, Kolom, Lembar
from generator.model.scalar import MAX_SLUG, SLUG, as_slug
from generator.parse import MAX_CHARACTERS, MAX_ITEMS, Data
from generator.read import Source
from generator.tersembunyi import FORBIDDEN, named
from generator.validate import nearest

SLUG_KEY = "slug"

_BULLET = re.compile(r"^[-•·*]\s+")


@dataclass(frozen=True, slots=True)
class Alamat:
    """A cell: *path* names the file and the sheet."""

    path: str
    row: int
    column: int

    def finding(self, problem: Problem) -> Diagnostic:
        """Return *problem* as a finding in this cell."""
        code = problem.code
        return Diagnostic(self.path, self.row, self.column, code.code, code.severity, problem.message, problem.hint)


@dataclass(frozen=True)
class Baris(Source):
    """A service as the workbook has it: its findings stand in *cells*."""

    cells: dict[Loc, Alamat] = field(default_factory=dict)

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Return *problem* in the nearest cell on the way to its loc; the first of its row if there is none."""
        if self.inherits(problem.loc):
            return super().diagnose(problem)
        loc = next(problem.loc[:end] for end in range(len(problem.loc), -1, -1) if problem.loc[:end] in self.cells)
        return self.cells[loc].finding(problem)


@dataclass(slots=True)
class Draf:
    """A service while its rows are read; *rejected* are the locs whose cells have a finding already."""

    slug: str
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Loc, Alamat] = field(default_factory=dict)
    rejected: set[Loc] = field(default_factory=set)


def read_rows(file: str, pages: dict[str, Rows]) -> tuple[dict[str, Draf], list[Diagnostic]]:
    """Return the services of a workbook that is called *file*, by slug, and what is wrong with its sheets and cells."""
    reader = _Reader(file)
    reader.sheets(pages)
    for lembar in LEMBAR:
        reader.read(lembar, pages.get(lembar.nama, ()))
    return reader.drafts, reader.findings


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.drafts: dict[str, Draf] = {}
        self.findings: list[Diagnostic] = []

    def sheets(self, pages: dict[str, Rows]) -> None:
        """Note the sheets that have no place, and the one that must be there."""
        known = [lembar.nama for lembar in LEMBAR]
        for title, rows in pages.items():
            if title not in (*known, PETUNJUK, PILIHAN) and rows:
                near = nearest(title, [name for name in known if name not in pages])
                message = f"lembar `{title}` tidak dikenal" + (f"; maksud Anda `{near}`?" if near else "")
                hint = f"ganti namanya menjadi {near}" if near else f"hapus lembarnya; yang dibaca: {', '.join(known)}"
                self._note(Alamat(f"{self._file}:{title}", 1, 1), kode_buku.LEMBAR_TAK_DIKENAL, message, hint)
        if LAYANAN.nama not in pages:
            message = f"buku kerja ini tidak mempunyai lembar `{LAYANAN.nama}`"
            place = Alamat(f"{self._file}:{LAYANAN.nama}", 1, 1)
            self._note(place, kode_buku.LEMBAR_TAK_DIKENAL, message, "mulai dari templat: zi template")

    def read(self, lembar: Lembar, rows: Rows) -> None:
        """Take the rows of one sheet into the drafts."""
        if not rows:
            return
        path = f"{self._file}:{lembar.nama}"
        keys = [cell for row in rows for cell in row if cell.row == HEADER_ROWS]
        body = [row for row in rows if row[0].row > HEADER_ROWS]
        slugs = [cell.column for cell in keys if cell.text == SLUG_KEY]
        if not slugs:
            message = f"baris {HEADER_ROWS} lembar ini tidak memuat kunci `{SLUG_KEY}`, padahal dari situ layanannya dikenali"
            self._note(Alamat(path, HEADER_ROWS, 1), kode_buku.KOLOM_TAK_DIKENAL, message, "salin baris 1 dan 2 dari templat")
            return
        columns = self._columns(lembar, path, keys)
        self._unnamed(path, {cell.column for cell in keys}, body)
        for row in body:
            slug = next((cell for cell in row if cell.column == slugs[0]), Sel(row[0].row, slugs[0], ""))
            if not slug.text.startswith(EXAMPLE):
                self._row(lembar, columns, slug, row)

    def _columns(self, lembar: Lembar, path: str, keys: list[Sel]) -> dict[int, Kolom]:
        known = {kolom.key: kolom for kolom in lembar.kolom}
        found: dict[int, Kolom] = {}
        for cell in keys:
            place = Alamat(path, cell.row, cell.column)
            if cell.text not in known:
                near = nearest(cell.text, known)
                message = f"kolom `{cell.text}` tidak dikenal" + (f"; maksud Anda `{near}`?" if near else "")
                hint = near or f"kolom di sini: {', '.join(known)}"
                self._note(place, kode_buku.KOLOM_TAK_DIKENAL, message, hint)
            elif known[cell.text] in found.values():
                self._note(place, kode_buku.KOLOM_TAK_DIKENAL, f"kolom `{cell.text}` ada dua kali", "hapus salah satunya")
            else:
                found[cell.column] = known[cell.text]
        return found

    def _unnamed(self, path: str, named: set[int], body: list[tuple[Sel, ...]]) -> None:
        """Note the first cell of each column that has no key."""
        first = {cell.column: cell for row in reversed(body) for cell in row if cell.column not in named}
        for cell in first.values():
            message = f"kolom ini tidak mempunyai kunci di baris {HEADER_ROWS}, jadi isinya tidak dibaca"
            hint = "tulis kuncinya, atau hapus kolomnya"
            self._note(Alamat(path, cell.row, cell.column), kode_buku.KOLOM_TAK_DIKENAL, message, hint)

    def _row(self, lembar: Lembar, columns: dict[int, Kolom], slug: Sel, row: tuple[Sel, ...]) -> None:
        first = Alamat(f"{self._file}:{lembar.nama}", slug.row, slug.column)
        draft = self._new(first, slug.text) if lembar is LAYANAN else self._old(first, slug.text)
        if draft is None:
            return
        target, loc = (draft.data, ()) if lembar is LAYANAN else _item(draft.data, lembar.path)
        for end in range(1, len(loc) + 1):
            draft.cells.setdefault(loc[:end], first)
        for column, kolom in columns.items():
            for end in range(1, len(kolom.path) + 1):
                draft.cells.setdefault((*loc, *kolom.path[:end]), Alamat(first.path, first.row, column))
        for cell in row:
            if cell.column in columns and cell.column != slug.column:
                self._put(draft, target, loc, columns[cell.column], cell)

    def _new(self, place: Alamat, slug: str) -> Draf | None:
        """Return the draft of a row that begins a service, unless it has no name, or one that was there before."""
        if not slug:
            self._note(
                place, kode_buku.BARIS_TANPA_LAYANAN, "baris ini tidak menyebut nama alamat layanan", f"isi kolom `{SLUG_KEY}`"
            )
            return None
        if slug in self.drafts:
            above = self.drafts[slug].cells[()]
            message = f"layanan `{slug}` sudah ada di baris {above.row}"
            self._note(place, kode_buku.LAYANAN_GANDA, message, "gabungkan barisnya, atau ganti namanya")
            return None
        if not SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
            message, hint = f"`{slug}` bukan nama alamat", as_slug(slug) or "misalnya legalisasi-ijazah"
            self._note(place, value_codes.SLUG_SALAH, message, hint)
        self.drafts[slug] = Draf(slug, cells={(): place})
        return self.drafts[slug]

    def _old(self, place: Alamat, slug: str) -> Draf | None:
        """Return the draft that a row adds to."""
        if slug not in self.drafts:
            near = nearest(slug, self.drafts)
            message = f"layanan `{slug}` tidak ada di lembar {LAYANAN.nama}" if slug else "baris ini tidak menyebut layanan"
            hint = near or f"tulis nama alamat salah satu baris di lembar {LAYANAN.nama}"
            self._note(place, kode_buku.BARIS_TANPA_LAYANAN, message, hint)
        return self.drafts.get(slug)

    def _put(self, draft: Draf, target: dict[str, Any], loc: Loc, kolom: Kolom, cell: Sel) -> None:
        place = Alamat(draft.cells[(*loc, kolom.path[0])].path, cell.row, cell.column)
        here = (*loc, *kolom.path)
        problem = _problem(kolom, cell)
        value: Data = "" if problem else _value(kolom, cell.text)
        for key in kolom.path[:-1]:
            target = target.setdefault(key, {})
        target[kolom.path[-1]] = value
        if problem:
            self.findings.append(place.finding(problem))
            draft.rejected.add(here)
        elif isinstance(value, list):
            draft.cells.update({(*here, number): place for number in range(len(value))})

    def _note(self, place: Alamat, code: Code, message: str, hint: str) -> None:
        self.findings.append(place.finding(Problem(code, (), message, hint)))


def _item(data: dict[str, Any], path: tuple[str, ...]) -> tuple[dict[str, Any], Loc]:
    """Return a new item at the end of the list at *path*, and its loc."""
    for key in path[:-1]:
        data = data.setdefault(key, {})
    items = data.setdefault(path[-1], [])
    items.append({})
    return items[-1], (*path, len(items) - 1)


def _value(kolom: Kolom, text: str) -> Data:
    if kolom.isi == "daftar":
        return [item for line in text.split("\n") if (item := _BULLET.sub("", line.strip()))]
    return YA_TIDAK.get(text.casefold(), text) if kolom.isi == "ya_tidak" else text


def _problem(kolom: Kolom, cell: Sel) -> Problem | None:
    """Return what keeps a cell from being read at all."""
    return next(_problems(kolom, cell), None)


def _problems(kolom: Kolom, cell: Sel) -> Iterator[Problem]:
    if cell.is_formula:
        yield Problem(kode_buku.SEL_RUMUS, (), "sel ini berisi rumus atau kesalahan rumus", "tempel nilainya, bukan rumusnya")
    match = FORBIDDEN.search(cell.text)
    if match:
        message = f"ada karakter yang tidak terlihat atau tidak diizinkan ({named(match[0])})"
        yield Problem(codes.KARAKTER_TERLARANG, (), message, "hapus karakter itu")
    if len(cell.text) > MAX_CHARACTERS:
        message = f"teks ini {len(cell.text)} karakter; batasnya {MAX_CHARACTERS}"
        yield Problem(codes.TERLALU_PANJANG, (), message, "pendekkan, atau pindahkan ke dokumen yang ditautkan")
    if kolom.isi == "daftar" and cell.text.count("\n") >= MAX_ITEMS:
        yield Problem(codes.TERLALU_BANYAK, (), f"daftar ini lebih dari {MAX_ITEMS} butir", "bagi daftarnya")
