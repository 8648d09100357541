"""The examples on `/kriteria/` are tried out: the wrong one has the finding, the right one has none."""

import re
import shutil
from pathlib import Path

import pytest
from portal import RECORDS

from generator import jaga, usulan
from generator.catalogue import CODES
from generator.diagnostic import Code
from generator.portal import load_portal
from generator.rules import isi_lampiran

SHOWN = [code for code in CODES.values() if code.wrong]


def check(code: Code, example: str, folder: Path) -> set[str]:
    """Return the codes found when *example* takes the place of the same keys in its file of the base."""
    records = folder / "satker"
    shutil.copytree(RECORDS / "base", records)
    path = records / code.file if code.file.startswith("_") else records / "contoh" / (code.file or "satker.yml")
    lines = path.read_text("utf-8") if path.exists() else ""
    for key in re.findall(r"^(\w+):", example, re.MULTILINE):
        lines = re.sub(rf"^{key}:.*\n(?: +.*\n)*", "", lines, flags=re.MULTILINE)
    path.write_text(f"{lines}{example}\n", "utf-8")
    return {finding.code for finding in load_portal(records).findings}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_examples(code: Code, tmp_path: Path) -> None:
    """A reader who copies the right example has no finding left."""
    assert code.code in check(code, code.wrong, tmp_path / "wrong")
    assert check(code, code.right, tmp_path / "right") == set()


def test_every_code_is_kebab_case_and_explained() -> None:
    """A code can stand in an address, and says what it means."""
    assert [code for code in CODES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []
    assert [code.code for code in CODES.values() if not code.title or not code.explanation.endswith(".")] == []


def test_every_code_is_in_the_corpus() -> None:
    """No kind of finding in records is without a bad record; those of changes and of attachments have tests of their own."""
    folders = (RECORDS / "invalid", Path(__file__).parent / "buku")
    reports = "".join(path.read_text("utf-8") for folder in folders for path in folder.glob("*.txt"))

    codes = (*usulan.CODES, *jaga.CODES, *isi_lampiran.CODES)
    expected = {"bukan-berkas-biasa", "lampiran-terlalu-besar", *(code.code for code in codes)}

    assert {code for code in CODES if f"[{code}]" not in reports} <= expected
