"""The benchmark measures sound records and edits that count; otherwise it would be stopped after an hour, or measure nothing."""

from pathlib import Path

from bench import portal

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


def _texts(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(folder.glob("satker/*/**/*.yml"))}
