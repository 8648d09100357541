"""Whatever somebody writes into a record, no browser runs it, nothing leaves the page, and the reader sees the words it is."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pikepdf
import pytest
from defusedxml import ElementTree
from icalendar import Calendar
from infest import text_keys
from payloads import ADDRESS, NOTE, SHORT, Infestation, allowed, lay_infested, payloads, together
from playwright.sync_api import Browser, Route
from portal import REPO, contents, publish
from server import serving
from test_dokumen import documents, pdf_of, said, text_of
from watch import Row, Watch, watching

from generator.dokumen.naskah import Dokumen
from generator.load import MODELS
from generator.read import read
from generator.render.markup import md

pytestmark = pytest.mark.campaign

LINE = 60  # characters that a document keeps together
TOGETHER = 8  # payloads that one text holds in a campaign
EVERY = 4  # in a campaign every so many offices are compared with their twins; all are opened
WORD = re.compile(r"qz\d{5}(?: \{\{ x \}\})?", re.IGNORECASE)
# Pages whose order or remarks come from what a text says: their parts are of the same kinds, and not compared one by one.
OWN_ORDER = re.compile(
    r"(?:layanan/|hukum/|kemajuan/|motto/|data/|satker/|inovasi/|pengaduan/|kriteria/)?|.*/(?:kelengkapan|dokumen)/|.*/banding/.*"
)
PROSE = re.compile(r"panduan/|tentang/|aksesibilitas/|luring/|cari/|404")  # show no record, or are looked at by themselves
FORM = ("satker.yml", "pengaduan.yml", "zi.yml", "layanan/pencatatan-nikah.yml", "inovasi/pantau-berkas.yml")


@dataclass(frozen=True)
class Twins:
    """A hostile site and a harmless one, alike but for the words that stand in for the payloads in the second."""

    hostile: str
    harmless: str
    folders: tuple[Path, Path]
    infestation: Infestation
    meant: dict[str, str]  # the payload of each word
    offices: int

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages but redirects, the editor, and those that show no record."""
        found = sorted(path.relative_to(self.folders[0]).as_posix() for path in self.folders[0].rglob("*.html"))
        leads = [page for page in found if b'http-equiv="refresh"' in (self.folders[0] / page).read_bytes()]
        pages = [page.removesuffix("index.html") for page in found if page not in leads and not page.startswith("admin/")]
        return [page for page in pages if not PROSE.match(page)]


@pytest.fixture(name="twins", scope="module")
def _twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """Build both: one office holds every payload in some text, in a campaign so many that every key holds every payload."""
    is_long = request.config.getoption("--campaign")
    texts = together(TOGETHER) if is_long else allowed()
    names = [f"m{number}" for number in range(len(texts) if is_long else 1)]
    made, folders = [], []
    with ExitStack() as stack:
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        environment.setenv("PORTAL_URL", "https://portal.example/zi/")
        environment.setenv("PORTAL_REPO", REPO)
        for is_hostile in (True, False):
            folder = tmp_path_factory.mktemp("muatan")
            infestation = Infestation(texts, is_hostile=is_hostile)
            built = publish(lay_infested(folder, names, infestation), folder / "site", with_docs=False)
            assert [finding for finding in built.findings if finding.is_error] == []
            made.append((stack.enter_context(serving(folder / "site")), infestation))
            folders.append(folder)
        (hostile, infestation), (harmless, harmless_infestation) = made
        words = {word.casefold(): text for word, text in harmless_infestation.words.items()}
        sites = (folders[0] / "site", folders[1] / "site")
        yield Twins(hostile, harmless, sites, infestation, words, len(names))


