"""What a record says is accepted and read back equal from the open data, or refused at its place; nothing in between."""

import json
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from arena import Arena
from conftest import ROOT
from hostile import hunt, spliced
from hypothesis import strategies as st
from kontrak import FILES, lost, said
from mutasi import KINDS_BERSAMA, files_of, kind_of, mutated
from portal import PAGES, lay, remember, satker_of, site_of
from sahih import KINDS, record, text, whole

from generator.opendata.satker import data_satker
from generator.portal import load_portal

pytestmark = pytest.mark.campaign

CORPUS = sorted((Path(__file__).parent / "fuzz").glob("*.yml"))
RECORDS = sorted(path for folder in ("satker", "tests/records/pages") for path in (ROOT / folder).rglob("*.yml"))
GROWTH = 300_000  # KiB that a campaign may take more than its first inputs


@pytest.fixture(name="arena", scope="module")
def _arena(tmp_path_factory: pytest.TempPathFactory) -> Arena:
    return Arena(tmp_path_factory.mktemp("arena"))


@pytest.fixture(autouse=True)
def _measured(request: pytest.FixtureRequest, arena: Arena, note: Callable[[str], None]) -> Iterator[None]:
    """Hold every campaign to a bound of memory, and say what it saw."""
    arena.broken(whole(Random(0)), with_pages=True)
    arena.seen.clear()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    if request.config.getoption("--campaign"):
        note(f"{request.node.name}: {arena.summary()}")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH


def seeds() -> st.SearchStrategy[int]:
    """Return the numbers from which inputs are made."""
    return st.integers(0, 2**48)


def test_whole_satker(request: pytest.FixtureRequest, arena: Arena) -> None:
    """Satker of all files and any keys that the schema allows: every key is in the open data, and the pages are made."""

    def check(seed: int) -> None:
        assert arena.broken(whole(Random(seed)), with_pages=seed % 8 == 0) == []

    hunt(request, 25, seeds(), check)


@pytest.mark.parametrize("kind", KINDS_BERSAMA)
def test_shared_records(kind: str, request: pytest.FixtureRequest, arena: Arena) -> None:
    """Registers and standards: every key of theirs is in the open data."""

    def check(seed: int) -> None:
        rng = Random(seed)
        assert arena.broken(files_of(kind, text(rng, record(rng, kind)).encode())) == []

    hunt(request, 12, seeds(), check)


def test_mutated_records(request: pytest.FixtureRequest, arena: Arena) -> None:
    """Sound records with bytes changed, moved, doubled or cut out, alone and in the place of others."""

    def check(seed: int) -> None:
        rng = Random(seed)
        path, kind = rng.choice(RECORDS), rng.choice((*KINDS, *KINDS_BERSAMA))
        is_real = rng.random() < 0.4
        kind, raw = (kind_of(path), path.read_bytes()) if is_real else (kind, text(rng, record(rng, kind)).encode())
        assert arena.broken(files_of(kind, mutated(rng, raw))) == []

    hunt(request, 80, seeds(), check)


def test_spliced_records(request: pytest.FixtureRequest, arena: Arena) -> None:
    """The records of the repository with pieces of YAML put in."""

    def check(case: tuple[str, str]) -> None:
        assert arena.broken(files_of(case[0], case[1].encode("utf-8", "surrogatepass"))) == []

    kinds = st.sampled_from(RECORDS).flatmap(lambda path: st.tuples(st.just(kind_of(path)), spliced(path)))
    hunt(request, 40, kinds, check)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path, arena: Arena) -> None:
    """What a campaign once found, and inputs that lead to different places, break nothing."""
    raw = path.read_bytes()

    assert arena.broken(files_of(path.name.partition("-")[0], raw)) == []


def ways(record: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every key of *record* that is published."""
    for key, value in record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ():
        if isinstance(record, dict) and key != "catatan":
            yield (*loc, key)
        if key != "catatan":
            yield from ways(value, (*loc, key))


def without(told: Any, loc: tuple[str | int, ...]) -> Any:
    """Return *told* without what stands at *loc*."""
    copy = json.loads(json.dumps(told))
    inner = copy
    for part in loc[:-1]:
        inner = inner[part]
    del inner[loc[-1]]
    return copy


def test_a_missing_key_is_seen(tmp_path: Path) -> None:
    """The comparison sees any key that is taken out of the open data of a satker that has them all."""
    records = lay(PAGES, tmp_path)
    portal = load_portal(records, memory=remember)
    told = json.loads(data_satker(site_of(portal), satker_of(portal)["contoh"]).berkas["data/satker/contoh.json"])
    parts = {f"{name}.yml": told[FILES.get(name, name)] for name in ("satker", "motto", "pengaduan", "zi", "survei", "informasi")}
    parts |= {"layanan/lengkap.yml": told["layanan"]["lengkap"]}
    for name, part in parts.items():
        record = said((records / "contoh" / name).read_bytes())
        found = list(ways(record))

        assert list(lost(record, part)) == []
        assert len(found) > 3
        assert [loc for loc in found if not list(lost(record, without(part, loc)))] == []
