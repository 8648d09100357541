"""Hostile records for the tests: searched for at random, spliced into sound ones, or written exactly."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostic import Loc
from generator.parse import Data
from generator.place import Place, Spot
from generator.tersembunyi import FORBIDDEN

CAMPAIGN = 50  # times as many examples

Found = TypeVar("Found")


def words(text: str) -> list[str]:
    """Return the words of *text*."""
    return text.split()


# What means something to YAML, to an editor, to the models, to a terminal or to GitHub.
PIECES = (
    *words("& * ! &a *a !a !!str % --- ... ' \" '' \"\" [ ] { } [] {} [[[[[[[[[[[[[[ , : ? - # | > @ ` \\ ~ = << null <script>"),
    *words(
        "::error:: %0A 2026-02-30 0000-11 1-3-2026 Rp5 0000000000000 ٣ é \U0001f600 a\u0301 http://a.b 08.00-25.00 berkas/a.pdf"
    ),
    *("<<: *a\n", "!!python/object:os.system ", "%YAML 1.1\n", "%TAG ! x:\n", "---\n", "...\n", "? ", "- ", ": ", " #", ":\n"),
    *("\t", "\n\t", "\n", "\r\n", "\r", "\n\n", " ", "   ", "|2\n", ">-\n", "\n::error::x", "\ufeff", "\u2028", "\x85", "\xa0"),
    *("\x00", "\x1b[31m", "\x7f", "\u202e", "\ufffe", '"\\ud800"', '"\\0"', '"\\u202e"', '"\\x1b["', "x" * 200, "{{ x }}"),
    *(f"{key}: x\n" for key in words('"[key]" catatan dasar diperiksa nama berkas values model_config __class__')),
)


def hunt(
    request: pytest.FixtureRequest, examples: int, strategy: st.SearchStrategy[Found], check: Callable[[Found], None]
) -> None:
    """Let *check* see *examples* that *strategy* makes, the same in every run; many times as many in a campaign."""
    number = examples * (CAMPAIGN if request.config.getoption("--campaign") else 1)

    @settings(max_examples=number, derandomize=True, database=None, deadline=None)
    @given(strategy)
    def search(found: Found) -> None:
        check(found)

    search()


@st.composite
def spliced(draw: st.DrawFn, path: Path) -> str:
    """Return the record at *path* with pieces put in at random, with the line ends of Windows and a BOM now and then."""
    text = path.read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.sampled_from((0, 0, 1, 5))) :]
    text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))
    return draw(st.sampled_from(("", "", "\ufeff"))) + text


@dataclass
class Writer:
    """YAML with every text between quotes, and where each key and value of it begins."""

    text: str = ""
    starts: dict[Loc, tuple[int, int]] = field(default_factory=dict)

    def node(self, value: Data, loc: Loc, indent: str, *, at_key: int = -1) -> None:
        """Write *value*, which stands under the key that begins at *at_key*; an item is its own key."""
        filled = not isinstance(value, str) and bool(value)
        if filled and loc:
            self.text += "\n" + indent
        if loc:
            self.starts[loc] = (len(self.text) if at_key < 0 else at_key, len(self.text))
        if isinstance(value, str):
            self.text += json.dumps(value, ensure_ascii=False) if "\n" in value or len(value) % 2 else single(value)
        elif not value:
            self.text += "{}" if isinstance(value, dict) else "[]"
        elif isinstance(value, dict):
            self._pairs(value, loc, indent)
        else:
            self._items(value, loc, indent)

    def _pairs(self, value: dict[str, Data], loc: Loc, indent: str) -> None:
        for number, (key, item) in enumerate(value.items()):
            self.text += f"\n{indent}" if number else ""
            start = len(self.text)
            self.text += f"{json.dumps(key, ensure_ascii=False)}: "
            self.node(item, (*loc, key), f"{indent}  ", at_key=start)

    def _items(self, value: list[Data], loc: Loc, indent: str) -> None:
        for number, item in enumerate(value):
            self.text += f"\n{indent}- " if number else "- "
            self.node(item, (*loc, number), f"{indent}  ")

    def spots(self) -> dict[Loc, Spot]:
        """Return where each key and value begins, counted by hand."""
        return {loc: Spot(self._place(key), self._place(value)) for loc, (key, value) in self.starts.items()}

    def _place(self, offset: int) -> Place:
        return Place(self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset))


def single(value: str) -> str:
    """Return *value* between single quotes; for what those cannot hold, between double ones."""
    if any(character < " " for character in value):
        return json.dumps(value, ensure_ascii=False)
    return "'{}'".format(value.replace("'", "''"))


def written(data: dict[str, Data]) -> Writer:
    """Return *data* as YAML."""
    writer = Writer()
    writer.node(data, (), "")
    writer.text += "\n"
    return writer


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cn"]).filter(lambda one: one in "\n\t" or not FORBIDDEN.match(one)), max_size=12
)
KEYS = st.sampled_from(("nama", "catatan", "[key]", "<<", "values", "a b", ": ", "-", "#", "{")) | TEXTS.filter(bool)
NODES: st.SearchStrategy[Data] = st.recursive(
    TEXTS | st.sampled_from(PIECES).filter(lambda piece: not FORBIDDEN.search(piece)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
