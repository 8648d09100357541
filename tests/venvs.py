"""Virtual environments that lack something: the packages of this one by links, but for those that are hidden."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Mapping
from pathlib import Path

from conftest import ROOT

BARE = {"PATH": "/tidak/ada", "LC_ALL": "POSIX", "TERM": "dumb", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795536000"}


def lay_venv(folder: Path, without: Collection[str] = (), modules: Path | None = None) -> Path:
    """Make an environment in *folder* without the packages *without* (their folders' names), with the npm *modules*; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    here, there = Path(sysconfig.get_path("purelib")), next(folder.glob("lib/python*/site-packages"))
    for path in here.iterdir():
        name = path.name.partition("-")[0].removesuffix(".py")
        if name not in without and path.name != "__pycache__":
            (there / path.name).symlink_to(path)
    if modules:
        (folder / "node_modules").symlink_to(modules)
    return folder / "bin/python"


def zi(python: Path, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `zi` of that Python in *folder*, with next to nothing in its environment."""
    return run([str(python), "-c", "from generator.cli import run; run()", *arguments], folder, environment)


def run(command: list[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run *command* in *folder* and return how it ended."""
    given = {**BARE, "PYTHONPATH": str(ROOT), **environment}
    given |= {name: value for name, value in os.environ.items() if name.startswith("COV")}
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
