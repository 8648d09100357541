"""
Pagefind's index with its pages and filters in one order.

Pagefind 1.5 numbers pages as the folder lists them and keeps filters in hash maps, so the same pages give other bytes, other file
names and another order of equal results on another machine. Its files are CBOR behind a mark, compressed; each is named for the
SHA-1 of its CBOR.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2

from generator.work import spread

VERSION = "1.5."
_MARK = b"pagefind_dcd"


_ODD = (ValueError, LookupError, TypeError, FileNotFoundError, EOFError, zlib.error, gzip.BadGzipFile, cbor2.CBORError)


class FormatError(Exception):
    """The index is not of the kind that is known here."""


def in_order(folder: Path, files: Sequence[str], jobs: int) -> None:
    """
    Rewrite the index in *folder* with its pages in the order of *files* and its filters sorted; raises FormatError.

    Of results that are equally good, Pagefind shows the first. Works in *jobs* processes.
    """
    if not (folder / "pagefind-entry.json").is_file():
        raise FormatError("there is no pagefind-entry.json")
    try:
        _rewrite(folder, {f"/{file}": number for number, file in enumerate(files)}, jobs)
    except _ODD as error:
        raise FormatError(f"{type(error).__name__}, {error}") from error


def _rewrite(folder: Path, place: dict[str, int], jobs: int) -> None:
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    if not entry["version"].startswith(VERSION):
        raise FormatError(f"its version is {entry['version']}, not {VERSION}x")
    for language in entry["languages"].values():
        language["hash"] = _language(folder, language["hash"], place, jobs)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _language(folder: Path, name: str, place: dict[str, int], jobs: int) -> str:
    """Put one language in order and return the new name of its meta file."""
    version, pages, chunks, filters, _, names = _take(folder, f"pagefind.{name}.pf_meta")
    places = [place[file] for file in spread(lambda fragment: _file(folder, fragment), [page[0] for page in pages], jobs)]
    order = sorted(range(len(pages)), key=places.__getitem__)
    rank = {old: new for new, old in enumerate(order)}
    renamed = spread(lambda chunk: _chunk(folder / "index", chunk, rank), [chunk[2] for chunk in chunks], jobs)
    chunks = [[*chunk[:2], new, *chunk[3:]] for chunk, new in zip(chunks, renamed, strict=True)]
    for row in filters:
        key, values = _take(folder / "filter", f"{row[1]}.pf_filter")
        values = sorted([value, sorted(rank[number] for number in numbers)] for value, numbers in values)
        row[1] = _put(folder / "filter", "{}.pf_filter", row[1], [key, values])
    meta = [version, [pages[old] for old in order], chunks, sorted(filters), [], names]
    return _put(folder, "pagefind.{}.pf_meta", name, meta)


def _chunk(folder: Path, name: str, rank: dict[int, int]) -> str:
    """Renumber the pages of some words and return the new name of their file."""
    words = _take(folder, f"{name}.pf_index")
    for word in words[0]:
        word[1] = _renumbered(word[1], rank)
        word[2] = sorted([form, _renumbered(places, rank)] for form, places in word[2])
    return _put(folder, "{}.pf_index", name, words)


def _file(folder: Path, fragment: str) -> str:
    return str(json.loads(_unpacked(folder / "fragment" / f"{fragment}.pf_fragment"))["url"])


def _renumbered(places: list[list[Any]], rank: dict[int, int]) -> list[list[Any]]:
    """Return the places of a word by their new pages; each page number is kept as what it is more than the one before."""
    numbers = accumulate(place[0] for place in places)
    moved = sorted((rank[number], place[1:]) for number, place in zip(numbers, places, strict=True))
    before = [0, *(number for number, _ in moved)]
    return [[number - last, *rest] for last, (number, rest) in zip(before, moved, strict=False)]


def _take(folder: Path, name: str) -> Any:
    """Return what the file says, and remove it, because it gets another name."""
    data = _unpacked(folder / name)
    (folder / name).unlink()
    return cbor2.loads(data)


def _unpacked(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise FormatError(f"{path.name} does not begin with {_MARK.decode()}")
    return data.removeprefix(_MARK)


def _put(folder: Path, pattern: str, old_name: str, value: Any) -> str:
    """Write *value* under the name its bytes give it, as long as the old one, and return that name."""
    data = cbor2.dumps(value)
    language, _, digest = old_name.partition("_")
    name = f"{language}_{hashlib.sha1(data, usedforsecurity=False).hexdigest()[: len(digest)]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(_MARK + data, mtime=0))
    return name
