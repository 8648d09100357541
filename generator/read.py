"""A record comes in: its bytes become data with places, or findings that say why not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator import codes
from generator.diagnostic import Diagnostic, Loc, Problem
from generator.parse import Data, Place, Spot, locate, parse, position, split_lines

MAX_BYTES = 256 * 1024

# What YAML forbids, the line breaks only YAML 1.1 knows (they would shift every line number), and what readers cannot see.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Source:
    """
    One record as it was read.

    *rejected* holds the locs that already have a finding of the reader: their data is only a filler, not the office's word.
    *base* is the standard that fills in the top-level keys which *data* lacks.
    """

    path: str
    text: str = ""
    data: dict[str, Data] = field(default_factory=dict)
    rejected: frozenset[Loc] = frozenset()
    base: "Source | None" = None

    @cached_property
    def spots(self) -> dict[Loc, Spot]:
        """The place of every key and value; read again from the text, because sound records never ask for one."""
        return locate(self.text)

    def merged(self) -> dict[str, Data]:
        """Return the data with the base's keys filled in: a key of one's own replaces the base's key whole."""
        if self.base is None:
            return self.data
        return {**self.base.data, **self.data}

    def inherits(self, loc: Loc) -> bool:
        """Say whether what stands at *loc* comes from the base."""
        return self.base is not None and bool(loc) and loc[0] in self.base.data and loc[0] not in self.data

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Return *problem* at its place; one in an inherited part points into the base and names this record as its heir."""
        if self.base is not None and self.inherits(problem.loc):
            return replace(self.base.diagnose(problem), heirs=(self.path,))
        return self.at(self._place(problem), problem)

    def at(self, place: Place, problem: Problem) -> Diagnostic:
        """Return *problem* as a finding at *place*."""
        lines = split_lines(self.text)
        return Diagnostic(
            path=self.path,
            line=place.line,
            column=place.column,
            code=problem.code.code,
            severity=problem.code.severity,
            message=problem.message,
            hint=problem.hint,
            excerpt=lines[place.line - 1] if place.line <= len(lines) else "",
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
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sound = raw[: error.start].decode("utf-8-sig")
        hint = "di penyunting teks pilih Simpan sebagai…, lalu penyandian UTF-8"
        problem = Problem(codes.BUKAN_UTF8, (), "berkas ini tidak disimpan sebagai UTF-8", hint)
        return _refused(path, sound, position(sound, len(sound)), problem)
    visible = _FORBIDDEN.sub("\ufffd", text)
    tree = parse(visible)
    source = Source(path, visible, tree.data, tree.rejected)
    problems = (*_forbidden_characters(text), *tree.problems)
    return source, tuple(source.at(place, problem) for place, problem in problems)


def _refused(path: str, text: str, place: Place, problem: Problem) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source(path, text, rejected=frozenset({()}))
    return source, (source.at(place, problem),)


def _forbidden_characters(text: str) -> Iterator[tuple[Place, Problem]]:
    for match in _FORBIDDEN.finditer(text):
        message = f"ada karakter yang tidak terlihat atau tidak diizinkan (U+{ord(match[0]):04X})"
        hint = "hapus karakter itu; biasanya terbawa ketika menyalin dari aplikasi lain"
        yield position(text, match.start()), Problem(codes.KARAKTER_TERLARANG, (), message, hint)
