"""Whatever stands in a record is read exactly or refused at its place; it never ends in a crash and never steers a page."""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from types import UnionType
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portal import ENV, PAGES, RECORDS, lay, site_of
from pydantic import BaseModel, StringConstraints

from generator.diagnostic import Diagnostic, Loc
from generator.load import MODELS
from generator.model.inovasi import Inovasi
from generator.model.pengaduan import KanalPengaduan
from generator.parse import FORBIDDEN, Data, locate
from generator.pipeline import record_pages
from generator.place import Place, Spot
from generator.portal import load_portal
from generator.read import read
from generator.render.env import md
from generator.render.page import Page
from generator.report import FORMATS
from generator.stencil import BODY, DESCRIPTION, TITLE, cut
from generator.validate import validate

pytestmark = pytest.mark.campaign

CAMPAIGN = 50  # times as many examples
SECONDS = 10  # for the whole run of `zi check` on one bomb: an unloaded machine needs well under two
MEMORY = 1 << 30
MARK = "Qzxwv"  # a harmless text that no template and no record holds
MAX_SHORT = 40  # characters of `nama_pendek`

Found = TypeVar("Found")

CORPUS = sorted(path for folder in ("base", "pages") for path in (RECORDS / folder).rglob("*.yml"))
PIECES = (
    *("&a ", "*a ", "<<: *a\n", "!a ", "!!str ", "!!python/object:os.system ", "%YAML 1.1\n", "%TAG ! x:\n", "---\n", "...\n"),
    *(
        "\t",
        "\n\t",
        "'",
        '"',
        "''",
        '""',
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "[[[[[[[[[[[[[[",
        ",",
        ", ",
        ":",
        ": ",
        ":\n",
        "? ",
        "- ",
    ),
    *(
        "#",
        " #",
        "|",
        ">",
        "|2\n",
        ">-\n",
        "@",
        "`",
        "%",
        "\\",
        '"\\ud800"',
        '"\\0"',
        '"\\u202e"',
        '"\\x1b["',
        "~",
        "null",
        "=",
        "<<",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "   ",
        "\ufeff",
        "\u2028",
        "\x85",
        "\xa0",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\U0001f600",
        "é",
    ),
    *(
        "\x7f",
        "\ufffe",
        "::error::",
        "\n::error::x",
        "%0A",
        "[key]: x\n",
        "catatan: x\n",
        "dasar: x\n",
        "diperiksa: x\n",
        "nama: x\n",
    ),
    *("<script>", "{{ x", "0" * 13, "٣", "2026-02-30", "0000-11", "x" * 200, "berkas: a.pdf\n", "http://a.b\n", "values: x\n"),
)
HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "</script><script>",
        "<img src=x onerror=alert(1)>",
        "</article></main>",
        "<!--",
        "-->",
        "]]>",
    ),
    *("{{ x", "{% x %}", "{# x #}", "{{ 7*7", "zi-stensil-isi", "zi-stensil-judul", "zi-stensil-keterangan", "zi-stensil"),
    *('"onclick="x', "'onclick='x", "&", "&amp;", "&lt;", "&#60;", "\\", "%s", "%(x)s", "javascript:alert(1)", "<b>", "a<b>c"),
    *(
        "اللغة العربية",
        "שלום",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "e\u0301",
        "x" * (MAX_SHORT - 1),
        "<![CDATA[",
        "<?x?>",
        "=1+1",
    ),
)


class Options(Protocol):
    """The part of pytest's request that is asked for."""

    @property
    def config(self) -> pytest.Config:
        """The flags."""


def hunt(request: Options, examples: int, strategy: st.SearchStrategy[Found], check: Callable[[Found], None]) -> None:
    """Let *check* see *examples* that *strategy* makes, the same in every run; many times as many in a campaign."""
    number = examples * (CAMPAIGN if request.config.getoption("--campaign") else 1)

    @settings(max_examples=number, derandomize=True, database=None, deadline=None)
    @given(strategy)
    def search(found: Found) -> None:
        check(found)

    search()


# What is said of bytes.


