"""The comparison of one service over all who offer it."""

import re
import shutil
from pathlib import Path

import html5lib
import pytest
from conftest import Golden
from portal import PAGES, lay, pages_of, remember

from generator.portal import Portal, load_portal
from generator.render.page import Page
from generator.render.pages import banding

GOLDEN = Path(__file__).parent / "golden/banding"
URL = "layanan/banding/legalisasi-ijazah/"
OFFICE = """\
nama: Kantor {nama}
nama_pendek: {nama}
jenis: man
kode_wilayah: "{wilayah}"
status_data: resmi
"""
FAST = "jangka_waktu: {nilai: 30, satuan: menit}\nbiaya_tarif: [{rupiah: 5000}]\n"
CHEAP = "jangka_waktu: {nilai: 1, satuan: jam}\nbiaya_tarif: [{rupiah: 0}]\nkanal: [{jenis: daring, tautan: https://a.example}]\n"
SLOW = "jangka_waktu: {nilai: 2, satuan: hari_kerja}\nbiaya_tarif: [{rupiah: 0}]\ntatap_muka: wajib\nalasan_tatap_muka: Asli.\n"
SILENT = "jangka_waktu:\nbiaya_tarif:\n"
FAR = "jangka_waktu: {nilai: 1, satuan: bulan}\nbiaya_tarif: [{rupiah: 5000}]\n"
CLOSED = "status: ditunda\nalasan: Gedung diperbaiki.\njangka_waktu: {nilai: 1, satuan: menit}\n"


def office(records: Path, slug: str, wilayah: str, service: str) -> None:
    """Write a satker that offers a service of the standard, and one that only its name joins to others."""
    (records / slug / "layanan").mkdir(parents=True)
    (records / slug / "satker.yml").write_text(OFFICE.format(nama=slug.capitalize(), wilayah=wilayah), "utf-8")
    (records / slug / "layanan/legalisasi-ijazah.yml").write_text(f"dasar: legalisasi-ijazah\n{service}", "utf-8")
    (records / slug / "layanan/tamu.yml").write_text("nama: Menerima tamu\n", "utf-8")


@pytest.fixture(name="records")
def _records(tmp_path: Path) -> Path:
    """Return a portal in which six satker beside the invented one offer the same."""
    records = lay(PAGES, tmp_path)
    (records / "induk/layanan/legalisasi-ijazah.yml").write_text(f"dasar: legalisasi-ijazah\n{FAR}", "utf-8")
    for slug, wilayah, service in (
        ("cepat", "17.08", FAST),
        ("murah", "17.08", CHEAP),
        ("lambat", "18.01", SLOW),
        ("diam", "18.01", SILENT),
        ("tutup", "17.08", CLOSED),
    ):
        office(records, slug, wilayah, service)
    return records


def offered(page: Page) -> list[str]:
    """Return the satker on *page*, in their order."""
    return re.findall(r'href="[./]*satker/([a-z]+)/layanan/', page.body)


def test_golden(records: Path, golden: Golden) -> None:
    """The page is what its golden file says, a strict parser accepts it, and its links lead to pages."""
    pages = pages_of(load_portal(records, memory=remember))
    page = pages[URL]
    shown = f"{page.title}\n{page.description}\n{page.body}"

    assert golden.expected(GOLDEN / "legalisasi-ijazah.html", shown) == shown
    assert html5lib.HTMLParser(strict=True).parse(f"<!doctype html><title>x</title>{page.body}") is not None
    assert {f"satker/{slug}/layanan/legalisasi-ijazah/" for slug in offered(page)} <= pages.keys()


def test_the_best_come_first_and_the_invented_never(records: Path) -> None:
    """The open before the others, then the fast; who says nothing comes last of them."""
    page = pages_of(load_portal(records, memory=remember))[URL]

    assert offered(page) == ["cepat", "murah", "lambat", "induk", "diam", "tutup"]
    assert "contoh" not in page.body.replace("contoh.example", "")


def test_what_all_say_stands_above(records: Path) -> None:
    """From the fastest to the slowest, from free to dear, and how many can be asked from home; closed ones say nothing."""
    page = pages_of(load_portal(records, memory=remember))[URL]

    assert "<b>30 menit sampai 1 bulan</b>" in page.body
    assert "<b>Gratis atau Rp5.000</b>" in page.body
    assert "<b>1 dari 5</b>" in page.body


def test_it_is_reached_from_the_list_and_from_each_service(records: Path) -> None:
    """By standard, or by name alone; a service that only one satker offers is compared with nothing."""
    pages = pages_of(load_portal(records, memory=remember))

    assert 'href="../layanan/banding/legalisasi-ijazah/"' in pages["layanan/"].body
    assert 'href="../layanan/banding/tamu/"' in pages["layanan/"].body
    assert "../../../../layanan/banding/legalisasi-ijazah/" in pages["satker/murah/layanan/legalisasi-ijazah/"].body
    assert "../../../../layanan/banding/tamu/" in pages["satker/murah/layanan/tamu/"].body
    assert sorted(url for url in pages if url.startswith("layanan/banding/")) == [URL, "layanan/banding/tamu/"]
    assert "banding" not in pages["satker/contoh/layanan/lengkap/"].body


def test_a_slug_that_is_a_standard_is_left_to_it(records: Path) -> None:
    """Services that are joined by their name alone then have an address of their own."""
    for slug in ("cepat", "murah"):
        (records / slug / "layanan/tamu.yml").unlink()
        path = records / slug / "layanan/legalisasi-ijazah.yml"
        path.write_text("nama: Cap tiga jari\n", "utf-8")
    pages = pages_of(load_portal(records, memory=remember))

    assert offered(pages["layanan/banding/cepat--legalisasi-ijazah/"]) == ["cepat", "murah"]
    assert offered(pages[URL]) == ["lambat", "induk", "diam", "tutup"]


def test_nobody_is_open(records: Path) -> None:
    """Then there is nothing to compare, and the page says so."""
    for slug in ("cepat", "murah", "lambat", "diam"):
        shutil.rmtree(records / slug)
    moved = "dasar: legalisasi-ijazah\nstatus: beralih\nalasan: Dipindahkan.\n"
    (records / "induk/layanan/legalisasi-ijazah.yml").write_text(moved, "utf-8")

    assert (
        "Tidak ada satuan kerja di portal ini yang masih membukanya" in pages_of(load_portal(records, memory=remember))[URL].body
    )


def test_of_many_some_are_shown_and_all_by_province(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The best of them in the list, and a table of provinces with all."""
    monkeypatch.setattr(banding, "MOST", 2)
    page = pages_of(load_portal(records, memory=remember))[URL]
    rows = re.findall(r'rowheader">([^<]+)</th><td role="cell" data-nama="Satuan kerja">(\d+)</td>', page.body)

    assert offered(page) == ["cepat", "murah"]
    assert rows == [("Provinsi Bengkulu", "4"), ("Provinsi Lampung", "2")]
    assert "Cari di 4 satuan kerja lain" in page.body


def test_the_pages_of_a_satker_depend_on_what_is_compared(records: Path) -> None:
    """Where a comparison comes to be, the key of the pages that lead to it changes."""

    def key(portal: Portal) -> str:
        return portal.index.tetangga("murah")

    before = key(load_portal(records, memory=remember))
    for slug in ("cepat", "lambat", "diam", "tutup"):
        (records / slug / "layanan/tamu.yml").unlink()

    assert key(load_portal(records, memory=remember)) != before
