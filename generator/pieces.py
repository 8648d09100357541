"""
A record in pieces, one a top-level key: a piece that was read before is not read again.

Most of what the records of a ministry say, many of them say: standards, channels, opening hours. Equal pieces give one object, so
what comes after the reader can tell by identity that it has met a value before (`generator.sama`).
"""

import re
from itertools import chain

from generator.parse import Data, Tree, parse
from generator.place import Lines

MAX_PIECES = 4_000
FEW, MUCH = 5, 3  # more pieces than that, or the third part of a text: it is read faster at once than piece by piece
MAX_LENGTH = 8_000  # characters of a piece that is remembered
_CUT = re.compile(r"\n(?=[a-z_])")
_REST = r"[^\n\r\t]*"
_SOUND = re.compile(rf"([a-z_][a-z0-9_]*):(?: {_REST})?(?:\n(?:[ #]{_REST}|-(?: {_REST})?)?)*|#{_REST}(?:\n(?:#{_REST})?)*")
_NONE: dict[str, Data] = {}

_known: dict[str, dict[str, Data]] = {}


def parse_known(text: str, lines: Lines) -> tuple[Tree, bool]:
    """
    Return what ``parse`` returns, from the pieces that are known, and whether hardly one was.

    A text is cut where a line begins with a key. Such a line cannot be the inside of anything but of quotes or brackets, which
    are then open at the end of the piece before; that piece, like any with a problem, sends the whole text to ``parse``.
    """
    pieces = _CUT.split(text.removesuffix("\n"))
    fresh = [piece for piece in pieces if piece not in _known] if text.endswith("\n") else pieces
    if len(fresh) > FEW or MUCH * sum(map(len, fresh)) > len(text):
        return _whole(text, lines, pieces), True
    found = [_known[piece] if piece in _known else _one(piece) for piece in pieces]
    data = dict(chain.from_iterable(piece.items() for piece in found if piece))
    if not data or None in found or len(data) < sum(map(len, filter(None, found))):
        return parse(text, lines), False
    return Tree(data, (), frozenset()), False


def _one(piece: str) -> dict[str, Data] | None:
    """Return the data of a new *piece*, or None if it cannot be read alone."""
    match = _SOUND.fullmatch(piece)
    if match is None:
        return None
    if match[1] is None:
        return _keep(piece, _NONE)
    tree = parse(f"{piece}\n", Lines(f"{piece}\n"))
    return None if tree.problems else _keep(piece, tree.data)


def _whole(text: str, lines: Lines, pieces: list[str]) -> Tree:
    """Read *text* at once, which is faster than in many pieces, and remember these."""
    tree = parse(text, lines)
    keys = [match[1] if match else "" for match in map(_SOUND.fullmatch, pieces)]
    if not tree.problems and text.endswith("\n") and [key for key in keys if key is not None] == list(tree.data):
        for piece, key in zip(pieces, keys, strict=True):
            _keep(piece, {key: tree.data[key]} if key else _NONE)
    return tree


def _keep(piece: str, data: dict[str, Data]) -> dict[str, Data]:
    if len(piece) <= MAX_LENGTH:
        if len(_known) >= MAX_PIECES:
            _known.clear()
        _known[piece] = data
    return data
