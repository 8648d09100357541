"""A record read in pieces is the record read at once."""

from random import Random

import pytest
from hostile import hunt, spliced
from hypothesis import strategies as st
from mutasi import mutated
from portal import RECORDS, ROOT

from generator.load import MODELS
from generator.model.record import RekamanUtama
from generator.parse import Tree, parse
from generator.pieces import data_of_known, parse_new
from generator.place import Lines
from generator.read import read
from generator.tersembunyi import FORBIDDEN
from generator.validate import validate

pytestmark = pytest.mark.campaign

CORPUS = sorted(path for path in RECORDS.rglob("*.yml") if path.is_file())
SOUND = [path for path in CORPUS if path.relative_to(RECORDS).parts[0] in ("base", "pages")]
LINES = (
    *("nama: Kantor", "nama: 'Kantor", 'nama: "Kantor', "nama: |", "nama: >-", "nama: |+", "nama: [a,", "nama: {a: b,"),
    *("nama:", "nama", "kunci: ]", "kunci: '", 'kunci: "', "kunci: b}", "kunci: a # x", "kunci: a #x", "kunci:  a", "kunci :a"),
    *("kunci: - a", "kunci: &a b", "kunci: *a", "kunci: !!str a", "<<: a", "kunci: https://a.example", "https://a.example"),
    *("- a", "- a: b", "-", "--- ", "---", "...", "  - a", "   a: b", "  a", " # x", "# x", "#x", "", " ", "? a", "]", "}", "'"),
    *(
        "nama: Lantai 2 (loket-1), a/b.",
        "nama: a,",
        "nama: a-",
        "nama: a ",
        "nama: yes",
        "nama: a - b",
        "nama: a  b",
        "nama: (a)",
    ),
    *('"', "%YAML 1.1", "_a: b", "9a: b", "a-b: c", "A: b"),
)


def read_both(text: str) -> tuple[tuple[Tree, list[str]], tuple[Tree, list[str]]]:
    """Return *text* read in pieces, and at once, each with its keys in order."""
    text = FORBIDDEN.sub("\ufffd", text)
    known = data_of_known(text)
    trees = [Tree(known, (), frozenset()) if known else parse_new(text, Lines(text)), parse(text, Lines(text))]
    return (trees[0], list(trees[0].data)), (trees[1], list(trees[1].data))


def need_same(text: str) -> None:
    """Fail unless both ways say the same, the second time as well, when every piece is known."""
    for _ in range(2):
        known, whole = read_both(text)
        assert known == whole


def test_corpus() -> None:
    """Every sound and every bad record of the tests."""
    for path in CORPUS:
        need_same(path.read_bytes().decode("utf-8", "replace"))


def test_lines_in_any_order(request: pytest.FixtureRequest) -> None:
    """Quotes, brackets and blocks that are open where a piece ends, and lines that begin like a key inside them."""
    lines = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)
    hunt(request, 500, st.tuples(lines, st.sampled_from(("\n", "", "\n\n", "\r\n"))).map("".join), need_same)


def test_spliced_records(request: pytest.FixtureRequest) -> None:
    """Records with something put in."""
    hunt(request, 100, st.sampled_from(SOUND).flatmap(spliced), need_same)


def test_changed_records(request: pytest.FixtureRequest) -> None:
    """Records cut, doubled, moved, flipped."""

    def check(made: tuple[int, bytes]) -> None:
        need_same(mutated(Random(made[0]), made[1]).decode("utf-8", "replace"))  # noqa: S311 - inputs that can be made again

    hunt(request, 100, st.tuples(st.integers(0, 1 << 32), st.sampled_from([path.read_bytes() for path in CORPUS])), check)


def test_what_is_hidden_is_found_every_time() -> None:
    """A piece with a character that no record may hold is not known the next time, though it was read between sound ones."""
    text = "nama: Kantor\nringkasan: se\u200bnyap\n"

    assert [len(read("a.yml", text.encode())[1]) for _ in range(3)] == [1, 1, 1]


def test_records_of_known_values_are_what_they_would_be() -> None:
    """A record put together from values that were typed before is the record that is typed at once, its keys in order."""
    paths = sorted([*ROOT.glob("satker/_bersama/layanan/*.yml"), *ROOT.glob("satker/[!_]*/*.yml")])
    for path in [*paths, *paths]:
        source, model = read(path.as_posix(), path.read_bytes())[0], MODELS[path.name if path.name in MODELS else "layanan"]
        whole, (found, problems) = model.model_validate(source.data), validate(source, model)

        assert (found, problems) == (whole, ())
        assert found is not None
        assert list(found.__dict__) == list(whole.__dict__)


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_no_key_changes_what_another_means(model: type[RekamanUtama]) -> None:
    """Values of a record may be typed apart: nothing of its model looks at two of its keys at once."""
    looks = model.__pydantic_decorators__

    assert [*looks.model_validators, *looks.root_validators, *looks.field_validators, *looks.validators] == []
