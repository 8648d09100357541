"""A portal with more satker than a page can list shows them by region."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal import ENV, PAGES, lay, site_of
from test_pages import resolve

from generator.index import Index
from generator.portal import load_portal
from generator.render.page import Page, Site
from generator.render.pages import beranda, daftar_satker, kemajuan, kemajuan_daerah
from generator.ringkas import Summary
from generator.sebaran import MOST, Daerah, semua, terbagi

CODES = ("17", "17.01", "17.02", "18.01", "33.74")
PLACES = {"17": ["17", "17.01", "17.02"], "17.01": ["17.01"] * 130, "18": ["18.01"] * 20}


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(load_portal(lay(PAGES, tmp_path_factory.mktemp("daerah"))))


def many(site: Site, codes: list[str]) -> Site:
    """Return *site* with a satker that counts in each of *codes*, all like the same one, and the invented one."""
    model = site.index.satker["induk"]
    made = {
        slug: replace(model, slug=slug, nama=f"Kantor {slug}", nama_pendek=slug.upper(), kode_wilayah=code)
        for number, code in enumerate(codes)
        for slug in [f"k{number:03}"]
    }
    one = site.capaian["induk"]
    outcomes = {slug: replace(one, tugas=tuple(replace(task, satker=slug) for task in one.tugas)) for slug in made}
    outcomes["contoh"] = site.capaian["contoh"]
    return replace(site, index=Index({"contoh": site.index.satker["contoh"], **made}), capaian=outcomes)


def pages(site: Site) -> dict[str, Page]:
    """Return the pages that show many satker, by their addresses."""
    return {
        page.url: page for kind in (beranda, daftar_satker, kemajuan, kemajuan_daerah) for page in kind.portal_pages(ENV, site)
    }


def links(page: Page, pattern: str) -> Iterator[str]:
    """Yield the addresses that *page* leads to, of those that are like *pattern*."""
    found = (
        resolve(page.url, link.partition("#")[0]) for link in re.findall(r'href="([^"]*)"', page.body) if "#" not in link[:1]
    )
    yield from (address for address in found if re.fullmatch(pattern, address))


def leaves(parts: tuple[Daerah, ...]) -> list[Daerah]:
    """Return the places in *parts* whose satker are listed."""
    return [way[-1] for way in semua(parts) if not way[-1].bagian]


@given(st.lists(st.sampled_from(CODES), max_size=3 * MOST))
def test_every_satker_is_listed_once(site: Site, codes: list[str]) -> None:
    """No list is longer than a page takes, no two places have the same address, and a few satker are not parted at all."""
    satker = tuple(many(site, codes).index.nyata())
    parts = terbagi(satker)
    listed: list[Summary] = [item for part in leaves(parts) for item in part.satker]

    assert bool(parts) is (len(satker) > MOST)
    assert Counter(item.slug for item in listed) == Counter(item.slug for item in satker if parts)
    assert all(len(part.satker) <= MOST for part in leaves(parts))
    assert max(Counter(way[-1].kode for way in semua(parts)).values(), default=1) == 1


def test_places_are_found_from_the_first_page(site: Site) -> None:
    """Provinces, then regencies, then dozens by name; an office of the whole province has a place of its own."""
    shown = pages(many(site, [code for codes in PLACES.values() for code in codes]))

    assert list(links(shown["kemajuan/"], "kemajuan/.+")) == ["kemajuan/17/", "kemajuan/18/"]
    assert list(links(shown["kemajuan/17/"], "kemajuan/.+")) == ["kemajuan/17.00/", "kemajuan/17.01/", "kemajuan/17.02/"]
    assert list(links(shown["kemajuan/17.01/"], "kemajuan/17.01-.*")) == [f"kemajuan/17.01-{number}/" for number in (1, 2, 3)]
    assert shown["kemajuan/17.00/"].title.endswith(": Provinsi Bengkulu, tingkat provinsi")
    assert shown["kemajuan/17.01-1/"].title == "Kemajuan: K001 sampai K061"
    assert {address for page in shown.values() for address in links(page, "kemajuan/.*")} == {
        url for url in shown if url.startswith("kemajuan/")
    }
    assert Counter(address for page in shown.values() for address in links(page, "satker/k.*/zi/")).keys() == {
        f"satker/k{number:03}/zi/" for number in range(153)
    }


def test_the_whole_is_the_sum_of_its_places(site: Site) -> None:
    """What the satker of the provinces meet is what the portal meets."""
    one = site.capaian["induk"]
    shown = pages(many(site, [code for codes in PLACES.values() for code in codes]))
    rows = re.findall(r'zi-papan__jumlah">([\d.]+) dari ([\d.]+)</td><td[^>]*>(\d+) %', shown["kemajuan/"].body)

    assert rows == [
        (f"{one.jumlah_terpenuhi * number}", f"{11 * number:,}".replace(",", "."), str(one.persen)) for number in (133, 20)
    ]


def test_the_pages_of_places_are_sound(site: Site) -> None:
    """A strict parser has nothing to say, every id is there once, and no page grows with the portal."""
    shown = pages(many(site, [code for codes in PLACES.values() for code in codes]))
    for url, page in shown.items():
        ids = re.findall(r'\bid="([^"]*)"', page.body)

        assert html5lib.HTMLParser(strict=True).parse(f"<!doctype html><title>{url}</title>{page.body}") is not None
        assert (url, sorted(ids)) == (url, sorted(set(ids)))
    assert shown["kemajuan/"].body.partition("</table>")[0].count("<tr") == 4
    assert len(list(links(shown[""], "satker/k.*"))) == 0
    assert set(re.findall(r'href="satker/#([^"]*)"', shown[""].body)) <= set(re.findall(r'id="([^"]*)"', shown["satker/"].body))


def test_a_page_that_lists_all_is_the_only_one(site: Site) -> None:
    """Up to sixty satker stand on one page, each with its reasons."""
    shown = pages(many(site, ["17.01"] * MOST))

    assert [url for url in shown if url.startswith("kemajuan/")] == ["kemajuan/"]
    assert len(set(links(shown["kemajuan/"], "satker/k.*/zi/"))) == MOST
    assert 'id="belum"' in shown["kemajuan/"].body
