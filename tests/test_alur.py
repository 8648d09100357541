"""The workflows at work: good and hostile proposals against a repository, and a site that is published."""

import compileall
import json
import os
import re
import shutil
import tarfile
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Any

import pytest
from alur import Runner, UnknownError, load
from conftest import ROOT
from repo import commit_all, commit_raw, git

FILE, LINK, SUBMODULE, PROGRAM = "100644", "120000", "160000", "100755"
RECORD = "satker/man-1-kota-bengkulu/satker.yml"
GUARDED = "satker/contoh/satker.yml"  # names its editors
SCRIPT = "<script>alert(1)</script> [x](javascript:alert) ::error::x ${{ github.token }} $(touch ../kena) `touch ../kena`"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{n}: &{n} [{','.join(['*' + p] * 9)}]\n" for p, n in zip("abcdef", "bcdefg", strict=True)
)

Files = dict[str, tuple[str, bytes]]


@pytest.fixture(name="origin", scope="module")
def _origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository as GitHub would hold it, with a maintainer."""
    folder = tmp_path_factory.mktemp("origin") / "portal"
    git(folder.parent, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder))
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "checkout", "--quiet", "-B", "main")
    (folder / ".github/CODEOWNERS").write_text("* @pengelola\n", "utf-8")
    commit_all(folder)
    compileall.compile_dir(folder / "generator", quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)  # for every run
    return folder


def github(origin: Path, sha: str, **event: Any) -> dict[str, Any]:
    """Return what expressions can name in a run on *sha*."""
    about = {
        "sha": sha,
        "ref": "refs/heads/main",
        "run_id": "1",
        "server_url": "https://github.com",
        "repository": "contoh/portal",
        "repository_owner": "contoh",
        "event": {"repository": {"name": "portal"}, **event},
    }
    return {"github": about, "vars": {}, "needs": {}, "origin": str(origin)}


def propose(origin: Path, folder: Path, files: Files, who: str = "warga", base: str = "main") -> Runner:
    """Run the check of a proposal that adds *files*, up to the step that refuses it."""
    tip = git(origin, "rev-parse", base)
    head = commit_raw(origin, tip, files)
    return judged(origin, folder, tip, head, who)


def judged(origin: Path, folder: Path, tip: str, head: str, who: str = "warga") -> Runner:
    """Run the check of the commit *head*, merged into *tip* as GitHub would."""
    tree = git(origin, "rev-parse", f"{head}^{{tree}}")
    merged = git(origin, "commit-tree", tree, "-p", tip, "-p", head, "-m", "Merge")
    pull = {"number": 1, "base": {"sha": tip}, "user": {"login": who}, "title": SCRIPT, "body": SCRIPT, "head": {"ref": SCRIPT}}
    return Runner(folder / "kerja", origin, github(origin, merged, pull_request=pull)).run(load("usulan"), "rekaman")


def edited(origin: Path, path: str, old: str, new: str) -> Files:
    """Return a file of main with its first *old* replaced."""
    text = git(origin, "show", f"main:{path}") + "\n"
    assert old in text
    return {path: (FILE, text.replace(old, new, 1).encode())}


def test_a_good_proposal(origin: Path, tmp_path: Path) -> None:
    """It passes, says so in the summary, and leaves a preview of the pages that it changes; the portal itself is not tested."""
    ran = propose(origin, tmp_path, edited(origin, RECORD, "ringkasan: ", "ringkasan: Madrasah dengan perubahan. "))

    assert (ran.failed, "::error" in ran.said) == ("", False)
    assert re.findall(r"^## .*\n\n.*$", ran.summary, re.MULTILINE) == [
        "## Tinjauan usulan\n\nTidak ada temuan.",
        "## Hasil pemeriksaan rekaman\n\nTidak ada temuan.",
        "## Halaman yang berubah\n\n1 halaman berubah, 0 baru, 0 hilang.",
    ]
    assert "Madrasah dengan perubahan." in (ran.artifacts["pratinjau"] / "index.html").read_text("utf-8")
    assert [
        path for path in (ran.workspace / "sesudah").rglob("*.pdf") if path.is_file() and "berkas" not in path.parts
    ] == []  # set for the site only
    assert not ran.value(load("usulan")["jobs"]["portal"]["if"])
    assert git(ran.workspace, "status", "--porcelain", "--", "satker") == ""


def test_a_proposal_with_mistakes(origin: Path, tmp_path: Path) -> None:
    """It is marked in the file of the repository, and the summary says how to mend it, with a link."""
    ran = propose(origin, tmp_path, edited(origin, RECORD, "status_data: ", "status_daata: "))

    assert ran.failed == "Periksa rekaman"
    assert re.search(rf"^::error file={RECORD},line=\d+,col=1,title=kunci-tak-dikenal::", ran.said, re.MULTILINE)
    assert "### satker/man-1-kota-bengkulu (1 galat, 0 peringatan)" in ran.summary
    assert '<a href="https://contoh.github.io/portal/kriteria/#kunci-tak-dikenal">' in ran.summary


HOSTILE: dict[str, tuple[Files, str]] = {
    "workflow": ({".github/workflows/usulan.yml": (FILE, b"on: pull_request_target\n")}, "usulan-hanya-pengelola"),
    "maintainers": ({".github/CODEOWNERS": (FILE, b"* @warga\n")}, "usulan-hanya-pengelola"),
    "dots": ({"satker/../Makefile": (FILE, b"all:\n")}, "usulan-nama-berkas"),
    "dots-above": ({"../kena": (FILE, b"x")}, "usulan-nama-berkas"),
    "command-in-name": ({"satker/a\n::error::x": (FILE, b"x")}, "usulan-nama-berkas"),
    "link": ({"satker/a/satker.yml": (LINK, b"/etc/passwd")}, "bukan-berkas-biasa"),
    "submodule": ({"satker/a": (SUBMODULE, b"1" * 40)}, "bukan-berkas-biasa"),
    "program": ({"satker/a/satker.yml": (PROGRAM, b"#!/bin/sh\n")}, "bukan-berkas-biasa"),
    "huge-attachment": ({"satker/a/berkas/a.pdf": (FILE, b"%PDF-" + b"x" * 11_000_000)}, "lampiran-terlalu-besar"),
    "many-files": ({f"satker/a/layanan/x{n}.yml": (FILE, b"nama: x\n") for n in range(301)}, "usulan-terlalu-banyak"),
    "other-editor": ({GUARDED: (FILE, b"penyunting: [ warga ]\n")}, "usulan-bukan-penyunting"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_proposal(name: str, origin: Path, tmp_path: Path) -> None:
    """It is refused before anything of it lies on the disk, with a mark and a sentence in the summary that say why."""
    files, code = HOSTILE[name]
    ran = propose(origin, tmp_path, files)

    assert ran.failed == "Tinjau apa yang diubah, dan oleh siapa"
    assert re.search(rf"^::error file=.*,title={code}::", ran.said, re.MULTILINE)
    assert f"kriteria/#{code}" in ran.summary
    assert all(line.startswith("::error file=") for line in ran.said.splitlines() if line.startswith("::"))
    assert git(ran.workspace, "status", "--porcelain", "--untracked-files=no") == ""
    assert not list(tmp_path.rglob("kena"))


PROFILE = 'nama_pendek: A\njenis: upt\nkode_wilayah: "17.08"\nstatus_data: draf\n'
BAD_RECORDS: dict[str, tuple[Files, str]] = {
    "yaml-bomb": ({"satker/a/satker.yml": (FILE, BOMB.encode())}, "yaml-jangkar"),
    "yaml-tag": ({"satker/a/satker.yml": (FILE, b"nama: !!python/object/apply:os.system [touch ../kena]\n")}, "yaml-jenis"),
    "deep": ({"satker/a/satker.yml": (FILE, b"nama: " + b"[" * 100_000)}, "terlalu-dalam"),
    "command-in-folder": ({"satker/$(touch kena)/satker.yml": (FILE, b"nama: x\n")}, "nama-folder"),
    "attributes": ({"satker/a/.gitattributes": (FILE, b"* working-tree-encoding=UTF-16\n")}, "berkas-tak-dikenal"),
    "script": ({"satker/a/satker.yml": (FILE, f"{SCRIPT}: {SCRIPT}\n".encode())}, "kunci-tak-dikenal"),
}


@pytest.mark.parametrize("name", BAD_RECORDS)
def test_a_hostile_record(name: str, origin: Path, tmp_path: Path) -> None:
    """It is refused by the check, which says where and how to mend it, and nothing in it is acted on."""
    files, code = BAD_RECORDS[name]
    ran = propose(origin, tmp_path, files)

    assert (ran.failed, f"kriteria/#{code}" in ran.summary) == ("Periksa rekaman", True)
    assert all(re.match(r"::(error|warning) file=satker/", line) for line in ran.said.splitlines() if line.startswith("::"))
    assert "<script" not in ran.summary
    assert not list(tmp_path.rglob("kena"))


def test_script_in_every_text(origin: Path, tmp_path: Path) -> None:
    """What stands in a sound record is only text, in the summary and in the preview."""
    text = f"'{SCRIPT}'"
    record = f"nama: {text}\n{PROFILE}ringkasan: {text}\nvisi: {text}\nmisi: [ {text} ]\nmaklumat: {{teks: {text}}}\n"
    motto = f"motto: [ {{teks: {text}, makna: {text}}} ]\n"
    files = {"satker/a/satker.yml": (FILE, record.encode()), "satker/a/motto.yml": (FILE, motto.encode())}
    ran = propose(origin, tmp_path, files)
    pages = "".join(path.read_text("utf-8") for path in ran.artifacts["pratinjau"].rglob("*.html"))

    assert (ran.failed, "alert(1)" in pages, "alert(1)" in ran.summary) == ("", True, True)
    assert "<script>alert" not in pages + ran.summary
    assert not list(tmp_path.rglob("kena"))


def test_what_maintainers_propose(origin: Path, tmp_path: Path) -> None:
    """They change the portal: they are told to look closely, and its tests run, from a script that is there."""
    workflow = load("usulan")
    ran = propose(origin, tmp_path, edited(origin, "content/tentang.md", "# Tentang", "# Perihal"), who="Pengelola")
    steps = [step["run"] for step in workflow["jobs"]["portal"]["steps"] if "run" in step]

    assert (ran.failed, "::warning file=content/tentang.md" in ran.said) == ("", True)
    assert ran.value(workflow["jobs"]["portal"]["if"])
    assert all(os.access(ran.workspace / command, os.X_OK) for command in steps)


def test_a_proposal_that_mends_main(origin: Path, tmp_path: Path) -> None:
    """A main that cannot be built does not stand in the way of what mends it."""
    tip = git(origin, "rev-parse", "main")
    broken = commit_raw(origin, tip, edited(origin, RECORD, "status_data: ", "status_daata: "))
    ran = judged(origin, tmp_path, broken, commit_raw(origin, broken, edited(origin, RECORD, "nama: ", "nama: ")))

    assert (ran.failed, "0 halaman berubah" in ran.summary) == ("", True)


def test_a_satker_that_goes(origin: Path, tmp_path: Path) -> None:
    """Only a maintainer removes one, and says where its addresses lead; its pages are none in the preview's other half."""
    work = tmp_path / "usul"
    git(tmp_path, "clone", "--quiet", str(origin), str(work))
    tip = git(work, "rev-parse", "HEAD")
    shutil.rmtree(work / "satker/man-2-lebong")
    head = commit_all(work)
    git(work, "push", "--quiet", "origin", f"{head}:refs/pull/2/head")
    refused = judged(origin, tmp_path / "a", tip, head)
    silent = judged(origin, tmp_path / "b", tip, head, "pengelola")
    remark = re.search(r"Saran: (man-2-lebong: .*\})$", silent.said, re.MULTILINE)
    assert remark
    (work / "satker/_bersama/dihapus.yml").write_text(remark[1].replace("…", "Digabung dengan madrasah lain."), "utf-8")
    head = commit_all(work)
    git(work, "push", "--quiet", "origin", f"{head}:refs/pull/3/head")
    passed = judged(origin, tmp_path / "c", tip, head, "pengelola")

    assert "title=usulan-hanya-pengelola::satker `man-2-lebong` akan hilang dari portal" in refused.said
    assert (silent.failed, "title=alamat-hilang::" in silent.said) == ("Periksa rekaman", True)
    assert passed.failed == ""
    assert re.search(r"\d+ halaman berubah, \d+ baru, 0 hilang", passed.summary)


