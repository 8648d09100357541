"""Reading without a network, in a real browser."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import PHONE
from kinds import SERVICE
from playwright.sync_api import Browser, BrowserContext, Page, expect
from server import BELOW, BUSY, SLOW

from generator.render.words import tanggal

KEPT = "caches.open('zi-halaman /zi/').then((kept) => kept.keys()).then((keys) => keys.map((key) => key.url))"


@pytest.fixture(name="context")
def _context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture(name="reader")
def _reader(context: BrowserContext, site: str) -> Page:
    """Return a page of a reader who has read a service, whose copy is kept."""
    page = context.new_page()
    page.goto(site + SERVICE)
    wait_for_copy(page, site + SERVICE)
    wait_for_copy(page, f"{site}luring/")
    return page


def wait_for_copy(page: Page, address: str) -> None:
    """Wait until the copy of *address* is kept."""
    for _ in range(100):
        if address in page.evaluate(KEPT):
            return
        page.wait_for_timeout(50)
    raise AssertionError(address)


def test_a_page_that_was_read_opens_again(reader: Page, context: BrowserContext, site: str) -> None:
    """Without a network it is there, with its style, and says of which day it is."""
    context.set_offline(True)
    reader.goto(site + SERVICE)
    today = tanggal(datetime.now(UTC).date())

    expect(reader.get_by_role("heading", name="Legalisasi ijazah", exact=True)).to_be_visible()
    expect(reader.locator(".zi-luring")).to_have_text(
        f"Anda membaca salinan yang tersimpan di perangkat ini, data per tanggal {today}."
    )
    assert reader.evaluate("getComputedStyle(document.querySelector('.zi-kepala')).backgroundColor") == "rgb(0, 102, 79)"


def test_a_page_that_was_not_read_says_so(reader: Page, context: BrowserContext, site: str) -> None:
    """Without a network an unknown page leads to those that are kept."""
    context.set_offline(True)
    reader.goto(f"{site}satker/kankemenag-kaur/")

    expect(reader.get_by_role("heading", name="Baca tanpa jaringan")).to_be_visible()
    expect(reader.locator("[data-sakelar] li a").filter(has_text="Legalisasi ijazah – MAN 1 Kota Bengkulu")).to_be_visible()


def test_a_newer_version_announces_itself(reader: Page, site: str, folder: Path) -> None:
    """On a slow network the copy comes first; when the new page arrives, the reader is told and can load it."""
    file = folder / SERVICE / "index.html"
    old = file.read_text("utf-8")
    reader.goto(site + SERVICE)
    file.write_text(old.replace("Gratis", "Rp1.000"), "utf-8")
    SLOW[BELOW + SERVICE] = 5
    try:
        reader.goto(site + SERVICE)
        expect(reader.get_by_text("Gratis", exact=True).first).to_be_visible()
        button = reader.get_by_role("button", name="Muat versi baru")
        button.wait_for()
        SLOW.clear()
        button.click()
        expect(reader.get_by_text("Rp1.000", exact=True).first).to_be_visible()
    finally:
        SLOW.clear()
        file.write_text(old, "utf-8")


def test_the_switch_ends_it_for_good(reader: Page, site: str) -> None:
    """Nothing is kept any more, on no page and after no visit, until the reader turns it on again."""
    reader.goto(f"{site}luring/")
    reader.get_by_role("button", name="Matikan dan hapus semua salinan").click()
    expect(reader.get_by_role("button", name="Nyalakan penyimpanan")).to_be_visible()
    reader.goto(site + SERVICE)
    reader.wait_for_timeout(500)

    assert reader.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert reader.evaluate("caches.keys()") == []

    reader.goto(f"{site}luring/")
    reader.get_by_role("button", name="Nyalakan penyimpanan").click()
    expect(reader.get_by_role("button", name="Matikan dan hapus semua salinan")).to_be_visible()
    assert reader.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 1


def test_questions_are_never_kept(reader: Page, site: str) -> None:
    """What somebody searched for is in no copy's address."""
    reader.goto(f"{site}cari/?q=rahasia")
    wait_for_copy(reader, f"{site}cari/")

    assert [address for address in reader.evaluate(KEPT) if "rahasia" in address] == []


def test_attachments_are_never_kept(reader: Page, site: str) -> None:
    """A file from a record is what its server says, never a page of the portal's."""
    reader.goto(f"{site}satker/contoh/berkas/motto-loket-ptsp.png")
    reader.goto(f"{site}satker/contoh/")
    wait_for_copy(reader, f"{site}satker/contoh/")

    assert [address for address in reader.evaluate(KEPT) if "/berkas/" in address] == []


def test_what_is_on_its_way_is_not_kept_after_the_switch(reader: Page, site: str) -> None:
    """Off means off, also for an answer that comes later."""
    reader.goto(f"{site}luring/")
    SLOW[f"{BELOW}layanan/"] = 1.5
    try:
        reader.evaluate("() => { fetch('../layanan/'); }")
        reader.get_by_role("button", name="Matikan dan hapus semua salinan").click()
        expect(reader.get_by_role("button", name="Nyalakan penyimpanan")).to_be_visible()
        reader.wait_for_timeout(2500)
    finally:
        SLOW.clear()

    assert reader.evaluate("caches.keys()") == []


def test_a_server_in_trouble_does_not_hide_the_copy(reader: Page, site: str) -> None:
    """While the server answers with an error of its own, the copy is shown."""
    BUSY.add(BELOW + SERVICE)
    try:
        reader.goto(site + SERVICE)
        expect(reader.get_by_role("heading", name="Legalisasi ijazah", exact=True)).to_be_visible()
        expect(reader.locator(".zi-luring")).to_contain_text("salinan yang tersimpan")
    finally:
        BUSY.clear()
