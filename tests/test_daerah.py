"""A national portal that joins those of regions: read over TLS from hosts of their own, built, and asked in a browser."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from nasional import ADDRESSES, BENGKULU, JAMBI, NATIONAL, TIADA, build, hosts, lay_national, lay_region, zi
from playwright.sync_api import Browser, Locator, Page, expect
from portal import contents
from pyshacl import validate
from rdflib import Graph, Namespace
from server import serving
from test_aksesibilitas import RULES, Found, look
from watch import BEFORE

from generator.clock import today
from generator.model.kiriman import baca_simpanan

SHAPES = Path(__file__).parent / "opendata/dcat-ap.ttl"
STATE = Path(".cache/daerah")


@pytest.fixture(name="regions", scope="module")
def _regions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the portals of two regions and return their sites by their addresses."""
    sites = {}
    for nama in (BENGKULU, JAMBI):
        folder = lay_region(tmp_path_factory.mktemp("daerah") / "portal", nama)
        done = build(folder, ADDRESSES[nama])
        assert done.exit_code == 0, done.output
        sites[ADDRESSES[nama]] = folder / "site"
    return sites


@pytest.fixture(name="national", scope="module")
def _national(tmp_path_factory: pytest.TempPathFactory, regions: dict[str, Path]) -> Path:
    """Read both regions and one that never answers, build the national portal, and return it."""
    folder = lay_national(tmp_path_factory.mktemp("nasional") / "portal")
    with hosts(regions, tmp_path_factory.mktemp("kunci")) as network:
        assert zi(folder, "regions", base=NATIONAL, network=network).exit_code == 0
    done = build(folder, NATIONAL)
    assert (done.exit_code, done.output.partition("GitHub Pages takes\n")[2]) == (
        0,
        f"2 of 3 portals joined in search and data\nnever read, so left out (`zi regions` reads them): {TIADA}\n",
    )
    return folder


