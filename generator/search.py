"""The search index: one small stub a page holds what should be found of it, and Pagefind's program reads the stubs."""

import html
import os
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.packages import BrokenError
from generator.pagefind import ENTRY, NOTHING, FormatError, Piece, joined, piece
from generator.render.page import Entry
from generator.write import write

FOLDER = "pagefind"
WORDS = "kata.json"  # beside the index: the words by which the page mends typing errors
NAME, WORD, BODY = 7, 5, 0.4  # weights of Pagefind, which takes 0 to 10
ALIKE = 1 << 13  # texts that are remembered: most are those of many pages
LONGEST = 24  # letters of a word of another portal by which typing errors are mended
PATIENCE = 1800  # seconds: 1 000 satker take it fifteen
_MEMORY = Path("/dev/shm")  # noqa: S108 - in it every folder is made by tempfile
_ROOM = 1 << 28  # bytes: some ten times what the largest piece takes
NEEDLESS = ("*-ui.*", "*-highlight.js", "*.pf_meta")  # Pagefind's own boxes: ours is `cari.js`; what it says of one page
FIELDS = ("alamat", "portal", "ringkasan", "rinci", "satker", "situs", "title")  # what an entry may show, and its name


class SearchError(BrokenError):
    """Pagefind's program refused; the message is its own."""

    part = "the search index"
    without = "--no-search"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that exist: in *names* how often each stands in names and keywords, in *other* the rest."""

    names: Counter[str] = field(default_factory=Counter)
    other: set[str] = field(default_factory=set)

    def add(self, more: "Vocabulary") -> None:
        """Count the words of *more* as well."""
        self.names.update(more.names)
        self.other.update(more.other)

    def limited(self, most: int) -> "Vocabulary":
        """Return at most *most* of the words, those of names first, the most frequent before the others, and none too long."""
        names, other = ([word for word in ranked if len(word) <= LONGEST][:most] for ranked in self.sorted().values())
        return Vocabulary(Counter({word: self.names[word] for word in names}), set(other[: most - len(names)]))

    def sorted(self) -> dict[str, list[str]]:
        """
        Return the words, each once: in *nama* those of names and keywords, the most frequent first, in *lain* the others.

        The page mends a word that is in neither by the nearest of *nama*.
        """
        ranked = sorted(self.names, key=lambda word: (-self.names[word], word))
        return {"nama": ranked, "lain": sorted(self.other - self.names.keys())}


def found(binary: Path, entries: Iterable[tuple[str, Entry]]) -> tuple[Piece, dict[str, bytes]]:
    """
    Return the piece of the index that *entries* (each with the address of its page) make, and the files of its fragments.

    Of results that are equally good, the weightier comes first. Raises SearchError.
    """
    given = {file_of(*item): item for item in entries if _has_words(item[1])}
    if not given:
        return NOTHING, {}
    places = {file: (-entry.weight, file.replace("~", "/")) for file, (_, entry) in given.items()}
    with _scratch() as name:
        stubs = Path(name) / "halaman"
        write({file: stub(*item).encode() for file, item in given.items()}, stubs)
        _run(binary.absolute(), stubs, Path(name) / FOLDER)
        try:
            return piece(Path(name) / FOLDER, places, FIELDS)
        except FormatError as error:
            raise SearchError(f"Pagefind wrote an index that is not known here: {error}") from error


def index(binary: Path, pieces: Sequence[Piece], jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """
    Yield the files of the index of *pieces* but for their fragments, made in *jobs* processes; raises SearchError.

    The programs that a browser needs beside it are what Pagefind writes for one page.
    """
    with _scratch() as name:
        folder = Path(name) / FOLDER
        write({"a.html": stub("", Entry("a")).encode()}, Path(name) / "halaman")
        _run(binary.absolute(), Path(name) / "halaman", folder)
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.name != ENTRY and not any(path.match(pattern) for pattern in NEEDLESS):
                yield path.name, path.read_bytes()
        yield from joined((folder / ENTRY).read_bytes(), pieces, FIELDS, jobs)


def _scratch() -> TemporaryDirectory[str]:
    """
    Give a folder for the stubs and what Pagefind makes of them, in memory where there is room for it.

    Thousands of small files come and go; on a disk they take as long as Pagefind itself, and slow down what is written after.
    """
    try:
        room = shutil.disk_usage(_MEMORY).free if "TMPDIR" not in os.environ else 0
    except OSError:
        room = 0
    return TemporaryDirectory(prefix="zi-cari-", dir=_MEMORY if room >= _ROOM and os.access(_MEMORY, os.W_OK) else None)


def _has_words(entry: Entry) -> bool:
    """Say whether anything of *entry* can be searched; a folder with no such page is an error to Pagefind."""
    return any(letter.isalnum() for text in (entry.name, *entry.words, *entry.text) for letter in text)


def _run(binary: Path, stubs: Path, folder: Path) -> None:
    """Run Pagefind where no configuration of it lies, and without what the environment may say to it."""
    command = [str(binary), "--site", str(stubs), "--output-path", str(folder), "--force-language", "id", "--silent"]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(command, cwd=stubs, env=clean, capture_output=True, errors="replace", check=False, timeout=PATIENCE)  # noqa: S603 - a pinned package's program
    except OSError as error:
        raise SearchError(str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise SearchError(f"Pagefind had not ended after {PATIENCE} seconds") from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise SearchError(said[0] if said else f"Pagefind ended with {done.returncode}")


def file_of(url: str, entry: Entry) -> str:
    """
    Return the file of the stub of *entry*: the address of its page, and of the part of it that is meant, in one name.

    A folder for each stub would double the work of the file system; `cari.js` makes an address of the name again.
    """
    return f"{f'{url}{entry.part}'.replace('/', '~') or '~'}.html"


def stub(url: str, entry: Entry) -> str:
    """Return the page that Pagefind reads: names weigh most, then the words people use, then the rest."""
    meta = entry.meta | ({"alamat": f"{url}#{entry.part}"} if entry.part else {})
    pieces = [
        f'<h1 data-pagefind-weight="{NAME * entry.weight:.3g}">{html.escape(entry.name)}</h1>',
        *[_paragraph(text, WORD * entry.weight) for text in entry.words],
        *[_paragraph(text, BODY) for text in entry.text],
        *(_span("meta", key, value) for key, value in meta.items()),
        *(_span("filter", key, value) for key, values in entry.filters.items() for value in values),
    ]
    return f'<!doctype html><html lang="id"><body data-pagefind-body>{"".join(pieces)}</body></html>'


def count(entries: Iterable[Entry]) -> Vocabulary:
    """Return the words of *entries*."""
    found = list(entries)
    named = Counter(chain.from_iterable(words(text) for entry in found for text in (entry.name, *entry.words)))
    return Vocabulary(named, set(chain.from_iterable(words(text) for entry in found for text in entry.text)))


@lru_cache(maxsize=ALIKE)
def words(text: str) -> tuple[str, ...]:
    """Return the words of *text* as `kata.js` cuts a question: lower case, without accents and apostrophes, "man1" as two."""
    plain = re.sub(r"[\u0300-\u036f'’]", "", unicodedata.normalize("NFD", text)).lower()
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"\b([a-z]{2,})([0-9]+)\b", r"\1 \2", plain)))


@lru_cache(maxsize=ALIKE)
def _paragraph(text: str, weight: float) -> str:
    return f'<p data-pagefind-weight="{weight:.3g}">{html.escape(text)}</p>'


def _span(kind: str, key: str, value: str) -> str:
    """Return a value that Pagefind keeps but does not search."""
    return f'<span data-pagefind-{kind}="{key}[data-isi]" data-isi="{html.escape(value)}"></span>'
