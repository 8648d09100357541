"""`zi format` as its users type it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from portal import RECORDS, ROOT, lay

from generator.cli import main

UNTIDY = "nama: 'Legalisasi'\r\ndasar: legalisasi-ijazah # standar\r\n"
TIDY = """\
# yaml-language-server: $schema=../../../content/data/skema/layanan.json
dasar: legalisasi-ijazah  # standar
nama: Legalisasi
"""
SERVICE = Path("satker/contoh/layanan/contoh.yml")


@pytest.fixture(name="project", autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay formatted records into the working folder, and one that is not."""
    monkeypatch.chdir(tmp_path)
    lay(RECORDS / "pages", tmp_path)
    zi("format")
    SERVICE.write_bytes(UNTIDY.encode())


def zi(*arguments: str) -> Result:
    """Run one command; a bug comes out as the exception it is."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_writes_what_changes_and_says_so() -> None:
    """The second time there is nothing to do."""
    first, second = zi("format", "satker/contoh/layanan"), zi("format")

    assert (first.exit_code, first.output) == (0, f"formatted {SERVICE}\n5 records, 1 formatted.\n")
    assert SERVICE.read_bytes().decode() == TIDY
    assert (second.exit_code, second.output.rpartition(", ")[2]) == (0, "0 formatted.\n")


def test_check_changes_nothing() -> None:
    """Exit code 1 says that something would change."""
    result = zi("format", "--check", str(SERVICE))

    assert (result.exit_code, result.output) == (1, f"would format {SERVICE}\n1 records, 1 to be formatted.\n")
    assert SERVICE.read_bytes().decode() == UNTIDY
    assert zi("format", "--check", "satker/_bersama").exit_code == 0


def test_a_broken_record_stays_with_its_finding() -> None:
    """The others are formatted all the same."""
    broken = SERVICE.with_name("rusak.yml")
    broken.write_text("nama: [a\n", "utf-8")
    result = zi("format", "satker/contoh/layanan")

    assert result.exit_code == 1
    assert f"formatted {SERVICE}\n" in result.output
    assert f"{broken}:1:7: galat[yaml-kurung]" in result.output
    assert result.output.endswith("6 records, 1 formatted.\n")
    assert broken.read_text("utf-8") == "nama: [a\n"


def test_permissions_stay_and_nothing_is_left_behind() -> None:
    """The new text takes the place of the old one in one step."""
    SERVICE.chmod(0o640)
    zi("format")

    assert SERVICE.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in SERVICE.parent.iterdir() if path.name.startswith(".")] == []


def test_a_portal_without_shared_records() -> None:
    """`_bersama/` may be absent."""
    shutil.rmtree("satker/_bersama")

    assert zi("format").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("README",), "Error: Invalid value for '[PATHS]...': Path 'README' does not exist."),
        (("lain.yml",), "Error: 'lain.yml' is no record of 'satker' and holds none."),
        (
            ("--records", "kosong"),
            "Error: No satker found in 'kosong': it needs a folder such as kosong/kankemenag-contoh/satker.yml.",
        ),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], sentence: str) -> None:
    """One sentence, exit code 2."""
    Path("lain.yml").touch()
    Path("kosong").mkdir()
    result = zi("format", *arguments)

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, sentence)


def test_the_records_of_this_repository_are_canonical() -> None:
    """What is committed has one form, so that a proposal shows only what it changes."""
    result = zi("format", "--check", "--records", str(ROOT / "satker"))

    assert (result.exit_code, result.output.partition(", ")[2]) == (0, "0 to be formatted.\n")
