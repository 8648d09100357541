"""One form for a record: what it looks like, and that it says the same to every reader."""

import json
import re
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Golden
from hostile import PIECES, hunt, spliced
from hypothesis import assume
from hypothesis import strategies as st
from portal import RECORDS, ROOT
from ruamel.yaml import YAML

from generator.format import canonical, formatted, trimmed
from generator.kanonik import Comments, emit, is_plain
from generator.load import MODELS
from generator.parse import Data, parse
from generator.place import Lines
from generator.read import read
from generator.tersembunyi import FORBIDDEN
from generator.validate import validate

CORPUS = Path(__file__).parent / "kanonik"
SOUND = sorted(
    path for folder in (ROOT / "satker", RECORDS / "base", RECORDS / "valid", RECORDS / "pages") for path in folder.rglob("*.yml")
)

letters = st.characters(exclude_categories=["Cs"])
pieces = st.sampled_from(
    [
        *PIECES,
        "a",
        " ",
        "kata",
        "0",
        "1",
        ".",
        "-",
        "_",
        "e",
        "yes",
        "No",
        "null",
        "2026-11-24",
        "08.00",
        "kata " * 30,
        "panjang" * 20,
    ]
)
texts = st.one_of(st.text(letters, max_size=8), st.lists(pieces, max_size=6).map("".join))
keys = st.one_of(
    texts.filter(lambda text: 0 < len(text) < 100), st.sampled_from(["nama", "kanal", "catatan", "jenis", "diperiksa"])
)
values: st.SearchStrategy[Data] = st.recursive(
    texts, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(keys, inside, max_size=3), max_leaves=8
)
records = st.dictionaries(keys, values, min_size=1, max_size=4)


def name_of(path: Path) -> str:
    """Return what the reader calls the record at *path*."""
    return "/".join(path.parts[-2:]) if path.parent.name in MODELS else path.name


def case_name(path: Path) -> str:
    """Return the name of a record of the kind that *path* begins with."""
    kind = path.name.partition("-")[0]
    return f"{kind}/x.yml" if kind in MODELS else f"{kind}.yml"


def says(data: Data, loaded: Any) -> bool:
    """Say whether another reader has the same text at every place, or what prints as it."""
    if isinstance(data, str):
        printed = str(loaded).lower() if isinstance(loaded, bool) else str(loaded)
        return printed == data and (isinstance(loaded, str) or (is_plain(data) and isinstance(loaded, bool | int | float | date)))
    if isinstance(data, list):
        return isinstance(loaded, list) and len(data) == len(loaded) and all(map(says, data, loaded))
    return isinstance(loaded, dict) and list(data) == list(loaded) and all(says(data[key], loaded[key]) for key in data)


@pytest.mark.parametrize(
    "path", [path for path in sorted(CORPUS.glob("*.yml")) if ".out" not in path.suffixes], ids=lambda path: path.stem
)
def test_corpus(path: Path, golden: Golden) -> None:
    """A record comes out as the file beside it says, and that stays as it is."""
    new, findings = formatted(case_name(path), path.name, path.read_bytes())

    assert findings == ()
    assert golden.expected(path.with_suffix(".out.yml"), new.decode()) == new.decode()
    assert formatted(case_name(path), path.name, new) == (new, ())


@pytest.mark.parametrize("path", sorted(CORPUS.glob("emit/*.json")), ids=lambda path: path.stem)
def test_emit(path: Path, golden: Golden) -> None:
    """Data comes out as the file beside it says, whatever program writes it."""
    case = json.loads(path.read_text("utf-8"))
    actual = canonical(case["kind"], case["data"])

    assert golden.expected(path.with_suffix(".yml"), actual) == actual
    assert parse(actual, Lines(actual)).data == trimmed(case["data"])


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_record_stays_the_same(path: Path) -> None:
    """Formatting changes no value of a model, and is done once."""
    name, raw = name_of(path), path.read_bytes()
    model = MODELS[name.partition("/")[0]]
    new, _ = formatted(name, path.name, raw)

    assert validate(read(path.name, new)[0], model) == validate(read(path.name, raw)[0], model)
    assert formatted(name, path.name, new)[0] == new


def test_every_reader_finds_the_same(request: pytest.FixtureRequest) -> None:
    """Ours, one that takes all for text, one of YAML 1.1 and one of YAML 1.2 read what was written."""

    def check(data: dict[str, Data]) -> None:
        text = emit(data, Comments())

        assert parse(text, Lines(text)).data == data
        assert yaml.load(text, yaml.CBaseLoader) == data  # noqa: S506 - it makes nothing but texts
        assert says(data, yaml.safe_load(text))
        assert says(data, YAML(typ="safe", pure=True).load(StringIO(text)))

    hunt(request, 300, records, check)


