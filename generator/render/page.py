"""What a record page is before it is stamped, and what all pages know."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter

from generator.aksesibilitas import Uji
from generator.daerah import Daerah, Rujukan
from generator.index import Index
from generator.kemajuan import Capaian, Kemajuan
from generator.model.satker import Bersama
from generator.tautan import Tampak

SLUG = "zi-stensil"  # stands for a slug in the address of a stencil


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A kind of record page.

    *source* is the Markdown file that MkDocs believes its stencil to be: for a page that exists once its own address, for others
    one with ``zi-stensil`` in place of each slug. *script* is a file of ``assets/javascripts`` that only this kind needs. *uses*
    names what a page of the portal shows of each satker beside its name and place: ``layanan``, ``inovasi``, ``motto``,
    ``jumlah_buka``, ``capaian``; where none changed, the page stays as it is. *files* yields what such a page needs beside it,
    each with its path. *links* names whose links to other places it shows: ``hukum``, ``kanal``. In *uses*, ``ukuran`` is
    of the portal itself. *moved* yields the addresses that lead to such pages: each, where it leads, and what that is called.
    """

    name: str
    source: str
    script: str = ""
    uses: tuple[str, ...] = ()
    files: "Callable[[Site], Iterator[tuple[str, bytes]]] | None" = None
    links: tuple[str, ...] = ()
    moved: "Callable[[Site], Iterator[tuple[str, str, str]]] | None" = None


@dataclass(frozen=True)
class Entry:
    """
    What the search knows of a page, all plain text.

    *name* counts most, then *words* (what people type), then *text*; *meta* is shown beside the result by its key, and *filters*
    are the choices: each key with its values. *weight* (0 to 1) makes name and words count less; *part* names the part of the
    page, by its id, that is meant.
    """

    name: str
    words: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weight: float = 1
    part: str = ""


_told = attrgetter(*(item.name for item in fields(Entry)))
_PLAIN = 0  # a version of marshal in which equal things give equal bytes, whether they are one object or not


def dumped(entries: Iterable[tuple[str, Entry]]) -> bytes:
    """Return *entries*, each with the address of its page, for this very Python: equal ones give equal bytes."""
    return marshal.dumps([(url, *_told(entry)) for url, entry in entries], _PLAIN)


def loaded(told: bytes) -> list[tuple[str, Entry]]:
    """Return the entries that were dumped here."""
    return [(url, Entry(*values)) for url, *values in marshal.loads(told)]  # noqa: S302 - our own


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page.

    *url* ends with a slash and is relative to the site (empty: home), *body* is HTML, *data* what the head adds (a schema.org
    description in JSON-LD, the link of a feed) or empty, *entries* what the search finds of it, the rest plain text. Search
    engines and the list of addresses are told of what *is_listed*, but of no example.
    """

    kind: str
    url: str
    title: str
    description: str
    body: str
    data: str = ""
    entries: tuple[Entry, ...] = ()
    is_example: bool = False
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class Identitas:
    """
    Whose portal it is and where it lives, from mkdocs.yml.

    *base* is its public address, which ends with a slash, and *repo* that of its repository without one; both may be empty.
    *records* is the folder of the records in the repository; *luring* says whether readers' devices may keep copies.
    *daerah* are the portals that this one joins, *nasional* is the one that joins it.
    """

    nama: str
    instansi: str
    wilayah: str
    base: str = ""
    repo: str = ""
    records: str = "satker"
    luring: bool = True
    warna: str = ""
    daerah: tuple[Rujukan, ...] = ()
    nasional: Rujukan | None = None


def tautan_umpan(identitas: Identitas) -> str:
    """Return the link to the feed beside a page, for its head; there is none before the portal has an address."""
    return '<link rel="alternate" type="application/atom+xml" href="umpan.xml">' if identitas.base else ""


@dataclass(frozen=True, slots=True)
class Ada:
    """
    The parts that a portal has; a page leads to none that it has not.

    *dokumen* is a page with documents for every satker, *cari* the search, *penyunting* the editor, *bahan* the bill of
    materials.
    """

    dokumen: bool = False
    cari: bool = True
    penyunting: bool = True
    bahan: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """
    What every page may show.

    Whose portal it is, the registers, the index; *per* is the day the data speak of, *uji* what was tested for accessibility,
    *ada* which parts the portal has. On the pages of a satker *kemajuan* says by its slug where it stands, on those of the
    portal *capaian* where all of them do.
    *tautan* is what was found when the links that a page may show were checked; empty if they never were.
    *ukuran* says how many bytes each file of the portal's open data has, *daerah* what is known of the portals that it joins.
    """

    identitas: Identitas
    bersama: Bersama
    index: Index
    per: date
    uji: Uji
    kemajuan: dict[str, Kemajuan] = field(default_factory=dict)
    capaian: Mapping[str, Capaian] = field(default_factory=dict)
    tautan: dict[str, Tampak] = field(default_factory=dict)
    ada: Ada = field(default_factory=Ada)
    ukuran: dict[str, int] = field(default_factory=dict)
    daerah: tuple[Daerah, ...] = ()

    def hari(self, per: date | None, *, is_example: bool) -> date:
        """Return the day for which a satker is measured: an invented one by *per*, its own latest fact."""
        return per or self.per if is_example else self.per