@cache
def models() -> list[type[BaseModel]]:
    """Return every model of a record."""
    return sorted(set(MODELS.values()), key=lambda model: model.__name__)


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


def test_spliced_record(request: pytest.FixtureRequest) -> None:
    """No piece of YAML in the middle of a sound record makes the reader or a model fail, and findings keep their place."""
    hunt(request, 100, st.sampled_from(CORPUS).flatmap(spliced), lambda text: check_bytes(text.encode()))


@st.composite
def spliced(draw: st.DrawFn, path: Path) -> str:
    """Return the record at *path* with pieces put in at random, with the line ends of Windows and a BOM now and then."""
    text = path.read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.sampled_from((0, 0, 1, 5))) :]
    text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))
    return draw(st.sampled_from(("", "", "\ufeff"))) + text


# What is read is what was written.


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


def test_quoted_data_is_read_exactly(request: pytest.FixtureRequest) -> None:
    """Data between quotes comes back unchanged, and every key and value is found where it begins."""

    def check(data: dict[str, Data]) -> None:
        writer = written(data)
        source, _ = read("satker/x/satker.yml", writer.text.encode())
        windows, _ = read("satker/x/satker.yml", b"\xef\xbb\xbf" + writer.text.replace("\n", "\r\n").encode())

        assert source.data == windows.data == data
        assert locate(writer.text) == source.spots == windows.spots == writer.spots()

    hunt(request, 100, st.dictionaries(KEYS, NODES, min_size=1, max_size=4), check)


# What is said of a whole portal.


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
        root = lay(PAGES, Path(folder))
        names = sorted(path.relative_to(root) for path in root.rglob("*.yml"))
        kept = {name: (root / name).read_bytes() for name in names}

        def check(case: tuple[Path, str]) -> None:
            name, text = case
            (root / name).write_bytes(text.encode())
            try:
                findings = list(load_portal(root).findings)
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


# What becomes of hostile words on a page.


def infested(kind: Any, value: Any, text: str) -> Any:
    """Return the data *value* of the type *kind* with *text* in place of every free text."""
    if any(isinstance(note, StringConstraints) for note in getattr(kind, "__metadata__", ())):
        return text
    inner = [infested(part, value, text) for part in _parts(kind, value)]
    if inner:
        return inner[0]
    if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
        return _infested_pairs(kind, value, text)
    if get_origin(kind) is tuple and isinstance(value, list):
        return [infested(get_args(kind)[0], item, text) for item in value]
    if get_origin(kind) is dict and isinstance(value, dict):
        return {key: infested(get_args(kind)[1], item, text) for key, item in value.items()}
    return value


def _parts(kind: Any, value: Any) -> Iterator[Any]:
    """Yield the types that an annotation wraps, as far as *value* can be one of them."""
    if hasattr(kind, "__metadata__"):
        yield get_args(kind)[0]
    elif get_origin(kind) in (Union, UnionType):
        fits = [part for part in get_args(kind) if part is not type(None)]
        yield fits[0] if len(fits) == 1 or isinstance(value, str) else fits[-1]


def _infested_pairs(kind: type[BaseModel], value: dict[str, Any], text: str) -> dict[str, Any]:
    """Leave alone what is not plain text: an address with a form of its own, and Markdown."""
    hints = get_type_hints(kind, include_extras=True)
    extra = (get_args(hints["__pydantic_extra__"]) or (None, None))[1] if kind.model_config.get("extra") == "allow" else None
    result = {key: infested(hints.get(key, extra), item, text) for key, item in value.items()}
    own = {"uraian"} if issubclass(kind, Inovasi) else {"alamat"} if issubclass(kind, KanalPengaduan) else set()
    kept = own | {"penyunting", "id", "butir"}
    return result | {key: value[key] for key in kept if key in value}


def infest(root: Path, text: str) -> None:
    """Put *text* in place of every free text of every record below *root*."""
    for path in root.rglob("*.yml"):
        kind = MODELS[path.name if path.name in MODELS else path.parent.name]
        data = read(path.name, path.read_bytes())[0].data
        path.write_text(written(infested(kind, data, text)).text, "utf-8")


