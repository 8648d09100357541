"""The benchmark measures sound records, edits that count, and rivals that show the same; otherwise it would say nothing."""

import sys
from pathlib import Path

from bench import mkdocs_project, portal
from bench.pages import body, in_common
from bench.stopwatch import run
from portal import publish

from generator.part import check_part


def test_portal_and_edit(tmp_path: Path) -> None:
    """No record has a finding, before and after one was made a day slower."""
    portal.write(tmp_path, 3)
    before = _texts(tmp_path)
    portal.edit_record(tmp_path)
    after = _texts(tmp_path)
    assert [path.parts[-3] for path in before if before[path] != after[path]] == [portal.ONE]
    root = tmp_path / "satker"
    assert check_part(root, {path.name for path in root.iterdir()}) == ()


def test_mkdocs(tmp_path: Path) -> None:
    """MkDocs draws, from the records and from what criteria said of them, what our pages say, except for documents."""
    records, site, theirs = tmp_path / "portal", tmp_path / "site", tmp_path / "theirs"
    portal.write(records, 1)
    publish(records / "satker", site, with_docs=False)
    mkdocs_project.write(tmp_path / "mkdocs", records)
    run((sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", theirs), tmp_path / "mkdocs")
    words, _ = in_common(site, theirs, body)
    assert words > 0.99


def _texts(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(folder.glob("satker/*/**/*.yml"))}
