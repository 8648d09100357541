"""The text layer of a PDF, page by page. The only module that knows PDFium."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

import pypdfium2

MAX_PAGES = 300  # that are read; a standard of service has one to ten, a strategic plan a hundred
MAX_TEXT = 200_000  # characters of one page
MAX_OLDER = 5  # versions that are looked at: what is deleted in a later one is still in the file
_END = re.compile(rb"%%EOF[\r\n]*")


def read(raw: bytes, say: Callable[[str, str], None]) -> tuple[int, int, int]:
    """Hand *say* the text of every page; return how many pages there are, how many without text, how many were not read."""
    document = pypdfium2.PdfDocument(raw)
    pages, empty = len(document), 0
    for number, text in enumerate(_texts(document), 1):
        empty += not text.strip()
        say(f"halaman {number}", text)
    for end in [match.end() for match in _END.finditer(raw)][:-1][-MAX_OLDER:]:
        with suppress(pypdfium2.PdfiumError):  # the first part of a linearized file is no document
            for number, text in enumerate(_texts(pypdfium2.PdfDocument(raw[:end])), 1):
                say(f"halaman {number} dari versi sebelumnya", text)
    return pages, empty, max(0, pages - MAX_PAGES)


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield the text of every page, up to the bound."""
    try:
        yield from (_text(document, number) for number in range(min(len(document), MAX_PAGES)))
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        layer = page.get_textpage()
        try:
            return str(layer.get_text_range(0, min(layer.count_chars(), MAX_TEXT)))
        finally:
            layer.close()
    finally:
        page.close()
