"""Whatever a record says, a page says it in the same words, and nothing else on the page changes."""

import html
import re
import tempfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import hunt, words, written
from hypothesis import strategies as st
from infest import infested
from portal import PAGES, lay, pages_of, remember

from generator.load import MODELS
from generator.portal import load_portal
from generator.read import read
from generator.render.markup import md
from generator.render.page import Page
from generator.rules.isian import left
from generator.stencil import BODY, DESCRIPTION, TITLE, cut

pytestmark = pytest.mark.campaign

MARK = "Qzxwv"  # a harmless text that no template and no record holds
FORM = f"{MARK} {{{{ x }}}}"  # one that says the same of itself as a form that nobody filled in
MAX_SHORT = 40  # characters of `nama_pendek`
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script src=//x>",
    "<img src=x onerror=alert(1)>",
    "</article></main><!-- -->]]>",
    "<![CDATA[ <?x?> <b>a<i>",
    "{{ x }} {% x %} {# x #} {{ 7*7 }}",
    "zi-stensil-isi zi-stensil-judul",
    "zi-stensil-keterangan zi-stensil",
    "\"onclick=\"x' onclick='x",
    "& &amp;&lt;&#60;&amp",
    "\\ %s %(x)s $x \\u003c =1+1",
    "javascript:alert(1)",
    "اللغة العربية שלום",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301",
    "panjang" * 5,
)
MARKDOWN = (
    *words("* _ ** [a]( ) ]( [ ] ![a]( < > - # ` ``` \\ | & \" ' <? <![CDATA[ klzzwxh:0000"),
    *words("javascript:alert(1) JaVaScript: data:text/html, vbscript: //evil.example https://a.example mailto: &#106;"),
    *("<script>", "</script>", "<a href='javascript:x'>", "<img src=x onerror=y>", "<style>", "<svg onload=x>", "<!--", "-->"),
    *("<iframe>", "</article>", "<math><mtext>", "<title>", "<textarea>", "<p id=x>", "\x02", "\x03"),
    *("\n", "\n\n", "\t", "    ", "- ", "1. ", "# ", "> ", " "),
)
KEPT = {
    "Inovasi.uraian",
    "KanalPengaduan.alamat",
    "Profil.penyunting",
    "RencanaKerja.id",
    "Rapat.butir",
}  # have forms of their own
SAFE_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}


def infest(root: Path, text: str) -> None:
    """Put *text* in place of every free text of every record below *root*."""
    for path in root.rglob("*.yml"):
        kind = MODELS[path.name if path.name in MODELS else path.parent.name]
        data = read(path.name, path.read_bytes())[0].data
        path.write_text(written(infested(kind, data, lambda place, old: old if place in KEPT else text)).text, "utf-8")


@cache
def pages_with(text: str) -> dict[str, Page]:
    """Return every page of a portal whose every free text is *text*; not that of the data, which says how long they are."""
    with tempfile.TemporaryDirectory() as folder:
        root = lay(PAGES, Path(folder))
        infest(root, text)
        portal = load_portal(root, memory=remember)

        assert {item.code for item in portal.findings if item.is_error} <= {"alasan-dihapus-pendek"}
        return {url: page for url, page in pages_of(portal).items() if url != "data/"}


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
    return Pieces(cut(DRAWN, page.url).stamp(page).decode()).found


def check_escaped(text: str) -> None:
    """Hold pages full of *text* to those full of a harmless word: the same tags, and the text itself where the word stood."""
    text = f"Q{text}"  # filed under the letter of the harmless word
    mark = FORM if left(("teks",), text) else MARK
    harmless, hostile = pages_with(mark), pages_with(text)
    expected = {
        url: [tuple(part.replace(mark, text) for part in piece) for piece in stamped(page)] for url, page in harmless.items()
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


def is_plain(text: str) -> bool:
    """Say whether *text* is some text, and left over from no form but that of FORM, which pages would quote."""
    return bool(text) and left(("teks",), text) in ("", "{{ x }}")


def test_any_text_is_escaped(request: pytest.FixtureRequest) -> None:
    """No text changes what surrounds it."""
    letters = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=".,;:`/"), min_size=1, max_size=6)
    texts = st.lists(letters | st.sampled_from(HOSTILE), min_size=1, max_size=3).map("-".join)

    hunt(request, 4, texts.map(lambda text: text[: MAX_SHORT - 1].strip()).filter(is_plain), check_escaped)


def test_stencil_marks_in_a_record_stay() -> None:
    """A record that names all marks is stamped as it is: only the marks of the drawn page count."""
    marks = f"{TITLE} {DESCRIPTION} {BODY} zi-stensil"
    page = Page("satker", "satker/zi-stensil/", marks, marks, f"<p>{marks}</p>")
    stamped_page = cut(DRAWN, "satker/zi-stensil/").stamp(page).decode()

    assert stamped_page == (
        f'<!doctype html><title>{marks}</title><meta name="description" content="{marks}"><main><p>{marks}</p></main>'
    )


def test_title_and_description_are_escaped(request: pytest.FixtureRequest) -> None:
    """A title ends no element and a description ends no attribute, whatever they hold."""

    def check(text: str) -> None:
        page = cut(DRAWN, "").stamp(Page("beranda", "", text, text, "")).decode()
        escaped = html.escape(text)

        assert page == f'<!doctype html><title>{escaped}</title><meta name="description" content="{escaped}"><main></main>'

    hunt(request, 30, st.text(max_size=20) | st.sampled_from(HOSTILE), check)


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
