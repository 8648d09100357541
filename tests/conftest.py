"""What the tests share."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from extremes import lay_extremes
from hemat import built_once, compiled_once
from playwright.sync_api import Browser, Page, sync_playwright
from portal import contents, publish
from server import serving
from venvs import BARE, TRACE, dead, lay_small, lay_venv, offline, run, warnings
from watch import BLOCKED

ROOT = Path(__file__).parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]
LONGEST = (  # modules of tests by the time they take
    *("aksesibilitas", "alur", "admin", "bagian", "tambahan", "readme", "bobot", "panduan_perintah", "muatan", "daerah", "tugas"),
    *("usulkan", "bombs", "degradation", "panduan", "cari", "browser", "luring", "kebijakan", "putus", "supply", "cli"),
    *("hostile_pages", "printing", "dokumen", "lampiran", "alamat", "part", "opendata", "kriteria", "site", "kriteria_teks"),
)
PUBLISHED = "https://portal.contoh.example/zi/"  # where the portal in the browser says that it is
PHONE = {"width": 360, "height": 740}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flags of this suite."""
    parser.addoption("--update-golden", action="store_true", help="rewrite expected files; review them as a diff")
    parser.addoption("--campaign", action="store_true", help="run the slow campaigns in full")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: where several processes share the modules, none of them ends long after the others."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem.removeprefix("test_"), len(places)))


@pytest.fixture(autouse=True, scope="session")
def _compiled() -> Iterator[None]:
    """Compile each template once; half of a small build from nothing would be that."""
    with compiled_once():
        yield


@pytest.fixture(name="note")
def _note(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return what takes a measured figure; all of them stand at the end of the run."""
    return lambda figure: request.node.user_properties.append(("figure", figure))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures, whichever process measured them."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    if figures := [text for report in reports for name, text in report.user_properties if name == "figure"]:
        terminalreporter.section("figures")
        terminalreporter.write("".join(f"{figure}\n" for figure in figures))


@pytest.fixture(name="golden")
def _golden(request: pytest.FixtureRequest) -> "Golden":
    return Golden(update=request.config.getoption("--update-golden"))


class Golden:
    """Expected files, rewritten only when asked."""

    def __init__(self, *, update: bool) -> None:
        self.update = update

    def expected(self, path: Path, actual: str) -> str:
        """Return what *path* says is expected, after writing *actual* to it if that was asked for."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, "utf-8")
        return path.read_text("utf-8")


@pytest.fixture(name="folder", scope="session")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the portal of the repository as it is published."""

    def build(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PORTAL_URL", PUBLISHED)
            environment.setenv("PORTAL_REPO", "https://github.com/contoh/portal")
            publish(ROOT / "satker", folder / "site", strict=True)

    return built_once("browser", build, tmp_path_factory) / "site"


@pytest.fixture(name="site", scope="session")
def _site(folder: Path) -> Iterator[str]:
    """Serve it, and return its address."""
    with serving(folder) as address:
        yield address


@pytest.fixture(name="extremes", scope="session")
def _extremes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a portal with the longest and the emptiest records, and return its address."""

    def build(folder: Path) -> None:
        publish(lay_extremes(folder), folder / "site")

    with serving(built_once("extremes", build, tmp_path_factory) / "site") as address:
        yield address


@pytest.fixture(name="project", scope="session")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small portal with every part; its site in `utuh` was built without a network, by the Python in `venv`."""
    project = lay_small(tmp_path_factory.mktemp("proyek"))
    python = str(lay_venv(project / "venv"))
    program = "from generator.cli import run; run()"
    given = BARE | {"PATH": os.environ["PATH"], "USER": f"{TRACE}orang", "HOME": f"/{TRACE}rumah"}
    done = run([*offline(), python, "-c", program, "build", "--strict", "--jobs", "1", "--site-dir", "utuh"], project, given)
    assert (done.returncode, warnings(done), done.stdout) == (0, [], ""), done.stderr
    return project


@pytest.fixture(name="whole", scope="session")
def _whole(project: Path) -> dict[str, bytes]:
    """Return that site, on which no link is dead."""
    whole = contents(project / "utuh")
    assert dead(whole) == []
    return whole


@pytest.fixture(name="browser", scope="session")
def _browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.fail("the tests in a browser need Chromium or Chrome on the PATH; `make test` as root on Debian installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(name="phone")
def _phone(browser: Browser) -> Iterator[Page]:
    """Return a page of a phone whose console must stay silent: no error, no refused script, no warning."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    said = heard(page)
    yield page
    context.close()
    assert said == []


def heard(page: Page) -> list[str]:
    """Return what takes all that the console of *page* says from now on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture(name="screen", scope="session")
def _screen(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return a page in a window that keeps nothing of what was read, and what its console says."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page, heard(page)
    context.close()


@pytest.fixture(name="glance")
def _glance(screen: tuple[Page, list[str]]) -> Iterator[Page]:
    """Return such a phone, the same for all tests that leave nothing behind: to open a new one takes longer than most of them."""
    page, said = screen
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.emulate_media(media="screen")
    said.clear()
    yield page
    assert [words for words in said if words != BLOCKED] == []
