"""Every page kind, compared whole, and what must hold for all of them."""

import re
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from conftest import Golden
from portal import PAGES, lay, pages_of, remember

from generator.model.layanan import KOMPONEN_PENGELOLAAN
from generator.portal import load_portal
from generator.render.page import Page

GOLDEN = Path(__file__).parent / "golden"
FILES = r"\.(?:json|jsonld|csv|zip|xml|ics)$"  # the open data: test_opendata looks for them


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return pages_of(load_portal(lay(PAGES, tmp_path_factory.mktemp("pages")), memory=remember))


def test_golden(pages: dict[str, Page], golden: Golden) -> None:
    """Every page is what its golden file says, and every golden file has its page."""
    names = {(url.strip("/").replace("/", "_") or "beranda") + ".html": page for url, page in pages.items()}
    if golden.update:
        for stale in GOLDEN.glob("*.html"):
            stale.unlink()
    shown = {name: f"{page.title}\n{page.description}\n{page.body}" for name, page in names.items()}
    expected = {name: golden.expected(GOLDEN / name, text) for name, text in shown.items()}

    assert expected == shown
    assert sorted(path.name for path in GOLDEN.glob("*.html")) == sorted(shown)


def test_html_is_valid(pages: dict[str, Page]) -> None:
    """A strict parser has nothing to say about any page."""
    for url, page in pages.items():
        parser = html5lib.HTMLParser(strict=True)

        assert parser.parse(f"<!doctype html><title>{url}</title>{page.body}") is not None


def test_headings_never_skip_a_level(pages: dict[str, Page]) -> None:
    """Every page has one h1, first, and no heading is deeper by more than one than the one before."""
    for url, page in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.body)]

        assert (url, levels.count(1), levels[0]) == (url, 1, 1)
        assert [(url, one, two) for one, two in pairwise(levels) if two > one + 1] == []


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    """No page names two places alike."""
    for url, page in pages.items():
        ids = re.findall(r'\bid="([^"]*)"', page.body)

        assert (url, sorted(ids)) == (url, sorted(set(ids)))


def test_links_lead_somewhere(pages: dict[str, Page]) -> None:
    """Every link inside the site leads to a page of it, and every fragment to a place on that page."""
    prose = {"tentang/", "panduan/", "panduan/formulir/", "panduan/editor/"}
    ids = {url: set(re.findall(r'\bid="([^"]*)"', page.body)) for url, page in pages.items()}
    wrong = []
    for url, page in pages.items():
        for link in re.findall(r'href="([^"]*)"', page.body):
            if re.match(r"[a-z]+:", link) or "/berkas/" in link or re.search(FILES, link):
                continue
            path, _, fragment = link.partition("#")
            target = resolve(url, path.partition("?")[0])
            if target not in pages.keys() | prose or (fragment and fragment not in ids.get(target, fragment)):
                wrong.append((url, link))

    assert wrong == []


def resolve(url: str, link: str) -> str:
    """Return the address that a relative *link* on the page at *url* means."""
    parts = url.split("/")[:-1] if link else url.split("/")
    for part in link.split("/") if link else []:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_a_service_answers_the_four_questions_first(pages: dict[str, Page]) -> None:
    """Cost, time, from home and product come before everything else, then what to bring."""
    body = pages["satker/contoh/layanan/lengkap/"].body
    places = [body.index(text) for text in ("Biaya", "Waktu", "Dari rumah?", "Yang Anda terima", "Persyaratan")]

    assert places == sorted(places)
    assert body.index("Persyaratan") < body.index("Sistem, mekanisme, dan prosedur")


def test_a_missing_component_is_said_to_be_missing(pages: dict[str, Page]) -> None:
    """A service without any component shows the six of delivery one by one, and names the eight of management together."""
    body = pages["satker/contoh/layanan/contoh/"].body
    together = re.search(r'<p class="zi-belum">Belum dipublikasikan: (.*?)</p>', body)

    assert body.count("belum dipublikasikan") >= 6
    assert together is not None
    assert re.findall(r'id="([a-z_]+)"', together[1]) == list(KOMPONEN_PENGELOLAAN)


def test_contacts_are_links(pages: dict[str, Page]) -> None:
    """Numbers and addresses become links a phone can act on."""
    body = pages["satker/contoh/"].body

    assert 'href="tel:+62999000001"' in body
    assert 'href="https://wa.me/6289900000001"' in body
    assert 'href="mailto:ptsp@contoh.example"' in body
    assert 'href="sms:1708"' in body


def test_an_innovation_shows_its_line_both_ways(pages: dict[str, Page]) -> None:
    """The one who learnt names the origin, the origin names who learnt from it."""
    learner, origin = "satker/contoh/inovasi/pantau-berkas/", "satker/induk/inovasi/legalisasi-dari-rumah/"

    assert f'../../../../{origin}"' in pages[learner].body
    assert f'../../../../{learner}"' in pages[origin].body


def test_an_example_is_marked_and_never_counted(pages: dict[str, Page]) -> None:
    """The invented satker is shown as such, and the totals leave it out."""
    assert "zi-strip--contoh" in pages["satker/contoh/layanan/lengkap/"].body
    assert "Portal ini memuat 2 satuan kerja" in pages["satker/"].body


def test_a_revoked_law_names_its_successor(pages: dict[str, Page]) -> None:
    """A service that cites a revoked regulation shows the one in force."""
    body = pages["satker/contoh/layanan/lengkap/"].body

    assert re.search(r'dicabut</span> <span>diganti <a href="[./]*hukum/#pma-30-2024">PMA 30/2024</a>', body)


def test_what_the_search_names_is_there(pages: dict[str, Page]) -> None:
    """A part of a page that a result leads to has its id there."""
    parts = [(url, entry.part) for url, page in pages.items() for entry in page.entries if entry.part]

    assert len(parts) > 5
    assert [part for part in parts if f'id="{part[1]}"' not in pages[part[0]].body] == []
