"""What a record page is before it is stamped, and what all pages know."""

from dataclasses import dataclass

from generator.index import Index
from generator.model.satker import Bersama

SLUG = "zi-stensil"  # stands for a slug in the address of a stencil


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A kind of record page.

    *source* is the Markdown file that MkDocs believes its stencil to be: for a page that exists once its own address, for others
    one with ``zi-stensil`` in place of each slug.
    """

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page.

    *url* ends with a slash and is relative to the site (empty: home), *body* is HTML, the rest plain text; *is_example* keeps it
    out of search engines.
    """

    kind: str
    url: str
    title: str
    description: str
    body: str
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What every page may show: the portal's *name* and whose it is, the registers, the index, where the records are kept."""

    name: str
    instansi: str
    wilayah: str
    bersama: Bersama
    index: Index
    repo: str = ""
    records: str = "satker"
