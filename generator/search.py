"""The search index: one small stub a page holds what should be found of it, and Pagefind's program reads the stubs."""

import html
import json
import os
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pagefind import FormatError, in_order
from generator.pipeline import Output
from generator.render.page import Entry
from generator.write import write

FOLDER = "pagefind"
WORDS = "kata.json"  # beside the index: the words by which the page mends typing errors
NAME, WORD, BODY = 7, 5, 0.4  # weights of Pagefind, which takes 0 to 10
UNUSED = ("*-ui.*", "*-highlight.js")  # Pagefind's own boxes: ours is `cari.js`


class SearchError(Exception):
    """Pagefind's program refused; the message is its own."""


def program() -> Path | None:
    """Return Pagefind's program, or None where its package is not installed."""
    package = find_spec("pagefind_bin")
    path = Path(package.origin).parent / "pagefind" if package and package.origin else None
    return path if path and path.is_file() else None


def index(binary: Path, entries: list[tuple[str, Entry]], site: Path) -> None:
    """Write the index of *entries*, each with the address of its page, into *site*; raises SearchError."""
    folder = site.absolute() / FOLDER
    found = {f"{url}{entry.part}{'/' if entry.part else ''}": (url, entry) for url, entry in entries}
    with TemporaryDirectory(prefix="zi-cari-") as stubs:
        write((Output(f"{address}index.html", stub(*page).encode()) for address, page in found.items()), Path(stubs))
        _run(binary.absolute(), Path(stubs), folder)
    try:
        in_order(folder, sorted(found, key=lambda address: (-found[address][1].weight, address)))
    except FormatError as error:
        raise SearchError(f"Pagefind wrote an index that is not known here: {error}") from error
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    (folder / WORDS).write_text(json.dumps(vocabulary([entry for _, entry in entries])), "utf-8")


def _run(binary: Path, stubs: Path, folder: Path) -> None:
    """Run Pagefind where no configuration of it lies, and without what the environment may say to it."""
    command = [str(binary), "--site", str(stubs), "--output-path", str(folder), "--force-language", "id", "--silent"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(command, cwd=stubs, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - a pinned package's program
    except OSError as error:
        raise SearchError(str(error)) from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise SearchError(said[0] if said else f"Pagefind ended with {done.returncode}")


def stub(url: str, entry: Entry) -> str:
    """Return the page that Pagefind reads: names weigh most, then the words people use, then the rest."""
    meta = entry.meta | ({"alamat": f"{url}#{entry.part}"} if entry.part else {})
    pieces = [
        f'<h1 data-pagefind-weight="{NAME * entry.weight:.3g}">{html.escape(entry.name)}</h1>',
        *_paragraphs(entry.words, WORD * entry.weight),
        *_paragraphs(entry.text, BODY),
        *(_span("meta", key, value) for key, value in meta.items()),
        *(_span("filter", key, value) for key, values in entry.filters.items() for value in values),
    ]
    return f'<!doctype html><html lang="id"><body data-pagefind-body>{"".join(pieces)}</body></html>'


def vocabulary(entries: list[Entry]) -> dict[str, list[str]]:
    """
    Return the words that exist, each once: in *nama* those of names and keywords, the most frequent first, in *lain* the others.

    The page mends a word that is in neither by the nearest of *nama*.
    """
    named = Counter(word for entry in entries for text in (entry.name, *entry.words) for word in words(text))
    other = {word for entry in entries for text in entry.text for word in words(text)} - named.keys()
    return {"nama": sorted(named, key=lambda word: (-named[word], word)), "lain": sorted(other)}


def words(text: str) -> Iterator[str]:
    """Yield the words of *text* as `kata.js` cuts a question: lower case, without accents and apostrophes, "man1" as two."""
    plain = re.sub(r"[\u0300-\u036f'’]", "", unicodedata.normalize("NFD", text)).lower()
    yield from re.findall(r"[a-z0-9]+", re.sub(r"\b([a-z]{2,})([0-9]+)\b", r"\1 \2", plain))


def _paragraphs(texts: tuple[str, ...], weight: float) -> Iterator[str]:
    for text in texts:
        yield f'<p data-pagefind-weight="{weight:.3g}">{html.escape(text)}</p>'


def _span(kind: str, key: str, value: str) -> str:
    """Return a value that Pagefind keeps but does not search."""
    return f'<span data-pagefind-{kind}="{key}[data-isi]" data-isi="{html.escape(value)}"></span>'
