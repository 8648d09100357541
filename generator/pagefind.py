"""
Pagefind's index, put together from pieces that were made apart, each of some pages: the same bytes whatever the pieces.

Pagefind 1.5 holds all pages in memory, numbers them as the folder lists them and keeps filters in hash maps. Here it reads some
pages at a time, and pages, words and filters come into one order, in which every word knows its pages. Its files are CBOR behind
a mark, compressed; each is named for its digest.
"""

import gzip
import hashlib
import json
import pickle
import zlib
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import cbor2

from generator.work import spread

VERSION = "1.5."
ENTRY = "pagefind-entry.json"
CHUNK = 20_000  # places of words in one file, as Pagefind has it
DIGITS = 12  # of a digest in a name: 48 bits, so that of a million names no two are expected to be the same
LETTERS = [str(number) for number in range(len(ascii_lowercase) + 1)]  # parts of the alphabet; the first is what comes before `a`
_MARK = b"pagefind_dcd"
_GZIP = zlib.MAX_WBITS | 16  # what zlib is told of a stream with the head that gzip writes
_LEVEL = 1  # of compression: what is packed is soon unpacked

_ODD = (ValueError, LookupError, TypeError, FileNotFoundError, EOFError, zlib.error, cbor2.CBORError)

Place = tuple[float, str]
Posting = tuple[int, bytes]
Word = tuple[str, int, list[Posting], list[tuple[str, list[Posting]]]]


class FormatError(Exception):
    """The index is not of the kind that is known here."""


@dataclass(frozen=True)
class Piece:
    """
    What Pagefind found in some pages, each with its *places* among all, its fragment's name and number of words, in that order.

    *words* packs the words of each part of the alphabet: with the room it takes, and for every page (by its number here) the
    CBOR of where it stands; beside it its forms with accents. *filters* gives the pages of every choice.
    """

    places: tuple[Place, ...]
    fragments: tuple[tuple[str, int], ...]
    words: tuple[bytes, ...]
    filters: dict[str, dict[str, list[int]]]


NOTHING = Piece((), (), (zlib.compress(pickle.dumps([], 5)),) * len(LETTERS), {})


def piece(folder: Path, places: Mapping[str, Place], fields: Sequence[str]) -> tuple[Piece, dict[str, bytes]]:
    """
    Return what is in the index that Pagefind wrote into *folder*, and the files of its fragments by name; raises FormatError.

    *places* says by its file where each page comes, *fields* are all that may be shown of one.
    """
    try:
        return _piece(folder, places, fields)
    except _ODD as error:
        raise FormatError(f"{type(error).__name__}, {error}") from error


def joined(entry: bytes, pieces: Sequence[Piece], fields: Sequence[str], jobs: int) -> Iterator[tuple[str, bytes]]:
    """
    Yield the files of one index over *pieces*, but for the fragments, by name; *entry* is that of any of them.

    Works in *jobs* processes.
    """
    order = sorted((place, number, page) for number, item in enumerate(pieces) for page, place in enumerate(item.places))
    ranks: list[list[int]] = [[] for _ in pieces]
    for rank, (_, number, _) in enumerate(order):
        ranks[number].append(rank)  # in each piece pages stand in the order of their places
    words = spread(lambda letter: _merged(pieces, ranks, int(letter)), LETTERS, jobs, few=jobs)
    chunks = []
    for first, last, data in _chunks(word for some in words for word in some):
        chunks.append((first, last, name := _name(data)))
        yield f"index/{name}.pf_index", _packed(data)
    filters = []
    for key, data in _filters(pieces, ranks):
        filters.append([key, name := _name(data)])
        yield f"filter/{name}.pf_filter", _packed(data)
    pages = [list(pieces[number].fragments[page]) for _, number, page in order]
    told = json.loads(entry)
    meta = cbor2.dumps([told["version"], pages, _bounded(chunks), filters, [], list(fields)])
    yield f"pagefind.{(name := _name(meta))}.pf_meta", _packed(meta)
    (language,) = told["languages"].values()
    language.update(hash=name, page_count=len(pages))
    yield ENTRY, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _piece(folder: Path, places: Mapping[str, Place], fields: Sequence[str]) -> tuple[Piece, dict[str, bytes]]:
    entry = json.loads((folder / ENTRY).read_bytes())
    if not entry["version"].startswith(VERSION):
        raise FormatError(f"its version is {entry['version']}, not {VERSION}x")
    (language,) = entry["languages"].values()
    _, pages, chunks, filters, _, names = cbor2.loads(_unpacked((folder / f"pagefind.{language['hash']}.pf_meta").read_bytes()))
    read = [(folder / "fragment" / f"{name}.pf_fragment").read_bytes() for name, _ in pages]
    texts = [_unpacked(data) for data in read]
    files = [json.loads(text)["url"].removeprefix("/") for text in texts]
    order = sorted(range(len(pages)), key=lambda number: places[files[number]])
    rank = {old: new for new, old in enumerate(order)}
    fragments = tuple((_name(texts[old]), pages[old][1]) for old in order)
    packed = _letters(folder / "index", [chunk[2] for chunk in chunks], rank, [fields.index(name) for name in names])
    choices = dict(_choices(folder / "filter" / f"{name}.pf_filter", rank) for _, name in filters)
    found = Piece(tuple(places[files[old]] for old in order), fragments, packed, choices)
    return found, {f"{name}.pf_fragment": read[old] for old, (name, _) in zip(order, fragments, strict=True)}


