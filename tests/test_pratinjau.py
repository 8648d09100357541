"""Two sites side by side: what differs, in which words, and pages that open without a server."""

import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from portal import ENV, lay_project

from generator import pratinjau
from generator.banding import MAX_LINES, Baris, Beda, compare, rows, words
from generator.cli import main
from generator.pratinjau import Halaman, outputs, preview

PAGE = """<!doctype html><html><head><title>Nikah – Portal</title><style>p {}</style><link href="../a.css"></head><body>
<header>Kepala <a href="..">Beranda</a></header><main><h1>Nikah</h1><p>Biaya <b>Rp600.000</b>
 di luar kantor.</p><a href="tel:0999">Telepon</a> <a href="../layanan/">Layanan</a>
<img src="../hilang.png" alt=""><img src="/mutlak.png" alt="">
<script>salah()</script></main>Kaki</body></html>"""


def lay(folder: Path, files: dict[str, str]) -> Path:
    """Write *files* below *folder* and return it."""
    for uri, text in files.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(text, "utf-8")
    return folder


def test_words() -> None:
    """The title and the main part, a line a block; where a link leads stands beside it when it leaves the portal."""
    assert words(PAGE) == ["Nikah – Portal", "Nikah", "Biaya Rp600.000 di luar kantor.", "Telepon ‹tel:0999› Layanan"]
    assert words("<p>Satu<p>Dua</a>") == ["Satu", "Dua"]
    assert words("") == []


def test_words_of_a_page_that_leads_on() -> None:
    """An old address shows where it leads."""
    html = '<head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=../baru/"><title>Pindah</title></head>'

    assert words(html) == ["Pindah", "0;url=../baru/"]


def test_rows() -> None:
    """Each place has a line around it; what came or went stands alone."""
    before, after = ["a", "b", "c", "d", "e", "f", "g"], ["a", "B", "c", "d", "e", "f", "baru", "g"]

    assert rows(before, before) == []
    assert rows(before, after) == [
        [Baris("a", "a", is_same=True), Baris("b", "B"), Baris("c", "c", is_same=True)],
        [Baris("f", "f", is_same=True), Baris("", "baru"), Baris("g", "g", is_same=True)],
    ]


def test_rows_of_very_long_pages() -> None:
    """The worst text that is compared at all takes seconds, not minutes; a longer one is left to the reader."""
    chance = random.Random(7)  # noqa: S311 - no secret
    before, after = ([chance.choice("ab") for _ in range(MAX_LINES)] for _ in range(2))
    began = time.process_time()

    assert rows(before, after) != []
    assert time.process_time() - began < 20
    assert rows([*before, "x"], after) == []


def test_compare(tmp_path: Path) -> None:
    """Files that differ, came, went; what is hidden is none of the site."""
    old = lay(tmp_path / "lama", {"a": "1", "b": "1", "c/d": "1", ".tanda": "1"})
    new = lay(tmp_path / "baru", {"a": "1", "b": "2", "c/e": "1", ".tanda": "2"})

    assert compare(old, new) == Beda(("b",), ("c/e",), ("c/d",))


@pytest.fixture(name="sites")
def _sites(tmp_path: Path) -> tuple[Path, Path]:
    """Return two small sites: one page changed, one came, one went, one stayed."""
    same = {"tetap/index.html": "<title>Tetap</title>", "a.css": "p {}", "lain.css": "", "cari.json": "1", "pagefind/x": "1"}
    old = {**same, "nikah/index.html": PAGE, "lama/index.html": "<title>Lama</title>"}
    new = {**same, "nikah/index.html": PAGE.replace("600", "700"), "layanan/index.html": "<title>Layanan</title>"}
    return lay(tmp_path / "lama", old), lay(tmp_path / "baru", {**new, "cari.json": "2", "pagefind/x": "2"})


def test_preview(sites: tuple[Path, Path]) -> None:
    """Copies hold what their pages show, and links between them name files; the rest is left out or named."""
    result = preview(*sites)

    assert result.halaman == (
        Halaman("lama/", "Lama", "sebelum/lama/index.html", "", rows(["Lama"], [])),
        Halaman("layanan/", "Layanan", "", "sesudah/layanan/index.html", rows([], ["Layanan"])),
        Halaman("nikah/", "Nikah", "sebelum/nikah/index.html", "sesudah/nikah/index.html", result.halaman[2].tempat),
    )
    assert result.halaman[2].tempat == [
        [
            Baris("Nikah", "Nikah", is_same=True),
            Baris("Biaya Rp600.000 di luar kantor.", "Biaya Rp700.000 di luar kantor."),
            Baris("Telepon ‹tel:0999› Layanan", "Telepon ‹tel:0999› Layanan", is_same=True),
        ]
    ]
    assert (result.lain, result.is_cut, result.jumlah) == (("cari.json",), False, "1 halaman berubah, 1 baru, 1 hilang")
    assert sorted(result.files) == [
        "sebelum/a.css",
        "sebelum/lama/index.html",
        "sebelum/nikah/index.html",
        "sesudah/a.css",
        "sesudah/layanan/index.html",
        "sesudah/nikah/index.html",
    ]
    shown = result.files["sesudah/nikah/index.html"]
    assert isinstance(shown, bytes)
    assert 'href="../layanan/index.html"' in shown.decode()
    assert 'href=".."' in shown.decode()
    assert "salah()" not in shown.decode()


