"""A workbook comes in as a stranger's file: bounded, its formulas not computed, its cells texts."""

import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook

MAX_BYTES = 5 << 20
MAX_UNPACKED = 32 << 20
MAX_PARTS = 500
MAX_TAGS = 400_000  # openpyxl makes an object of nearly every one
MAX_SHEETS, MAX_ROWS, MAX_COLUMNS = 30, 3000, 150
LAST_ROW = 1 << 20  # of a sheet in any program

BROKEN = "berkas ini rusak, atau bukan buku kerja Excel"

_OLE = b"\xd0\xcf\x11\xe0"  # the old .xls, and what a password locks
_ZIP = b"PK"

# What zipfile, openpyxl and the XML parser raise over what is no workbook; defusedxml refuses entities by a ValueError.
_ZIP_ERRORS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_BROKEN = (*_ZIP_ERRORS, ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError)


class BookError(ValueError):
    """The workbook cannot be read; the message is for the office."""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell that holds something; rows and columns count from 1."""

    row: int
    column: int
    text: str
    is_formula: bool = False


Rows = tuple[tuple[Sel, ...], ...]


def read_book(raw: bytes) -> dict[str, Rows]:
    """Return the rows that hold something, by sheet; raises BookError."""
    plain = _bounded(raw)
    try:
        with warnings.catch_warnings(action="ignore"):
            return _pages(load_workbook(BytesIO(plain), read_only=True, keep_links=False))
    except BookError:
        raise
    except _BROKEN as error:
        raise BookError(BROKEN) from error


def _bounded(raw: bytes) -> bytes:
    """Return the workbook unpacked, unless it is no zip or would take more room than any honest one."""
    if len(raw) > MAX_BYTES:
        raise BookError(f"berkas ini lebih besar daripada {MAX_BYTES >> 20} MiB")
    if raw.startswith(_OLE):
        raise BookError("berkas ini dikunci sandi atau berformat .xls yang lama")
    if not raw.startswith(_ZIP):
        raise BookError("berkas ini bukan buku kerja Excel (.xlsx)")
    try:
        with ZipFile(BytesIO(raw)) as file:
            parts = file.infolist()
            is_small = len(parts) <= MAX_PARTS and sum(part.file_size for part in parts) <= MAX_UNPACKED
            contents = {part.filename: _content(file, part) for part in parts} if is_small else {}
    except _ZIP_ERRORS as error:
        raise BookError(BROKEN) from error
    if not is_small:
        raise BookError(f"isi buku kerja ini lebih besar daripada {MAX_UNPACKED >> 20} MiB setelah dibuka")
    if sum(content.count(b"<") for content in contents.values()) > MAX_TAGS:
        raise BookError("isi buku kerja ini terlalu banyak; bagi menjadi beberapa buku kerja")
    return _stored(contents)


def _content(file: ZipFile, part: ZipInfo) -> bytes:
    """Return what is in *part*: no more of it is unpacked than the size it claims, which zipfile by itself only learns after."""
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile
    with file.open(part) as opened:
        return opened.read(part.file_size + 1)


def _stored(contents: dict[str, bytes]) -> bytes:
    """Return a zip without compression, whose parts are what they are said to be."""
    plain = BytesIO()
    with ZipFile(plain, "w") as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return plain.getvalue()


def _pages(book: Workbook) -> dict[str, Rows]:
    if len(book.worksheets) > MAX_SHEETS:
        raise BookError(f"buku kerja ini mempunyai lebih dari {MAX_SHEETS} lembar")
    return {sheet.title: tuple(_rows(sheet)) for sheet in book.worksheets}


def _rows(sheet: Any) -> Iterator[tuple[Sel, ...]]:
    before = None
    for row in sheet.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS + 1):
        if row is before:
            continue  # openpyxl gives one and the same tuple for all rows that are not there
        before = row
        cells = tuple(_cells(row))
        if not cells:
            continue
        if cells[-1].row > MAX_ROWS or cells[-1].column > MAX_COLUMNS:
            raise BookError(f"lembar `{sheet.title}` lebih dari {MAX_ROWS} baris atau {MAX_COLUMNS} kolom")
        yield cells


def _cells(row: tuple[Any, ...]) -> Iterator[Sel]:
    for cell in row:
        if cell.value is not None:
            is_formula = cell.data_type in ("f", "e")
            text = _text(cell.value)
            if text or is_formula:
                yield Sel(cell.row, cell.column, text, is_formula)


def _text(value: Any) -> str:
    """Return what a cell says as an office would write it into a record."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
