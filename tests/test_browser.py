"""The built pages in a real browser, on a phone."""

import pytest
from conftest import PHONE
from kinds import ELSEWHERE, EXTREMES, KINDS, SERVICE
from playwright.sync_api import Browser, Page

from generator.pipeline import KINDS as PAGE_KINDS


def test_the_four_answers_need_no_scrolling(phone: Page, site: str) -> None:
    """What it costs, how long, whether from home, and what to bring stand in the first view."""
    phone.goto(site + SERVICE)
    places = [
        phone.get_by_text(text, exact=True).first
        for text in ("Biaya", "Waktu", "Dari rumah?", "Fotokopi paling banyak 10 lembar")
    ]
    bottoms = [box["y"] + box["height"] for place in places if (box := place.bounding_box())]

    assert len(bottoms) == 4
    assert max(bottoms) <= PHONE["height"]


@pytest.mark.parametrize("kind", [address for addresses in KINDS.values() for address in addresses])
def test_nothing_overflows(glance: Page, site: str, kind: str) -> None:
    """No page is wider than the screen, even at 320 px (400 % zoom of a desktop)."""
    glance.set_viewport_size({"width": 320, "height": 740})
    glance.goto(site + kind)
    small = glance.evaluate("document.documentElement.scrollWidth")
    glance.set_viewport_size({"width": 1280, "height": 740})

    assert small <= 320
    assert glance.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("address", EXTREMES)
def test_extremes_do_not_overflow(glance: Page, extremes: str, address: str) -> None:
    """Neither do the longest names and texts."""
    glance.set_viewport_size({"width": 320, "height": 740})
    glance.goto(extremes + address)

    assert glance.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_kind_is_looked_at() -> None:
    """A new page kind gets its addresses in the list that the browser tests go through."""
    assert {kind.name for kind in PAGE_KINDS} <= KINDS.keys() | ELSEWHERE


def test_a_service_is_found_by_an_everyday_word(phone: Page, site: str) -> None:
    """The question on the home page leads to the services that answer it, with cost, time and satker."""
    phone.goto(site)
    phone.get_by_label("Syarat, biaya, dan lama layanan").fill("legalisir")
    phone.get_by_role("button", name="Cari").click()
    first = phone.locator(".zi-cari__hasil li").first
    first.wait_for()

    assert phone.locator(".zi-cari__status").inner_text() == "7 hasil untuk “legalisir”"
    assert first.get_by_role("link").inner_text() == "Legalisasi ijazah"
    assert "Gratis · 30 menit · harus datang" in first.inner_text()
    assert "MAN" in first.inner_text()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-24T03:00:00Z", "Buka sekarang sampai 12.00, lalu 13.00–16.00"),  # Tuesday, 10.00 in WIB
        ("2026-11-24T05:30:00Z", "Tutup sekarang, buka hari ini 13.00"),
        ("2026-11-24T10:00:00Z", "Tutup sekarang, buka besok 08.00"),
        ("2026-11-27T10:00:00Z", "Tutup sekarang, buka Senin 08.00"),  # Friday after closing
        ("2026-11-29T17:30:00Z", "Tutup sekarang, buka hari ini 08.00"),  # Sunday in UTC, Monday 00.30 in WIB
    ],
)
def test_buka_sekarang(phone: Page, site: str, moment: str, words: str) -> None:
    """The reader's clock, wherever it stands, is held against the office's hours."""
    phone.clock.set_fixed_time(moment)
    phone.goto(f"{site}satker/contoh/")

    assert phone.locator(".zi-buka").first.inner_text().startswith(words)


def test_a_link_into_a_fold_opens_it(phone: Page, site: str) -> None:
    """A category on the home page is visible on the page it leads to."""
    phone.goto(f"{site}layanan/#kategori-pendidikan")

    assert phone.locator("#kategori-pendidikan").is_visible()


def test_without_javascript(browser: Browser, site: str) -> None:
    """Everything but the filter and "buka sekarang" is there."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site}layanan/")

    assert page.get_by_role("heading", name="Legalisasi ijazah").is_visible()
    assert not page.locator(".zi-saring").is_visible()
    page.locator(".zi-menu summary").click()
    assert page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Pengaduan").is_visible()
    context.close()
