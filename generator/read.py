"""A record comes in: its bytes become data with places, or findings that say why not."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator import codes
from generator.diagnostic import Diagnostic, Loc, Problem
from generator.keys import bytes_key
from generator.parse import Data, locate
from generator.pieces import data_of_known, parse_new
from generator.place import Lines, Place, Spot
from generator.teks import Teks, teks
from generator.tersembunyi import FORBIDDEN, UNESCAPED, named

MAX_BYTES = 256 * 1024
MAX_WORDS = 600
MAX_FINDINGS = 100  # a record; more than that is one mistake made many times

_OWN = ("alamat_lama", "boleh_tampil", "catatan", "diperiksa")  # said of one record, and so never inherited


@dataclass(frozen=True)
class Source:
    """
    One record as it was read.

    *rejected* holds the locs that already have a finding of the reader: their data is only a filler, not the office's word.
    *base* is the standard that fills in the top-level keys which *data* lacks. *is_new* says that hardly a piece of it was known
    from other records. *key* is that of the bytes of the file, empty where they are no sound text.
    """

    path: str
    text: str = ""
    data: dict[str, Data] = field(default_factory=dict)
    rejected: frozenset[Loc] = frozenset()
    base: "Source | None" = None
    is_new: bool = False
    key: str = ""

    @cached_property
    def spots(self) -> dict[Loc, Spot]:
        """The place of every key and value; read again from the text, because sound records never ask for one."""
        return locate(self.text)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def texts(self) -> Teks:
        """Every text of the record's own data."""
        return teks(self.data)

    def merged(self) -> dict[str, Data]:
        """Return the data with the base's keys filled in: a key of one's own replaces the base's key whole."""
        if self.base is None:
            return self.data
        return {key: value for key, value in self.base.data.items() if key not in _OWN} | self.data

    def inherits(self, loc: Loc) -> bool:
        """Say whether what stands at *loc* comes from the base."""
        return self.base is not None and bool(loc) and loc[0] not in self.data and loc[0] in self.merged()

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Return *problem* at its place; one in an inherited part points into the base and names this record as its heir."""
        if self.base is not None and self.inherits(problem.loc):
            return replace(self.base.diagnose(problem), heirs=(self.path,))
        return self.at(self._place(problem), problem)

    def at(self, place: Place, problem: Problem) -> Diagnostic:
        """Return *problem* as a finding at *place*."""
        line = self.lines[place.line]
        return Diagnostic(
            path=self.path,
            line=place.line,
            column=place.column,
            code=problem.code.code,
            severity=problem.code.severity,
            message=_clipped(problem.message),
            hint=_clipped(problem.hint),
            excerpt=re.sub(r"\d|[\w.+-]+(?=@)", "•", line) if problem.code.is_private else line,
            key=str(problem.loc[0]) if problem.loc else "",
        )

    def _place(self, problem: Problem) -> Place:
        """Return the nearest place on the way to the loc: a key that is missing is reported at the mapping that lacks it."""
        for end in range(len(problem.loc), 0, -1):
            spot = self.spots.get(problem.loc[:end])
            if spot is not None:
                return spot.key if problem.at_key or end < len(problem.loc) else spot.value
        return Place(1, 1)


def read(path: str, raw: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the record in *raw* with every finding of the reader; after a syntax error its data is empty."""
    if len(raw) > MAX_BYTES:
        message = f"berkas ini lebih besar daripada {MAX_BYTES // 1024} KiB, batas untuk satu rekaman"
        problem = Problem(codes.TERLALU_BESAR, (), message, "pendekkan teksnya, atau bagi menjadi beberapa rekaman")
        return _refused(path, "", Place(1, 1), problem)
    key = bytes_key(raw)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        if b"\0" in raw:
            raise UnicodeDecodeError("utf-8", raw, raw.index(b"\0"), len(raw), "NUL")  # noqa: TRY301 - UTF-16, or no text at all
        text = raw.decode()
    except UnicodeDecodeError as error:
        sound = raw[: error.start].decode("utf-8", "replace")
        hint = "di penyunting teks pilih Simpan sebagai…, lalu penyandian UTF-8"
        problem = Problem(codes.BUKAN_UTF8, (), "berkas ini tidak disimpan sebagai UTF-8", hint)
        return _refused(path, sound, Lines(sound).place(len(sound)), problem)
    known = data_of_known(text)
    return (Source(path, text, known, key=key), ()) if known else _read_new(path, text, key)


def _read_new(path: str, text: str, key: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    forbidden = UNESCAPED if "\\" in text else FORBIDDEN
    visible = forbidden.sub("\ufffd", text)
    lines = Lines(visible)
    tree = parse_new(visible, lines)
    source = Source(path, visible, tree.data, tree.rejected, is_new=True, key=key)
    problems = [*(_forbidden_characters(forbidden.finditer(text), lines) if visible != text else ()), *tree.problems]
    return source, tuple(source.at(place, problem) for place, problem in capped(problems))


def capped(problems: list[tuple[Place, Problem]]) -> list[tuple[Place, Problem]]:
    """Return the first problems of a record, and one that says how many more there are."""
    more = len(problems) - MAX_FINDINGS
    if more <= 0:
        return problems
    first = sorted(problems, key=lambda item: item[0])[:MAX_FINDINGS]
    return [*first, (first[-1][0], Problem(codes.TEMUAN_LAIN, (), f"masih ada {more} temuan lain di berkas ini"))]


def _refused(path: str, text: str, place: Place, problem: Problem) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source(path, text, rejected=frozenset({()}))
    return source, (source.at(place, problem),)


def _forbidden_characters(found: Iterator[re.Match[str]], lines: Lines) -> Iterator[tuple[Place, Problem]]:
    for match in found:
        message = f"ada karakter yang tidak terlihat atau tidak diizinkan ({named(match[0])})"
        hint = "hapus karakter itu; biasanya terbawa ketika menyalin dari aplikasi lain"
        yield lines.place(match.start()), Problem(codes.KARAKTER_TERLARANG, (), message, hint)


def _clipped(words: str) -> str:
    """Return *words* short enough to be read, whatever a record put into them."""
    return words if len(words) <= MAX_WORDS else f"{words[:MAX_WORDS]}…"
