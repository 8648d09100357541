"""What a record page is before it is stamped, and what all pages know."""

from dataclasses import dataclass
from datetime import date

from generator.index import Index
from generator.kemajuan import Kemajuan
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
    """
    What every page may show.

    The portal's *name* and whose it is, the registers, the index; *per* is the day the data speak of, *kemajuan* where each
    satker stands by its slug; *repo* is the address of the repository, or empty, and *records* the folder of the records in it.
    """

    name: str
    instansi: str
    wilayah: str
    bersama: Bersama
    index: Index
    per: date
    kemajuan: dict[str, Kemajuan]
    repo: str = ""
    records: str = "satker"
