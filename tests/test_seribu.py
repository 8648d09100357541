"""One bad record among a thousand satker."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.portal import load_portal

SATKER, BAD = 1000, 500
PROFILE = """\
nama: Kantor {number}
nama_pendek: Kantor {number}
jenis: kankemenag
kode_wilayah: "17.08"
status_data: draf
kontak:
  situs: http://{number}.example
"""


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """Return a thousand satker that each deserve a warning; of one a bracket is left open before it."""
    for number in range(SATKER):
        folder = tmp_path / f"satker/k{number:03}"
        folder.mkdir(parents=True)
        text = PROFILE.format(number=number)
        (folder / "satker.yml").write_text(text.replace("kontak:", "kontak: [\nkontak:") if number == BAD else text, "utf-8")
    return tmp_path / "satker"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_bad_one_is_reported_at_its_place_and_the_others_are_checked(jobs: int, root: Path) -> None:
    """In one process or more."""
    found = load_portal(root, jobs=jobs).findings
    places = [(item.path.removeprefix(f"{root.as_posix()}/"), item.line, item.code) for item in found]

    assert places == [
        (f"k{number:03}/satker.yml", *((6, "yaml-kurung") if number == BAD else (7, "tautan-tidak-aman")))
        for number in range(SATKER)
    ]


def test_the_report_counts_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with 1, for one error, and names it among all that is said."""
    monkeypatch.chdir(root.parent)
    done = CliRunner().invoke(main, ["check"])

    assert done.exit_code == 1
    assert f"satker/k{BAD:03}/satker.yml:6:9: galat[yaml-kurung]" in done.stdout
    assert done.stdout.endswith(f"1 galat, {SATKER - 1} peringatan.\n")
