"""The command line as its users type it, wrong use included."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from portal import RECORDS, lay_project

from generator.cli import main

BAD = RECORDS / "invalid" / "biaya-rupiah"
PLAIN = "site_name: x\ndocs_dir: content\n"
OURS = "theme: {name: material, custom_dir: theme}\nplugins: [zi]\n"


@pytest.fixture(name="project", autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal in the working folder."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def zi(*arguments: str) -> Result:
    """Run one command; a bug comes out as the exception it is."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def break_a_record() -> None:
    """Lay a bad service over the records."""
    shutil.copytree(BAD, "satker", dirs_exist_ok=True)


def test_help_names_every_command() -> None:
    """The first thing a newcomer types."""
    result = zi("--help")

    assert result.exit_code == 0
    assert all(f"\n  {name} " in result.output for name in ("build", "check", "new", "serve"))


def test_an_unknown_command_is_wrong_use() -> None:
    """No command, no traceback."""
    result = zi("bangun")

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, "Error: No such command 'bangun'.")


def test_check_with_warnings_only_is_zero() -> None:
    """A warning is said and stops nothing."""
    result = zi("check")

    assert result.exit_code == 0
    assert result.output.endswith("0 galat, 1 peringatan.\n")


def test_check_with_an_error_is_one() -> None:
    """An error has exit code 1, in every form."""
    break_a_record()

    assert [zi("check", "--format", form).exit_code for form in ("text", "json", "github", "markdown")] == [1, 1, 1, 1]


def test_check_of_a_named_path() -> None:
    """Only what stands in the named paths, and in the standards they inherit, is reported."""
    break_a_record()
    (Path("satker/_bersama/layanan/legalisasi-ijazah.yml")).write_text("nama: Legalisasi\nkategori: tidak-ada\n", "utf-8")

    def places(*paths: str) -> set[str]:
        return {item["path"] for item in json.loads(zi("check", *paths, "--format", "json").output)}

    assert places("satker/kosong") == set()
    assert places("satker/induk") == {"satker/_bersama/layanan/legalisasi-ijazah.yml"}
    assert places("satker/contoh/layanan/contoh.yml") == {"satker/contoh/layanan/contoh.yml"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "--records", "tidak-ada"], "Directory 'tidak-ada' does not exist."),
        (["check", "--records", "mkdocs.yml"], "Directory 'mkdocs.yml' is a file."),
        (["check", "--records", "kosong"], "No satker found in 'kosong'"),
        (["check", "content"], "is not in the records folder 'satker'."),
        (["check", "satker/tidak-ada"], "'satker/tidak-ada' does not exist."),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["build", "--site-dir", "mkdocs.yml"], "mkdocs.yml' is a file"),
        (["build", "--site-dir", "content"], "holds or lies in what the site is made from"),
        (["build", "--site-dir", "satker"], "holds or lies in what the site is made from"),
        (["build", "--site-dir", "."], "holds or lies in what the site is made from"),
        (["build", "--site-dir", "kosong/../theme"], "holds or lies in what the site is made from"),
        (["build", "--records", "kosong"], "No satker found in 'kosong'"),
        (["new", "satker", "Nama Aneh"], "cannot be an address"),
        (["new", "satker", "baru", "--kode-wilayah", "99.77"], "is no Kemendagri code"),
        (["new", "satker", "contoh"], "is there already."),
        (["new", "layanan", "tidak-ada", "x"], "No satker 'tidak-ada'"),
        (["new", "layanan", "contoh", "contoh"], "is there already."),
        (["new", "layanan", "contoh", "baru", "--nama", "Antar\njemput"], "a name is one line of at most 200 characters"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(arguments: list[str], sentence: str) -> None:
    """Wrong use ends in one clear sentence and exit code 2."""
    Path("kosong").mkdir()
    result = zi(*arguments)

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_build() -> None:
    """A build says what it made and where."""
    result = zi("build")

    assert result.exit_code == 0
    assert result.stderr.startswith("2 satker, ")
    assert Path("site/satker/contoh/layanan/lengkap/index.html").exists()


def test_a_broken_record_leaves_the_last_site() -> None:
    """The site stays as it was, byte for byte, and nothing is left beside it but what the next change of it takes."""
    zi("build")
    before = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    break_a_record()
    result = zi("build")

    assert result.exit_code == 1
    assert "galat[rupiah-salah]" in result.output
    assert {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()} == before
    assert {path.name for path in Path().glob(".site.*/*")} == {"kunci", "kembar"}


def test_the_search_can_be_left_out() -> None:
    """For those who only look at a page."""
    result = zi("build", "--no-search", "--no-docs")

    assert result.exit_code == 0
    assert not Path("site/pagefind").exists()


def test_strict_lets_warnings_stop_the_build() -> None:
    """With --strict a warning is as good as an error."""
    assert zi("build", "--strict").exit_code == 1
    assert not Path("site").exists()


def test_a_broken_link_in_the_prose_stops_a_strict_build() -> None:
    """The prose is checked too, and the last site stays."""
    service = Path("satker/contoh/layanan/lengkap.yml")
    service.write_text(service.read_text("utf-8").replace("  - pma-22-2024\n", ""), "utf-8")
    assert zi("build", "--strict").exit_code == 0
    Path("content/tentang.md").write_text("# Tentang\n\n[tautan putus](tidak-ada.md)\n", "utf-8")
    result = zi("build", "--strict")

    assert result.exit_code == 1
    assert Path("site/tentang/index.html").read_text("utf-8").count("tautan putus") == 0


def test_a_build_replaces_what_was_there() -> None:
    """What no record gives any longer is gone from the site."""
    zi("build")
    shutil.rmtree("satker/kosong")
    zi("build")

    assert not Path("site/satker/kosong").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("docs_dir: content\n", "site_name"),
        ("site_name: [\n", "mkdocs.yml"),
        (f"{PLAIN}theme: {{name: material, custom_dir: theme}}\nplugins: []\n", "plugin 'zi' is missing"),
        (f"{PLAIN}theme: material\nplugins: [zi]\n", "theme.custom_dir is missing"),
        (f"{PLAIN}theme: {{name: mkdocs, custom_dir: theme}}\nplugins: [zi]\n", "'theme.name' must be material"),
        (f"{PLAIN}{OURS}use_directory_urls: false\n", "'use_directory_urls' must not be false"),
        (f"{PLAIN}{OURS}", "'extra.identitas' must hold a text for: "),
        (f"{PLAIN}{OURS}extra: {{identitas: [x]}}\n", "'extra.identitas' must hold a text for: "),
    ],
)
def test_a_broken_configuration_is_wrong_use(text: str, sentence: str) -> None:
    """What is wrong in mkdocs.yml is said in one sentence."""
    Path("mkdocs.yml").write_text(text, "utf-8")
    result = zi("build")

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.output


def test_outside_a_portal() -> None:
    """Without mkdocs.yml there is nothing to build."""
    Path("mkdocs.yml").unlink()
    result = zi("build")

    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


def test_new_records_pass_the_check() -> None:
    """Every skeleton is sound as it is written."""
    for arguments in (
        ("satker", "kua-baru", "--nama", 'KUA "Baru": \\ satu', "--jenis", "kua", "--kode-wilayah", "17.08"),
        ("satker", "contoh-lain"),
        ("layanan", "kua-baru", "nikah-baru"),
        ("inovasi", "kua-baru", "antar-jemput", "--nama", "Antar: #jemput"),
    ):
        assert zi("new", *arguments).exit_code == 0

    assert json.loads(zi("check", "satker/kua-baru", "satker/contoh-lain", "--format", "json").output) == []
