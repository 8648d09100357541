"""Two sites side by side: which files differ, and in which words their pages do."""

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

MAX_LINES = 2000  # of one page: comparing takes the square of it at worst
CONTEXT = 1

OWN = ("assets/", "pagefind/", "admin/", "data/rekaman/", "404.html", "sw.js")  # what only the portal itself asks for
_COMPUTED = re.compile(r"satker/[^/]+/dokumen/motto/|layanan/banding/")  # named after what is there today, and promised to nobody

_INLINE = frozenset({"a", "abbr", "b", "bdi", "code", "em", "i", "img", "small", "span", "strong", "sup", "time"})
_SILENT = frozenset({"script", "style", "svg", "template"})


@dataclass(frozen=True, slots=True)
class Beda:
    """The addresses of files that differ, came, or went."""

    berubah: tuple[str, ...]
    baru: tuple[str, ...]
    hilang: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of two texts; *is_same* rows only show where the others stand."""

    sebelum: str
    sesudah: str
    is_same: bool = False


def compare(old: Path, new: Path) -> Beda:
    """Return what differs between the files of two folders."""
    before, after = _digests(old), _digests(new)
    return Beda(
        tuple(sorted(uri for uri in before.keys() & after.keys() if before[uri] != after[uri])),
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
    )


def lost(old: Path, new: Path) -> tuple[str, ...]:
    """
    Return the addresses of *old* at which *new* has no answer.

    A folder answers for the file whose place it took, and a file for the folder. Nobody keeps the addresses of what the portal
    alone asks for; posters are named after a room and some comparisons after an office, so they go with these.
    """
    before, after = ({path.relative_to(site).as_posix() for path in _files(site)} for site in (old, new))
    answered = after | {uri.removesuffix("/index.html") for uri in after} | {f"{uri}/index.html" for uri in after}
    gone = (uri for uri in before - answered if not uri.startswith(OWN) and not _COMPUTED.match(uri))
    return tuple(sorted(re.sub(r"(^|/)index\.html$", r"\1", uri) for uri in gone))


def words(html: str) -> list[str]:
    """
    Return the text of a page as its reader sees it, a line for each block: its title, then its main part.

    Where a link leads stands beside its words if it leaves the page's host, because nobody sees that it was changed.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r"\s+", " ", line).strip() for line in reader.text.split("\n"))
    return [line for line in lines if line]


def rows(before: list[str], after: list[str]) -> list[list[Baris]]:
    """Return the places where two texts differ, each with a line around it; empty if they are too long to be compared."""
    if max(len(before), len(after)) > MAX_LINES:
        return []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [list(_group(group, before, after)) for group in matcher.get_grouped_opcodes(CONTEXT)]


def _group(group: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> Iterator[Baris]:
    for tag, i1, i2, j1, j2 in group:
        for left, right in zip_longest(before[i1:i2], after[j1:j2], fillvalue=""):
            yield Baris(left, right, tag == "equal")


def _digests(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


class _Reader(HTMLParser):
    """Takes the words of the title, of `main`, and of what stands around it."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, list[str]] = {"title": [], "main": [], "body": []}
        self.part = "body"
        self.silent = 0
        self.links: list[str] = []

    @property
    def text(self) -> str:
        """The title and the main part, or the whole page where it has none."""
        return "\n".join(["".join(self.parts["title"]), "".join(self.parts["main"] or self.parts["body"])])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in ("title", "main"):
            self.part = tag
        if tag not in _INLINE:
            self._take("\n")
        self.silent += tag in _SILENT
        if tag == "a":
            self.links.append(named.get("href") or "")
        if tag == "meta" and named.get("http-equiv") == "refresh":
            self._take(f"\n{named.get('content')}\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        if tag == "a" and self.links and re.match(r"[a-z]+:", link := self.links.pop()):
            self._take(f" ‹{link}›")
        if tag not in _INLINE:
            self._take("\n")
        if tag == self.part:
            self.part = "body"

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._take(data.replace("\n", " "))  # in HTML the end of a line is a space

    def _take(self, piece: str) -> None:
        self.parts[self.part].append(piece)