@contextmanager
def opened(browser: Browser, site: Path, address: str) -> Iterator[tuple[Page, list[str]]]:
    """Open *address* of *site* on a phone; yield the page, and all that it asked of others or said in the console."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    said: list[str] = []
    with serving(site) as base:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(base) else said.append(request.url))
        page.goto(f"{base}{address}")
        yield page, said
    page.close()


def found(page: Page, count: int) -> list[tuple[str, str]]:
    """Return where each of *count* results leads, and what is said of where it comes from."""
    rows = page.locator(".zi-cari__hasil li")
    expect(rows).to_have_count(count)

    def row(item: Locator) -> tuple[str, str]:
        return item.locator("a").evaluate("link => link.href"), item.locator(".zi-baris__satker").inner_text()

    return [row(item) for item in rows.all()]


def test_a_question_is_answered_from_every_portal(browser: Browser, national: Path, regions: dict[str, Path]) -> None:
    """Whichever portal has it, the result says so and leads there; the page asks no host but its own."""
    with opened(browser, national / "site", "cari/?q=wali") as (page, said):
        bengkulu = found(page, 1)
        page.goto(page.url.replace("wali", "santri"))
        jambi = found(page, 1)
        page.goto(page.url.replace("santri", "umroh"))
        own = found(page, 1)
        here = page.url.partition("cari/")[0]
        policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    there = regions[ADDRESSES[BENGKULU]] / bengkulu[0][0].removeprefix(ADDRESSES[BENGKULU]) / "index.html"

    assert bengkulu == [(f"{ADDRESSES[BENGKULU]}satker/kantor/layanan/utama/", f"KUA Rejang Rekaan · {BENGKULU}, draf")]
    assert jambi == [(f"{ADDRESSES[JAMBI]}satker/kantor/layanan/utama/", f"Kantor Kerinci Rekaan · {JAMBI}, draf")]
    assert own == [(f"{here}satker/kantor/layanan/utama/", "Direktorat Rekaan")]
    assert "<h1>Pencatatan nikah" in there.read_text("utf-8")
    assert "connect-src 'self';" in policy
    assert said == []


def test_words_of_the_regions_mend_typing_errors(browser: Browser, national: Path) -> None:
    """Also where only a region knows the word."""
    with opened(browser, national / "site", "cari/?q=pesantrn") as (page, _):
        expect(page.locator(".zi-cari__status")).to_have_text("1 hasil untuk “pesantren”, ejaan yang paling mendekati")


def test_the_filter_by_portal(browser: Browser, national: Path) -> None:
    """One portal can be chosen, and what can be chosen is loaded only when the filters are opened."""
    with opened(browser, national / "site", "cari/") as (page, said):
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        page.get_by_role("searchbox").fill("gotong")
        before = found(page, 3)
        early = [url for url in loaded if "/filter/" in url]
        page.get_by_text("Saring hasil").first.click()
        choice = page.get_by_label("Portal daerah")
        choice.select_option(JAMBI)
        expect(page.locator(".zi-cari__status")).to_have_text("1 hasil untuk “gotong”")
        offered = choice.locator("option").all_inner_texts()

    assert len(before) == 3
    assert early == []
    assert offered == ["Semua portal", f"{BENGKULU} (1)", f"{JAMBI} (1)"]
    assert said == []


def test_the_page_for_unknown_addresses_finds_there_too(browser: Browser, national: Path) -> None:
    """It searches the same index."""
    with opened(browser, national / "site", "404.html") as (page, _):
        page.get_by_role("searchbox").fill("santri")
        links = found(page, 1)

    assert links[0][0].startswith(ADDRESSES[JAMBI])


def test_the_reader_is_told_which_portals_are_missing(browser: Browser, national: Path) -> None:
    """On the page of the search and on that of the portals, which leads to each."""
    with opened(browser, national / "site", "cari/?q=xqzwv") as (page, _):
        expect(page.get_by_text(f"Belum ikut dicari, karena isinya belum terbaca: {TIADA}.")).to_be_visible()
    with opened(browser, national / "site", "daerah/") as (page, said):
        rows = page.locator(".zi-baris").all_inner_texts()
        links = page.locator(".zi-baris a").evaluate_all("found => found.map((link) => link.href)")

    assert rows == [
        f"{nama} draf\nWilayah {nama}\n1 satuan kerja · 1 layanan · data per 25 November 2026" for nama in (BENGKULU, JAMBI)
    ] + [f"{TIADA}\nIsinya belum terbaca, jadi belum ikut dicari di sini."]
    assert links == [*ADDRESSES.values()]
    assert said == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "light"), (320, "dark")])
def test_axe_has_nothing_against_it(width: int, scheme: Any, browser: Browser, national: Path) -> None:
    """Nor has the policy, on the pages that show what other portals have."""
    wrong = Found()
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script(BEFORE)
    with serving(national / "site") as base:
        for address in ("daerah/", "cari/?q=wali", "data/"):
            look(page, f"{base}{address}", RULES, wrong)
    context.close()

    assert (wrong.axe, wrong.refused) == ([], [])


@pytest.fixture(name="again")
def _again(national: Path, tmp_path: Path) -> Path:
    """Return a copy of the national portal, to be read and built again."""
    return Path(shutil.copytree(national, tmp_path / "lagi"))


def test_a_portal_that_is_down_keeps_what_was_known(
    browser: Browser, again: Path, regions: dict[str, Path], tmp_path: Path
) -> None:
    """Its pages are still found, with the day of which they are; the others are read as ever."""
    alive = {ADDRESSES[BENGKULU]: regions[ADDRESSES[BENGKULU]]}
    with hosts(alive, tmp_path) as network:
        told = zi(again, "regions", base="", network=network).output
    day, has = today(), "1 satker, 1 services, data of 2026-11-25"
    assert build(again, NATIONAL).exit_code == 0
    with opened(browser, again / "site", "cari/?q=santri") as (page, _):
        links = found(page, 1)
        note = page.locator(".zi-belum").all_inner_texts()

    assert sorted(line.partition(" ")[2] for line in told.splitlines()) == [
        f"not read since {day}: {JAMBI} (sambungan terputus): {has}; kept is what was read on {day}",
        f"not read since {day}: {TIADA} (sambungan terputus): nothing known yet",
        f"read: {BENGKULU}: {has}",
    ]
    assert links[0][0].startswith(ADDRESSES[JAMBI])
    assert next(text for text in note if JAMBI in text).startswith(f"{JAMBI} tidak terbaca sejak ")


def test_what_was_lost_comes_from_the_published_site(again: Path, tmp_path: Path) -> None:
    """A machine without a folder begins with what this portal published last; a day that it failed since stays that day."""
    kept = contents(again / STATE)
    shutil.rmtree(again / STATE)
    with hosts({NATIONAL: again / "site"}, tmp_path) as network:
        told = zi(again, "regions", base=NATIONAL, network=network)
    back = {nama: baca_simpanan((again / STATE / name).read_bytes()) for nama, name in _files().items()}

    assert told.exit_code == 0
    assert [back[nama].isi for nama in (BENGKULU, JAMBI)] == [
        baca_simpanan(kept[_files()[nama]]).isi for nama in (BENGKULU, JAMBI)
    ]
    assert back[BENGKULU].gagal_sejak == today()
    assert back[TIADA].isi is None


def _files() -> dict[str, str]:
    return {nama: f"{nama.split()[1].lower()}-example-zi.json" for nama in ADDRESSES}


def test_a_published_copy_of_another_portal_is_not_taken(again: Path, tmp_path: Path) -> None:
    """A copy counts for the address that it names; what is no copy at all counts for nothing, and is warned of in the folder."""
    data = again / "site/data/daerah"
    shutil.copy(data / _files()[JAMBI], data / _files()[BENGKULU])
    (data / _files()[JAMBI]).write_text("<!doctype html>", "utf-8")
    shutil.rmtree(again / STATE)
    (again / STATE).mkdir()
    (again / STATE / _files()[JAMBI]).write_text("rusak", "utf-8")
    with hosts({NATIONAL: again / "site"}, tmp_path) as network:
        told = zi(again, "regions", base=NATIONAL, network=network)

    assert told.output.count("nothing known yet") == 3
    assert f"Warning: what is kept of {JAMBI} is ignored: the whole: " in told.output


def test_what_is_damaged_is_as_if_never_read(again: Path) -> None:
    """The build says so, and goes on without it; so it does for one that moved to another address."""
    (again / STATE / _files()[JAMBI]).write_bytes(b"{")
    other = (again / STATE / _files()[BENGKULU]).read_text("utf-8")
    (again / STATE / _files()[BENGKULU]).write_text(other.replace(ADDRESSES[BENGKULU], ADDRESSES[TIADA], 1), "utf-8")
    told = build(again, NATIONAL)

    assert told.exit_code == 0
    assert f"left out (`zi regions` reads them): {BENGKULU}, {JAMBI}, {TIADA}\n" in told.output
    assert not (again / "site/data/daerah").exists()


def test_the_data_of_all(national: Path) -> None:
    """One list says what every portal has and where its data are; the copies are what was read, byte for byte."""
    listed = json.loads((national / "site/data/daerah.json").read_text("utf-8"))
    day = str(today())
    known = [
        {
            "id": f"{nama.split()[1].lower()}-example-zi",
            "nama": nama,
            "alamat": ADDRESSES[nama],
            "instansi": "Kementerian Agama",
            "wilayah": f"Wilayah {nama}",
            "per": "2026-11-25",
            "diambil": day,
            "satker": 1,
            "layanan": 1,
            "draf": 1,
            "arsip": f"{ADDRESSES[nama]}data/portal.zip",
            "katalog": f"{ADDRESSES[nama]}data/katalog.jsonld",
            "salinan": f"{NATIONAL}data/daerah/{nama.split()[1].lower()}-example-zi.json",
        }
        for nama in (BENGKULU, JAMBI)
    ]

    assert listed["jumlah"] == {"portal": 3, "terbaca": 2, "satker": 2, "layanan": 2}
    assert listed["portal"] == [
        *known,
        {"id": "tiada-example-zi", "nama": TIADA, "alamat": ADDRESSES[TIADA], "gagal_sejak": day},
    ]
    assert contents(national / "site/data/daerah") == {
        name: content for name, content in contents(national / STATE).items() if "tiada" not in name
    }
    assert "data/daerah.json" in (national / "site/data/index.html").read_text("utf-8")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib reads JSON-LD by what it deprecates
def test_the_catalogue_names_those_of_the_regions(national: Path) -> None:
    """As parts of its own (dcat:catalog), each with its data; the whole keeps to DCAT-AP."""
    graph = Graph().parse(data=(national / "site/data/katalog.jsonld").read_bytes(), format="json-ld")
    dcat = Namespace("http://www.w3.org/ns/dcat#")
    pairs = {(str(whole), str(part)) for whole, part in graph.subject_objects(dcat.catalog)}
    archives = {str(place) for place in graph.objects(None, dcat.downloadURL) if str(place).endswith("portal.zip")}
    conforms, _, report = validate(graph, shacl_graph=Graph().parse(SHAPES))

    assert pairs == {(f"{NATIONAL}data/katalog.jsonld", f"{ADDRESSES[nama]}data/katalog.jsonld") for nama in (BENGKULU, JAMBI)}
    assert archives == {f"{base}data/portal.zip" for base in (NATIONAL, ADDRESSES[BENGKULU], ADDRESSES[JAMBI])}
    assert conforms, report


def test_the_same_again(national: Path, again: Path) -> None:
    """What was read gives the same bytes wherever and whenever it is built; what changed in it is built anew."""
    shutil.rmtree(again / ".cache/zi")
    assert build(again, NATIONAL).exit_code == 0
    same = contents(again / "site")
    unchanged = build(again, NATIONAL).output
    text = (again / STATE / _files()[JAMBI]).read_text("utf-8")
    (again / STATE / _files()[JAMBI]).write_text(text.replace("Pendirian pesantren", "Pendirian surau"), "utf-8")
    assert build(again, NATIONAL).exit_code == 0
    words = json.loads((again / "site/pagefind/kata.json").read_text("utf-8"))

    assert same == contents(national / "site")
    assert "nothing made anew" in unchanged
    assert "surau" in words["nama"]


def test_a_region_leads_to_the_national_search(regions: dict[str, Path]) -> None:
    """Who finds nothing in the portal of a region can go on in all."""
    page = (regions[ADDRESSES[JAMBI]] / "cari/index.html").read_text("utf-8")

    assert f'<a href="{NATIONAL}cari/">Portal Nasional</a>, yang mencari di semua daerah' in page


def test_nothing_to_read(regions: dict[str, Path]) -> None:
    """A portal that names none says so."""
    folder = next(iter(regions.values())).parent

    assert zi(folder, "regions", base=NATIONAL).output == "mkdocs.yml names no portals under extra.daerah: nothing to read\n"


WRONG: dict[str, tuple[str, str]] = {
    "no list": ("  daerah: https://a.example/\n", "'extra.daerah' must be a list, each with 'nama' and 'alamat'"),
    "no mapping": ("  daerah: [x]\n", "'extra.daerah' must give every portal a 'nama' of at most 100 letters"),
    "no name": ("  daerah: [{alamat: 'https://a.example/'}]\n", "'extra.daerah' must give every portal a 'nama'"),
    "empty name": ("  daerah: [{nama: ' ', alamat: 'https://a.example/'}]\n", "'extra.daerah' must give every portal a 'nama'"),
    "long name": (f"  daerah: [{{nama: {'x' * 101}, alamat: 'https://a.example/'}}]\n", "'extra.daerah' must give every portal"),
    "http": ("  daerah: [{nama: A, alamat: 'http://a.example/'}]\n", "'extra.daerah': the 'alamat' of A must be one such as"),
    "script": ("  daerah: [{nama: A, alamat: 'javascript:alert(1)'}]\n", "'extra.daerah': the 'alamat' of A must be one"),
    "password": ("  daerah: [{nama: A, alamat: 'https://x@a.example/'}]\n", "'extra.daerah': the 'alamat' of A must be one"),
    "port": ("  daerah: [{nama: A, alamat: 'https://a.example:8443/'}]\n", "'extra.daerah': the 'alamat' of A must be one"),
    "question": ("  daerah: [{nama: A, alamat: 'https://a.example/?x'}]\n", "'extra.daerah': the 'alamat' of A must be one"),
    "long address": (f"  daerah: [{{nama: A, alamat: 'https://a.example/{'x' * 64}/'}}]\n", "'extra.daerah': the 'alamat' of A"),
    "twice": (
        "  daerah: [{nama: A, alamat: 'https://a.example/b'}, {nama: B, alamat: 'https://a.example/B/'}]\n",
        "'extra.daerah' names one address twice, or two that differ in signs only",
    ),
    "national": ("  nasional: x\n", "'extra.nasional' must give every portal a 'nama' of at most 100 letters"),
}


@pytest.mark.parametrize(("extra", "message"), WRONG.values(), ids=WRONG)
def test_wrong_settings(extra: str, message: str, again: Path) -> None:
    """They are wrong use of both commands, said in one line."""
    settings = (again / "mkdocs.yml").read_text("utf-8")
    lines = [line for line in settings.splitlines() if "daerah:" not in line and "example/zi/" not in line]
    (again / "mkdocs.yml").write_text("\n".join(lines).replace("\nextra:\n", f"\nextra:\n{extra}"), "utf-8")
    ended = [zi(again, command, base=NATIONAL) for command in ("regions", "build")]

    assert [(done.exit_code, done.output.startswith(f"Error: {message}")) for done in ended] == [(2, True)] * 2


def good(regions: dict[str, Path]) -> dict[str, Any]:
    """Return what Jambi hands over."""
    return dict(json.loads((regions[ADDRESSES[JAMBI]] / "data/kiriman.json").read_text("utf-8")))


def handed(regions: dict[str, Path], folder: Path, content: bytes) -> dict[str, Path]:
    """Return the sites of the regions, of which Jambi hands over *content*."""
    (folder / "data").mkdir(parents=True)
    (folder / "data/kiriman.json").write_bytes(content)
    (folder / "404.html").write_text("", "utf-8")
    return regions | {ADDRESSES[JAMBI]: folder}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<script>alert(1)</script>", "isinya bukan kiriman portal (the whole: Invalid JSON"),
        (b" " * (2 << 20), "lebih besar dari 1 MiB"),
        (b"", "isinya bukan kiriman portal (the whole: Invalid JSON"),
    ],
    ids=["html", "large", "empty"],
)
def test_what_is_no_handover_changes_nothing(
    content: bytes, reason: str, regions: dict[str, Path], again: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused whole, with its reason, and what was known before stays."""
    monkeypatch.setattr("generator.cli.regions.MAX_SIZE", 1 << 20)
    before = baca_simpanan((again / STATE / _files()[JAMBI]).read_bytes())
    with hosts(handed(regions, tmp_path / "jambi", content), tmp_path) as network:
        told = zi(again, "regions", base="", network=network).output
    after = baca_simpanan((again / STATE / _files()[JAMBI]).read_bytes())

    assert f"{JAMBI} ({reason}" in told
    assert (after.isi, after.diambil, after.gagal_sejak) == (before.isi, before.diambil, today())


