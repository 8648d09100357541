"""What the search is told, the same bytes for the same pages, and the site without a search."""

import gzip
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2
import pytest
from playwright.sync_api import Browser, expect
from portal import PAGES, lay, publish
from server import serving

from generator import pagefind
from generator.indexing import ABSENT
from generator.packages import program
from generator.render.page import Entry
from generator.search import FOLDER, SearchError, Vocabulary, count, file_of, found, index, stub
from generator.write import write

ENTRIES = [
    (
        f"satker/{office}/layanan/{service}/",
        Entry(service, (office,), ("Syarat <b>",), {"rinci": "Gratis"}, {"satker": (office,)}),
    )
    for office in ("lebong", "kaur", "kepahiang", "rejang", "kota")
    for service in ("ijazah", "haji", "wakaf")
]

RICH = [
    *ENTRIES,
    (
        "motto/",
        Entry("Motto", ("Kafé 2 kafe KAFÉ žal zal",), ("salat Jum’at, ṣalāt; صلاة",), {"rinci": "Kafé kafe", "satker": "MAN"}),
    ),
    ("hukum/", Entry("Peraturan", ("2 lembar 10",), (), {}, {"kategori": ("Haji", "Kafé"), "satker": ("lebong",)}, 0.3, "uu-1")),
]


def indexed(binary: Path, *parts: Sequence[tuple[str, Entry]], jobs: int = 1) -> dict[str, bytes]:
    """Return the files of the index of pages that were read in *parts*."""
    pieces: list[pagefind.Piece] = []
    files: dict[str, bytes] = {}
    for part in parts:
        item, fragments = found(binary, part)
        pieces.append(item)
        files |= {f"fragment/{name}": content for name, content in fragments.items()}
    return files | dict(index(binary, pieces, jobs))


def whole(binary: Path, pages: Sequence[tuple[str, Entry]], folder: Path) -> dict[str, bytes]:
    """Return the files of the index that Pagefind itself makes of all *pages* at once, in *folder*."""
    write({file_of(*page): stub(*page).encode() for page in pages}, folder / "halaman")
    command = [str(binary.absolute()), "--site", "halaman", "--output-path", FOLDER, "--force-language", "id", "--silent"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    files = [path for path in (folder / FOLDER).rglob("*") if path.is_file()]
    return {path.relative_to(folder / FOLDER).as_posix(): path.read_bytes() for path in files}


def told(files: dict[str, bytes]) -> dict[str, Any]:
    """Return what an index says, by what its files mean: pages by address, and where each word stands on each."""

    def read(name: str) -> Any:
        return cbor2.loads(gzip.decompress(files[name]).removeprefix(b"pagefind_dcd"))

    entry = json.loads(files["pagefind-entry.json"])
    _, pages, chunks, filters, _, fields = read(f"pagefind.{entry['languages']['id']['hash']}.pf_meta")
    fragments = [gzip.decompress(files[f"fragment/{name}.pf_fragment"]).removeprefix(b"pagefind_dcd") for name, _ in pages]
    urls = [json.loads(fragment)["url"] for fragment in fragments]

    def places(rows: list[Any]) -> dict[str, Any]:
        numbers = accumulate(row[0] for row in rows)
        shown = ([fields[-1 - meta] if meta < 0 else meta for meta in row[2]] for row in rows)
        return {urls[number]: (row[1], metas) for number, row, metas in zip(numbers, rows, shown, strict=True)}

    words = [word for chunk in chunks for word in read(f"index/{chunk[2]}.pf_index")[0]]
    return {
        "pages": {url: (fragment, page[1]) for url, fragment, page in zip(urls, fragments, pages, strict=True)},
        "words": {word: (places(rows), {form: places(there) for form, there in forms}) for word, rows, forms in words},
        "chunks": [chunk[:2] for chunk in chunks],
        "filters": {
            key: {value: sorted(urls[number] for number in numbers) for value, numbers in read(f"filter/{name}.pf_filter")[1]}
            for key, name in filters
        },
        "count": entry["languages"]["id"]["page_count"],
    }


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


def test_the_same_pages_give_the_same_index() -> None:
    """Pagefind's own order changes with the run and with the folder; ours does not, nor with the pieces."""
    binary = program()
    assert binary is not None
    runs = [
        indexed(binary, ENTRIES),
        indexed(binary, ENTRIES[::-1]),
        indexed(binary, ENTRIES[9:], ENTRIES[:9], jobs=2),
        indexed(binary, *([page] for page in ENTRIES), [], [("?/", Entry("???"))]),
    ]

    assert runs[1:] == runs[:1] * 3
    assert len([name for name in runs[0] if name.startswith("filter/")]) == 1


@pytest.mark.parametrize("chunk", [1, 70, 20_000])
def test_pieces_say_what_pagefind_says_of_all_pages_at_once(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word, with its forms, on every page; where its file begins and ends; every choice of a filter."""
    binary = program()
    assert binary is not None
    monkeypatch.setattr(pagefind, "CHUNK", chunk)
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", str(chunk))

    assert told(indexed(binary, RICH[4:], RICH[:2], RICH[2:4])) == told(whole(binary, RICH, tmp_path))


def test_what_lies_about_does_not_change_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a configuration in the working folder nor the environment."""
    binary = program()
    assert binary is not None
    plain = indexed(binary, ENTRIES)
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h1"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1")

    assert indexed(binary, ENTRIES) == plain


def test_a_program_that_cannot_run_says_why(tmp_path: Path) -> None:
    """One for another machine, say."""
    foreign = tmp_path / "pagefind"
    foreign.write_bytes(b"\x00")
    foreign.chmod(0o755)

    with pytest.raises(SearchError, match="Exec format error"):
        indexed(foreign, ENTRIES)


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
