"""The search in a real browser: the questions of citizens, and what they get when it finds nothing."""

import re
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

ROWS = [
    (question, tuple(patterns.split()))
    for line in (Path(__file__).parent / "kueri.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for question, patterns in [line.split("\t")]
]
SHARE = 0.95  # of the questions must be answered by one of the first three results


# Ask one question after another, and take the addresses of the first three results of each.
ASK = """async (questions) => {
  const box = document.querySelector("input[type=search]");
  const status = document.querySelector(".zi-cari__status");
  const found = [];
  for (const question of questions) {
    box.value = question;
    box.form.requestSubmit();
    const isThere = () => /hasil untuk|paling dekat dengan|Tidak ada hasil/.test(status.textContent);
    while (!isThere()) await new Promise((done) => setTimeout(done));
    found.push([...document.querySelectorAll(".zi-cari__hasil a")].slice(0, 3).map((link) => link.href));
  }
  return found;
}"""


def asked(page: Page) -> list[list[str]]:
    """Return the addresses of the first three results of every question, relative to the site and without their part."""
    found: list[list[str]] = page.evaluate(ASK, [question for question, _ in ROWS])
    return [[link.split("/zi/", 1)[1].partition("#")[0] for link in links] for links in found]


def test_questions_of_citizens(phone: Page, site: str, note: Callable[[str], None]) -> None:
    """Of many real questions, misspelt ones included, nearly all are answered by one of the first three results."""
    phone.goto(f"{site}cari/")
    missed = [
        (question, found, patterns)
        for (question, patterns), found in zip(ROWS, asked(phone), strict=True)
        if not any(fnmatch(address, pattern) for address in found for pattern in patterns)
    ]
    share = 1 - len(missed) / len(ROWS)
    note(f"search: {share:.1%} of {len(ROWS)} questions answered in the first three results; missed:")
    for question, found, patterns in missed:
        note(f"  {question}: {' '.join(found)} instead of {' '.join(patterns)}")

    assert len(ROWS) >= 100
    assert share >= SHARE


def test_a_result_says_what_it_costs_and_where(glance: Page, site: str) -> None:
    """Name, satker, cost, time and presence stand in the result, so that nobody opens a page in vain."""
    glance.goto(f"{site}cari/?q=legalisir+man+2+lebong")
    first = glance.locator(".zi-cari__hasil li").first

    expect(first.get_by_role("link")).to_have_text("Legalisasi ijazah")
    expect(first).to_contain_text("MAN 2 Lebong")
    expect(first).to_contain_text("Gratis · 30 menit · harus datang")


def test_a_typing_error_is_mended_and_said(glance: Page, site: str) -> None:
    """The reader sees which word was searched for."""
    glance.goto(f"{site}cari/?q=legalisr")

    expect(glance.locator(".zi-cari__status")).to_have_text("7 hasil untuk “legalisir”, ejaan yang paling mendekati")


def test_filters(glance: Page, site: str) -> None:
    """Results are narrowed by satker and by what can be done from home; each choice says how many it leaves."""
    glance.goto(f"{site}cari/?q=surat")
    glance.get_by_text("Saring hasil").first.click()
    glance.get_by_label("Satuan kerja").select_option("MAN 2 Lebong")
    expect(glance.locator(".zi-cari__hasil li").first).to_contain_text("MAN 2 Lebong")
    whole = int(glance.locator(".zi-cari__status").inner_text().split()[0])
    glance.get_by_label("Bisa dari rumah, seluruhnya atau sebagian").check()
    expect(glance.locator(".zi-cari__status")).to_have_text(re.compile(rf"^(?!{whole} )\d+ hasil"))

    assert int(glance.locator(".zi-cari__status").inner_text().split()[0]) < whole
    assert set(glance.locator(".zi-baris__satker").all_inner_texts()) == {"MAN 2 Lebong"}
    assert [row for row in glance.locator(".zi-cari__hasil li").all_inner_texts() if "harus datang" in row] == []


def test_a_filter_alone_lists_what_it_leaves(glance: Page, site: str) -> None:
    """Without a word, the services of a category are listed."""
    glance.goto(f"{site}cari/")
    glance.get_by_text("Saring hasil").first.click()
    glance.get_by_label("Kategori").select_option("Zakat dan wakaf")

    expect(glance.locator(".zi-cari__status")).to_have_text(re.compile(r"^\d+ hasil$"))


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until *target* has the focus, as somebody without a mouse does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("target => target === document.activeElement"):
            return
    raise AssertionError(str(target))


def test_the_keyboard_alone_searches(glance: Page, site: str) -> None:
    """Tab leads to the box, to the first result and to the button for more, which moves the focus to the first new result."""
    glance.goto(f"{site}cari/")
    tab_to(glance, glance.get_by_role("searchbox"))
    glance.keyboard.type("ijazah")
    glance.keyboard.press("Enter")
    more = glance.get_by_role("button", name="Tampilkan hasil berikutnya")
    more.wait_for()
    tab_to(glance, glance.locator(".zi-cari__hasil a").first)
    tab_to(glance, more)
    glance.keyboard.press("Enter")
    expect(glance.locator(".zi-cari__hasil li")).to_have_count(20)

    assert glance.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.zi-cari__hasil li')[10]")


def test_nothing_found_leads_on(glance: Page, site: str) -> None:
    """The reader is told what to try, and where else to look."""
    glance.goto(f"{site}cari/?q=xqzwv")

    expect(glance.locator(".zi-cari__status")).to_contain_text("Tidak ada hasil")
    expect(glance.get_by_role("link", name="Daftar layanan A sampai Z")).to_be_visible()


def test_a_missing_page_searches_for_its_words(browser: Browser, site: str) -> None:
    """An address that does not exist is answered by what it most likely meant."""
    page = browser.new_page()
    page.goto(f"{site}layanan-lama/legalisir-ijazah/")

    expect(page.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
    expect(page.locator(".zi-cari__hasil li").first.get_by_role("link")).to_have_text("Legalisasi ijazah")
    page.close()


def test_nothing_is_loaded_before_the_box_is_used(phone: Page, site: str) -> None:
    """The index costs nobody anything who does not search."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{site}cari/", wait_until="networkidle")
    assert [url for url in asked if "/pagefind/" in url] == []

    phone.get_by_role("searchbox").focus()
    phone.wait_for_event("requestfinished", lambda request: "/pagefind/" in request.url)


def test_two_quick_taps_lose_nothing(glance: Page, site: str) -> None:
    """Every result is shown once, however fast the button is pressed: the second tap waits."""
    glance.goto(f"{site}cari/?q=ijazah")
    more = glance.get_by_role("button", name="Tampilkan hasil berikutnya")
    more.wait_for()
    more.evaluate("button => { button.click(); button.click(); }")
    expect(glance.locator(".zi-cari__hasil li")).to_have_count(20)
    more.click()
    expect(glance.locator(".zi-cari__hasil li")).to_have_count(30)
    links = glance.locator(".zi-cari__hasil a").evaluate_all("found => found.map((link) => link.href)")

    assert len(set(links)) == 30


def test_an_address_that_is_no_text_has_its_page(browser: Browser, site: str) -> None:
    """The page for broken addresses is not broken by one."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{site}xx/%ff")

    expect(page.get_by_role("searchbox")).to_have_value("")
    assert wrong == []
    page.close()
