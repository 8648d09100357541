"""The tasks of a citizen, an evaluator and a leader, done in a real browser on a phone."""

import re

import pytest
from conftest import ROOT
from kinds import KINDS, SERVICE
from playwright.sync_api import Page, expect

SHOTS = ROOT / ".cache/tangkapan"
SCREENS = {"ponsel": {"width": 360, "height": 740}, "meja": {"width": 1280, "height": 900}}


def test_a_citizen_finds_where_to_complain_about_a_service(glance: Page, site: str) -> None:
    """From the service one tap leads to real channels and what comes next, a second to the way on if nobody answers."""
    glance.goto(site + SERVICE)
    glance.get_by_role("link", name="Adukan layanan").click()
    part = glance.locator("#penanganan_pengaduan")

    expect(part).to_be_in_viewport()
    expect(part.get_by_role("link", name="Buka lapor.go.id")).to_have_attribute("href", "https://www.lapor.go.id")
    expect(part).to_contain_text("5 hari kerja")
    part.get_by_role("link", name="cara mengadu dan batas waktunya").click()
    expect(glance.get_by_role("heading", name="Tidak dijawab, atau jawabannya tidak memuaskan?")).to_be_visible()


def test_a_citizen_sees_which_satker_offer_a_service(glance: Page, site: str) -> None:
    """The same service elsewhere, with cost and time beside it, is one tap away."""
    glance.goto(site + SERVICE)
    others = glance.locator("#serupa li")
    expect(others).to_have_count(4)
    expect(others.first).to_contain_text("Gratis · 30 menit")
    others.filter(has_text="MAN 2 Lebong").get_by_role("link").click()

    expect(glance.get_by_role("navigation", name="Anda di sini")).to_contain_text("MAN 2 Lebong")
    expect(glance.get_by_role("heading", name="Legalisasi ijazah", exact=True)).to_be_visible()


def test_a_citizen_is_told_where_a_service_has_gone(glance: Page, site: str) -> None:
    """A service that moved opens with where to go instead; the old details are folded."""
    glance.goto(f"{site}satker/kankemenag-kaur/layanan/pendaftaran-haji-reguler/")

    expect(glance.get_by_role("heading", name="Layanan ini sudah pindah")).to_be_in_viewport()
    expect(glance.locator("#persyaratan")).not_to_be_visible()


def test_an_evaluator_follows_an_outcome_to_its_reason(glance: Page, site: str) -> None:
    """From the board to the recommendation, to what is missing in which file, to how it is met."""
    glance.goto(f"{site}kemajuan/")
    glance.get_by_role("link", name=re.compile("MAN 2 Lebong, 3. Motto perubahan: belum")).click()
    part = glance.locator("#r3")
    expect(part).to_be_in_viewport()
    expect(part).to_contain_text("motto di motto.yml")
    part.get_by_role("link", name="Cara memenuhinya").click()

    expect(glance.locator(":target")).to_contain_text(re.compile("C[0-9]{2}"))


def test_a_leader_sees_who_is_behind_and_prints_an_agenda(glance: Page, site: str) -> None:
    """Nine rows, eleven marks each; printed without navigation, with room for decisions."""
    glance.goto(f"{site}kemajuan/")
    rows = glance.locator(".zi-papan tbody tr")
    expect(rows).to_have_count(9)
    assert rows.first.locator("td").count() == 13

    glance.emulate_media(media="print")
    expect(glance.locator(".zi-kepala")).not_to_be_visible()
    expect(glance.get_by_role("heading", name="Kemajuan Zona Integritas")).to_be_visible()


@pytest.mark.parametrize("address", [address for found in KINDS.values() for address in found[:1]])
def test_print(glance: Page, site: str, address: str) -> None:
    """On paper there is no navigation and nothing is folded away."""
    glance.goto(site + address)
    glance.emulate_media(media="print")
    folded = "all => all.filter((one) => one.children[1] && !one.children[1].checkVisibility()).length"
    expect(glance.locator("#isi h1").first).to_be_visible()
    assert glance.locator("header:visible, nav:not(.zi-sebelas):visible, button:visible, input[type=search]:visible").count() == 0
    assert glance.locator("details:not(.zi-menu):visible").evaluate_all(folded) == 0
    assert glance.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("kind", [kind for kind, found in KINDS.items() if found])
def test_screenshots(glance: Page, site: str, kind: str) -> None:
    """Every page kind is kept as a picture, phone and desktop, to be looked at after the run."""
    glance.goto(site + KINDS[kind][0])
    expect(glance.locator("h1")).to_be_visible()
    for screen, size in SCREENS.items():
        glance.set_viewport_size(size)  # type: ignore[arg-type]
        glance.screenshot(path=SHOTS / f"{kind}-{screen}.png", full_page=True)

    assert min((SHOTS / f"{kind}-{screen}.png").stat().st_size for screen in SCREENS) > 5_000
