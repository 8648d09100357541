"""A build on a machine that lacks something: what is left out is said, everything else is whole; what is broken is told."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from portal import contents
from venvs import ALWAYS, BARE, MODULES, copy, dead, lay_package, lay_venv, run, warnings, zi

import generator.dokumen.cetak  # noqa: F401 - as the program has it
from generator import editor, indexing, npm, packages, printing, search
from generator.clock import build_day
from generator.dokumen.naskah import Dokumen
from generator.made import Order
from generator.render.page import Entry, Identitas
from generator.run import absent
from generator.shell import Shell

BILL = {".portal-zi", "data/sbom.cdx.json"}  # the sign has the digest of all files
PRINTED = re.compile(rb'<p><a href="[^":]*dokumen/(?:#[^"]*)?">[^<]*</a></p>| <a href="[^":]*dokumen/#motto">[^<]*</a>')
PAGEFIND = "#!/bin/sh\nwhile [ $# -gt 0 ]; do [ $1 = --output-path ] && out=$2; shift; done\n"
SLEEPS = "import time\n\ndef compile(*a, **b):\n    time.sleep(60)\n"


@dataclass(frozen=True)
class Lack:
    """What a machine lacks, what the build says, where the files lay that are gone, and what is in no page any more."""

    without: tuple[str, ...]
    told: tuple[str, ...]
    gone: tuple[str, ...]
    unsaid: tuple[bytes, ...]
    changed: frozenset[str]
    modules: Path | None = MODULES


NO_TYPST = printing.ABSENT.format("typst")
GONE = ("/dokumen/", ".pdf", "pagefind/")  # of the search what it found of documents
SITEMAP = frozenset({"sitemap.xml", "sitemap.xml.gz"})
LACKS = {  # typst with either, because to set documents takes as long as all the rest
    "typst and pagefind": Lack(
        ("typst", "pagefind_bin"),
        (indexing.ABSENT, NO_TYPST),
        GONE,
        (b" (PDF)</a>", b'role="search"'),
        SITEMAP | {"index.html", "cari/index.html", "404.html"},
    ),
    "typst and npm": Lack(
        ("typst",),
        (NO_TYPST, editor.ABSENT.format("its npm packages are not installed")),
        (*GONE, "admin/"),
        (b" (PDF)</a>", b"data-penyunting"),
        SITEMAP | {"admin/index.html", "usulkan/index.html"},
        modules=None,
    ),
}


@pytest.mark.parametrize("name", LACKS)
def test_what_is_missing_is_said_and_the_rest_is_whole(name: str, project: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """A line says what and how to get it; no link is dead, nothing is offered; where warnings count, the old site stays."""
    lack, told = LACKS[name], list(LACKS[name].told)
    python = lay_venv(tmp_path / "venv", lack.without, lack.modules)
    site, cache = copy(project / "utuh", tmp_path / "site"), str(tmp_path / "cache")
    if name == "typst and pagefind":  # once, because it takes a second
        strict = zi(python, project, "build", "--strict", "--site-dir", str(site), "--cache-dir", cache)
        assert (strict.returncode, warnings(strict), contents(site) == whole) == (1, told, True)

    done = zi(python, project, "build", "--site-dir", str(site), "--cache-dir", cache)
    built = contents(site)
    assert (done.returncode, warnings(done), dead(built)) == (0, told, [])
    assert [path for path in whole.keys() - built.keys() if not any(part in path for part in lack.gone)] == []
    left = {path for path in built.keys() - BILL if not path.startswith("pagefind/")} - lack.changed
    assert [path for path in left if built[path] != PRINTED.sub(b"", whole[path])] == []
    pages = [path for path in built if path.endswith(".html")]
    assert [path for path in pages if any(words in built[path] for words in lack.unsaid)] == []
    assert all(any(words in content for content in whole.values()) for words in lack.unsaid)


def test_a_font_without_its_file_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents would be set without their letters."""
    (tmp_path / "fontpkg_noto_sans_arabic").mkdir()
    (tmp_path / "fontpkg_noto_sans_arabic/__init__.py").write_text("", "utf-8")

    assert packages.unprintable() == ()
    monkeypatch.delitem(sys.modules, "fontpkg_noto_sans_arabic", raising=False)  # it may have been imported by another test
    monkeypatch.syspath_prepend(tmp_path)
    assert packages.unprintable() == ("fontpkg_noto_sans_arabic",)