@cache
def pages_with(text: str) -> dict[str, Page]:
    """Return every page of a portal whose every free text is *text*."""
    with tempfile.TemporaryDirectory() as folder:
        root = lay(PAGES, Path(folder))
        infest(root, text)
        portal = load_portal(root)

        assert [item for item in portal.findings if item.is_error] == []
        return {page.url: page for page in record_pages(ENV, site_of(portal), portal)}


class Pieces(HTMLParser):
    """The tags of a page with their attributes, and the texts between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, ...]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the names of the attributes; a description has its words as well."""
        words = [value or "" for name, value in attrs if name == "content"]
        self.found.append((tag, *(name for name, _ in attrs), *words))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        self.found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        """Note the words between two tags."""
        self.found.append(("", data))

    def handle_comment(self, data: str) -> None:
        """Note a comment, which no page has."""
        self.found.append(("<!--", data))

    def handle_decl(self, decl: str) -> None:
        """Note a declaration."""
        self.found.append(("<!", decl))

    def unknown_decl(self, data: str) -> None:
        """Note what no page has."""
        self.found.append(("<![", data))

    def handle_pi(self, data: str) -> None:
        """Note what no page has."""
        self.found.append(("<?", data))


DRAWN = f'<!doctype html><title>{TITLE}</title><meta name="description" content="{DESCRIPTION}"><main>{BODY}</main>'


def stamped(page: Page) -> list[tuple[str, ...]]:
    """Return the pieces of *page* as it is stamped from a small shell."""
    return Pieces(cut(DRAWN, page.url).stamp(page)).found


def check_escaped(text: str) -> None:
    """Hold pages full of *text* to those full of a harmless word: the same tags, and the text itself where the word stood."""
    text = f"Q{text}"  # filed under the letter of the harmless word
    harmless, hostile = pages_with(MARK), pages_with(text)
    expected = {
        url: [tuple(part.replace(MARK, text) for part in piece) for piece in stamped(page)] for url, page in harmless.items()
    }
    actual = {url: stamped(page) for url, page in hostile.items()}

    assert sorted(actual) == sorted(expected)
    for url, pieces in expected.items():
        assert (url, [pair for pair in zip(pieces, actual[url], strict=False) if pair[0] != pair[1]][:3]) == (url, [])
        assert len(actual[url]) == len(pieces)


def test_pages_hold_a_text_that_every_record_holds() -> None:
    """The measure itself: the harmless word stands on every page of a satker, many times."""
    counts = {url: page.body.count(MARK) for url, page in pages_with(MARK).items() if url.startswith("satker/contoh/")}

    assert min(counts.values()) > 2
    assert sum(counts.values()) > 200


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_escaped(text: str) -> None:
    """What looks like a tag, a template or a mark of a stencil stands on the page as the words it is."""
    check_escaped(text)


def test_a_template_in_a_record_is_never_run() -> None:
    """What would be a template in a page is words in a record (and, as a blank left in a form, an unmet criterion)."""
    pages = pages_with("Q{{ 7*7 }}{% x %}")

    assert all("Q{{ 7*7 }}{% x %}" in page.body for url, page in pages.items() if url.startswith("satker/contoh/"))
    assert not any("Q49" in page.body for page in pages.values())


def test_any_text_is_escaped(request: pytest.FixtureRequest) -> None:
    """No text changes what surrounds it."""
    letters = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=".,;:`/"), min_size=1, max_size=6)
    texts = st.lists(letters | st.sampled_from(HOSTILE), min_size=1, max_size=3).map(" ".join)

    hunt(request, 4, texts.map(lambda text: text[: MAX_SHORT - 1].strip()).filter(bool), check_escaped)


def test_stencil_marks_in_a_record_stay() -> None:
    """A record that names all marks is stamped as it is: only the marks of the drawn page count."""
    marks = f"{TITLE} {DESCRIPTION} {BODY} zi-stensil"
    page = Page("satker", "satker/zi-stensil/", marks, marks, f"<p>{marks}</p>")
    stamped_page = cut(DRAWN, "satker/zi-stensil/").stamp(page)

    assert stamped_page == (
        f'<!doctype html><title>{marks}</title><meta name="description" content="{marks}"><main><p>{marks}</p></main>'
    )


