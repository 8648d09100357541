"""What the README promises a newcomer, tried in a fresh clone."""

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_two_commands_come_first() -> None:
    """The first thing to copy are the two commands."""
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)

    assert block is not None
    assert [line.split("#")[0].strip() for line in block[1].splitlines()] == ["make site", "make test"]


def test_make_site_in_a_fresh_clone(tmp_path: Path) -> None:
    """A clone has everything: its own virtual environment, the pinned packages, and the site in the end."""
    clone = tmp_path / "portal"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)  # noqa: S607
    environment = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "FORCE_COLOR")}
    made = subprocess.run(
        ["make", "site", f"PYTHON={sys.executable}"],  # noqa: S607
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (made.returncode, made.stderr if made.returncode else "") == (0, "")
    told = r"^9 satker, \d+ pages with redirects, [\d.]+ MB in .*site/ \([\d.]+ s, \d+ made anew\)$"
    assert re.search(told, made.stderr, re.MULTILINE)
    assert (clone / "site/satker/man-1-kota-bengkulu/layanan/legalisasi-ijazah/index.html").exists()


def test_every_command_of_the_readme_exists() -> None:
    """No command is promised that `zi` does not have."""
    told = set(re.findall(r"`zi ([a-z]+)", README))
    shown = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "--help"], capture_output=True, text=True, check=True
    ).stdout

    assert told == set(re.findall(r"^  ([a-z]+) {2,}[A-Z]", shown, re.MULTILINE))
