"""Whether everybody can use the pages: axe-core on every kind, and what the accessibility statement says of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from kinds import EXTREMES, KINDS, SERVICE
from playwright.sync_api import Browser, Page, expect
from watch import BEFORE

from generator.aksesibilitas import FILE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # all that a scheme can change
WIDTHS = {320: "320", 1280: "1280"}
SCHEMES = {"light": "terang", "dark": "gelap"}


def addresses(site: str, extremes: str) -> Iterator[str]:
    """Yield every page that is looked at."""
    yield from (site + address for found in KINDS.values() for address in found)
    yield from (extremes + address for address in EXTREMES)


@dataclass
class Found:
    """What axe-core has against the pages, and what they did that their policy refuses."""

    axe: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def look(page: Page, address: str, rules: object, found: Found) -> None:
    """Note what axe-core has by *rules* against the page at *address*, and what the page was refused."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok, address
    if "?q=" in address:
        page.locator(".zi-cari__status").filter(has_text=re.compile("hasil")).wait_for()
    judge(page, Axe(), rules, found)


def judge(page: Page, axe: Axe, rules: object, found: Found) -> None:
    """Note the same of the page that is open."""
    found.refused += [f"{page.url}: {line}" for line in page.evaluate("() => __heard().refused")]
    wrong = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    found.axe += [f"{page.url}: {item['id']}: {item['nodes'][0]['html']}" for item in wrong]


@pytest.fixture(name="found", scope="module")
def _found(browser: Browser, site: str, extremes: str) -> Found:
    """Return what is wrong at any width and in any scheme: each page is opened light, and made dark where it stands."""
    found = Found()
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.add_init_script(BEFORE)
        for address in addresses(site, extremes):
            page.emulate_media(color_scheme="light")
            look(page, address, RULES, found)
            page.emulate_media(color_scheme="dark")
            judge(page, Axe(""), COLOURS, found)  # axe-core is in the page by now
        context.close()
    return found


def test_axe_has_nothing_against_any_page(found: Found) -> None:
    """No violation of WCAG 2.2 AA or of good practice, light and dark, on a small phone and on a desktop."""
    assert found.axe == []


def test_no_page_does_what_its_policy_refuses(found: Found) -> None:
    """Not one violation of the content security policy, at any width and in any scheme."""
    assert found.refused == []


def test_the_statement_says_what_was_tested(found: Found, request: pytest.FixtureRequest, site: str, extremes: str) -> None:
    """The accessibility statement holds this run's figures; only their day may be older."""
    stored = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {"tanggal": ""}
    run = {
        "mesin": f"axe-core {re.search(r'axe v([0-9.]+)', AXE_SCRIPT)[1]}",  # type: ignore[index]
        "standar": "WCAG 2.0, 2.1, 2.2 A dan AA, serta praktik baik; pada tema gelap aturan warnanya",
        "jenis": list(KINDS),
        "halaman": len(list(addresses(site, extremes))),
        "lebar": list(WIDTHS),
        "tema": list(SCHEMES.values()),
        "pelanggaran": len(found.axe),
    }
    if request.config.getoption("--update-golden") and stored != {"tanggal": stored["tanggal"]} | run:
        stored = {"tanggal": f"{date.today()}"} | run  # noqa: DTZ011 - the day on the reader's calendar
        FILE.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")

    assert stored == {"tanggal": stored["tanggal"]} | run


def test_the_keyboard_alone_reads_a_service(phone: Page, site: str) -> None:
    """Tab shows the way past the menu, the folds open with Enter, and what has the focus is seen."""
    phone.goto(site + SERVICE)
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    phone.keyboard.press("Enter")
    fold = phone.locator("#dasar_hukum summary")
    for _ in range(60):
        phone.keyboard.press("Tab")
        if fold.evaluate("fold => fold === document.activeElement"):
            break
    phone.keyboard.press("Enter")

    expect(phone.locator("#dasar_hukum li").first).to_be_visible()
    assert fold.evaluate("fold => getComputedStyle(fold).outlineStyle") == "solid"


def test_the_keyboard_alone_opens_and_leaves_the_menu(phone: Page, site: str) -> None:
    """Enter opens it, Escape closes it and the focus stays at its button."""
    phone.goto(site)
    menu = phone.locator(".zi-menu summary")
    menu.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("link", name="Kemajuan", exact=True)).to_be_visible()
    phone.keyboard.press("Escape")

    expect(phone.get_by_role("link", name="Kemajuan", exact=True)).not_to_be_visible()
    expect(menu).to_be_focused()


@pytest.mark.parametrize("address", [SERVICE, "satker/contoh/", "satker/contoh/zi/", "kemajuan/"])
def test_zoom_loses_nothing(browser: Browser, site: str, address: str) -> None:
    """At 400 % (1280 px become 320) every text of the wide page is there and visible, but for what is folded."""
    texts = []
    for width in (1280, 320):
        page = browser.new_page(viewport={"width": width, "height": 256 if width == 320 else 1024})
        page.goto(site + address)
        texts.append(set(page.locator("#isi").inner_text().split()))
        page.close()

    assert texts[0] - texts[1] <= {*"0123456789", "10", "11", "Kelengkapan"}  # heads of columns, which stand in each cell instead