def lose(modules: Path) -> None:
    """Take away a file that the program of the editor asks for."""
    next((modules / "@sveltia/cms/npm/chunks").glob("react-[!d]*.js")).unlink()


def age(modules: Path) -> None:
    """Let another version be installed than the lock has."""
    package = modules / "js-yaml/package.json"
    package.write_text(re.sub(r'"version": "[^"]*"', '"version": "5.0.0"', package.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lose, r"chunks/react-.*\.js is missing"),
        (age, r"js-yaml 5\.0\.0 is installed, which is not the version in package-lock\.json"),
    ],
    ids=["half installed", "another version"],
)
def test_an_editor_that_is_not_the_locked_one_is_left_out(
    harm: Callable[[Path], None], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a file is lost or the version is not that of the lock."""
    for name in (npm.CMS, npm.YAML):
        shutil.copytree(MODULES / name, tmp_path / name, ignore=shutil.ignore_patterns("*.map", "*.wasm", "locales"))
    monkeypatch.setattr(npm, "MODULES", tmp_path)

    assert (editor.missing(), bool(editor.packages())) == ("", True)
    harm(tmp_path)
    assert re.fullmatch(why, editor.missing())
    assert editor.packages() is None


def test_other_python_packages_than_the_locked_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody upgraded one by hand."""
    order, shell = Order(tmp_path, None, build_day(), with_search=False), Shell(Identitas("", "", ""), "", (), "")
    told = list(absent(order, shell, 1))
    (tmp_path / "segno-9.9.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)

    (line,) = set(absent(order, shell, 1)) - set(told)
    assert re.fullmatch(r"requirements\.txt pins other versions .*: segno 9\.9 instead of 1\.[\d.]+", line)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 3", "Pagefind ended with 3"),
        ("kill -9 $$", "Pagefind ended with -9"),
        (
            "mkdir -p $out; echo '{' > $out/pagefind-entry.json",
            "Pagefind wrote an index that is not known here: JSONDecodeError, ",
        ),
        ("mkdir -p $out; echo '{}' > $out/pagefind-entry.json", "Pagefind wrote an index that is not known here: KeyError, "),
        ("sleep 60", "Pagefind had not ended after 1 seconds"),
    ],
)
def test_a_broken_pagefind_is_told(script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it crashes, is killed, writes garbage or hangs."""
    program = tmp_path / "pagefind"
    program.write_text(PAGEFIND + script, "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(search, "PATIENCE", 1)

    with pytest.raises(search.SearchError, match=f"^{re.escape(why)}"):
        search.found(program, [("", Entry("Ijazah"))])


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("raise ImportError", "a process of Typst crashed, or took longer than 1 seconds"),
        ("def compile(*a, **b):\n    raise RuntimeError('no')", "RuntimeError, no"),
        ("def compile(*a, **b):\n    return b'garbage'", "Typst wrote something that is no PDF"),
        ("import os\ndef compile(*a, **b):\n    os._exit(1)", "a process of Typst crashed, or took longer than 1 seconds"),
        (SLEEPS, "a process of Typst crashed, or took longer than 1 seconds"),
    ],
    ids=["of another machine", "refuses", "writes garbage", "crashes", "hangs"],
)
def test_a_broken_typst_is_told(module: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the process that sets documents, which is begun afresh and finds the broken one first."""
    (tmp_path / "typst.py").write_text(f"{module}\nFonts = dict\n" if module else "", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    press = printing.Press(tmp_path, 1, 1)

    with pytest.raises(printing.PrintError, match=f"^{re.escape(why)}"):
        press.set([cast("Dokumen", SimpleNamespace(templat="a.typ", masukan="{}"))])
    press.stop()


def test_a_broken_package_ends_in_one_line(project: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """With the way to build without it; the old site stays. `zi docs` says it too."""
    python = lay_venv(tmp_path / "venv", ("typst",))
    lay_package(python, "typst", {"__init__.py": "raise ImportError('invalid ELF header')"})
    site, cache = copy(project / "utuh", tmp_path / "site"), ("--cache-dir", str(tmp_path / "cache"))
    done = zi(python, project, "build", "--site-dir", str(site), *cache)
    docs = zi(python, project, "docs", "contoh", *cache)

    assert done.stderr == (
        "Error: the documents (PDF) could not be made: ImportError, invalid ELF header (`zi build --no-docs` builds the rest)\n"
    )
    assert docs.stderr == "Error: the documents (PDF) could not be made: ImportError, invalid ELF header.\n"
    assert (done.returncode, docs.returncode, contents(site) == whole) == (1, 2, True)


def test_a_cache_that_cannot_be_kept_is_told(project: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """
    Only a part, which is nothing but its cache, is refused.

    The site is that of a machine with nothing in its environment and without a network, byte for byte.
    """
    (tmp_path / "berkas").write_text("", "utf-8")
    given = ("build", "--cache-dir", str(tmp_path / "berkas/cache"))
    done = zi(project / "venv/bin/python", project, *given, "--site-dir", str(tmp_path / "site"), **(os.environ | ALWAYS))
    part = zi(project / "venv/bin/python", project, *given, "--shard", "1/2")

    assert "cannot be written to: Not a directory\n" in done.stderr
    assert (done.returncode, contents(tmp_path / "site") == whole) == (0, True)
    assert (part.returncode, part.stderr) == (
        2,
        f"Error: The part cannot be left in '{tmp_path}/berkas/cache': Not a directory.\n",
    )


NO_LIBYAML = "import yaml; yaml.__with_libyaml__ = False; from generator.cli import run; run()"
NO_NH3 = "import sys; sys.modules['nh3'] = None; from generator.cli import run; run()"
FULL = """
import atexit, resource
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (9999, limits[1]))
atexit.register(resource.setrlimit, resource.RLIMIT_FSIZE, limits)  # whoever measures this writes more
from generator.cli import run
run()
"""


@pytest.mark.parametrize(
    ("program", "arguments", "said"),
    [
        (NO_LIBYAML, ("check",), "Error: PyYAML was built without libyaml, by which records are read. `make site` installs"),
        (NO_NH3, ("build",), "Error: import of nh3 halted; None in sys.modules. `make site` installs what is missing.\n"),
        (FULL, ("build", "--cache-dir", "penuh", "--site-dir", "s"), "Error: File too large (/"),
        ("from generator.cli import run; run()", ("check", "--since", "HEAD"), "Error: git is not on the PATH.\n"),
        ("from generator.cli import run; run()", ("build", "--site-dir", "mkdocs.yml/s"), "Error: Not a directory (mkdocs.yml/"),
    ],
    ids=["no libyaml", "no package", "no space", "no git", "no place for the site"],
)
def test_what_nothing_can_be_done_without_ends_in_one_line(
    program: str, arguments: tuple[str, ...], said: str, project: Path
) -> None:
    """And with exit code 2."""
    done = run([str(project / "venv/bin/python"), "-c", program, *arguments], project, BARE)

    assert (done.returncode, done.stdout, done.stderr.startswith(said), done.stderr.count("\n")) == (2, "", True, 1), done.stderr


def test_a_portal_that_names_none_has_nothing_of_it(whole: dict[str, bytes]) -> None:
    """No page, no file and no word of regions."""
    assert [name for name in whole if "daerah" in name or "kiriman" in name] == []
    told = [name for name, content in whole.items() if b"ortal daerah" in content and name.endswith(".html")]
    assert [name for name in told if not name.startswith("panduan/")] == []
