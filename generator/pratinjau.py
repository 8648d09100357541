"""The preview of a proposal: the pages that it changes, before and after, to be opened from a folder without a server."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from generator.banding import Baris, compare, rows, words
from generator.render.env import render

MAX_PAGES = 200  # of a larger change the others are only named
MAX_BYTES = 50 * 1024 * 1024  # of pages, styles, pictures and attachments together
MAX_NAMED = 100

_LINK = re.compile(r'(?<=\s)(href|src)="([^"#?:]+)(#[^"]*)?"')

_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)  # no browser runs a module from a disk, and pages can do without

Files = dict[str, bytes | Path]


@dataclass(frozen=True, slots=True)
class Halaman:
    """
    One page that differs: where its copies lie in the preview, empty where there is none, and the places in its text.

    No places: only links or pictures differ, or the page is too long to be compared.
    """

    url: str
    judul: str
    sebelum: str
    sesudah: str
    tempat: list[list[Baris]]


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """Every page that differs; *lain* names pages past the limit and other files; *is_cut* says that some were too large."""

    halaman: tuple[Halaman, ...]
    lain: tuple[str, ...]
    files: Files
    is_cut: bool

    @property
    def jumlah(self) -> str:
        """How many pages changed, came and went, in words."""
        baru = sum(not page.sebelum for page in self.halaman)
        hilang = sum(not page.sesudah for page in self.halaman)
        return f"{len(self.halaman) - baru - hilang} halaman berubah, {baru} baru, {hilang} hilang"


def preview(old: Path, new: Path) -> Pratinjau:
    """Compare two built sites and gather what is needed to look at every page that differs."""
    beda = compare(old, new)
    differ = sorted(chain(beda.berubah, beda.baru, beda.hilang))
    changed = [uri for uri in differ if uri.endswith(".html")]
    shown = changed[:MAX_PAGES]
    files: Files = {}
    for side, site in (("sebelum", old), ("sesudah", new)):
        files |= {f"{side}/{uri}": content for uri, content in _copies(site, shown).items()}
    kept = _within_limit(files)
    others = [uri for uri in differ if uri not in shown and not uri.startswith("pagefind/")]
    return Pratinjau(tuple(_page(old, new, uri) for uri in shown), tuple(others), kept, is_cut=len(kept) < len(files))


def outputs(env: Environment, pratinjau: Pratinjau) -> Files:
    """Return every file of the preview, its index included."""
    most = MAX_NAMED
    index = render(env, "fragments/pratinjau.html", "", pratinjau=pratinjau, lain=pratinjau.lain[:most], batas=most)
    return {"index.html": index.encode(), **pratinjau.files}


def _copies(site: Path, uris: list[str]) -> Files:
    """Return the pages *uris* of *site*, and each file that they show or link to."""
    pages = {uri: _SCRIPT.sub("", (site / uri).read_text("utf-8")) for uri in uris if (site / uri).is_file()}
    files: Files = {}
    for uri, html in pages.items():
        for target in _targets(uri, html):
            if not target.endswith(".html") and (site / target).is_file():
                files[target] = site / target
    return files | {uri: _from_disk(uri, html, pages).encode() for uri, html in pages.items()}


def _targets(uri: str, html: str) -> Iterator[str]:
    """Yield the files of the site that a page names."""
    for match in _LINK.finditer(html):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), match[2]))
        if not target.startswith(("/", "../")):
            yield target


def _from_disk(uri: str, html: str, pages: Mapping[str, str]) -> str:
    """Return a page whose links to other pages of the preview name their files: on a disk a folder opens as a list."""

    def link(match: re.Match[str]) -> str:
        path = posixpath.join(match[2], "index.html")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
        return f'{match[1]}="{path if target in pages else match[2]}{match[3] or ""}"'

    return _LINK.sub(link, html)


def _within_limit(files: Files) -> Files:
    """Return as many of *files* as the limit lets through, small ones first."""
    sizes = {uri: len(content) if isinstance(content, bytes) else content.stat().st_size for uri, content in files.items()}
    kept, size = {}, 0
    for uri in sorted(files, key=lambda uri: (sizes[uri], uri)):
        size += sizes[uri]
        if size > MAX_BYTES:
            break
        kept[uri] = files[uri]
    return kept


def _page(old: Path, new: Path, uri: str) -> Halaman:
    texts = {
        side: (site / uri).read_text("utf-8") for side, site in (("sebelum", old), ("sesudah", new)) if (site / uri).is_file()
    }
    before, after = (words(texts.get(side, "")) for side in ("sebelum", "sesudah"))
    title = (after or before or [uri])[0]
    return Halaman(
        url=uri.removesuffix("index.html"),
        judul=title.rpartition(" – ")[0] or title,  # without the portal's own name
        sebelum=f"sebelum/{uri}" if "sebelum" in texts else "",
        sesudah=f"sesudah/{uri}" if "sesudah" in texts else "",
        tempat=rows(before, after),
    )