def test_title_and_description_are_escaped(request: pytest.FixtureRequest) -> None:
    """A title ends no element and a description ends no attribute, whatever they hold."""

    def check(text: str) -> None:
        page = cut(DRAWN, "").stamp(Page("beranda", "", text, text, ""))
        escaped = html.escape(text)

        assert page == f'<!doctype html><title>{escaped}</title><meta name="description" content="{escaped}"><main></main>'

    hunt(request, 30, st.text(max_size=20) | st.sampled_from(HOSTILE), check)


# Markdown, the one place where a record writes more than plain text.

MARKDOWN = (
    *(
        "*",
        "_",
        "**",
        "[a](",
        ")",
        "](",
        "[",
        "]",
        "![a](",
        "<",
        ">",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "# ",
        "> ",
        "`",
        "```\n",
        "\\",
        "|",
    ),
    *(
        "javascript:alert(1)",
        "JaVaScript:",
        "data:text/html,",
        "vbscript:",
        "//evil.example",
        "https://a.example",
        "mailto:",
        "&#106;",
    ),
    *(
        "<script>",
        "</script>",
        "<a href='javascript:x'>",
        "<img src=x onerror=y>",
        "<style>",
        "<svg onload=x>",
        "<!--",
        "-->",
        "<p id=x>",
    ),
    *(
        "<iframe>",
        "</article>",
        "<math><mtext>",
        "<title>",
        "<textarea>",
        "\t",
        "&",
        '"',
        "'",
        "\x02",
        "klzzwxh:0000",
        "\x03",
        "<?",
        "<![CDATA[",
    ),
)
SAFE_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}


def test_markdown_is_tame(request: pytest.FixtureRequest) -> None:
    """Of Markdown and HTML only paragraphs, lists, bold, italic and links to https, mail and telephone are left."""

    def check(parts: list[str]) -> None:
        pieces = Pieces(str(md("".join(parts)))).found
        hrefs = [html.unescape(href) for href in re.findall(r'href="([^"]*)"', str(md("".join(parts))))]
        schemes = [
            re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\t\n]", "", href).lstrip("".join(map(chr, range(33)))))
            for href in hrefs
        ]

        assert {piece[0].removeprefix("/") for piece in pieces} <= SAFE_TAGS | {""}
        assert {name for piece in pieces if piece[0] == "a" for name in piece[1:]} <= {"href", "rel", "title"}
        assert {scheme[1].lower() for scheme in schemes if scheme} <= {"https", "mailto", "tel"}

    hunt(request, 150, st.lists(st.sampled_from(MARKDOWN), max_size=12), check)


# Bombs: small enough to be read, made to take long or to take all memory.

LIMIT = 256 * 1024 - 200
ROWS = range(1000)
NAMA = "nama: X\n"
PROFIL = 'nama: A\nnama_pendek: A\njenis: upt\nkode_wilayah: "17.08"\nstatus_data: draf\n'


