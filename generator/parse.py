"""YAML text becomes plain data whose every scalar is text; whatever the contract forbids is noted at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator import codes
from generator.diagnostic import Code, Loc, Problem
from generator.place import Lines, Place, Spot
from generator.syntax import FLATTEN, MAX_DEPTH, TOO_DEEP, Complaint, explain, quoted
from generator.tersembunyi import FORBIDDEN, named

if not yaml.__with_libyaml__:
    raise ImportError("PyYAML was built without libyaml, by which records are read")

Event = Any  # libyaml gives every event a mark, and a node its anchor and tag; the stubs of PyYAML do not know

Data = str | list["Data"] | dict[str, "Data"]

MAX_SKIPPED = 100  # levels below a depth that is refused: libyaml takes ever longer for each
MAX_ITEMS = 1000
MAX_CHARACTERS = 20_000
MAX_KEY = 200

_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_GLUED_COMMENT = re.compile(r"\s+#\S")


@dataclass(frozen=True, slots=True)
class Tree:
    """
    The data of one text, with the problems met on the way.

    *rejected* holds the locs whose data is only a filler, because they have a problem of their own; ``()`` is the whole text.
    """

    data: dict[str, Data]
    problems: tuple[tuple[Place, Problem], ...]
    rejected: frozenset[Loc]


def parse(text: str, lines: Lines) -> Tree:
    """Return the data of *text*, whose *lines* the caller already has; after a syntax error it is empty."""
    builder = _Builder(text, lines)
    data = builder.build()
    return Tree(data, tuple(builder.problems), frozenset(builder.rejected))


def locate(text: str) -> dict[Loc, Spot]:
    """Return the spot of every key and value of *text*, as far as it can be parsed."""
    spots: dict[Loc, Spot] = {}
    _Builder(text, Lines(text), spots).build()
    return spots


class _TooDeepError(Exception):
    """The text is nested so deep that reading on would only cost time."""


class _Builder:
    """Turn libyaml's events into data, noting what the contract forbids; *spots* is filled only when it is given."""

    def __init__(self, text: str, lines: Lines, spots: dict[Loc, Spot] | None = None) -> None:
        self.lines = lines
        self.spots = spots
        self._events: Iterator[Event] = iter(yaml.CBaseLoader(text).get_event, None)
        self.problems: list[tuple[Place, Problem]] = []
        self.rejected: set[Loc] = set()
        self._tabs = [lines.place(match.end() - 1) for match in _TAB_INDENT.finditer(text)] if "\t" in text else []
        self._has_comments = "#" in text

    def build(self) -> dict[str, Data]:
        """Return the mapping of the only document; empty if there is none."""
        try:
            data = self._document()
        except yaml.MarkedYAMLError as error:
            data = {}
            self.rejected.add(())
            self._syntax(error)
        except _TooDeepError:
            data = {}
            self.rejected.add(())
        self._note_tabs()
        return data

    def _document(self) -> dict[str, Data]:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return self._no_mapping(Place(1, 1), codes.BERKAS_KOSONG, "berkas ini kosong", "isi, atau hapus berkasnya")
        root = next(self._events)
        data = self._node(root, ())
        next(self._events)  # the end of the document
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            message = "satu berkas hanya boleh berisi satu dokumen; `---` di sini memulai dokumen kedua"
            self._note(after, codes.YAML_DOKUMEN, message, "hapus baris `---`, atau pindahkan isinya ke berkas lain")
        if data == {} and not self.problems:
            return self._no_mapping(_start(root), codes.BERKAS_KOSONG, "berkas ini kosong", "isi, atau hapus berkasnya")
        if isinstance(data, dict):
            return data
        message = "isi berkas harus berupa pasangan `kunci: nilai`"
        return self._no_mapping(_start(root), codes.BUKAN_PEMETAAN, message, "mulailah setiap baris dengan nama kunci")

    def _no_mapping(self, place: Place, code: Code, message: str, hint: str) -> dict[str, Data]:
        self.problems.append((place, Problem(code, (), message, hint)))
        self.rejected.add(())
        return {}

    def _node(self, event: Event, loc: Loc) -> Data:
        """Return the data that begins at *event*; what is refused becomes an empty text at a rejected loc."""
        if isinstance(event, yaml.AliasEvent):
            hint = "tulis isinya sekali lagi di sini"
            self._note(event, codes.YAML_JANGKAR, f"rujukan `*{event.anchor}` tidak dipakai di sini", hint, loc)
            return ""
        if event.anchor is not None:
            hint = f"hapus `&{event.anchor}`; tulis isinya di setiap tempat yang memerlukan"
            self._note(event, codes.YAML_JANGKAR, f"jangkar `&{event.anchor}` tidak dipakai di sini", hint)
        if event.tag is not None:
            message = "tanda jenis (`!…`) tidak dipakai di sini; semua nilai ditulis sebagai teks biasa"
            self._note(event, codes.YAML_JENIS, message, "hapus kata yang diawali tanda seru")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        if len(loc) >= MAX_DEPTH:
            self._note(event, codes.TERLALU_DALAM, TOO_DEEP, FLATTEN, loc)
            self._skip(event)
            return ""
        return self._mapping(event, loc) if isinstance(event, yaml.MappingStartEvent) else self._sequence(event, loc)

    def _scalar(self, event: Event, loc: Loc) -> str:
        text: str = event.value
        if self._tabs and event.style in ("|", ">"):
            block = range(event.start_mark.line + 2, event.end_mark.line + 1)
            self._tabs = [place for place in self._tabs if place.line not in block]
        if not event.style:
            self._plain(event)
        self._characters(event, loc)
        if len(text) > MAX_CHARACTERS:
            message = f"teks ini {len(text)} karakter; batasnya {MAX_CHARACTERS}"
            self._note(event, codes.TERLALU_PANJANG, message, "pendekkan, atau pindahkan ke dokumen yang ditautkan", loc)
        return text

    def _plain(self, event: Event) -> None:
        """Note what a text without quotes silently swallows: an item under an item, or the rest of a line after a #."""
        for number in range(event.start_mark.line + 2, event.end_mark.line + 2):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                message = "butir ini menjorok terlalu dalam, sehingga menyatu dengan teks di atasnya"
                place = Place(number, len(line) - len(line.lstrip()) + 1)
                hint = "samakan jumlah spasi di depan tanda hubung"
                self.problems.append((place, Problem(codes.YAML_SUSUNAN, (), message, hint)))
        rest = self.lines[event.end_mark.line + 1][event.end_mark.column :] if self._has_comments else ""
        if _GLUED_COMMENT.match(rest):
            place = Place(event.end_mark.line + 1, event.end_mark.column + 1 + rest.index("#"))
            message = "tanda # memulai catatan, jadi sisa baris ini tidak dibaca"
            hint = f"{quoted(event.value + rest.rstrip())}, atau beri spasi setelah # kalau memang catatan"
            self.problems.append((place, Problem(codes.YAML_PAGAR, (), message, hint)))

    def _characters(self, event: Event, loc: Loc) -> None:
        """Refuse what an escape between double quotes smuggles in; what stands in the text itself is found before."""
        match = FORBIDDEN.search(event.value)
        if match:
            message = f"ada karakter yang tidak terlihat atau tidak diizinkan ({named(match[0])})"
            self._note(event, codes.KARAKTER_TERLARANG, message, "hapus karakter itu", loc)

    def _mapping(self, start: Event, loc: Loc) -> Data:
        data: dict[str, Data] = {}
        seen = False
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            seen = True
            key = self._key(event, data)
            value = next(self._events)
            if key is not None and _has_no_colon(event, value):
                self._note_comma(event)
                key = None
            if key is None:
                self._skip(value)
                continue
            data[key] = self._value(event, value, (*loc, key))
        if loc and not seen:
            self._empty(start, loc)
        return data

    def _value(self, key: Event, value: Event, loc: Loc) -> Data:
        if self.spots is not None:
            self.spots[loc] = Spot(_start(key), _start(value))
        if isinstance(value, yaml.ScalarEvent) and not value.value.strip():
            self._empty(key, loc)
        return self._node(value, loc)

    def _key(self, event: Event, known: dict[str, Data]) -> str | None:
        """Return the key, or None when the pair is to be left out."""
        if not isinstance(event, yaml.ScalarEvent) or not 0 < len(event.value) <= MAX_KEY:
            self._note(event, codes.KUNCI_BUKAN_TEKS, "nama kunci harus berupa satu kata", "tulis: `kunci: nilai`")
            self._skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._note(event, codes.YAML_JANGKAR, "jangkar dan tanda jenis tidak dipakai di sini", "hapus tandanya")
        key: str = event.value
        self._characters(event, ())
        if key == "<<" and not event.style:
            message = "kunci gabung `<<` tidak dipakai di sini"
            self._note(event, codes.YAML_JANGKAR, message, "tulis semua kuncinya di sini, atau pakai `dasar`")
            return None
        if key in known:
            self._note(event, codes.KUNCI_GANDA, f"kunci `{key}` sudah ditulis di atas", "hapus salah satunya")
            return None
        return key

    def _sequence(self, start: Event, loc: Loc) -> Data:
        items: list[Data] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if len(items) == MAX_ITEMS:
                self._note(event, codes.TERLALU_BANYAK, f"daftar ini lebih dari {MAX_ITEMS} butir", "bagi daftarnya", loc)
            if len(items) >= MAX_ITEMS:
                self._skip(event)
                continue
            items.append(self._value(event, event, (*loc, len(items))))
        if loc and not items:
            self._empty(start, loc)
        return items

    def _note_comma(self, event: Event) -> None:
        key: str = event.value
        name, colon, value = key.partition(":")
        if colon:
            message = "setelah titik dua harus ada satu spasi"
            self._note(event, codes.YAML_TITIK_DUA, message, f"{name}: {value or '…'}")
            return
        message = f"koma memulai kunci baru, jadi `{key}` dibaca sebagai nama kunci"
        number = "tulis pecahan dengan titik dan ribuan tanpa tanda, misalnya 3.62 atau 600000"
        self._note(
            event, codes.YAML_KOMA, message, number if key.isdecimal() else "apit teks yang memuat koma dengan tanda kutip"
        )

    def _empty(self, event: Event, loc: Loc) -> None:
        name = f"kunci `{loc[-1]}`" if isinstance(loc[-1], str) else f"butir ke-{loc[-1] + 1}"
        self._note(event, codes.NILAI_KOSONG, f"{name} tidak berisi apa pun", "isi nilainya, atau hapus barisnya", loc)

    def _skip(self, event: Event) -> None:
        """Consume what *event* begins, without a word."""
        depth = 0
        while depth < MAX_SKIPPED:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(self._events)
        raise _TooDeepError

    def _note(self, event: Event, code: Code, message: str, hint: str, loc: Loc | None = None) -> None:
        self.problems.append((_start(event), Problem(code, loc or (), message, hint)))
        if loc is not None:
            self.rejected.add(loc)

    def _note_tabs(self) -> None:
        for place in self._tabs:
            hint = "ganti dengan spasi, dua untuk setiap tingkat"
            problem = Problem(codes.YAML_TAB, (), "jorokan baris memakai tab; YAML hanya menerima spasi", hint)
            self.problems.append((place, problem))

    def _syntax(self, error: Any) -> None:
        mark, context = error.problem_mark, error.context_mark
        if any(place.line <= mark.line + 1 for place in self._tabs):
            return  # the tab is the cause, and has its own finding
        opened = _place(context or mark)
        found = explain(Complaint(self.lines, f"{error.context or ''}: {error.problem}", _place(mark), opened))
        self.problems.append((found.place, Problem(found.code, (), found.message, found.hint)))


def _has_no_colon(key: Event, value: Event) -> bool:
    """Say whether a pair in braces is only a word after a comma."""
    is_empty = isinstance(value, yaml.ScalarEvent) and not value.value and not value.style
    return is_empty and value.start_mark.index == key.end_mark.index


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _start(event: Event) -> Place:
    return _place(event.start_mark)