def test_a_day_to_come_is_refused(regions: dict[str, Path], again: Path, tmp_path: Path) -> None:
    """A portal cannot know the future, but for a clock that is a little ahead."""
    told = []
    for number in (1, 2):
        content = json.dumps(good(regions) | {"per": str(today() + timedelta(number))}).encode()
        with hosts(handed(regions, tmp_path / str(number), content), tmp_path) as network:
            told.append(zi(again, "regions", base="", network=network).output)

    assert f"read: {JAMBI}" in told[0]
    assert f"{JAMBI} (isinya bertanggal {today() + timedelta(2)}, di masa depan)" in told[1]


def test_hostile_texts_are_shown_as_they_are(browser: Browser, regions: dict[str, Path], again: Path, tmp_path: Path) -> None:
    """What has the form of a text may say anything: no page, file or catalogue takes it for more than words."""
    bad = "<img src=x onerror=alert(1)>\"'</script><script>alert(1)</script>{{ 7*7 }}"
    item = good(regions)["butir"][1] | dict.fromkeys(("nama", "satker", "rinci", "ringkasan", "kategori"), f"santri {bad}")
    whole = good(regions) | {"wilayah": bad, "instansi": bad, "nama": bad, "butir": [item], "lain": {"x": [bad]}}
    with hosts(handed(regions, tmp_path / "jambi", json.dumps(whole).encode()), tmp_path) as network:
        assert f"read: {JAMBI}: 1 satker" in zi(again, "regions", base="", network=network).output
    assert build(again, NATIONAL).exit_code == 0
    shown = []
    for address in ("cari/?q=santri", "daerah/", "data/", ""):
        with opened(browser, again / "site", address) as (page, said):
            page.wait_for_load_state("networkidle")
            shown.append((page.locator("main img, article img, article script").count(), said))
            if address.startswith("cari"):
                rows = page.locator(".zi-cari__hasil li").all_inner_texts()
                page.get_by_text("Saring hasil").first.click()
                expect(page.get_by_label("Kategori").locator("option")).to_have_count(2)

    assert shown == [(0, [])] * 4
    assert rows == [f"santri {bad}\nsantri {bad} · {JAMBI}, draf\nsantri {bad}\nsantri {bad}"]
    assert json.loads((again / "site/data/daerah.json").read_text("utf-8"))["portal"][1]["wilayah"] == bad
    json.loads((again / "site/data/katalog.jsonld").read_text("utf-8"))
