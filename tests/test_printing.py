"""Documents as a part of the site: made with it, only where their text changed, and only up to a size."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import spawn
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from portal import PAGES, contents, lay, lay_project

from generator import packages, printing
from generator.cache import Cache
from generator.cli import main
from generator.clock import build_day
from generator.made import Made, Order
from generator.make import make
from generator.plugin import draw
from generator.portal import quietly
from generator.shell import Shell

BASE = "https://portal.contoh.example/zi/"


@pytest.fixture(name="shell", scope="module")
def _shell() -> Shell:
    """Return what MkDocs draws of the portal of the repository, at an address."""
    shell = draw(ROOT / "mkdocs.yml")
    return replace(shell, identitas=replace(shell.identitas, base=BASE))


Build = Callable[..., Made]


def builder(folder: Path, shell: Shell) -> Build:
    """Return what builds the records in *folder* into a site there."""

    def build(site: str = "site", cache: str = "cache", drawn: Shell = shell, *, strict: bool = False) -> Made:
        order = Order(folder / "satker", folder / site, build_day(), 2, strict=strict, with_search=False)
        kept = Cache(folder / cache, "mesin")
        return make(order, lambda: (drawn, ""), kept, quietly, kept.load())

    return build


@pytest.fixture(name="build")
def _build(tmp_path: Path, shell: Shell) -> Build:
    """Return the builder of the folder of the test, in which nothing was built."""
    lay(PAGES, tmp_path)
    return builder(tmp_path, shell)


@pytest.fixture(name="base", scope="module")
def _base(tmp_path_factory: pytest.TempPathFactory, shell: Shell) -> Path:
    """Return a folder in which the site was built."""
    folder = tmp_path_factory.mktemp("cetak")
    lay(PAGES, folder)
    builder(folder, shell)()
    return folder


@pytest.fixture(name="rebuild")
def _rebuild(base: Path, tmp_path: Path, shell: Shell) -> Build:
    """Return the builder of the folder of the test, in which the same site was built, and again from what was kept."""
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    builder(tmp_path, shell)()
    return builder(tmp_path, shell)


def documents(site: Path) -> dict[str, bytes]:
    """Return every document in *site*."""
    return {uri: content for uri, content in contents(site).items() if uri.endswith(".pdf") and "/berkas/" not in uri}


def edit(path: Path, old: str, new: str) -> None:
    """Write *new* for *old* in a record."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_changed_service_makes_only_its_own_documents(tmp_path: Path, rebuild: Build) -> None:
    """Its standard, its card and the standard of the satker; all others are left in place, and a cold build gives the same."""
    made = rebuild()
    before = documents(tmp_path / "site")
    times = {tmp_path / "site" / uri: (tmp_path / "site" / uri).stat().st_mtime_ns for uri in before}
    size = sum(map(len, before.values()))

    assert made.notes == (f"{len(before)} documents (PDF), {size / 1e6:.1f} MB",)
    assert made.budget.size > size

    edit(tmp_path / "satker/contoh/layanan/lengkap.yml", "persyaratan:\n", "persyaratan:\n  - Syarat yang baru.\n")
    warm = rebuild()
    after = documents(tmp_path / "site")
    changed = {uri for uri in after if after[uri] != before[uri]}
    written = {path.relative_to(tmp_path / "site").as_posix() for path, time in times.items() if path.stat().st_mtime_ns != time}
    rebuild("dingin", "dingin-cache")

    assert (
        changed
        == written
        == {
            "satker/contoh/dokumen/standar-pelayanan.pdf",
            "satker/contoh/layanan/lengkap/standar-pelayanan.pdf",
            "satker/contoh/layanan/lengkap/kartu-loket.pdf",
        }
    )
    assert {"dokumen/contoh", "satker/contoh"} <= set(warm.rendered)
    assert not {"dokumen/induk", "dokumen/kosong"} & set(warm.rendered)
    assert contents(tmp_path / "site") == contents(tmp_path / "dingin")


