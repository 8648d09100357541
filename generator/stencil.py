"""A page that MkDocs drew once, with marks where each record page differs, and the stamping of record pages from it."""

import html
import re
from dataclasses import dataclass

from generator.render.page import SLUG, Page

TITLE = "zi-stensil-judul"
DESCRIPTION = "zi-stensil-keterangan"
BODY = "zi-stensil-isi"
ROBOTS = "zi-stensil-robots"
DATA = "zi-stensil-data"


@dataclass(frozen=True, slots=True)
class Stencil:
    """The drawn page cut at its marks, as it is written: *parts* has one more than *marks*."""

    parts: tuple[bytes, ...]
    marks: tuple[str, ...]

    def stamp(self, page: Page) -> bytes:
        """Return the whole page of *page*."""
        values = {
            TITLE: html.escape(page.title).encode(),
            DESCRIPTION: html.escape(page.description).encode(),
            BODY: page.body.encode(),
            ROBOTS: robots(page).encode(),
            DATA: page.data.encode(),
        }
        url = page.url.encode()
        pieces = [self.parts[0]]
        for mark, part in zip(self.marks, self.parts[1:], strict=True):
            pieces += (values.get(mark, url), part)
        return b"".join(pieces)


def cut(drawn: str, url: str) -> Stencil:
    """
    Return the stencil in the page that was *drawn* at *url*.

    Only the marks in the drawn page count: a record whose text looks like one is never cut.
    """
    marks = [TITLE, DESCRIPTION, BODY, ROBOTS, DATA, *([url] if SLUG in url else [])]
    pieces = re.split(f"({'|'.join(map(re.escape, marks))})", drawn)
    return Stencil(tuple(piece.encode() for piece in pieces[::2]), tuple(pieces[1::2]))


def robots(page: Page) -> str:
    """Return what the head says to search engines about *page*: nothing, unless it is not for them."""
    return "" if page.is_listed and not page.is_example else '<meta name="robots" content="noindex">'
