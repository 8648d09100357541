"""Whatever stands in a record: it is read exactly, or refused at its place; it never ends in a crash."""

import json
import re
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hostile import KEYS, NODES, hunt, spliced, words, written
from hypothesis import strategies as st
from portal import PAGES, RECORDS, lay

from generator.cache import Cache
from generator.diagnostic import Diagnostic
from generator.load import MODELS
from generator.parse import Data, locate
from generator.portal import load_portal
from generator.read import read
from generator.report import FORMATS
from generator.validate import validate

pytestmark = pytest.mark.campaign

CORPUS = sorted(path for folder in ("base", "pages") for path in (RECORDS / folder).rglob("*.yml"))


def everything_said(raw: bytes) -> list[Diagnostic]:
    """Return what the reader and every model say of *raw*."""
    source, findings = read("satker/x/satker.yml", raw)
    said = list(findings)
    for model in MODELS.values():
        _, problems = validate(source, model)
        said += [source.diagnose(problem) for problem in problems]
    return said


def outside(findings: list[Diagnostic], text: str) -> list[Diagnostic]:
    """Return the findings that point to no place of *text*; one past the end of a line or of the file is still a place."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [
        item
        for item in findings
        if not (1 <= item.line <= len(lines) + 1 and 1 <= item.column <= len([*lines, ""][item.line - 1]) + 1)
    ]


def steered(findings: list[Diagnostic]) -> list[tuple[str, str]]:
    """Return what a form of the report lets through to a terminal, a program or GitHub."""
    shown = {name: form(findings) for name, form in FORMATS.items()}
    raw = [
        (name, hex(ord(character)))
        for name, text in shown.items()
        for character in text
        if character != "\n"
        and (unicodedata.category(character) in ("Cc", "Cs") or character in "\u202a\u202d\u202e\u2066\u2067")
    ]
    rows = json.loads(shown["json"])
    commands = [line for line in shown["github"].splitlines()[:-1] if not re.match(r"::(error|warning) file=satker/", line)]
    lost = [("json", "rows")] if len(rows) != len(findings) else []
    return raw + lost + [("github", line) for line in commands]


def check_bytes(raw: bytes) -> None:
    """Hold *raw* to everything that is promised of a file."""
    findings = everything_said(raw)
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")

    assert outside(findings, text) == []
    assert steered(findings) == []


def test_bytes(request: pytest.FixtureRequest) -> None:
    """No bytes make the reader or a model fail, and every finding about them has its place."""
    hunt(request, 60, st.binary(max_size=300), check_bytes)


def test_text(request: pytest.FixtureRequest) -> None:
    """No text makes the reader or a model fail, and every finding about it has its place."""
    letters = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(":-[]{}'\"#&*!|>%@` \n\t\r?,"), max_size=60)

    hunt(request, 100, letters.map(str.encode), check_bytes)


@pytest.mark.parametrize(
    "key", words("[key] <<kunci>> __class__ __pydantic_extra__ model_config model_fields items values catatan 0 -1")
)
def test_key(key: str) -> None:
    """No name of a key makes a model fail, whatever it means to pydantic or to Python."""
    check_bytes(f'"{key}": x\nkanal: {{"{key}": x}}\nhari: {{"{key}": {{"{key}": [x]}}}}\n'.encode())


def test_spliced_record(request: pytest.FixtureRequest) -> None:
    """No piece of YAML in the middle of a sound record makes the reader or a model fail, and findings keep their place."""
    hunt(request, 100, st.sampled_from(CORPUS).flatmap(spliced), lambda text: check_bytes(text.encode()))


def test_quoted_data_is_read_exactly(request: pytest.FixtureRequest) -> None:
    """Data between quotes comes back unchanged, and every key and value is found where it begins."""

    def check(data: dict[str, Data]) -> None:
        writer = written(data)
        source, _ = read("satker/x/satker.yml", writer.text.encode())
        windows, _ = read("satker/x/satker.yml", b"\xef\xbb\xbf" + writer.text.replace("\n", "\r\n").encode())

        assert source.data == windows.data == data
        assert locate(writer.text) == source.spots == windows.spots == writer.spots()

    hunt(request, 100, st.dictionaries(KEYS, NODES, min_size=1, max_size=4), check)


@st.composite
def misshapen(draw: st.DrawFn, path: Path) -> str:
    """Return the record at *path* with some of its nodes replaced by data of any shape."""
    data = read("x", path.read_bytes())[0].data
    for _ in range(draw(st.integers(1, 3))):
        data = replaced(draw, data)
    return written(data).text if data else "{}\n"


def replaced(draw: st.DrawFn, data: dict[str, Data]) -> dict[str, Data]:
    """Return *data* with one node of it replaced, added or left out."""
    copy = json.loads(json.dumps(data))
    node = copy
    while True:
        steps = list(node) if isinstance(node, dict) else list(range(len(node)))
        step = draw(st.sampled_from([*steps, "nama"])) if isinstance(node, dict) else draw(st.sampled_from(steps))
        inner = node.get(step) if isinstance(node, dict) else node[step]
        if isinstance(inner, str | None) or not inner or draw(st.booleans()):
            break
        node = inner
    action = draw(st.integers(0, 5))
    if action == 0 and step in steps:
        del node[step]
    elif action == 1 and isinstance(node, dict):
        node[draw(KEYS)] = draw(NODES)
    else:
        node[step] = draw(
            NODES | st.sampled_from(("legalisasi-ijazah", "induk", "contoh", "2026-11-24", "3", "bersama", "berkas/a.pdf"))
        )
    return dict(copy)


def test_portal_with_a_broken_record(request: pytest.FixtureRequest) -> None:
    """One hostile record makes no rule and no report fail, and every finding stands in a record."""
    with tempfile.TemporaryDirectory() as folder:
        root, memory = lay(PAGES, Path(folder)), Cache(Path(folder) / "ingat", "")
        names = sorted(path.relative_to(root) for path in root.rglob("*.yml"))
        kept = {name: (root / name).read_bytes() for name in names}

        def check(case: tuple[Path, str]) -> None:
            name, text = case
            (root / name).write_bytes(text.encode())
            try:
                findings = list(load_portal(root, memory=lambda: memory).findings)
            finally:
                (root / name).write_bytes(kept[name])
            for form in FORMATS.values():
                form(findings)

            assert [item for item in findings if item.line < 1 or item.column < 1] == []
            assert (
                outside([item for item in findings if item.path.endswith(f"/{name.as_posix()}")], text.removeprefix("\ufeff"))
                == []
            )

        cases = st.sampled_from(names).flatmap(
            lambda name: st.tuples(st.just(name), spliced(root / name) | misshapen(root / name))
        )
        hunt(request, 120, cases, check)
