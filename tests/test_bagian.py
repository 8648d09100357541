"""Parts made on several machines give the site of a single build, and the workflow that makes them works."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import ROOT
from portal import contents, lay_project

from generator.cli import main

PORTAL = "https://portal.contoh.example/zi/"
WORKFLOW = ROOT / ".github/workflows/bagian.yml"
ODD = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "COLUMNS": "20"}
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal in the working folder."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTAL_URL", PORTAL)
    return tmp_path


def zi(*arguments: str) -> Result:
    """Run `zi` here."""
    return CliRunner().invoke(main, arguments)


@dataclass(frozen=True)
class Single:
    """A single build of that portal: its site, and what it said."""

    site: dict[str, bytes]
    said: str


@pytest.fixture(name="single", scope="module")
def _single(tmp_path_factory: pytest.TempPathFactory) -> Single:
    folder = tmp_path_factory.mktemp("tunggal")
    lay_project(folder)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("PORTAL_URL", PORTAL)
        done = zi("build")
    assert done.exit_code == 0
    return Single(contents(folder / "site"), done.stderr)


@pytest.mark.parametrize("parts", [1, 2, 5])
def test_the_parts_give_the_whole(parts: int, project: Path, single: Single) -> None:
    """Byte for byte, the search included; even where there are more parts than satker, and where one of them is lost."""
    for part in range(1, parts + 1):
        result = zi("build", "--shard", f"{part}/{parts}", "--cache-dir", f"bagian-{part}")
        assert (result.exit_code, result.stderr.partition(":")[0]) == (0, f"part {part} of {parts}")
    shutil.rmtree("bagian-2", ignore_errors=True)
    made = sorted(path.name for path in project.glob("bagian-*"))
    result = zi("merge", *made, "--cache-dir", "gabungan")

    assert result.exit_code == 0
    assert contents(Path("site")) == single.site


def test_a_part_is_taken_as_it_is(project: Path, single: Single) -> None:
    """What the parts made is not made again."""
    for part in (1, 2):
        zi("build", "--shard", f"{part}/2", "--cache-dir", f"bagian-{part}")
    satker = len([path for path in (project / "satker").iterdir() if path.name != "_bersama"])
    attached = len([*(project / "satker").glob("*/berkas")])
    joined = zi("merge", "bagian-1", "bagian-2", "--cache-dir", "gabungan").stderr

    assert _new(single.said) - _new(joined) == satker + attached


def _new(said: str) -> int:
    found = re.search(r"(\d+) made anew", said)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["build", "--shard", "3/2"], "'3/2' is no K/N"),
        (["build", "--shard", "0/2"], "'0/2' is no K/N"),
        (["build", "--shard", "dua"], "'dua' is no K/N"),
        (["build", "--jobs", "0"], "0 is not in the range"),
        (["merge"], "Missing argument 'PARTS...'"),
        (["merge", "tidak-ada"], "Directory 'tidak-ada' does not exist."),
        (["merge", "content", "--cache-dir", "content"], "is the cache folder of the site itself"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("project")
def test_wrong_use(arguments: list[str], sentence: str) -> None:
    """Wrong use ends in one clear sentence and exit code 2."""
    result = zi(*arguments)

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


def test_the_same_bytes_on_every_machine(project: Path) -> None:
    """Whatever the seed of hashes, the zone, the locale, the number of processes, or where the project lies."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", "build"]
    elsewhere = project.parent / f"{project.name} lain"
    shutil.copytree(project, elsewhere)
    for folder, jobs, odd in ((project, "1", PLAIN), (elsewhere, "3", ODD)):
        environment = {**os.environ, **odd, "PYTHONPATH": str(ROOT)}
        subprocess.run([*command, "--jobs", jobs], cwd=folder, env=environment, check=True, capture_output=True)

    assert contents(elsewhere / "site") == contents(project / "site")


def test_a_template_a_setting_and_the_prose_are_noticed(project: Path) -> None:
    """After each the site is what a build from nothing gives."""
    zi("build", "--no-search")
    for path, old, new in (
        ("theme/macros/umum.html", "Beranda", "Pangkal"),
        ("theme/main.html", "data-luring", "data-uji data-luring"),
        ("mkdocs.yml", "site_name: Portal", "site_name: Situs"),
        ("content/tentang.md", "# Tentang", "# Perihal"),
        ("satker/_bersama/hukum.yml", "tentang: ", "tentang: Peraturan "),
    ):
        file = project / path
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        warm = zi("build", "--no-search")
        cold = zi("build", "--no-search", "--site-dir", "dingin", "--cache-dir", f"kosong-{new[:4].strip()}")

        assert (warm.exit_code, cold.exit_code) == (0, 0)
        assert "nothing made anew" not in warm.stderr
        assert contents(Path("site")) == contents(Path("dingin"))
    assert "nothing made anew" in zi("build", "--no-search").stderr


def test_the_workflow(tmp_path: Path) -> None:
    """Its steps, run in order in a fresh clone as a runner would, give the site of `zi build`."""
    clone = tmp_path / "portal"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)  # noqa: S607
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/site.stamp").touch()
    (clone / ".venv/bin/zi").symlink_to(Path(sys.executable).parent / "zi")
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    parts = workflow["jobs"]["part"]["strategy"]["matrix"]["part"]

    assert parts == list(range(1, int(workflow["env"]["PARTS"]) + 1))

    for part in parts:
        _run(workflow, "part", clone, PART=str(part))
    _run(workflow, "join", clone)
    epoch = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=clone, capture_output=True, text=True, check=True).stdout  # noqa: S607
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch.strip(), "PYTHONPATH": str(clone)}
    command = [str(clone / ".venv/bin/zi"), "build", "--site-dir", "utuh", "--cache-dir", "sendiri"]
    subprocess.run(command, cwd=clone, env=environment, check=True, capture_output=True)

    assert contents(clone / "site") == contents(clone / "utuh")


def _run(workflow: Any, job: str, folder: Path, **given: str) -> None:
    """Run the `run:` steps of *job* but the one that installs, which `make site` in a fresh clone tries elsewhere."""
    environment = {
        **os.environ,
        **{key: str(value) for key, value in workflow["env"].items()},
        **given,
        "PYTHONPATH": str(folder),
    }
    for step in workflow["jobs"][job]["steps"]:
        if "run" in step and step["name"] != "Pasang":
            subprocess.run(["bash", "-euo", "pipefail", "-c", step["run"]], cwd=folder, env=environment, check=True)  # noqa: S607
