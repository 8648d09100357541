"""The workbook for an office to fill in, the same bytes for the same records."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.lembar import CONTOH, HEADER_ROWS, LEMBAR, PETUNJUK, PILIHAN, Kolom, Lembar

ROWS = 1000  # that have drop-downs
NAME, KEY = Font(bold=True, color="FFFFFF"), Font(size=8, color="666666")
SHOWN = Font(italic=True, color="808080")
BAND, GREY = PatternFill("solid", fgColor="14532D"), PatternFill("solid", fgColor="EEEEEE")
TOP = Alignment(vertical="top", wrap_text=True)
TEXT = "@"  # in every cell: else a program makes 600 of 600.000 and guesses at days, as its language has it
_WIDTHS = {"daftar": 44, "angka": 12, "tanggal": 14, "ya_tidak": 10, "teks": 28}
_BIRTH = datetime(1980, 1, 1)  # noqa: DTZ001 - the first day a zip can name; openpyxl wants it without a zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

_FILLED = {
    "teks": "teks biasa",
    "daftar": "daftar, satu butir satu baris",
    "ya_tidak": "ya atau tidak",
    "tanggal": "tanggal, misalnya 2026-11-24",
    "angka": "bilangan bulat",
}


def make_template(choices: dict[str, tuple[str, ...]]) -> bytes:
    """Return the workbook whose cells are chosen from *choices*."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _explain(book.create_sheet(PETUNJUK))
    ranges = dict(_ranges(choices))
    for lembar in LEMBAR:
        _lay(book.create_sheet(lembar.nama), lembar, ranges)
    lists = book.create_sheet(PILIHAN)
    lists.sheet_state = "hidden"
    for column, (name, words) in enumerate(choices.items(), 1):
        for row, word in enumerate((name, *words), 1):
            lists.cell(row, column, word).number_format = TEXT
    return _fixed(book)


def _explain(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    columns = [f"{lembar.nama}: {_words(kolom)}" for lembar in LEMBAR for kolom in lembar.kolom]
    sheets = [f"Lembar {lembar.nama}: {lembar.judul}." for lembar in LEMBAR]
    how = Path(__file__).with_name("skeleton").joinpath("petunjuk.txt").read_text("utf-8").splitlines()
    for row, words in enumerate([*how, *sheets, "", "Cara mengisi setiap kolom", "", *columns], 1):
        sheet.cell(row, 1, words).alignment = TOP
    sheet.cell(1, 1).font = Font(bold=True, size=14)


def _words(kolom: Kolom) -> str:
    return f"{kolom.judul} ({kolom.key}), {_FILLED[kolom.isi]}{', dari daftar pilihan' if kolom.pilihan else ''}"


def _ranges(choices: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield where each list stands on its sheet; an empty one is nowhere."""
    for column, (name, words) in enumerate(choices.items(), 1):
        letter = get_column_letter(column)
        if words:
            yield name, f"={PILIHAN}!${letter}$2:${letter}${len(words) + 1}"


def _lay(sheet: Worksheet, lembar: Lembar, ranges: dict[str, str]) -> None:
    """Fill in the header, the example and the forms of the cells below."""
    sheet.freeze_panes = f"B{HEADER_ROWS + 1}"
    example = CONTOH.get(lembar.nama, {})
    for column, kolom in enumerate(lembar.kolom, 1):
        letter = get_column_letter(column)
        below = sheet.column_dimensions[letter]
        below.width, below.number_format, below.alignment = _WIDTHS[kolom.isi], TEXT, TOP
        name, key = sheet.cell(1, column, kolom.judul), sheet.cell(2, column, kolom.key)
        name.font, name.fill, name.alignment = NAME, BAND, TOP
        key.font, key.fill = KEY, GREY
        first = HEADER_ROWS + 1
        if example:
            shown = sheet.cell(first, column, example.get(kolom.key))
            shown.font, shown.fill, shown.alignment = SHOWN, GREY, TOP
            shown.number_format = TEXT
        if kolom.pilihan in ranges:
            sheet.add_data_validation(_choice(kolom, ranges[kolom.pilihan], f"{letter}{first}:{letter}{first + ROWS - 1}"))


def _choice(kolom: Kolom, words: str, cells: str) -> DataValidation:
    """Return the drop-down of a column; where a cell takes several, it only proposes."""
    is_list = kolom.isi == "daftar"
    choice = DataValidation("list", formula1=words, allow_blank=True, showErrorMessage=not is_list)
    choice.errorTitle, choice.error = kolom.judul[:32], "Pilih salah satu dari daftar."
    if is_list:
        choice.showInputMessage, choice.promptTitle = True, kolom.judul[:32]
        choice.prompt = "Lebih dari satu? Tulis setiap butir di baris sendiri di dalam sel."
    choice.add(cells)
    return choice


def _fixed(book: Workbook) -> bytes:
    """Return the file of *book* without the hour at which it was made."""
    book.properties.created, book.properties.creator = _BIRTH, "portal-zi"
    raw, fixed = BytesIO(), BytesIO()
    book.save(raw)
    with ZipFile(raw) as old, ZipFile(fixed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return fixed.getvalue()
