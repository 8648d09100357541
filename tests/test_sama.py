"""What is made once for many is what would have been made for each."""

import pickle
from datetime import date
from pathlib import Path

import pytest
from bench import portal as bench
from portal import ROOT, remember, satker_of, site_of

from generator.load import load_bersama
from generator.opendata.satker import data_satker
from generator.pipeline import measured, satker_pages
from generator.portal import Portal, load_portal, look
from generator.render.env import make_env
from generator.sama import MOST, Ingatan, Sama
from generator.senama import Senama

SEEN = 40  # satker of the benchmark, after which all that they share was met
MOST_READ, MOST_DRAWN = 16, 10  # things of one more that are remembered for the first time: names, address, what only it promises


def pages(portal: Portal, *, shared: bool) -> dict[str, str]:
    """Return every page of every satker; without *shared* each satker is drawn as if there were no other."""
    site = site_of(portal)
    drawn: dict[str, str] = {}
    env = make_env(ROOT / "theme")
    for satker in satker_of(portal).values():
        if not shared:
            env = make_env(ROOT / "theme")
            env.globals["sekali"] = lambda make, *things: make(*things)
        drawn |= {page.url: page.body for page in satker_pages(env, measured(site, satker), satker)}
    return drawn


def test_pages_that_share_parts() -> None:
    """The pages of all satker of this repository are the same whether parts are shared or drawn for each."""
    portal = load_portal(ROOT / "satker", memory=remember)

    assert pages(portal, shared=True) == pages(portal, shared=False)


def test_of_one_more_satker_little_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once others have said what it says, only what is its own is made: a memory whose key is always another one never hits."""
    bench.write(tmp_path, SEEN + 1)
    root, made = tmp_path / "satker", [0]
    shared, names, put = load_bersama(root), sorted(path.name for path in root.glob("kantor-*")), Ingatan.put

    def count(memory: Ingatan[object, object], key: object, result: object) -> object:
        made[0] += 1
        return put(memory, key, result)

    monkeypatch.setattr(Ingatan, "put", count)
    for name in names:
        before = made[0]
        pickle.dumps(look(root, name, shared, date(2026, 11, 24), remember)[0])
    read, portal = made[0] - before, load_portal(root, memory=remember)
    env, site = make_env(ROOT / "theme"), site_of(portal)
    for satker in satker_of(portal).values():
        before, known = made[0], measured(site, satker)
        list(satker_pages(env, known, satker))
        data_satker(known, satker)

    assert 0 < read <= MOST_READ
    assert 0 < made[0] - before <= MOST_DRAWN


def test_same_things_give_the_same_result() -> None:
    """Things are one if they are one object, texts if they are equal; what is made otherwise is another result."""
    sama: Sama[list[object]] = Sama()
    one, equal = [1], [1]
    made = sama.once(list, one)

    assert sama.once(list, one) is made
    assert sama.once(list, equal) is not made
    assert sama.once(list, "a" * 99) is sama.once(list, "a" * 99)
    assert sama.once(sorted, one) is not made


def test_things_have_names() -> None:
    """The same thing under another name is another; what nobody kept is not there."""
    senama: Senama[str] = Senama()
    thing = [1]
    made = senama.all(lambda name, thing: f"{name}{thing}", [("a", thing), ("b", thing), ("a", thing)])
    senama.keep("c", thing, "kept")

    assert made == ["a[1]", "b[1]", "a[1]"]
    assert made[0] is made[2]
    assert senama.among({"a": thing, "b": [1], "c": thing, "d": thing}) == {"a": "a[1]", "c": "kept"}


def test_little_is_kept() -> None:
    """What nobody has asked for lately is forgotten when there is too much, and made again; what is asked for stays."""
    sama: Sama[list[object]] = Sama()
    asked, unasked = ("a",), ("b",)
    first, second = sama.once(list, asked), sama.once(list, unasked)
    for number in range(2 * MOST):
        sama.once(list, f"{number}")
        stays = sama.once(list, asked)
    again = sama.once(list, unasked)

    assert stays is first
    assert again == second
    assert again is not second
