"""Every macro of the theme by its examples: what each renders, and that it is valid HTML."""

from pathlib import Path

import html5lib
import pytest
from conftest import ROOT, Golden
from jinja2 import FileSystemLoader
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Dict, FromImport, Getattr, Macro
from portal import ENV, PAGES, lay, remember, satker_of, site_of

from generator.portal import load_portal
from generator.render.env import Direct
from generator.render.grafik import grafik

MACROS = ROOT / "theme" / "macros"
KOMPONEN = Path(__file__).parent / "komponen"
GOLDEN = Path(__file__).parent / "golden" / "komponen"


class Benda(dict[str, object]):
    """A mapping that stands for a record in an example: its keys are attributes too."""

    __getattr__ = dict.__getitem__


class Example(Direct):
    """Writes examples, in which a point may name a key, and in which a mapping may stand for a record; macros as they are."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Ask for the attribute or the key."""
        if self._is_macro:
            super().visit_Getattr(node, frame)
        else:
            CodeGenerator.visit_Getattr(self, node, frame)

    def visit_Dict(self, node: Dict, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Make what may stand for a record."""
        self.write("(" if self._is_macro else "environment.benda(")
        super().visit_Dict(node, frame)
        self.write(")")

    @property
    def _is_macro(self) -> bool:
        return (self.name or "").startswith("macros/")


OVERLAY = ENV.overlay(loader=FileSystemLoader([ROOT / "theme", KOMPONEN]), optimized=False)  # a constant would not be written
OVERLAY.code_generator_class = Example
vars(OVERLAY)["benda"] = Benda
EXAMPLES = sorted(path.relative_to(KOMPONEN).as_posix() for path in KOMPONEN.rglob("*.html"))

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.removesuffix(".html"))


@pytest.fixture(name="konteks", scope="module")
def _konteks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Return what an example may use: the root, the site, a full satker, an empty one, the services, and how series are drawn."""
    portal = load_portal(lay(PAGES, tmp_path_factory.mktemp("komponen")), memory=remember)
    satker = satker_of(portal)
    return {
        "akar": "../../",
        "site": site_of(portal),
        "satker": satker["contoh"],
        "satker_kosong": satker["kosong"],
        "layanan": satker["contoh"].layanan,
        "grafik": grafik,
    }


def draw(example: str, konteks: dict[str, object]) -> str:
    """Return what *example* renders."""
    return OVERLAY.get_template(example).render(konteks)


def macro_of(example: str) -> str:
    """Return the macro that the place of *example* names: its file, a slash, its name without the variant."""
    return example.removesuffix(".html").partition("-")[0]


def macros() -> set[str]:
    """Return every macro of the theme, each after its file and a slash."""
    found = {path.stem: ENV.parse(path.read_text("utf-8")).find_all(Macro) for path in MACROS.glob("*.html")}
    return {f"{stem}/{macro.name}" for stem, nodes in found.items() for macro in nodes}


def imported(example: str) -> list[str]:
    """Return the macros that *example* imports, each after its file and a slash."""
    tree = OVERLAY.parse((KOMPONEN / example).read_text("utf-8"))
    return [f"{Path(node.template.as_const()).stem}/{name}" for node in tree.find_all(FromImport) for name in node.names]


def test_every_macro_has_an_example() -> None:
    """Every macro has an example in its place, and every place of an example names a macro."""
    assert macros() == {macro_of(example) for example in EXAMPLES}


@each_example
def test_example_is_of_its_macro(example: str) -> None:
    """An example says in its first line what it shows, and imports the macro that its place names and no other."""
    first, *_ = (KOMPONEN / example).read_text("utf-8").splitlines()

    assert (first[:3], first[-4:]) == ("{# ", ". #}")
    assert imported(example) == [macro_of(example)]


@each_example
def test_example(example: str, konteks: dict[str, object], golden: Golden) -> None:
    """An example renders to its golden file."""
    actual = draw(example, konteks)

    assert golden.expected(GOLDEN / example, actual) == actual


def test_no_golden_file_is_left_over(golden: Golden) -> None:
    """Every golden file has its example."""
    stale = [path for path in GOLDEN.rglob("*.html") if path.relative_to(GOLDEN).as_posix() not in EXAMPLES]
    if golden.update:
        for path in stale:
            path.unlink()

    assert golden.update or stale == []


@each_example
def test_html_is_valid(example: str, konteks: dict[str, object]) -> None:
    """A strict parser has nothing to say about an example."""
    parser = html5lib.HTMLParser(strict=True)

    assert parser.parse(f"<!doctype html><title>{example}</title>{draw(example, konteks)}") is not None
