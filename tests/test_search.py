"""What the search is told, the same bytes for the same pages, and the site without a search."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from portal import PAGES, lay, publish
from server import serving

from generator.indexing import ABSENT
from generator.packages import program
from generator.render.page import Entry
from generator.search import FOLDER, SearchError, Vocabulary, count, file_of, index, stub
from generator.write import write

ENTRIES = [
    (
        f"satker/{office}/layanan/{service}/",
        Entry(service, (office,), ("Syarat <b>",), {"rinci": "Gratis"}, {"satker": (office,)}),
    )
    for office in ("lebong", "kaur", "kepahiang", "rejang", "kota")
    for service in ("ijazah", "haji", "wakaf")
]


def indexed(binary: Path, folder: Path, entries: list[tuple[str, Entry]] = ENTRIES) -> dict[str, bytes]:
    """Return the files of the index of *entries*, made in *folder*."""
    write({file_of(*page): stub(*page).encode() for page in entries}, folder / "halaman")
    weights = {file_of(*page): page[1].weight for page in entries}
    index(binary, weights, folder / "halaman", folder / FOLDER)
    files = [path for path in (folder / FOLDER).rglob("*") if path.is_file()]
    return {path.relative_to(folder / FOLDER).as_posix(): path.read_bytes() for path in files}


def test_a_stub_holds_names_words_and_the_rest_by_weight() -> None:
    """What a record says is text in it, never markup; what is only shown is not searched."""
    entry = Entry("Ijazah & STTB", ("legalisir",), ("cap",), {"rinci": 'G"'}, {"satker": ("MAN 1",)}, weight=0.5, part="a")

    assert stub("layanan/", entry) == (
        '<!doctype html><html lang="id"><body data-pagefind-body>'
        '<h1 data-pagefind-weight="3.5">Ijazah &amp; STTB</h1><p data-pagefind-weight="2.5">legalisir</p>'
        '<p data-pagefind-weight="0.4">cap</p>'
        '<span data-pagefind-meta="rinci[data-isi]" data-isi="G&quot;"></span>'
        '<span data-pagefind-meta="alamat[data-isi]" data-isi="layanan/#a"></span>'
        '<span data-pagefind-filter="satker[data-isi]" data-isi="MAN 1"></span></body></html>'
    )


def test_the_vocabulary_has_the_most_frequent_names_first() -> None:
    """Words of the rest are known, but nothing is mended by them."""
    entries = [Entry("Surat ijazah", ("cap",), ("syarat cap",)), Entry("Surat", (), ("Ta’lim Kafé man1",))]

    assert count(entries).sorted() == {"nama": ["surat", "cap", "ijazah"], "lain": ["1", "kafe", "man", "syarat", "talim"]}


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    """Pagefind's own order changes with the run and with the folder; ours does not, whatever the site is called."""
    binary = program()
    assert binary is not None
    orders = (ENTRIES, ENTRIES[::-1], ENTRIES, ENTRIES[::-1])
    runs = [indexed(binary, tmp_path / f"{{{number}}}", order) for number, order in enumerate(orders)]

    assert runs[1:] == runs[:1] * 3
    assert len([name for name in runs[0] if name.startswith("filter/")]) == 1


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    """Its own words come out, not a traceback."""
    failing = tmp_path / "pagefind"
    failing.write_text("#!/bin/sh\necho no space left >&2\nexit 1\n", "utf-8")
    failing.chmod(0o755)

    with pytest.raises(SearchError, match="no space left"):
        indexed(failing, tmp_path)


def test_an_index_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A program that ends well and writes nothing, or what a later version may write."""
    silent = tmp_path / "pagefind"
    silent.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    silent.chmod(0o755)

    with pytest.raises(SearchError, match=r"not known here: there is no pagefind-entry\.json"):
        indexed(silent, tmp_path)


def test_what_lies_about_does_not_change_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a configuration in the working folder nor the environment."""
    binary = program()
    assert binary is not None
    plain = indexed(binary, tmp_path / "plain")
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h1"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1")

    assert indexed(binary, tmp_path / "again") == plain


def test_a_program_that_cannot_run_says_why(tmp_path: Path) -> None:
    """One for another machine, say."""
    foreign = tmp_path / "pagefind"
    foreign.write_bytes(b"\x00")
    foreign.chmod(0o755)

    with pytest.raises(SearchError, match="Exec format error"):
        indexed(foreign, tmp_path)


def test_without_pagefind_the_site_is_whole_but_for_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    """The build says what is left out; the search page leads to the list from A to Z."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    said: list[str] = []
    with serving(tmp_path / "site") as site:
        built = publish(lay(PAGES, tmp_path), tmp_path / "site")
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{site}cari/?q=ijazah")

        expect(page.get_by_text("Pencarian sedang tidak tersedia. Pakai daftar layanan A sampai Z.")).to_be_visible()
        expect(page.locator("input[type=search]")).to_have_count(0)
        page.close()
    assert (built.warnings, said) == ((ABSENT,), [])
    assert not (tmp_path / "site/pagefind").exists()


def test_the_words_of_another_portal_are_limited() -> None:
    """Those of names first, the most frequent before the others, then the rest; none that is too long for a typing error."""
    words = Vocabulary(Counter({"nikah": 1, "haji": 2, "x" * 25: 9}), {"wali", "akad", "y" * 25})

    assert [words.limited(most).sorted() for most in (9, 3, 1)] == [
        {"nama": ["haji", "nikah"], "lain": ["akad", "wali"]},
        {"nama": ["haji", "nikah"], "lain": ["akad"]},
        {"nama": ["haji"], "lain": []},
    ]
