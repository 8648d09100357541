"""No template lets a text out unescaped or where it would be a program, no script makes HTML or programs of texts."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ROOT
from jinja2 import Environment, nodes
from markupsafe import escape
from portal import ENV

from generator.render.markup import drawn, lolos

THEME = ROOT / "theme"
TEMPLATES = sorted(path for path in THEME.rglob("*") if path.suffix in {".html", ".css"} or path.name == "sw.js")
SCRIPTS = [*sorted((THEME / "assets/javascripts").glob("*.js")), THEME / "sw.js"]
SHELL = {"main.html", "404.html"}  # drawn by MkDocs, from mkdocs.yml and the prose of the maintainers

URLS = {"href", "src", "action", "formaction", "poster", "data", "ping", "srcset", "xlink:href", "cite", "background", "manifest"}
BUILDERS = ("tujuan", "url", "tautan_telepon", "tautan_sms", "tautan_whatsapp")  # their results lead where links may lead
ROOTS = {"akar", "rumah"}  # "../" some times
OF_MKDOCS = {"page.canonical_url", "config.repo_url", "nav.homepage.url | url if nav.homepage else base_url"}
LITERAL = re.compile(r"https://[a-z.]+/|mailto:|#|\?|[a-z]+/")
BOX = re.compile("\u27e6([^\u27e7]*)\u27e7")  # stands for an expression, with its source in it

IN_JAVASCRIPT = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|srcdoc|execCommand)\b"
    r"|\bdocument\s*\.\s*write|\beval\b|\bnew\s+Function\b|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]|javascript:"
    r"|\.\s*(?:setAttribute|setAttributeNS)\s*\(\s*[\"'`](?:on|style|src|href)|\.\s*on[a-z]+\s*=[^=]|__proto__|\bwith\s*\("
)


def boxed(source: str, env: Environment) -> str:
    """Return a template as the HTML it draws when every branch is taken once, with a box for each expression."""
    pieces, depth, inside = [], 0, list[str]()
    for _, kind, value in env.lex(source):
        if kind == "variable_begin":
            inside = []
        elif kind == "variable_end":
            pieces.append(f"\u27e6{re.sub(r'[<>]', ' ', ' '.join(''.join(inside).split()))}\u27e7".replace('"', "'"))
        elif kind == "block_begin":
            depth += 1
        elif kind == "block_end":
            depth -= 1
        elif kind == "data" and not depth:
            pieces.append(value)
        elif not depth and "comment" not in kind:
            inside.append(value)
    return "".join(pieces)


class Contexts(HTMLParser):
    """What is wrong with the places at which expressions stand."""

    def __init__(self, html: str, *, is_shell: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.wrong: list[str] = []
        self.is_shell = is_shell
        self.inside = ""
        self.wrong += [f"name of an element: {found}" for found in re.findall("</?[a-z0-9]*\u27e6[^\u27e7]*\u27e7", html)]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge a tag and its attributes."""
        raw = self.get_starttag_text() or ""
        self.inside = tag if tag in ("script", "style") else ""
        if re.search(r"=\s*[^\s\"'>]*\u27e6", re.sub(r"\"[^\"]*\"|'[^']*'", '""', raw)):
            self.wrong.append(f"not between quotes: {raw}")
        for name, value in attrs:
            self.wrong += [f"{problem}: {raw}" for problem in self._attribute(tag, name, value or "")]

    def _attribute(self, tag: str, name: str, value: str) -> Iterator[str]:
        if BOX.search(name):
            yield "name of an attribute"
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield "inline program or style"
        if name in URLS and BOX.search(value) and not self._leads(value):
            yield "link without the filter"
        if name == "target":
            yield "opens a window"
        if tag == "meta" and re.match(r"\d+;url=", value) and not re.match(r"0;url=\u27e6akar\u27e7\u27e6tujuan\u27e7$", value):
            yield "leads away"

    def _leads(self, value: str) -> bool:
        first = BOX.match(value)
        if first is None:
            return bool(LITERAL.match(value))
        source = first[1]
        return (
            source in ROOTS
            or source.rpartition("|")[2].strip() in BUILDERS
            or (self.is_shell and (source in OF_MKDOCS or source.endswith("| url")))
        )

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature of the parser
        """Forget the tag."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """Judge what stands in a script or style."""
        if self.inside and BOX.search(data) and data != "\u27e6gaya\u27e7":
            self.wrong.append(f"expression in <{self.inside}>: {data}")

    def handle_comment(self, data: str) -> None:
        """Judge a comment, which readers of the page's source see."""
        if BOX.search(data):
            self.wrong.append(f"expression in a comment: {data}")


def problems(source: str, name: str = "") -> list[str]:
    """Return what is wrong with a template."""
    tree = ENV.parse(source)
    found = [f"| {item.name}" for item in tree.find_all(nodes.Filter) if item.name in ("safe", "forceescape", "xmlattr")]
    found += [f"{item.name}(" for item in tree.find_all(nodes.Name) if item.name == "Markup"]
    found += ["autoescape"] * len(list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))))
    found += [kind for _, kind, _ in ENV.lex(source) if kind == "raw_begin"]
    return found + Contexts(boxed(source, ENV), is_shell=name in SHELL).wrong


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_a_template_is_safe(path: Path) -> None:
    """Every expression of it is escaped, stands between quotes or tags, and leads only where links may lead."""
    assert problems(path.read_text("utf-8"), path.relative_to(THEME).as_posix()) == []