def test_no_line_is_longer_than_it_must_be(request: pytest.FixtureRequest) -> None:
    """A line past the width holds no place to break it."""

    def check(data: dict[str, Data]) -> None:
        for line in emit(data, Comments()).splitlines():
            words = line.strip().removeprefix("- ").split(" ")

            assert len(line) <= 100 or len(words) == 1

    sentence = st.lists(st.text("abcdef", min_size=1, max_size=120), min_size=2, max_size=60).map(" ".join)
    data: st.SearchStrategy[dict[str, Data]] = st.dictionaries(st.sampled_from("abc"), st.lists(sentence, max_size=3))
    hunt(request, 100, data, check)


def test_comments_are_kept(request: pytest.FixtureRequest) -> None:
    """Wherever a comment can stand, it is there after formatting, once, and stays where it is put."""

    def check(found: tuple[str, int]) -> None:
        text, number = found
        new, findings = formatted("layanan/x.yml", "x.yml", text.encode())

        assert findings == ()
        assert sorted(re.findall(r"# k\d+", new.decode())) == sorted(f"# k{count}" for count in range(number))
        assert read("x.yml", new)[0].data == trimmed(read("x.yml", text.encode())[0].data)
        assert formatted("layanan/x.yml", "x.yml", new)[0] == new

    hunt(request, 200, commented(), check)


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, int]:
    """Return a record in any style, with so many comments ``# k0``, ``# k1``, … put in where they change nothing."""
    visible = texts.map(lambda text: FORBIDDEN.sub("", text).replace("# k", "")).filter(lambda text: text.strip() != "")
    names = visible.filter(lambda text: len(text) < 50)
    leaves = st.recursive(
        visible,
        lambda inside: (
            st.lists(inside, min_size=1, max_size=3)
            | st.dictionaries(names | st.sampled_from(["nama", "jenis"]), inside, min_size=1, max_size=3)
        ),
        max_leaves=6,
    )
    data = draw(st.dictionaries(names | st.sampled_from(list(MODELS["layanan"].model_fields)), leaves, min_size=1, max_size=4))
    flow, style = draw(st.sampled_from((None, True, False))), draw(st.sampled_from((None, '"', "'", "|", ">")))
    text = yaml.safe_dump(data, default_flow_style=flow, default_style=style, allow_unicode=True, width=draw(st.integers(10, 90)))
    text = re.sub(r"!!\w+ ", "", text)
    assume(not read("x.yml", text.encode())[1])
    number = 0
    for _ in range(draw(st.integers(1, 6))):
        new = draw(_inserted(text, f"# k{number}"))
        if _same(new, text):
            text, number = new, number + 1
    return text, number


@st.composite
def _inserted(draw: st.DrawFn, text: str, comment: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    own = draw(st.sampled_from((f"{' ' * draw(st.integers(0, 6))}{comment}", f"\n{comment}", "")))
    return "\n".join([*lines[:at], *([own, lines[at]] if own else [f"{lines[at]} {comment}"]), *lines[at + 1 :]])


def _same(new: str, text: str) -> bool:
    """Say whether the reader finds nothing but the data of *text* in *new*."""
    source, findings = read("x.yml", new.encode())
    return not findings and source.data == read("x.yml", text.encode())[0].data


@pytest.mark.parametrize("path", sorted((RECORDS / "pages").rglob("*.yml")), ids=lambda path: path.stem)
def test_hostile_records(path: Path, request: pytest.FixtureRequest) -> None:
    """Whatever stands in a record, it is either left alone with a finding or formatted once and for all."""

    def check(text: str) -> None:
        raw = text.encode()
        new, findings = formatted(name_of(path), "x.yml", raw)

        assert formatted(name_of(path), "x.yml", new) == (new, findings)
        assert not findings or new == raw

    hunt(request, 15, spliced(path), check)


@pytest.mark.parametrize(
    "write", [lambda path: path.write_bytes(b"nama: \xff"), lambda path: path.write_text("nama: [", "utf-8")]
)
def test_what_cannot_be_read_stays(write: Callable[[Path], None], tmp_path: Path) -> None:
    """A record with a mistake in its syntax comes back as it was, with the finding."""
    path = tmp_path / "x.yml"
    write(path)
    new, findings = formatted("satker.yml", "x.yml", path.read_bytes())

    assert (new, len(findings)) == (path.read_bytes(), 1)


def test_what_would_grow_past_the_limit_stays() -> None:
    """A record at the limit is not made one that no reader takes."""
    raw = (RECORDS / "valid/batas-ukuran-tepat/contoh/layanan/contoh.yml").read_bytes()
    new, findings = formatted("layanan/contoh.yml", "contoh.yml", raw)

    assert (new == raw, [str(finding.code) for finding in findings]) == (True, ["terlalu-besar"])