def asked(origin: Path, folder: Path, event: str) -> Runner:
    """Run the workflow of the links on a machine without a network, whose curl does not wait for it to come back."""
    temp = folder / f"temp-{event}"
    temp.mkdir()
    (temp / ".curlrc").write_text("retry-max-time = 1\n", "utf-8")
    context = github(origin, git(origin, "rev-parse", "main"))
    context["github"]["event_name"] = event
    context |= {"runner": {"temp": str(temp)}, "inputs": {"portal": "https://portal.contoh.example/"}}
    runner = Runner(folder / f"tautan-{event}", origin, context, added={"CURL_HOME": str(temp)})
    return runner.run(load("tautan"), "tautan")


@pytest.fixture(name="pushed", scope="module")
def _pushed(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Return what the workflow of the links left at a push."""
    return asked(origin, tmp_path_factory.mktemp("tautan"), "push")


def test_links_are_asked_once_a_week(pushed: Runner, origin: Path, tmp_path: Path) -> None:
    """A push only fetches what is known; the weekly run asks, and keeps nothing where no link can be reached at all."""
    weekly = asked(origin, tmp_path, "schedule")

    assert (pushed.failed, weekly.failed) == ("", "")
    assert "Nothing published yet: starting anew." in pushed.said
    assert (pushed.workspace / "satker").exists() is False
    assert [json.loads(run.artifacts["tautan"].read_text("utf-8")) for run in (pushed, weekly)] == [
        {"versi": 1, "tautan": {}}
    ] * 2


def test_publishing(pushed: Runner, origin: Path, tmp_path: Path) -> None:
    """Main is checked and built for today, its archive is attested, and a wrong address is said."""
    context = github(origin, git(origin, "rev-parse", "main"))
    workflow = load("terbit")
    built = Runner(tmp_path / "bangun", origin, context, artifacts=dict(pushed.artifacts)).run(workflow, "bangun")
    proof = Runner(tmp_path / "asal", origin, context, artifacts=built.artifacts).run(workflow, "asal")
    live = Runner(tmp_path / "terbit", origin, context).run(workflow, "terbit")
    with tarfile.open(proof.workspace / "situs.tar.gz") as archive:
        archived = {name.removeprefix("./") for name in archive.getnames()} - {"."}
    page = (built.workspace / "site/satker/man-1-kota-bengkulu/index.html").read_text("utf-8")

    assert (built.failed, proof.failed, live.failed) == ("", "", "")
    assert (built.workspace / ".cache/tautan.json").exists()
    assert "mkdocs.yml names no portals under extra.daerah: nothing to read" in built.said
    assert archived == {path.relative_to(built.workspace / "site").as_posix() for path in (built.workspace / "site").rglob("*")}
    assert '<link rel="canonical" href="https://contoh.github.io/portal/satker/man-1-kota-bengkulu/">' in page
    assert "https://github.com/contoh/portal/blob/main/satker/man-1-kota-bengkulu/" in page
    assert "::warning title=PORTAL_URL::Situs terbit di https://portal.contoh.example/" in live.said


def test_publishing_what_other_portals_have(origin: Path, tmp_path: Path) -> None:
    """The portals that are named are read before the build; that none of them answers stops nothing, and is kept."""
    settings = git(origin, "show", "main:mkdocs.yml").replace(
        "\nextra:\n", "\nextra:\n  daerah: [{nama: Portal Rekaan, alamat: 'https://rekaan.invalid/'}]\n", 1
    )
    tip = commit_raw(origin, git(origin, "rev-parse", "main"), {"mkdocs.yml": (FILE, f"{settings}\n".encode())})
    git(origin, "update-ref", "refs/heads/nasional", tip)
    workflow = load("terbit")
    steps = workflow["jobs"]["bangun"]["steps"]
    names = [step.get("name") for step in steps]
    workflow["jobs"]["bangun"]["steps"] = steps[: names.index("Baca portal daerah") + 1]
    read = Runner(tmp_path / "bangun", origin, github(origin, tip)).run(workflow, "bangun")
    kept = json.loads((read.workspace / ".cache/daerah/rekaan-invalid.json").read_text("utf-8"))

    assert read.failed == ""
    assert re.search(r"^1/1 not read since \d{4}-\d\d-\d\d: Portal Rekaan \(.+\): nothing known yet$", read.said, re.MULTILINE)
    assert kept.keys() == {"versi", "alamat", "gagal_sejak", "sebab"}
    assert names.index("Baca portal daerah") < names.index("Bangun untuk hari ini")


@pytest.mark.parametrize("expression", ["github.tidak_ada", "success()", "github.sha && 'x'", "secrets.TOKEN", "1 + 1"])
def test_an_expression_that_is_not_known(expression: str, tmp_path: Path) -> None:
    """The runner does not guess."""
    runner = Runner(tmp_path, tmp_path, github(tmp_path, "x"))

    with pytest.raises(UnknownError):
        runner.value(expression)
