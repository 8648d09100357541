"""The text layer of a PDF, page by page. The only module that knows PDFium."""

from collections.abc import Callable

import pypdfium2

MAX_PAGES = 300  # that are read; a standard of service has one to ten, a strategic plan a hundred
MAX_TEXT = 200_000  # characters of one page


def read(raw: bytes, say: Callable[[str, str], None]) -> tuple[int, int, int]:
    """Hand *say* the text of every page; return how many pages there are, how many without text, how many were not read."""
    document = pypdfium2.PdfDocument(raw)
    try:
        pages = len(document)
        empty = 0
        for number in range(min(pages, MAX_PAGES)):
            text = _text(document, number)
            empty += not text.strip()
            say(f"halaman {number + 1}", text)
    finally:
        document.close()
    return pages, empty, max(0, pages - MAX_PAGES)


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
