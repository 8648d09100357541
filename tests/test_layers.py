"""Who may import whom, and where each library lives."""

import ast
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"

# Read from the top: a module imports only from its own line and from lines above it.
LAYERS = (
    {
        "diagnostic",
        "label",
        "wilayah",
        "place",
        "aksesibilitas",
        "clock",
        "keys",
        "work",
        "pool",
        "write",
        "exchange",
        "twin",
        "budget",
        "banding",
        "tautan",
        "aksara",
        "archive",
        "kebijakan",
        "tujuan",
        "sama",
        "senama",
        "daerah",
    },
    {"pagefind", "ask", "visit", "npm", "staging", "locks", "packages", "scout"},
    {"codes", "value_codes", "teks", "cache", "isi", "pribadi"},
    {"made", "gist"},
    {"syntax", "tersembunyi", "mirip"},
    {"parse"},
    {"kanonik", "pieces"},
    {"komentar"},
    {"read"},
    {"model"},
    {"lampiran"},
    {"validate"},
    {"urutan"},
    {"ikm"},
    {"alamat"},
    {"ringkas", "folder"},
    {"index", "sebaran"},
    {"load"},
    {"format"},
    {"links"},
    {"rules"},
    {"judge", "usulan", "jaga"},
    {"git"},
    {"kode_buku", "lembar", "buku"},
    {"templat", "baris"},
    {"impor"},
    {"kriteria"},
    {"assess"},
    {"rekomendasi"},
    {"kemajuan"},
    {"survey", "catalogue", "report", "privasi"},
    {"portal"},
    {"part"},
    {"skema"},
    {"render"},
    {"dokumen"},
    {"opendata"},
    {"stencil"},
    {"shell", "pipeline", "search", "pratinjau"},
    {"unit", "reading", "gabungan", "identitas"},
    {"indexing", "editor", "dataset", "printing"},
    {"sbom", "drawing"},
    {"run"},
    {"units"},
    {"make"},
    {"plugin"},
    {"cli"},
)
HOMES = {
    "yaml": {"parse", "komentar"},
    "pydantic": {"model", "validate"},
    "pydantic_core": {"model", "validate"},
    "mkdocs": {"plugin"},
    "jinja2": {"render", "opendata", "pipeline", "run", "drawing", "plugin", "pratinjau"},
    "markupsafe": {"render"},
    "markdown_it": {"render", "rules"},
    "nh3": {"render"},
    "babel": {"render"},
    "cbor2": {"pagefind"},
    "segno": {"dokumen"},
    "typst": {"dokumen"},
    "click": {"cli"},
    "urllib3": {"ask"},
    "packaging": {"sbom"},
    "PIL": {"lampiran"},
    "pikepdf": {"lampiran"},
    "pypdfium2": {"lampiran"},
    "openpyxl": {"buku", "templat"},
}


def module_of(path: Path) -> str:
    """Return the first name below the package: a module, or a folder of them."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports() -> Iterator[tuple[Path, str, ast.stmt]]:
    """Yield every import of the package: file, dotted name, statement."""
    for path in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [f"generator.{alias.name}" for alias in node.names] if node.module == "generator" else [node.module]
                yield from ((path, name, node) for name in names)


def test_every_module_has_a_layer() -> None:
    """A new module finds its place in the list above."""
    modules = {module_of(path) for path in GENERATOR.rglob("*.py")} - {"__init__"}

    assert set().union(*LAYERS) == modules


def test_imports_point_upwards() -> None:
    """No module imports one that builds on it."""
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    wrong = [
        f"{path.name} imports {name}"
        for path, name, _ in imports()
        if name.startswith("generator.") and rank[name.split(".")[1]] > rank[module_of(path)]
    ]

    assert wrong == []


def test_libraries_stay_at_home() -> None:
    """A library is imported only where it lives, so that it can be replaced there."""
    wrong = [
        f"{path.name} imports {name}"
        for path, name, _ in imports()
        if name.split(".")[0] in HOMES and module_of(path) not in HOMES[name.split(".")[0]]
    ]

    assert wrong == []


def test_imports_stand_at_the_top() -> None:
    """No import hides inside a function."""
    wrong = [f"{path.name}:{node.lineno}" for path, _, node in imports() if node.col_offset]

    assert wrong == []


def test_sizes() -> None:
    """A file has at most 300 lines, a function at most 40."""
    wrong = []
    for path in GENERATOR.rglob("*.py"):
        text = path.read_text("utf-8")
        if text.count("\n") > 300:
            wrong.append(path.name)
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        wrong += [f"{path.name}:{node.name}" for node in functions if (node.end_lineno or 0) - node.lineno >= 40]

    assert wrong == []
