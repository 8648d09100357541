"""The comments of a sound text, each with what it is said of."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import yaml

from generator.diagnostic import Loc
from generator.kanonik import Comment, Comments
from generator.place import Lines

Event = Any  # as in parse

_COMMENT = re.compile(r"#[^\r\n]*")
_REST = re.compile(r"[^\r\n]*")


def find_comments(text: str) -> Comments:
    """
    Return the comments of *text*, which the reader had nothing against.

    One in a line of its own belongs to what follows it; one that ends a line to what ends there, or else begins there.
    """
    finder = _Finder(text)
    for start, words in finder.comments():
        finder.assign(start, words)
    return finder.found


class _Finder:
    """Walk libyaml's events: comments stand between the scalars, and nowhere else can there be a ``#``."""

    def __init__(self, text: str) -> None:
        self.found = Comments()
        self._text = text
        self._lines = Lines(text)
        self._scalars: list[tuple[int, int]] = []
        self._starts: list[tuple[int, Loc]] = []  # of keys, of items, and of values that are no blocks
        self._begun: dict[int, list[tuple[int, Loc]]] = {}  # the same by line
        self._ended: dict[int, list[tuple[int, Loc]]] = {}  # what ends on a line: neither block scalars nor block collections
        self._collections: set[Loc] = set()
        if "#" in text:
            self._events: Iterator[Event] = iter(yaml.CBaseLoader(text).get_event, None)
            next(self._events)  # the start of the stream
            next(self._events)  # the start of the document
            self._node(next(self._events), ())

    def comments(self) -> Iterator[tuple[int, str]]:
        """Yield the offset and the text of every comment."""
        before = 0
        for start, end in [*self._scalars, (len(self._text), 0)]:
            for match in _COMMENT.finditer(self._text, before, start):
                yield match.start(), match[0].rstrip()
            before = end

    def assign(self, start: int, words: str) -> None:
        """Give the comment at *start* to what it is said of."""
        place = self._lines.place(start)
        line = self._lines[place.line]
        if not line[: place.column - 1].strip():
            above = place.line > 1 and not self._lines[place.line - 1].strip()
            self._following(start).append(Comment(words, above))
            return
        owner = self._owner(start, place.line)
        if owner is None:
            self._following(start).append(Comment(words))
        elif owner in self.found.after or (owner in self._collections and isinstance(owner[-1], int)):
            self.found.before.setdefault(owner, []).append(Comment(words))
        else:
            self.found.after[owner] = words

    def _following(self, start: int) -> list[Comment]:
        number = bisect_right(self._starts, start, key=itemgetter(0))
        return self.found.before.setdefault(self._starts[number][1], []) if number < len(self._starts) else self.found.end

    def _owner(self, start: int, line: int) -> Loc | None:
        """Return the outermost of what ends on *line* before *start*, or the innermost of what begins there."""
        ended = [loc for index, loc in self._ended.get(line, []) if index <= start]
        begun = [loc for index, loc in self._begun.get(line, []) if index < start]
        return min(reversed(ended), key=len) if ended else begun[-1] if begun else None

    def _node(self, event: Event, loc: Loc) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
            if event.style not in ("|", ">"):
                self._end(event.end_mark, loc)
            return
        self._collections.add(loc)
        end = self._mapping(loc) if isinstance(event, yaml.MappingStartEvent) else self._sequence(loc)
        if event.flow_style:
            self._end(end.end_mark, loc)

    def _mapping(self, loc: Loc) -> Event:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            here = (*loc, event.value)
            self._start(event.start_mark, here)
            self._scalar(event)
            value = next(self._events)
            if isinstance(value, yaml.ScalarEvent) or value.flow_style:
                self._start(value.start_mark, here)
            self._node(value, here)
        return event

    def _sequence(self, loc: Loc) -> Event:
        number = 0
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._start(event.start_mark, (*loc, number))
            self._node(event, (*loc, number))
            number += 1
        return event

    def _scalar(self, event: Event) -> None:
        """Keep where no comment can be: a scalar, but for the first line of a block, where its signs stand."""
        is_block = event.style in ("|", ">")
        start = event.start_mark.index
        header = _REST.match(self._text, start)
        self._scalars.append((header.end() if is_block and header else start, event.end_mark.index))

    def _start(self, mark: Any, loc: Loc) -> None:
        self._starts.append((mark.index, loc))
        self._begun.setdefault(mark.line + 1, []).append(self._starts[-1])

    def _end(self, mark: Any, loc: Loc) -> None:
        if loc:
            self._ended.setdefault(mark.line + 1, []).append((mark.index, loc))