@pytest.fixture(name="window")
def _window(browser: Browser, twins: Twins, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Return a window on the hostile site in which nothing may happen."""
    with watching(browser, twins.hostile, **getattr(request, "param", {})) as watch:
        yield watch
    assert watch.said == []


def is_looked_at(page: str) -> bool:
    """Say whether a page is one of the portal, or of an office that a campaign looks at more closely."""
    office = re.match(r"satker/m(\d+)/", page)
    return office is None or int(office[1]) % EVERY == 0


def expected(twins: Twins, row: Row) -> Row:
    """Return a *row* of a harmless page as it must stand on the hostile one."""
    return plain([WORD.sub(lambda word: twins.meant[word[0].casefold()], part) for part in decoded(row)])


def decoded(row: Row) -> Row:
    """Return a *row* whose links have no percent signs."""
    return [unquote(part) if part.startswith("href=") else part for part in row]


def plain(row: Row) -> Row:
    """Return a *row* without what may differ: blanks, a full stop that ends a sentence, and the case of attributes."""
    parts = [" ".join(part.replace(".", "").split()) for part in row]
    return parts if not parts[0] else [part.casefold() for part in parts]


def is_same(meant: Row, shown: Row) -> bool:
    """Say whether a row shows what is meant; the glance at a fee ends where a clause of its remark does, which stands below."""
    return shown == meant or (meant[0] == shown[0] == "" and bool(re.match(rf"{re.escape(shown[-1])}[,; ]", meant[-1])))


def shapes(rows: list[Row]) -> set[tuple[str, ...]]:
    """Return the kinds of elements in *rows*, each with the names of its attributes."""
    return {(row[0], *sorted(part.partition("=")[0] for part in row[1:])) for row in rows if row[0]}


def without_prose(rows: list[Row]) -> list[Row]:
    """Return *rows* without the Markdown, without what quotes the first texts that look like forms, and without the host."""
    rows = [row for row in rows if "Masih ada tanda isian: " not in row[-1]]
    starts = [number for number, row in enumerate(rows) if "id=uraian" in row]
    for start in starts:
        end = next(number for number in range(start, len(rows)) if rows[number] == ["/section"])
        rows = rows[:start] + rows[end:]
    return [[re.sub(r"http://127\.0\.0\.1:\d+", "", part) for part in row] for row in rows]


def test_there_are_many_payloads_in_every_key(twins: Twins) -> None:
    """The measure itself: what is tried, and where."""
    keys = {place for kind in MODELS.values() for place in text_keys(kind)}
    tried = {place for place, _ in twins.infestation.places}
    texts = together(TOGETHER) if twins.offices > 1 else allowed()

    assert len(payloads()) >= 150
    assert min(Counter(payloads().values()).values()) >= 4
    assert keys - tried == set()
    assert set(texts) <= {text for _, text in twins.infestation.places}
    if twins.offices > 1:
        shown = {place for place in keys - SHORT.keys() - {ADDRESS} if not place.endswith(".catatan")}
        assert {(place, text) for place in shown for text in texts} - twins.infestation.places == set()


def test_a_page_says_what_the_record_says(browser: Browser, twins: Twins, window: Watch, note: Callable[[str], None]) -> None:
    """Every page is that of harmless words, tag for tag and letter for letter, with the payload where the word stood."""
    wrong: list[tuple[str, object]] = []
    compared = 0
    with watching(browser, twins.harmless) as harmless:
        for page in twins.pages:
            window.open(page)
            office = re.match(r"satker/m(\d+)/", page)
            if is_looked_at(page):
                harmless.open(page)
                theirs, ours = without_prose(harmless.rows()), without_prose(window.rows())
                if OWN_ORDER.fullmatch(page):
                    wrong += [(page, shape) for shape in shapes(ours) - shapes(theirs)]
                else:
                    rows, shown = [expected(twins, row) for row in theirs], [plain(decoded(row)) for row in ours]
                    if office and page == f"satker/m{office[1]}/":  # its services stand in the order of their names
                        rows, shown = sorted(rows), sorted(shown)
                    wrong += [(page, pair) for pair in zip(rows, shown, strict=False) if not is_same(*pair)][:3]
                    wrong += [(page, "longer")] if len(rows) != len(shown) else []
                compared += 1
            window.touch()
    note(
        f"{len(payloads())} payloads in {len(twins.infestation.places)} places: {window.opened} pages opened, {compared} compared"
    )

    assert wrong == []


@pytest.mark.parametrize("window", [{"bypass_csp": True}], indirect=True)
def test_nothing_runs_where_no_policy_forbids_it(twins: Twins, window: Watch) -> None:
    """The policy is the second wall: without it nothing runs either."""
    for page in filter(is_looked_at, twins.pages):
        window.open(page)
        window.touch()
        window.page.emulate_media(media="print")
        window.look()
        window.page.emulate_media(media="screen")


def test_markdown_shows_words_and_tame_links(browser: Browser, twins: Twins) -> None:
    """Of a payload as Markdown there are paragraphs, lists, emphasis, and links: to the web as written, or inside the portal."""
    with watching(browser, twins.hostile, bypass_csp=True) as watch:
        watch.open("tentang/")
        watch.page.evaluate("(html) => { document.querySelector('article').innerHTML = html; }", "".join(map(md, allowed())))
        watch.touch()
        rows = watch.rows()
    shown = [row for row in rows[rows.index(["article", "class=zi-prosa"]) + 1 : rows.index(["/article"])] if row[0]]
    found = {" ".join([row[0], *(part.partition("=")[0] for part in row[1:])]) for row in shown if not row[0].startswith("/")}
    links = [part.removeprefix("href=") for row in shown for part in row if part.startswith("href=")]

    assert watch.said == []
    assert found <= {"p", "ul", "ol", "li", "strong", "em", "br", "a href rel"}
    assert {link for link in links if link.startswith("https:")} == {
        "https://a.example",
        "https://a.example/%22onmouseover=%22jebol=1",
        "https://jahat.example/i.png",  # of a picture, which is a link here
    }
    assert [link for link in links if not link.startswith("https:") and not re.fullmatch(r"[/]?[\w%.=-]+", link)] == []


@pytest.mark.parametrize("record", FORM)
def test_the_form_shows_and_proposes_it(twins: Twins, window: Watch, record: str) -> None:
    """The form of a hostile record, its review, and the text it proposes hold the words, and nothing else."""
    file = twins.folders[0].parent / "satker/m0" / record

    def answer(route: Route) -> None:
        route.fulfill(body=file.read_bytes(), headers={"Access-Control-Allow-Origin": "*"})

    window.page.route("https://api.github.com/**", answer)
    window.open(f"usulkan/?berkas=m0/{record}")
    window.page.locator("form").first.wait_for()
    values = {part.removeprefix(":value=") for row in window.rows() for part in row if part.startswith(":value=")}
    known = {text for texts in _texts(read("x", file.read_bytes())[0].data) for text in texts}
    window.touch()
    window.page.locator("form").first.evaluate("(form) => form.requestSubmit()")

    assert len({" ".join(text.split()) for text in known} & {" ".join(text.split()) for text in values}) >= 3


def _texts(value: object) -> Iterator[set[str]]:
    if isinstance(value, str):
        yield {value}
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)


def test_a_proposal_shows_it_and_nothing_else(window: Watch) -> None:
    """What a reader types comes back in the review, in the text and in the link to the repository's page as the words it is."""
    typed = "\n".join(text for text in allowed() if "\n" not in text and len(text) < 80)[:4000]
    window.page.route("https://api.github.com/**", lambda route: route.abort())
    window.open("usulkan/?berkas=m0/inovasi/")
    window.page.get_by_label("Nama inovasi (wajib)").fill("Uji")
    window.page.get_by_label("Nama inovasi (wajib)").blur()
    part = window.page.locator("form > details", has=window.page.locator("summary strong", has_text="Ringkasan")).first
    part.locator("summary").first.click()
    part.locator("textarea").fill(typed)
    window.page.get_by_role("button", name="Periksa usulan").click()
    window.page.get_by_role("heading", name="Usulan siap").wait_for()
    proposed = window.page.get_by_label("Teks usulan").input_value()
    links = [link for link in window.page.evaluate("() => [...document.links].map((one) => one.href)") if "github" in link]
    window.touch()

    assert read("x", proposed.encode())[0].data["ringkasan"] == typed.strip()
    assert [link for link in links if not link.startswith(REPO)] == []


def test_the_search_takes_it_for_words(window: Watch, request: pytest.FixtureRequest) -> None:
    """Whatever is asked, in the box, in the address or behind its #, stands in the box and is answered with words and links."""
    texts = allowed() if request.config.getoption("--campaign") else allowed()[::60]
    for text in texts:
        asked = " ".join(text.split())[:120]
        window.open(f"cari/?q={quote(asked)}#{quote(asked)}")
        window.page.wait_for_function("() => !document.querySelector('.zi-cari__status').textContent.startsWith('Mencari')")
        shown = [row for row in window.rows() if row[0] in ("script", "img", "iframe", "style", "object", "svg", "math", "form")]

        assert window.page.locator("#q").input_value() == asked
        assert Counter(row[0] for row in shown) == {"script": 2, "img": 1, "form": 1}
        window.look()
        window.open(f"layanan/{quote(text[:60], safe='')}/")
        window.look()
    window.said = [said for said in window.said if "status of 404" not in said]


def test_a_copy_for_times_without_a_network_shows_it(browser: Browser, twins: Twins) -> None:
    """The page that a phone has kept is the same without a network, and the list of kept pages names it as its title does."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(f"{twins.hostile}satker/m0/")
    title = page.title()
    page.wait_for_function("() => caches.match(location.href).then((kept) => Boolean(kept))")
    page.goto(f"{twins.hostile}luring/")
    names = page.locator("[data-sakelar] li a")
    names.first.wait_for()
    kept = names.all_text_contents()
    context.set_offline(True)
    page.goto(f"{twins.hostile}satker/m0/")
    again = page.title()
    context.close()

    assert said == []
    assert (again, title.rpartition(" – ")[0] in kept) == (title, True)


def test_no_note_of_a_keeper_is_published(twins: Twins) -> None:
    """Whatever stands in it: not on a page, not in the data, not in what the form is given."""
    assert [uri for uri, content in contents(twins.folders[0]).items() if NOTE.strip().encode() in content] == []


def test_the_data_have_the_shape_of_harmless_ones(twins: Twins) -> None:
    """No text begins a row, a cell, a property, an element or a key of its own in JSON, CSV, XML or iCalendar."""
    hostile, harmless = (
        {uri: content for uri, content in contents(site).items() if "pagefind" not in uri} for site in twins.folders
    )

    assert sorted(hostile) == sorted(harmless)
    for uri, content in hostile.items():
        reader = SHAPES.get(Path(uri).suffix)
        if reader:
            assert (uri, reader(content)) == (uri, reader(harmless[uri]))


def _json_shape(value: Any) -> object:
    if isinstance(value, dict):
        return sorted((WORD.sub("", key), repr(_json_shape(item))) for key, item in value.items())
    return sorted(repr(_json_shape(item)) for item in value) if isinstance(value, list) else type(value).__name__


def _csv_shape(content: bytes) -> list[tuple[int, list[str]]]:
    """Return how many cells each row has, and which of them a spreadsheet would take for a formula."""
    rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    return sorted(
        (len(row), [cell for cell in row if cell[:1] in "=+-@\t\r" and cell and not re.fullmatch(r"-[\d.]+", cell)])
        for row in rows
    )


def _xml_shape(content: bytes) -> list[tuple[str, list[str]]]:
    return sorted((item.tag, sorted(item.attrib)) for item in ElementTree.fromstring(content).iter())


def _calendar_shape(content: bytes) -> list[tuple[str, list[str]]]:
    return sorted((part.name or "", sorted(part)) for part in Calendar.from_ical(content).walk())


SHAPES: dict[str, Callable[[bytes], object]] = {
    ".json": lambda content: _json_shape(json.loads(content)),
    ".jsonld": lambda content: _json_shape(json.loads(content)),
    ".csv": _csv_shape,
    ".xml": _xml_shape,
    ".ics": _calendar_shape,
}


def test_printed_documents_show_it(twins: Twins, tmp_path: Path) -> None:
    """Typst sets each payload as the letters it is; no document holds a link or a program that a harmless one lacks."""
    hostile, harmless = (documents(site.parent / "satker", "m0") for site in twins.folders)
    known, missing = set(twins.meant.values()), []
    for uri, item in hostile.items():
        shown = _letters(text_of(item))
        texts = (text for text in said(item) if text in known and text.isascii() and len(text) < LINE)
        missing += [(uri, text) for text in texts if _letters(text) not in shown]

    assert len(hostile) == len(harmless) > 20
    assert missing == []
    assert _actions(hostile, tmp_path) == _actions(harmless, tmp_path)


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9<>=#$\\/{}()]", "", text)


def _actions(found: dict[str, Dokumen], folder: Path) -> Counter[str]:
    """Return where links of documents lead, and their programs."""
    path, actions = folder / "dokumen.pdf", Counter[str]()
    for item in found.values():
        path.write_bytes(pdf_of(item))
        with pikepdf.open(path) as pdf:
            objects = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and ("/URI" in one or "/JS" in one)]
            actions.update(f"{one.get('/S')} {one.get('/URI', one.get('/JS'))}" for one in objects)
    return actions
