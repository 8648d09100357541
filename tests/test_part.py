"""One satker of many is checked without reading the others, and the report is the same."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from test_corpus import RECORDS, TODAY, cases

from generator import work
from generator.cli.records import within
from generator.diagnostic import Diagnostic
from generator.part import check_part
from generator.portal import load_portal


def bare(findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return *findings* without those who inherit them."""
    return [replace(finding, heirs=()) for finding in findings]


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda path: path.name)
def test_a_part_has_the_findings_of_the_whole(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every satker of every bad portal of the corpus."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(RECORDS / "base", "satker")
    shutil.copytree(case, "satker", dirs_exist_ok=True)
    whole = load_portal(Path("satker"), hari_ini=TODAY)
    for slug in whole.surveyed:
        paths = (Path("satker") / slug,)

        assert bare(within(paths, check_part(Path("satker"), {slug}, TODAY))) == bare(within(paths, whole.findings))


def test_one_bad_record_among_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is reported at its place, whichever process meets it, and the others are still checked."""
    monkeypatch.setattr(work, "FEW", 1)
    root = tmp_path / "satker"
    shutil.copytree(RECORDS / "base", root)
    for number in range(40):
        shutil.copytree(root / "induk", root / f"kantor-{number}")
    (root / "kantor-7/satker.yml").write_text("nama: [", "utf-8")
    (root / "kantor-31/layanan").mkdir()
    (root / "kantor-31/layanan/aneh.yml").write_text("nama: Aneh\nbiaya_tarif: [{rupiah: murah}]\n", "utf-8")
    found = [(item.path.removeprefix(f"{root}/"), item.line, item.code) for item in load_portal(root, jobs=2).findings]

    assert found == [("kantor-31/layanan/aneh.yml", 2, "rupiah-salah"), ("kantor-7/satker.yml", 2, "yaml-kutip")]
    assert load_portal(root, jobs=2).findings == load_portal(root).findings
