"""Small portals and virtual environments that lack something, for the builds of a poor machine."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

from portal import ROOT, lay_project

MODULES = Path(sys.prefix) / "node_modules"
TRACE = "rahasia-"  # how everything begins by which a machine could be known
BARE = {"PATH": "/tidak/ada", "LC_ALL": "POSIX", "TERM": "dumb"}  # no HOME, no locale, no program
ALWAYS = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT),
    "SOURCE_DATE_EPOCH": "1795536000",
    "PORTAL_URL": "https://portal.contoh.example/zi/",
    "PORTAL_REPO": "https://github.com/contoh/portal",
}
_LINK = re.compile(r'<[a-z][^>]*?\s(?:href|src|action)="([^"]*)"')


def lay_small(folder: Path) -> Path:
    """Write a portal that has every part and no finding to *folder*, and return it."""
    service = lay_project(folder) / "contoh/layanan/lengkap.yml"
    service.write_text(service.read_text("utf-8").replace("  - pma-22-2024\n", ""), "utf-8")
    shutil.rmtree(folder / "satker/kosong")
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("dokumen: 0", "dokumen: 50"), "utf-8")
    return folder


def lay_venv(folder: Path, without: Collection[str] = (), modules: Path | None = MODULES) -> Path:
    """
    Make an environment in *folder* and return its Python.

    It has the packages of this one by links, but for the folders in *without* (with or without a version), and the npm packages
    in *modules*.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    here, there = Path(sysconfig.get_path("purelib")), next(folder.glob("lib/python*/site-packages"))
    for path in here.iterdir():
        if {path.name, path.name.partition("-")[0].removesuffix(".py")}.isdisjoint({*without, "__pycache__"}):
            (there / path.name).symlink_to(path)
    if modules:
        (folder / "node_modules").symlink_to(modules)
    return folder / "bin/python"


def lay_package(python: Path, name: str, files: Mapping[str, str]) -> None:
    """Put a package of our own making, which every import tries first, into the environment of *python*."""
    folder = next(python.parent.parent.glob("lib/python*/site-packages")) / name
    folder.mkdir()
    for path, text in files.items():
        (folder / path).write_text(text, "utf-8")


def offline() -> list[str]:
    """
    Return the command before which another has no network, on a machine of another name.

    As root, by a namespace of the user's own, or by sudo without a password, as GitHub's runners have it.
    """
    named = ["sh", "-c", f'hostname {TRACE}mesin && exec "$@"', "-"]
    oneself = ["setpriv", f"--reuid={os.getuid()}", f"--regid={os.getgid()}", "--clear-groups"]
    ways = [
        ["unshare", "-nu", *named],
        ["unshare", "-rnu", *named],
        ["sudo", "-n", "--preserve-env", "unshare", "-nu", *named, *oneself],
    ]
    for way in ways:
        found = shutil.which(way[0]) and subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0
        if found:
            return way
    raise AssertionError("a network namespace is needed: as root, by `unshare -rn`, or by `sudo -n unshare -n`")


def zi(python: Path, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `zi` of that Python in *folder*, with next to nothing in its environment but *environment*."""
    given = (*arguments, "--jobs", "1") if arguments[0] == "build" else arguments  # more would only begin more processes
    return run([str(python), "-c", "from generator.cli import run; run()", *given], folder, BARE | environment)


def run(command: list[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run *command* in *folder* and return how it ended."""
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    given = {**ALWAYS, **measured, **environment}
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


def warnings(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a build warned of."""
    return [line.removeprefix("Warning: ") for line in done.stderr.splitlines() if line.startswith("Warning: ")]


def dead(site: Mapping[str, bytes]) -> list[str]:
    """Return every link in *site* that leads to no file of it, or to no part of a page."""
    pages = {name: content.decode() for name, content in site.items() if name.endswith(".html")}
    return [f"{name}: {link}" for name, page in pages.items() for link in _LINK.findall(page) if _is_dead(site, name, link)]


def _is_dead(site: Mapping[str, bytes], page: str, link: str) -> bool:
    here = urljoin(ALWAYS["PORTAL_URL"], page)
    address, _, part = urljoin(here, unescape(link)).partition("#")
    path = unquote(address.partition("?")[0])
    if not path.startswith(ALWAYS["PORTAL_URL"]):
        return path.startswith(urljoin(here, "/")) or link.startswith("//")
    target = path.removeprefix(ALWAYS["PORTAL_URL"])
    target = f"{target}index.html" if target.endswith("/") or not target else target
    return target not in site or (bool(part) and f'id="{part}"'.encode() not in site[target])


def copy(folder: Path, to: Path) -> Path:
    """Copy a folder and return the copy."""
    return Path(shutil.copytree(folder, to))