def _letters(folder: Path, chunks: Iterable[str], rank: dict[int, int], fields: list[int]) -> tuple[bytes, ...]:
    """Return the words of *chunks*, packed by the part of the alphabet, with the numbers of pages in *rank*."""
    found: list[list[Word]] = [[] for _ in LETTERS]
    tails = _Tails(fields)
    for chunk in chunks:
        for word, pages, forms in cbor2.loads(_unpacked((folder / f"{chunk}.pf_index").read_bytes()))[0]:
            accents = [(form, _postings(places, rank, tails)[1]) for form, places in forms]
            found[bisect(ascii_lowercase, word[:1])].append((word, *_postings(pages, rank, tails), accents))
    return tuple(zlib.compress(pickle.dumps(some, 5), _LEVEL) for some in found)


class _Tails(dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[int, bytes]]):
    """The room for where a word stands on a page, in its text and in what is shown of it, and the CBOR of that; much is alike."""

    def __init__(self, fields: list[int]) -> None:
        super().__init__()
        self._fields = fields

    def __missing__(self, key: tuple[tuple[int, ...], tuple[int, ...]]) -> tuple[int, bytes]:
        places, metas = key
        shown = [-1 - self._fields[-1 - meta] if meta < 0 else meta for meta in metas]  # a negative number names a field
        return self.setdefault(key, (len(places) + len(metas) + 1, cbor2.dumps([places, shown])[1:]))


def _postings(pages: list[list[Any]], rank: dict[int, int], tails: _Tails) -> tuple[int, list[Posting]]:
    """Return the room that a word takes, and its pages by rank; Pagefind tells how much more a page's number is than the last."""
    number, size, found = 0, 0, []
    for more, places, metas in pages:
        number += more
        room, tail = tails[tuple(places), tuple(metas)]
        size += room
        found.append((rank[number], tail))
    found.sort()
    return size, found


def _choices(path: Path, rank: dict[int, int]) -> tuple[str, dict[str, list[int]]]:
    key, values = cbor2.loads(_unpacked(path.read_bytes()))
    return key, {value: sorted(rank[number] for number in numbers) for value, numbers in values}


def _merged(pieces: Sequence[Piece], ranks: list[list[int]], letter: int) -> list[tuple[str, int, bytes]]:
    """Return the words of a part of the alphabet in order, each with the room it takes and its CBOR."""
    sizes: Counter[str] = Counter()
    found: dict[str, list[Posting]] = {}
    accents: dict[str, dict[str, list[Posting]]] = {}
    for item, rank in zip(pieces, ranks, strict=True):
        words: list[Word] = pickle.loads(zlib.decompress(item.words[letter]))  # noqa: S301 - our own
        for word, size, postings, forms in words:
            sizes[word] += size
            found.setdefault(word, []).extend([(rank[page], tail) for page, tail in postings])
            for form, places in forms:
                accents.setdefault(word, {}).setdefault(form, []).extend([(rank[page], tail) for page, tail in places])
    return [(word, sizes[word], _word(word, found[word], accents.get(word, {}))) for word in sorted(found)]


def _word(word: str, postings: list[Posting], forms: dict[str, list[Posting]]) -> bytes:
    accents = [b"\x82" + cbor2.dumps(form) + _array(_steps(places)) for form, places in sorted(forms.items())]
    return b"\x83" + cbor2.dumps(word) + _array(_steps(postings)) + _array(accents)


def _steps(postings: list[Posting]) -> list[bytes]:
    """Return the CBOR of every page of a word: what its number is more than the one before, and where the word stands."""
    before, steps = 0, []
    for number, tail in sorted(postings):
        steps.append(_step(number - before) + tail)
        before = number
    return steps


@lru_cache(maxsize=1 << 16)
def _step(more: int) -> bytes:
    return b"\x83" + cbor2.dumps(more)


def _array(items: Sequence[bytes]) -> bytes:
    """Return the CBOR of an array of what is CBOR already."""
    return cbor2.dumps([None] * len(items))[: -len(items) or None] + b"".join(items)  # None is one byte


def _chunks(words: Iterable[tuple[str, int, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield files of words, each with its first and its last one."""
    some: list[tuple[str, bytes]] = []
    room = 0
    for word, size, data in words:
        some.append((word, data))
        room += size
        if room >= CHUNK:
            yield some[0][0], word, b"\x81" + _array([data for _, data in some])
            some, room = [], 0
    if some:
        yield some[0][0], some[-1][0], b"\x81" + _array([data for _, data in some])


def _bounded(chunks: Iterable[tuple[str, str, str]]) -> list[list[str]]:
    """Return from where to where each file goes, no longer than tells it from the next; the beginnings of words are asked for."""
    bounded: list[list[str]] = []
    for first, last, name in chunks:
        start = first
        if bounded:
            before = bounded[-1]
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before[1], first, strict=False)))
            start, end = first[: shared + 1], before[1][: shared + 1]
            before[1] = end if end >= before[0] else before[1]
        bounded.append([start, last, name])
    return bounded


def _filters(pieces: Sequence[Piece], ranks: list[list[int]]) -> Iterator[tuple[str, bytes]]:
    """Yield every filter with the CBOR of its choices and their pages."""
    found: dict[str, dict[str, list[int]]] = {}
    for item, rank in zip(pieces, ranks, strict=True):
        for key, values in item.filters.items():
            for value, pages in values.items():
                found.setdefault(key, {}).setdefault(value, []).extend(rank[page] for page in pages)
    for key, values in sorted(found.items()):
        yield key, cbor2.dumps([key, [[value, sorted(pages)] for value, pages in sorted(values.items())]])


def _unpacked(packed: bytes) -> bytes:
    data = zlib.decompress(packed, _GZIP)
    if not data.startswith(_MARK):
        raise FormatError(f"a file does not begin with {_MARK.decode()}")
    return data.removeprefix(_MARK)


def _packed(data: bytes) -> bytes:
    return gzip.compress(_MARK + data, mtime=0)


def _name(data: bytes) -> str:
    return f"id_{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:DIGITS]}"