def filled(piece: str, head: str = "", tail: str = "") -> str:
    """Return as many of *piece* as a record may hold."""
    return head + piece * ((LIMIT - len(head.encode()) - len(tail.encode())) // len(piece.encode())) + tail


def numbered(row: str, head: str = "", rows: int = 1_000_000) -> str:
    """Return *row* with its number, as often as a record may hold it, at most *rows* times."""
    longest = len(row.format(999_999, 999_999).encode())
    count = min(rows, (LIMIT - len(head.encode())) // longest)
    return head + "".join(row.format(number, (number + 1) % count) for number in range(count))


BOMBS: dict[str, dict[str, str]] = {
    "brackets": {"x/layanan/x.yml": filled("[", NAMA + "persyaratan: ")},
    "brackets-closed": {"x/layanan/x.yml": NAMA + "persyaratan: " + "[" * (LIMIT // 2 - 20) + "]" * (LIMIT // 2 - 20)},
    "braces": {"x/layanan/x.yml": filled("{a: ", NAMA + "persyaratan: ")},
    "dashes": {"x/layanan/x.yml": filled("- ", NAMA + "persyaratan:\n  ")},
    "questions": {"x/layanan/x.yml": filled("? ")},
    "long-text": {"x/layanan/x.yml": filled("x", "nama: ")},
    "anchors": {"x/layanan/x.yml": numbered("a{}: &a x\n", NAMA)},
    "aliases": {"x/layanan/x.yml": filled("*a, ", NAMA + "persyaratan: [", "a]")},
    "empty-mappings": {"x/satker.yml": filled("{},", PROFIL + "gedung:\n- lantai: [", "{}]\n")},
    "empty-lists": {"x/satker.yml": filled("[],", PROFIL + "gedung:\n- lantai: [", "[]]\n")},
    "bare-words": {"x/layanan/x.yml": filled("a: b,", NAMA + "persyaratan: [", "a]\n")},
    "control-characters": {"x/layanan/x.yml": filled("\x01", 'nama: "', '"\n')},
    "tabs": {"x/layanan/x.yml": filled("\t\n", NAMA)},
    "repeated-keys": {"x/layanan/x.yml": filled("a: b\n", NAMA)},
    "unknown-keys": {"x/layanan/x.yml": numbered("persyaratann{}: x\n", NAMA)},
    "many-services": {f"x/layanan/x{row}.yml": NAMA + "foo: y\n" for row in ROWS},
    "revoked-chain": {
        "_bersama/hukum.yml": numbered("r{}: {{nama: x, tentang: y, dicabut_oleh: r{}}}\n").replace("dicabut_oleh: r0}", "}")
    },
    "revoked-circle": {"_bersama/hukum.yml": numbered("r{}: {{nama: x, tentang: y, dicabut_oleh: r{}}}\n")},
    "unknown-laws": {
        "_bersama/hukum.yml": numbered("uu-{}-2009: {{nama: x, tentang: y}}\n", rows=1000),
        "x/layanan/x.yml": filled(
            "- {rupiah: 1, dasar: [" + ", ".join(f"u-{row}-2010" for row in ROWS) + "]}\n", NAMA + "biaya_tarif:\n"
        ),
    },
    "unknown-places": {
        "x/satker.yml": numbered("- {{nama: Gedung nomor {}}}\n", PROFIL + "gedung:\n", 1000),
        "x/motto.yml": filled("- teks: a\n  titik:\n" + "".join(f"  - gedung: Gedung nomer {row}\n" for row in ROWS), "motto:\n"),
    },
    "blank-addresses": {
        "x/pengaduan.yml": "kanal:\n"
        + "".join(f"  k{row}: {{jenis: surel, nama: a, alamat: x{' ' * 19_900}y}}\n" for row in range(12)),
    },
    "markdown-brackets": {"x/inovasi/x.yml": f"{NAMA}uraian: '{'[' * 19_000}'\n"},
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str, tmp_path: Path) -> None:
    """A record below the limits costs little time and memory: the check ends soon, and what it has to say is short."""
    root = tmp_path / "satker"
    shutil.copytree(RECORDS / "base", root)
    for path, text in chain({"x/satker.yml": PROFIL}.items(), BOMBS[name].items()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    code = f"import resource, generator.cli as c; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); c.main()"
    ended = subprocess.run(
        [sys.executable, "-c", code, "check", "--records", str(root)], capture_output=True, check=False, timeout=SECONDS
    )

    assert (ended.returncode in (0, 1), ended.stderr[-300:]) == (True, b"")
    assert len(ended.stdout) < 1_000_000


@pytest.mark.parametrize(
    "text", ["[" * 19_000, "![" * 9_500, "[a][" * 4_800, "1. " * 6_500, "> " * 9_500, "<a " * 6_500, "*a **b " * 2_800]
)
def test_markdown_bomb(text: str) -> None:
    """The longest text that a record may hold is drawn soon, whatever it holds."""
    code = "import sys; from generator.render.env import md; md(sys.stdin.read())"
    ended = subprocess.run([sys.executable, "-c", code], input=text.encode(), capture_output=True, check=False, timeout=SECONDS)

    assert (ended.returncode, ended.stderr[-300:]) == (0, b"")
