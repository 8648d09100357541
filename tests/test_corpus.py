"""The corpus: every folder below `records/valid` and `records/invalid` is laid over `records/base` and checked."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import Golden

from generator.portal import load_portal
from generator.report import text

RECORDS = Path(__file__).parent / "records"
TODAY = date(2026, 11, 24)


def cases(kind: str) -> list[Path]:
    """Return the folders of the corpus; a new folder is a new test."""
    return sorted(path for path in (RECORDS / kind).iterdir() if path.is_dir())


def report(case: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the report on *case* laid over the base."""
    monkeypatch.chdir(folder)
    shutil.copytree(RECORDS / "base", "satker")
    shutil.copytree(case, "satker", dirs_exist_ok=True)
    return text(load_portal(Path("satker"), hari_ini=TODAY).findings)


@pytest.mark.parametrize("case", cases("valid"), ids=lambda path: path.name)
def test_valid(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sound record has no finding at all."""
    assert report(case, tmp_path, monkeypatch) == "Tidak ada temuan.\n"


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda path: path.name)
def test_invalid(case: Path, tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad record is reported in full, as the .txt beside it says."""
    actual = report(case, tmp_path, monkeypatch)

    assert golden.expected(case.parent / f"{case.name}.txt", actual) == actual
