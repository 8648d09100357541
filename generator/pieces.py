"""
A record in pieces, one a top-level key: a piece that was read before is not read again.

Most of what the records of a ministry say, many of them say: standards, channels, opening hours. Equal pieces give one object, so
what comes after the reader can tell by identity that it has met a value before (`generator.sama`).
"""

import re
from itertools import chain

from generator.parse import Data, Tree, parse
from generator.place import Lines
from generator.sama import Ingatan
from generator.tersembunyi import FORBIDDEN

FEW, MUCH = 5, 3  # more pieces than that, or the third part of a text: it is read faster at once than piece by piece
MAX_LENGTH = 8_000  # characters of a piece that is remembered
_CUT = re.compile(r"\n(?=[a-z_])")
_REST = r"[^\n\r\t]*"
_PLAIN = re.compile(r"([a-z_][a-z0-9_]{0,60}): ([A-Za-z](?:[A-Za-z0-9 ,./()-]{0,300}[A-Za-z0-9.)])?)")  # means what it says
_SOUND = re.compile(rf"([a-z_][a-z0-9_]*):(?: {_REST})?(?:\n(?:[ #]{_REST}|-(?: {_REST})?)?)*|#{_REST}(?:\n(?:#{_REST})?)*")

Piece = tuple[tuple[str, Data], ...]  # one pair of key and value, or none where there are only comments

_known: Ingatan[str, tuple[Piece]] = Ingatan()


def data_of_known(text: str) -> dict[str, Data] | None:
    """
    Return the data of *text* from its pieces, if nearly all are known and nothing is wrong with it; else None.

    A text is cut where a line begins with a key. Such a line cannot be the inside of anything but of quotes or brackets, which
    are then open at the end of the piece before; that piece, like any with a problem, can only be read with the whole text.
    """
    pieces = _pieces(text)
    found = [_known.get(piece) or _plain(piece) for piece in pieces]
    fresh = [piece for piece, known in zip(pieces, found, strict=True) if known is None]
    if len(fresh) > FEW or MUCH * sum(map(len, fresh)) > len(text):
        return None
    found = [known or _one(piece) for piece, known in zip(pieces, found, strict=True)]
    if None in found:
        return None
    pairs = list(chain.from_iterable([known[0] for known in found if known]))
    data = dict(pairs)
    return data if len(data) == len(pairs) else None


def parse_new(text: str, lines: Lines) -> Tree:
    """Return what ``parse`` returns, and remember the pieces."""
    tree = parse(text, lines)
    if not tree.problems:
        _remember(_pieces(text), tree.data)
    return tree


def _pieces(text: str) -> list[str]:
    """Return the pieces of *text*; none if its last line does not end."""
    return _CUT.split(text[:-1]) if text.endswith("\n") else []


def _plain(piece: str) -> tuple[Piece] | None:
    """Return what is in a *piece* of one line that no parser is needed for, or None."""
    match = _PLAIN.fullmatch(piece)
    return (((match[1], match[2]),),) if match else None


def _one(piece: str) -> tuple[Piece] | None:
    """Return what is in a new *piece*, or None if it cannot be read alone."""
    match = _SOUND.fullmatch(piece)
    if match is None or FORBIDDEN.search(piece):
        return None
    tree = parse(f"{piece}\n", Lines(f"{piece}\n")) if match[1] else Tree({}, (), frozenset())
    return None if tree.problems else _keep(piece, tuple(tree.data.items()))


def _remember(pieces: list[str], data: dict[str, Data]) -> None:
    """Remember *pieces*, which were read at once, if each of them is what one key says."""
    keys = [match[1] if match else "" for match in map(_SOUND.fullmatch, pieces)]
    if [key for key in keys if key is not None] == list(data):
        for piece, key in zip(pieces, keys, strict=True):
            if not FORBIDDEN.search(piece):
                _keep(piece, ((key, data[key]),) if key else ())


def _keep(piece: str, found: Piece) -> tuple[Piece]:
    return _known.put(piece, (found,)) if len(piece) <= MAX_LENGTH else (found,)
