"""What a page weighs: the budget of a cheap phone on a weak network, measured in a real browser."""

from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest
from kinds import KINDS, SERVICE
from playwright.sync_api import Browser, Page
from server import BELOW, SLOW

FIRST_VIEW = 50_000  # bytes over the wire, with all that the page loads
RECORD_PAGE = 14_000  # bytes of HTML, on average
REQUESTS = 8
SCRIPT = f"{BELOW}assets/javascripts/portal.js"
PAGES = [address for addresses in KINDS.values() for address in addresses]
LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .map((one) => [one.name, one.transferSize])"""
SHIFT = """() => new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(sum), 300);
})"""


def test_first_view_of_a_service(browser: Browser, site: str, note: Callable[[str], None]) -> None:
    """All that a service page loads, headers included, is within the budget, from this host, and no font is among it."""
    page = browser.new_page()
    page.goto(site + SERVICE, wait_until="load")
    loaded: list[tuple[str, int]] = page.evaluate(LOADED)
    page.close()
    total = sum(size for _, size in loaded)
    note(f"first view of a service: {total} bytes over the wire (at most {FIRST_VIEW}), {len(loaded)} of {REQUESTS} requests")

    assert total <= FIRST_VIEW
    assert len(loaded) <= REQUESTS
    assert [name for name, _ in loaded if not name.startswith(site)] == []
    assert [name for name, _ in loaded if ".woff" in name or ".ttf" in name] == []


def test_html_of_record_pages(folder: Path, note: Callable[[str], None]) -> None:
    """Pages of records are small on average, with all links to the repository in them."""
    pages = [path for path in (folder / "satker").glob("*/**/index.html") if b'http-equiv="refresh"' not in path.read_bytes()]
    sizes = {path.relative_to(folder).parent.as_posix(): path.stat().st_size for path in pages}
    largest = max(sizes, key=sizes.__getitem__)
    note(f"HTML of a record page: {mean(sizes.values()):.0f} bytes on average (at most {RECORD_PAGE}), {len(sizes)} pages")
    note(f"the largest record page: {largest}, {sizes[largest]} bytes")

    assert mean(sizes.values()) <= RECORD_PAGE


@pytest.mark.parametrize("width", [320, 360, 800])
@pytest.mark.parametrize("address", ["satker/contoh/", "satker/contoh/layanan/legalisasi-ijazah/"])
@pytest.mark.parametrize("moment", ["2026-07-06T08:57:00+07:00", "2026-07-06T20:00:00+07:00", "2026-07-04T10:00:00+07:00"])
def test_the_hours_that_are_said_late_push_nothing(browser: Browser, site: str, address: str, width: int, moment: str) -> None:
    """The room for what depends on the reader's clock is there before the script is, at any hour."""
    page = browser.new_page(viewport={"width": width, "height": 2400})
    page.clock.set_fixed_time(moment)
    SLOW[SCRIPT] = 0.3
    try:
        page.goto(site + address)
        shift = page.evaluate(SHIFT)
        said = page.locator(".zi-buka").first.inner_text(timeout=2000)
    finally:
        SLOW.clear()
        page.close()

    assert said.endswith(" (kecuali hari libur)")
    assert shift == 0


@pytest.mark.parametrize("address", PAGES)
def test_nothing_jumps(glance: Page, site: str, address: str) -> None:
    """No page moves under the reader's finger while it loads."""
    glance.goto(site + address)

    assert glance.evaluate(SHIFT) == 0