def test_preview_of_too_much(sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages past the limit are named, what is too large is left out, and the index says so."""
    monkeypatch.setattr(pratinjau, "MAX_PAGES", 1)
    monkeypatch.setattr(pratinjau, "MAX_BYTES", 10)
    monkeypatch.setattr(pratinjau, "MAX_NAMED", 1)
    result = preview(*sites)
    index = outputs(ENV, result)["index.html"]

    assert (result.lain, result.is_cut, result.files) == (("cari.json", "layanan/index.html", "nikah/index.html"), True, {})
    assert isinstance(index, bytes)
    assert "Terlalu besar untuk disalin semua" in index.decode()
    assert "… dan 2 lainnya." in index.decode()
    assert 'href="sebelum' not in index.decode()


def test_preview_in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser) -> None:
    """From a folder, on a phone: the index fits, its links open styled pages, nothing is refused or runs."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    records = lay_project(tmp_path)
    assert runner.invoke(main, ["build", "--no-search", "--no-docs", "--site-dir", "lama"]).exit_code == 0
    path = records / "contoh/satker.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("visi: ", "visi: <script>alert(1)</script><img src=x onerror=alert(2)> ", 1), "utf-8")
    assert text.count("\nvisi: ") == 1
    assert runner.invoke(main, ["build", "--no-search", "--no-docs", "--site-dir", "baru"]).exit_code == 0
    result = runner.invoke(main, ["preview", "lama", "baru", "pratinjau", "--summary", "ringkasan.md"])
    assert (result.exit_code, result.output) == (0, "1 halaman berubah, 0 baru, 0 hilang: pratinjau/index.html\n")
    assert "(contoh) <code>/satker/contoh/</code>" in Path("ringkasan.md").read_text("utf-8")

    page = browser.new_page(viewport={"width": 360, "height": 740})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(f"file://{tmp_path}/pratinjau/index.html")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert "Sesudah: <script>alert(1)</script>" in page.inner_text(".banding .baru")
    page.get_by_role("link", name="Buka sesudah").click()
    colour = page.eval_on_selector(".zi-kepala", "element => getComputedStyle(element).backgroundColor")
    page.close()

    assert (width, colour, said) == (360, "rgb(0, 102, 79)", [])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["tidak-ada", "lama", "hasil"], "Directory 'tidak-ada' does not exist."),
        (["lama", "baru", "lama"], "'lama' is not empty; name a new folder."),
        (["lama", "baru", "hasil", "--theme", "tidak-ada"], "Directory 'tidak-ada' does not exist."),
    ],
)
def test_wrong_use(
    arguments: list[str], sentence: str, sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Wrong use ends in one clear sentence and exit code 2."""
    assert all(site.parent == tmp_path for site in sites)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "theme").mkdir()
    result = CliRunner().invoke(main, ["preview", *arguments])

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


def test_nothing_changed(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A site against itself has nothing to show, and many pages are counted."""
    lay_project(tmp_path)
    theme = str(tmp_path / "theme")
    many = lay(tmp_path / "banyak", {f"{number:03}/index.html": f"<title>{number}</title>" for number in range(60)})
    (tmp_path / "kosong").mkdir()
    for old, new, out in ((sites[0], sites[0], "satu"), (tmp_path / "kosong", many, "dua"), (many, tmp_path / "kosong", "tiga")):
        arguments = [str(old), str(new), str(tmp_path / out), "--theme", theme, "--summary", str(tmp_path / f"{out}.md")]
        assert CliRunner().invoke(main, ["preview", *arguments]).exit_code == 0
    said = {out: (tmp_path / f"{out}.md").read_text("utf-8") for out in ("satu", "dua", "tiga")}

    assert said["satu"] == "## Halaman yang berubah\n\n0 halaman berubah, 0 baru, 0 hilang.\n\n"
    assert (said["dua"].count("- baru: "), "- … dan 10 lainnya" in said["dua"]) == (50, True)
    assert (said["tiga"].count("- hilang: "), "Unduh `pratinjau`" in said["tiga"]) == (50, True)
