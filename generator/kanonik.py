"""
Data becomes its canonical YAML: one text for the same record, whoever wrote it.

Block style, two spaces a level, items below their key, 100 columns. Whatever else writes records is held to the same examples
(``tests/kanonik/emit/``).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from generator.diagnostic import Loc
from generator.parse import Data

WIDTH = 100

# What no reader sees, and the line breaks of YAML 1.1: written as an escape, as are a tab and a line end outside of a block.
_UNSAFE = r"\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"
_ESCAPED = re.compile(f"[{_UNSAFE}]")
_LINE = re.compile(f"(?:[^{_UNSAFE}]*[^ {_UNSAFE}])?")
_WORDS = re.compile(f"[^ {_UNSAFE}]+(?: [^ {_UNSAFE}]+)+")

_TEXT = re.compile(f"(?:[A-Za-z]|[0-9]+ [A-Za-z(])(?:[^ :{_UNSAFE}]|:(?=[^ ])| (?=[^ #]))*")
_RESOLVED = re.compile("y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_VALUE = re.compile(
    r"true|false"
    r"|(?!-0$|-?0\.000)-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,5}[1-9])?"
    r"|[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"|[12][0-9]{3}-(?:S[12]|T[1-4]|0[1-9]|1[0-2])"
    r"|[0-9]{2}\.[0-9]{2}-[0-9]{2}\.[0-9]{2}(?:, [0-9]{2}\.[0-9]{2}-[0-9]{2}\.[0-9]{2})*"
)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its sign; *is_apart* says that an empty line stood before it."""

    text: str
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a text: in lines of their own *before* a key or an item, *after* one on its line, and at the *end*."""

    before: dict[Loc, list[Comment]] = field(default_factory=dict)
    after: dict[Loc, str] = field(default_factory=dict)
    end: list[Comment] = field(default_factory=list)

    def of(self, loc: Loc) -> Iterator[Comment]:
        """Yield the comments of *loc*, whatever their place."""
        yield from self.before.get(loc, [])
        if loc in self.after:
            yield Comment(self.after[loc])


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str
    is_apart: bool = False


def emit(data: dict[str, Data], comments: Comments) -> str:
    """Return *data* as YAML, its keys in the order they have."""
    lines = [*_Emitter(comments).block(data, (), 0), *_own(comments.end, 0)]
    return "".join(f"{_gap(line)}{' ' * line.indent if line.text else ''}{line.text}\n" for line in lines) if lines else "{}\n"


def is_plain(text: str) -> bool:
    """
    Say whether *text* needs no quotes as a value.

    It does not if it begins with a letter, or with a number and a word, holds no run of spaces, no colon and no ``#`` that would
    mean something, and is no word that YAML 1.1 takes for a truth or for nothing; or if it is true or false, a number that prints
    as itself (so neither 017 nor 17.10), a day that exists, a period, or hours.
    """
    return _VALUE.fullmatch(text) is not None or _is_word(text)


def scalar(text: str, column: int, indent: int) -> tuple[str, list[str]]:
    """
    Return *text* as it is written from *column* on, and the lines below it, which stand at *indent*.

    A text past the width is folded at its spaces, one of several lines is literal. Where that would not give the same text back
    (runs of spaces, white space at its ends, characters that no reader sees) it stands between double quotes on one line; so does
    a single word past the width that is not plain.
    """
    lines = text.split("\n")
    if len(lines) > 1 and lines[0][:1].strip(" ") and lines[-1] and all(map(_LINE.fullmatch, lines)):
        return "|-", lines
    line = text if is_plain(text) else _quoted(text)
    if column + len(line) > WIDTH and _WORDS.fullmatch(text):
        return ">-", _folded(text, WIDTH - indent)
    return line, []


def _folded(text: str, width: int) -> list[str]:
    """Return *text* in lines that break at spaces only (textwrap also drops other white space)."""
    first, *words = text.split(" ")
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _is_word(text: str) -> bool:
    return _TEXT.fullmatch(text) is not None and not _RESOLVED.fullmatch(text)


def _quoted(text: str) -> str:
    """Return *text* between double quotes: JSON is YAML but for what JSON does not escape."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _own(comments: list[Comment], indent: int) -> Iterator[_Line]:
    return (_Line(indent, comment.text, comment.is_apart and not indent) for comment in comments)


def _gap(line: _Line) -> str:
    return "\n" if line.is_apart else ""


@dataclass(frozen=True, slots=True)
class _Emitter:
    comments: Comments

    def block(self, data: dict[str, Data] | list[Data], loc: Loc, indent: int) -> Iterator[_Line]:
        """Yield the lines of a collection that holds something."""
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for part, value in entries:
            here = (*loc, part)
            yield from _own(self.comments.before.get(here, []), indent)
            if isinstance(part, str):
                yield from self._pair(part, value, here, indent)
            else:
                yield from self._item(value, here, indent)

    def _pair(self, key: str, value: Data, loc: Loc, indent: int) -> Iterator[_Line]:
        head = key if _is_word(key) else _quoted(key)
        if value and not isinstance(value, str):
            yield _Line(indent, f"{head}:{self._after(loc)}")
            yield from self.block(value, loc, indent + 2)
        else:
            yield from self._value(f"{head}: ", value, loc, indent)

    def _item(self, value: Data, loc: Loc, indent: int) -> Iterator[_Line]:
        """Yield an item; a collection begins on the line of its dash, after the comments of what it begins with."""
        if not value or isinstance(value, str):
            yield from self._value("- ", value, loc, indent)
            return
        lines = list(self.block(value, loc, indent + 2))
        above = list(takewhile(lambda line: line.text.startswith("#"), lines))
        yield from (_Line(indent, line.text) for line in above)
        first, *rest = lines[len(above) :]
        yield _Line(indent, f"- {first.text}")
        yield from rest

    def _value(self, head: str, value: Data, loc: Loc, indent: int) -> Iterator[_Line]:
        """Yield what stands on one line, or begins there: a text, or a collection that holds nothing."""
        empty = "[]" if isinstance(value, list) else "{}"
        line, below = scalar(value, indent + len(head), indent + 2) if isinstance(value, str) else (empty, [])
        yield _Line(indent, f"{head}{line}{self._after(loc)}")
        yield from (_Line(indent + 2, text) for text in below)

    def _after(self, loc: Loc) -> str:
        return f"  {self.comments.after[loc]}" if loc in self.comments.after else ""
