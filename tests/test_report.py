"""The four forms of a report."""

import json
from dataclasses import replace

from generator.diagnostic import Diagnostic
from generator.report import MAX_SUMMARY, as_json, github, markdown, text

ERROR = Diagnostic(
    "satker/a/layanan/x.yml", 3, 14, "rupiah-salah", "galat", "`Rp5` bukan rupiah", "rupiah: 5", "  - {rupiah: Rp5, a: 1%}"
)
OTHER = Diagnostic("satker/a/layanan/x.yml", 9, 1, "kunci-ganda", "galat", "kunci `a` ganda", "hapus", "a: 2")
WARNING = Diagnostic("satker/b/satker.yml", 1, 1, "tautan-tidak-aman", "peringatan", "tidak aman")
HEIRS = Diagnostic(
    "satker/_bersama/layanan/x.yml", 2, 1, "hukum-dicabut", "peringatan", "dicabut", heirs=("satker/a", "satker/b", "c", "d")
)
HOSTILE = Diagnostic("satker/a/satker.yml", 1, 2, "bukan-teks", "galat", "<b>*x*\n::error::y", "`<i>`", "\x1b[31m::error::`|")


def test_text() -> None:
    """The line stands under its place with a caret, then the hint and where the code is explained."""
    assert text([ERROR]) == (
        "satker/a/layanan/x.yml:3:14: galat[rupiah-salah] `Rp5` bukan rupiah\n"
        "    3 |   - {rupiah: Rp5, a: 1%}\n"
        "      |              ^\n"
        "      = saran: rupiah: 5\n"
        "      = penjelasan: /kriteria/#rupiah-salah\n"
        "\n1 galat, 0 peringatan.\n"
    )


def test_text_says_when_there_is_nothing() -> None:
    """No finding is said, not shown as silence."""
    assert text([]) == "Tidak ada temuan.\n"


def test_text_shows_a_window_of_a_long_line() -> None:
    """Of a long line only the part around the column is shown, and the caret stays under it."""
    finding = Diagnostic("x.yml", 1, 301, "bukan-teks", "galat", "m", excerpt="a" * 300 + "X" + "b" * 300)
    _, shown, caret, _, _, _ = text([finding]).split("\n", 5)

    assert len(shown) < 120
    assert shown[caret.index("^")] == "X"


def test_text_names_three_heirs_at_most() -> None:
    """A standard with many heirs names some of them and counts the rest."""
    assert "dicabut (diwarisi oleh satker/a, satker/b, c dan 1 lainnya)" in text([HEIRS])


def test_text_lets_no_control_character_through() -> None:
    """What a terminal would act on is shown instead."""
    assert "\x1b" not in text([HOSTILE])
    assert "\\u001b[31m::error::" in text([HOSTILE])


def test_json() -> None:
    """A list of objects with the seven keys of the contract."""
    assert json.loads(as_json([WARNING])) == [
        {
            "path": "satker/b/satker.yml",
            "line": 1,
            "column": 1,
            "code": "tautan-tidak-aman",
            "severity": "peringatan",
            "message": "tidak aman",
            "hint": "",
        }
    ]


def test_github_gives_one_annotation_a_file_worst_first() -> None:
    """GitHub drops all but ten, so each file has one, and errors come before warnings."""
    assert github([WARNING, ERROR, OTHER]) == (
        "::error file=satker/a/layanan/x.yml,line=3,col=14,title=rupiah-salah::`Rp5` bukan rupiah%0ASaran: rupiah: 5"
        "%0AMasih ada 1 temuan lain di berkas ini; lihat ringkasan pemeriksaan.\n"
        "::warning file=satker/b/satker.yml,line=1,col=1,title=tautan-tidak-aman::tidak aman\n"
        "2 galat, 1 peringatan.\n"
    )


def test_github_is_not_steered_by_a_record() -> None:
    """A record cannot start a workflow command of its own."""
    assert [line for line in github([HOSTILE]).splitlines() if line.startswith("::")] == [github([HOSTILE]).splitlines()[0]]


def test_markdown_gives_everything_by_satker() -> None:
    """A job summary has a heading a satker with its counts, those with errors first, and every finding below it."""
    before = replace(WARNING, path="satker/_bersama/hukum.yml")

    assert markdown([before, ERROR, WARNING], portal="https://portal.contoh.example/") == (
        "## Hasil pemeriksaan rekaman\n"
        "\n1 galat, 2 peringatan.\n"
        "\n### satker/a (1 galat, 0 peringatan)\n"
        "\n- **galat** <code>layanan/x.yml:3:14</code> &#96;Rp5&#96; bukan rupiah "
        '(<a href="https://portal.contoh.example/kriteria/#rupiah-salah"><code>rupiah-salah</code></a>)\n'
        "  - tertulis: <code>- &#123;rupiah: Rp5, a: 1%&#125;</code>\n"
        "  - saran: <code>rupiah: 5</code>\n"
        "\n### satker/&#95;bersama (0 galat, 1 peringatan)\n"
        "\n- **peringatan** <code>hukum.yml:1:1</code> tidak aman "
        '(<a href="https://portal.contoh.example/kriteria/#tautan-tidak-aman"><code>tautan-tidak-aman</code></a>)\n'
        "\n### satker/b (0 galat, 1 peringatan)\n"
        "\n- **peringatan** <code>satker.yml:1:1</code> tidak aman "
        '(<a href="https://portal.contoh.example/kriteria/#tautan-tidak-aman"><code>tautan-tidak-aman</code></a>)\n'
    )


def test_markdown_says_what_github_does_not_mark() -> None:
    """GitHub marks ten files of each kind; how many are left out is said."""
    many = [replace(ERROR, path=f"satker/a/layanan/{number}.yml") for number in range(13)]

    assert "GitHub tidak menandai 3 berkas lain yang bertemuan" in markdown([*many, WARNING])
    assert "GitHub tidak menandai" not in markdown([*many[:10], WARNING])


def test_markdown_stays_below_what_github_takes() -> None:
    """A summary of more than 1 MiB would be refused whole; what does not fit is counted."""
    many = [replace(ERROR, line=number, message="x" * 5000) for number in range(1, 301)]
    shown = markdown(many)

    assert len(shown.encode()) < MAX_SUMMARY + 10_000
    assert shown.count("- **galat**") + int(shown.partition("penuh: ")[2].partition(" ")[0]) == 300


def test_markdown_is_not_steered_by_a_record() -> None:
    """HTML and Markdown of a record are shown, not acted on."""
    shown = markdown([HOSTILE])

    assert "<b>" not in shown
    assert "*x*" not in shown
    assert "<i>" not in shown
