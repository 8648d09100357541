"""What a build holds in memory of each satker, counted in bytes: ten thousand must fit, and no record may stay."""

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from bench import portal
from conftest import ROOT

from generator.cache import STATE, Cache
from generator.clock import build_day
from generator.load import load_bersama
from generator.made import Order
from generator.make import make
from generator.plugin import draw
from generator.portal import make_index, quietly
from generator.reading import SURVEYS, Reader, known_of, read_records
from generator.work import Crew

FEW, MANY = 8, 16  # satker of the two portals: what a satker takes is what more of them take
KNOWN, SUMMARY, FILE = 13_000, 7_000, 12_000  # bytes; they were 25, 38 and 16 thousand before anything was packed


@dataclass(frozen=True)
class Taken:
    """Bytes: of the last build's state in memory, of its files, and of what the satker show of each other."""

    known: int
    summaries: int
    file: int


def reach(*roots: object) -> int:
    """Return the bytes of all that can be reached from *roots*, each object once, without classes and modules."""
    seen: set[int] = set()
    waiting, size = list(roots), 0
    while waiting:
        found = waiting.pop()
        if id(found) not in seen and not isinstance(found, (type, ModuleType, FunctionType)):
            seen.add(id(found))
            size += sys.getsizeof(found)
            waiting += gc.get_referents(found)
    return size


def build(folder: Path, satker: int) -> Taken:
    """Build a portal of so many *satker* in *folder*, and weigh what is kept of it."""
    folder.mkdir()
    portal.write(folder, satker)
    cache = Cache(folder / "cache", "mesin")
    order = Order(folder / "satker", folder / "site", build_day(), with_search=False, with_docs=False)
    made = make(order, lambda: (draw(ROOT / "mkdocs.yml"), ""), cache, quietly, cache.load())
    state = cache.load()
    crew = Crew(Reader(order, load_bersama(order.root), folder, cache), 1)
    records = read_records(crew, known_of(order, state.known), quietly)

    assert (made.folder, made.satker) == (folder / "site", satker)
    index = make_index(records.surveyed, ())
    size = sum((folder / "cache" / name).stat().st_size for name in (STATE, f"{SURVEYS}.isi"))
    return Taken(reach(state.known, state.units), reach(records.surveyed, index), size)


@pytest.fixture(name="taken", scope="module")
def _taken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Taken], int]], float]:
    """Return what one satker more takes."""
    folder = tmp_path_factory.mktemp("ingatan")
    few, many = (build(folder / str(satker), satker) for satker in (FEW, MANY))
    return lambda of: (of(many) - of(few)) / (MANY - FEW)


def test_what_is_known_of_a_satker_is_packed(taken: Callable[[Callable[[Taken], int]], float]) -> None:
    """Of its folder and its outputs, as the last build left them."""
    assert 0 < taken(lambda one: one.known) <= KNOWN
    assert 0 < taken(lambda one: one.file) <= FILE


def test_what_others_see_of_a_satker_is_small(taken: Callable[[Callable[[Taken], int]], float]) -> None:
    """With twelve services; what these say alike is there once."""
    assert 0 < taken(lambda one: one.summaries) <= SUMMARY