@pytest.mark.parametrize(
    "template",
    [
        "{{ x | safe }}",
        "{{ x | upper | safe | lower }}",
        "{{ Markup(x) }}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{% raw %}x{% endraw %}",
        "<p class={{ x }}>",
        "<p class=a{{ x }}>",
        "<p {{ x }}>",
        "<p data-{{ x }}='y'>",
        "<{{ x }}>",
        "<script>{{ x }}</script>",
        "<script>let x = {{ x | tojson }}</script>",
        "<style>p { color: {{ x }} }</style>",
        '<p onclick="f({{ x }})">',
        '<p onclick="f()">',
        '<p style="color: {{ x }}">',
        '<a href="{{ x }}">',
        '<a href="{{ x.tautan | upper }}">',
        '<a href="{{ x | tujuan | replace("a", "b") }}">',
        '<a href="{% if y %}{{ x }}{% endif %}">',
        '<a href="javascript:{{ x }}">',
        '<a href="//{{ x }}">',
        '<form action="{{ x }}">',
        '<img src="{{ x }}">',
        '<iframe srcdoc="{{ x }}">',
        '<a href="#" target="_blank">',
        '<meta http-equiv="refresh" content="0;url={{ x }}">',
        "<!-- {{ x }} -->",
    ],
)
def test_an_unsafe_template_is_found(template: str) -> None:
    """The measure itself."""
    assert problems(template) != []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_makes_no_html(path: Path) -> None:
    """What a script shows, it shows as text; it runs no text and sets no attribute that would."""
    code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)

    assert [found[0] for found in IN_JAVASCRIPT.finditer(code)] == []


@pytest.mark.parametrize(
    "line",
    [
        "a.innerHTML = b;",
        "a.outerHTML += b;",
        "a.insertAdjacentHTML('beforeend', b);",
        "document.write(b);",
        "eval(b);",
        "new Function(b)();",
        "setTimeout('b()', 1);",
        "setInterval(`b()`, 1);",
        "new DOMParser().parseFromString(b, 'text/html');",
        "a.setAttribute('onclick', b);",
        "a.onclick = b;",
        "location = 'javascript:b';",
        "a.__proto__ = b;",
    ],
)
def test_an_unsafe_line_is_found(line: str) -> None:
    """The measure itself."""
    assert IN_JAVASCRIPT.search(line)


# Texts with tags in them that Python writes itself, each with what it may put between them.
ESCAPED = {"html.escape", "escape", "_x", "_jam", "inline"}
WRITTEN = {
    "generator/cli/preview.py": {"kind"},
    "generator/rules/hukum_teks.py": {"'|'.join((f'(?P<{kind}>{names})' for kind, names in _KINDS.items()))"},  # a pattern
    "generator/opendata/umpan.py": {"''.join(map(_entry, rows))", "UMPAN"},
    "generator/pipeline.py": {"schema", "rows", "entry"},
    "generator/report.py": {"finding.code", "code"},
    "generator/search.py": {"''.join(pieces)", "NAME * entry.weight", "weight", "kind", "key"},
    "generator/render/schemaorg.py": {"text"},
}


def test_python_marks_nothing_as_html_elsewhere() -> None:
    """One module alone says of a text that it is HTML already; no environment escapes less than that of the pages."""
    homes, environments = set(), set()
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom | ast.Import) and "markupsafe" in ast.unparse(node):
                homes.add(path.relative_to(ROOT).as_posix())
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("Environment", "from_string"):
                environments.add(path.relative_to(ROOT).as_posix())
                assert "autoescape=select_autoescape(default=True)" in ast.unparse(node)

    assert homes == {"generator/render/markup.py"}
    assert environments == {"generator/render/env.py"}


def test_python_escapes_what_it_puts_between_tags() -> None:
    """Where Python writes HTML or XML by itself, every text in it is escaped, or is one of a few that no record has a say in."""
    wrong = []
    for path in sorted((ROOT / "generator").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and re.search(r"</?[a-zA-Z][\w-]*[ >]", _constant(node)):
                values = [item.value for item in node.values if isinstance(item, ast.FormattedValue)]
                texts = [ast.unparse(value) for value in values if not _is_escaped(value)]
                wrong += [f"{name}: {text}" for text in texts if text not in WRITTEN.get(name, set())]

    assert wrong == []


def _is_escaped(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) in ESCAPED


def _constant(node: ast.JoinedStr) -> str:
    return "\u27e6".join(str(item.value) for item in node.values if isinstance(item, ast.Constant))


class Odd(str):
    """A text that says of itself what it is as HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it escaped by itself."""
        return f"<i>{len(self)}</i>"


@pytest.mark.parametrize("value", ["<b>&'\"", "", "aman", 7, None, Odd("<i>"), drawn("<b>")])
def test_what_templates_put_out_is_escaped_as_ever(value: object) -> None:
    """Ours is quicker, and gives what the library gives, the second time too."""
    assert [lolos(value), lolos(value)] == [escape(value), escape(value)]
    assert ENV.from_string("{{ x }}").render(x=value) == escape(value)