def test_nothing_is_set_again_for_another_template_of_the_pages(
    tmp_path: Path, rebuild: Build, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a document says is its key: another prose makes the pages anew and sets no document."""
    before = documents(tmp_path / "site")
    monkeypatch.setattr(spawn, "_python_exe", "/tidak/ada")  # no process can begin
    stencils = {
        name: replace(stencil, parts=(b"<!-- -->" + stencil.parts[0], *stencil.parts[1:]))
        for name, stencil in shell.stencils.items()
    }
    made = rebuild(drawn=replace(shell, stencils=stencils))

    assert "dokumen/contoh" in made.rendered
    assert documents(tmp_path / "site") == before


def test_the_site_is_made_from_the_cache_alone(tmp_path: Path, rebuild: Build) -> None:
    """As on a machine that has only the cache of the last build."""
    expected = contents(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")

    assert rebuild().rendered == ()
    assert contents(tmp_path / "site") == expected


def test_a_cache_that_lost_them_is_no_harm(tmp_path: Path, rebuild: Build) -> None:
    """They are set again."""
    expected = contents(tmp_path / "site")
    (tmp_path / "cache/dokumen/contoh.isi").unlink()
    edit(tmp_path / "satker/contoh/satker.yml", "status_data: contoh", "status_data: contoh\nvisi: Melayani.")
    rebuild()

    assert documents(tmp_path / "site").keys() == {uri for uri in expected if uri.endswith(".pdf") and "/berkas/" not in uri}


def test_above_the_size_there_are_none(tmp_path: Path, build: Build, shell: Shell) -> None:
    """The build says so and how to get them; no page leads to what is not there."""
    made = build(drawn=replace(shell, dokumen=2))

    assert made.notes == ("no documents (PDF): 3 satker are more than 2 (`dokumen` in mkdocs.yml); see zi docs",)
    assert documents(tmp_path / "site") == {}
    assert [uri for uri, page in contents(tmp_path / "site").items() if uri.endswith(".html") and b"dokumen/#" in page] == []


def test_every_link_to_them_leads_somewhere(base: Path) -> None:
    """From the satker, the service, the wall of mottos and the complaints; old addresses of the satker included."""
    site = contents(base / "site")
    page = site["satker/contoh/dokumen/index.html"].decode()
    leads = [uri for uri, content in site.items() if uri.endswith(".html") and b"dokumen/#" in content]

    assert [uri for uri in documents(base / "site") if uri.startswith("satker/contoh/") and f"../../../{uri}" not in page] == []
    assert {"motto/index.html", "satker/contoh/pengaduan/index.html", "satker/contoh/layanan/lengkap/index.html"} <= set(leads)
    assert 'id="layanan-lengkap"' in page
    assert "PDF, " in page
    assert b"satker/contoh/dokumen/" in site["satker/kemenag-contoh/dokumen/index.html"]
    assert b"index.typ" not in b"".join(uri.encode() for uri in site)
    assert [uri for uri in site if uri.endswith(".typ")] == []


def test_without_typst_everything_else_is_whole(tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out is said, and an error where warnings are."""
    monkeypatch.setattr(packages, "FONTS", ("paket_yang_tidak_ada",))
    made = build()

    assert made.warnings == (printing.ABSENT.format("paket_yang_tidak_ada"),)
    assert documents(tmp_path / "site") == {}
    assert (tmp_path / "site/satker/contoh/index.html").exists()
    assert build(strict=True).folder is None


def zi(*arguments: str) -> Result:
    """Run `zi` here."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal in the working folder that holds documents."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_docs_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files as in the site; without an address they say that they carry no code."""
    result = zi("docs", "contoh", "kosong")
    count = len(list(Path("dokumen").rglob("*.pdf")))

    assert result.exit_code == 0
    assert result.stderr.startswith(f"contoh: {count} documents, ")
    assert result.stderr.endswith("They carry no QR codes, because PORTAL_URL is not set.\n")
    settings = Path("mkdocs.yml").read_text("utf-8")
    Path("mkdocs.yml").write_text(settings.replace("dokumen: 0", "dokumen: 3"), "utf-8")
    monkeypatch.setenv("PORTAL_URL", BASE)
    assert "QR" not in zi("docs", "contoh", "--out", "lain").stderr
    built = zi("build", "--no-search")
    again = zi("build", "--no-search")

    assert built.stderr.splitlines()[-1] == again.stderr.splitlines()[-1]
    assert {
        uri.removeprefix("satker/contoh/"): data for uri, data in documents(Path("site")).items() if "/contoh/" in uri
    } == contents(Path("lain/contoh"))


@pytest.mark.usefixtures("project")
def test_docs_of_wrong_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written of a satker that is not there or has errors, nor without Typst."""
    unknown = zi("docs", "tidak-ada")
    Path("satker/kosong/satker.yml").write_text("nama: x\n", "utf-8")
    wrong = zi("docs", "kosong")
    monkeypatch.setattr(packages, "TYPST", "paket_yang_tidak_ada")
    without = zi("docs", "contoh")

    assert (unknown.exit_code, unknown.stderr) == (2, "Error: No satker 'tidak-ada' in 'satker'.\n")
    assert (wrong.exit_code, "galat[" in wrong.output) == (1, True)
    assert (without.exit_code, "paket_yang_tidak_ada" in without.stderr) == (2, True)
    assert not Path("dokumen").exists()
