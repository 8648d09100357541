"""A build after another makes only what changed, and the same bytes as a build from nothing."""

import codecs
import os
import random
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT
from portal import PAGES, contents, lay

from generator import make as make_module
from generator import reading, work
from generator import units as units_module
from generator.cache import Cache, State
from generator.clock import build_day
from generator.keys import content_key
from generator.made import Made, Order
from generator.make import make
from generator.pipeline import PORTAL_KINDS
from generator.plugin import draw
from generator.portal import quietly
from generator.render.page import Identitas
from generator.scout import scan
from generator.shell import Shell
from generator.tautan import Riwayat, dump

STEPS = 3
CHECKS = "tautan.json"
LINKS = (
    "https://contoh.example/sk/112-2026",
    "https://contoh.example/sk/102-2026",
    "https://sippn.menpan.go.id/pelayanan-publik/0000001/kankemenag-contoh/konsultasi-keluarga",
    "https://www.lapor.go.id",
    "https://peraturan.example/uu-25-2009",
    "https://tidak-disebut.example",
)
DAYS = tuple(date(2026, 11, day) for day in (3, 10, 17))

SATKER = {"satker/contoh", "satker/induk", "satker/kosong"}
PORTAL = {f"portal/{module.KIND.name}" for module in PORTAL_KINDS}
SERVICES = {"portal/beranda", "portal/daftar-layanan", "portal/banding", "portal/hukum", "portal/satker-dihapus"}
DATA = {"data", "portal/data"}
PROGRESS = {"portal/beranda", "portal/kemajuan", "portal/kemajuan-daerah", "portal/kriteria"}

COLD: dict[str, tuple[Made, dict[str, bytes]]] = {}  # by what it came from, what a build from nothing gave


Change = Callable[[random.Random, Path], None]


@pytest.fixture(name="shell", scope="module")
def _shell() -> Shell:
    """Return what MkDocs draws of the portal of the repository."""
    shell = draw(ROOT / "mkdocs.yml")
    identitas = replace(shell.identitas, base="https://portal.contoh.example/zi/")
    return replace(shell, identitas=identitas, dokumen=0, theme=str(ROOT / "theme"))


class Project:
    """Records, a site and a cache of their own, in *folder*."""

    def __init__(self, folder: Path, shell: Shell, *, with_search: bool = False) -> None:
        self.folder, self.shell, self.with_search = folder, shell, with_search
        self.records, self.site, self.cache = (folder / name for name in ("satker", "site", "cache"))

    def build(self, site: str = "site", cache: str = "cache", jobs: int = 1, machine: str = "mesin") -> Made:
        """Build into *site*."""
        links = self.folder / CHECKS
        order = Order(self.records, self.folder / site, build_day(), jobs, with_search=self.with_search, links=links)
        kept = Cache(self.folder / cache, machine)
        return make(order, lambda: (self.shell, ""), kept, quietly, kept.load())

    def cold(self) -> tuple[Made, dict[str, bytes]]:
        """Build from nothing elsewhere; what came of the same records, links and shell before is known."""
        paths = [path for path in sorted(self.records.rglob("*")) if not path.is_file()]
        links = (self.folder / CHECKS).read_bytes() if (self.folder / CHECKS).exists() else b""
        given = str((self.records, paths, contents(self.records), links, self.shell.identitas, self.with_search))
        if given not in COLD:
            for name in ("dingin", "dingin-cache"):
                shutil.rmtree(self.folder / name, ignore_errors=True)
            COLD[given] = self.build("dingin", "dingin-cache"), contents(self.folder / "dingin")
        return COLD[given]

    def check(self) -> Made:
        """Build what changed, and compare it with a build from nothing."""
        before = contents(self.site)
        warm, (cold, expected) = self.build(), self.cold()

        assert (warm.findings, warm.satker, warm.folder is None) == (cold.findings, cold.satker, cold.folder is None)
        assert contents(self.site) == (before if warm.folder is None else expected)
        assert {path.name for path in self.folder.glob(".site.kerja/*")} <= {"kunci", "kembar", "beda"}
        return warm


@pytest.fixture(name="base", scope="module")
def _base(tmp_path_factory: pytest.TempPathFactory, shell: Shell) -> Path:
    """Return the folder of a project that was built from nothing."""
    folder = tmp_path_factory.mktemp("tambahan")
    lay(PAGES, folder)
    Project(folder, shell).build()
    return folder


@pytest.fixture(name="project")
def _project(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell) -> Project:
    """Return a copy of it in the working folder, built once more, so that the last build knew the files where they lie now."""
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    project = Project(Path(), shell)
    project.build()
    return project


def a_record(chance: random.Random, records: Path, pattern: str = "*/**/*.yml") -> Path:
    """Return one of the records."""
    return chance.choice(sorted(records.glob(pattern)))


def edit_text(chance: random.Random, records: Path) -> None:
    """Lengthen a line of text, or double it, which may well be a mistake."""
    path = a_record(chance, records)
    lines = path.read_text("utf-8").splitlines()
    place = chance.randrange(len(lines))
    lines[place] = chance.choice((f"{lines[place]} lagi", f"{lines[place]}\n{lines[place]}", lines[place].replace("a", "o")))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def rename_office(chance: random.Random, records: Path) -> None:
    """Give an office another name in all that shows it."""
    path = a_record(chance, records, "*/satker.yml")
    text = path.read_text("utf-8").replace("nama_pendek: ", f"nama_pendek: Baru {chance.randrange(99)} ")
    path.write_text(text, "utf-8")


def delete_record(chance: random.Random, records: Path) -> None:
    """Take a service, an innovation or another record away."""
    a_record(chance, records, "[!_]*/**/*.yml").unlink()


def rename_record(chance: random.Random, records: Path) -> None:
    """Give a service or an innovation another address."""
    path = a_record(chance, records, "*/*/*.yml")
    path.rename(path.with_name(f"baru-{chance.randrange(99)}.yml"))


def move_satker(chance: random.Random, records: Path) -> None:
    """Give a satker another address."""
    path = a_record(chance, records, "[!_]*")
    path.rename(path.with_name(f"pindah-{chance.randrange(99)}"))


def copy_satker(chance: random.Random, records: Path) -> None:
    """Add a satker that offers what another does."""
    path = a_record(chance, records, "[!_]*")
    shutil.copytree(path, path.with_name(f"salinan-{chance.randrange(999)}"))


def delete_satker(chance: random.Random, records: Path) -> None:
    """Take a satker away."""
    shutil.rmtree(a_record(chance, records, "[!_]*"))


def touch(chance: random.Random, records: Path) -> None:
    """Save a record as it is."""
    path = a_record(chance, records)
    path.write_bytes(path.read_bytes())


def add_attachment(chance: random.Random, records: Path) -> None:
    """Replace a picture by one of the same size."""
    path = chance.choice([*sorted(records.glob("*/berkas/*")), records / "contoh/berkas/baru.png"])
    path.parent.mkdir(exist_ok=True)
    size = path.stat().st_size if path.exists() else 64
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(chance.randrange(256) for _ in range(size - 8)))


def add_folder(chance: random.Random, records: Path) -> None:
    """Put a folder where none may be, or take a file for one."""
    place = a_record(chance, records, "[!_]*")
    if chance.random() < 0.5:
        (place / "aneh").mkdir()
    else:
        shutil.rmtree(place)
        place.write_text("bukan folder", "utf-8")


def check_links(chance: random.Random, records: Path) -> None:
    """Keep what a check found of some links, or lose it all."""
    kept = records.parent / CHECKS
    if chance.random() < 0.2:
        kept.unlink(missing_ok=True)
    else:
        keep(kept, chance.sample(LINKS, 3), chance.sample(LINKS, 2), chance.choice(DAYS))


def keep(path: Path, opened: Iterable[str], broken: Iterable[str] = (), day: date = DAYS[-1]) -> None:
    """Write what is known of links that *opened*, the last of them on *day*, and of those that are *broken*."""
    found = {link: Riwayat(day, "terbuka", "", day) for link in opened}
    found |= {link: Riwayat(DAYS[-1], "gagal", "halaman tidak ditemukan (404)", None, DAYS[0], DAYS) for link in broken}
    path.write_bytes(dump(found))


CHANGES: tuple[Change, ...] = (
    edit_text,
    edit_text,
    rename_office,
    delete_record,
    rename_record,
    move_satker,
    copy_satker,
    delete_satker,
    touch,
    add_attachment,
    add_folder,
    check_links,
    check_links,
)


@pytest.mark.parametrize(("most", "alone"), [(0, False), (99, False), (99, True)], ids=["read again", "held", "spooled"])
def test_what_was_read_to_be_judged_is_drawn(
    project: Project, monkeypatch: pytest.MonkeyPatch, most: int, *, alone: bool
) -> None:
    """Whether a satker is still at hand, waits in a file or is read once more: the site is the same."""
    monkeypatch.setattr(reading, "MOST_HELD", most)
    monkeypatch.setattr(reading, "is_like_no_other", lambda _loaded: alone)
    project.build("lain", "lain-cache")

    assert contents(Path("lain")) == contents(project.site)


def test_lost_surveys_are_made_again(project: Project) -> None:
    """Where the cache has lost what it knew of the records, they are read again, and nothing else is made."""
    (project.cache / f"{reading.SURVEYS}.isi").write_bytes(b"")

    assert project.check().rendered == ()


def test_what_was_read_gives_the_key_of_what_is_there(project: Project) -> None:
    """The key of a folder, from the bytes that were read to be judged and from what else is in it, is that of all its files."""
    profile = project.records / "kosong/satker.yml"
    profile.write_bytes(codecs.BOM_UTF8 + profile.read_bytes())
    assert project.build("lain", "lain-cache").folder
    known = Cache(Path("lain-cache"), "mesin").load().known

    assert {name: item.content for name, item in known.items()} == {
        path.name: content_key(path) for path in project.records.iterdir() if path.is_dir()
    }
    assert any(path.match("berkas/*") for path in project.records.rglob("*"))


def test_a_folder_that_comes_while_a_build_begins(project: Project) -> None:
    """It was not there when the folder of records was looked at; it is built, and seen by the next build as well."""
    seen = scan(project.records)
    shutil.copytree(project.records / "kosong", project.records / "baru")
    order = Order(project.records, Path("lain"), build_day(), with_search=False, seen=lambda: seen)
    make(order, lambda: (project.shell, ""), Cache(Path("lain-cache"), "mesin"), quietly, State())

    assert contents(Path("lain")) == project.cold()[1]


def test_a_site_by_another_name_is_the_same(project: Project) -> None:
    """Who names the folder in another way finds it as it is."""
    before = {path: path.stat().st_ino for path in project.site.rglob("*")}

    assert project.build(f"../{Path.cwd().name}/site").rendered == ()
    assert {path: path.stat().st_ino for path in project.site.rglob("*")} == before


def test_what_a_build_that_was_cut_short_has_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken up by the next one; when the records are again what they were, so is the site."""
    record = project.records / "contoh/satker.yml"
    before = record.read_text("utf-8")
    record.write_text(before.replace("nama_pendek: ", "nama_pendek: Baru "), "utf-8")
    with monkeypatch.context() as cut:
        cut.setattr(Cache, "save", interrupt)
        with pytest.raises(KeyboardInterrupt):
            project.build()
    project.check()
    record.write_text(before, "utf-8")

    assert "satker/contoh" in project.check().rendered


@pytest.mark.parametrize(
    ("reads", "module", "record"),
    [
        ("load_bersama", make_module, "_bersama/kategori.yml"),
        ("look", reading, "induk/satker.yml"),
        ("load_whole", reading, "induk/satker.yml"),
    ],
    ids=["shared", "judged", "drawn"],
)
def test_records_that_are_saved_while_they_are_read(
    reads: str, module: ModuleType, record: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is what is built, but is not taken for what was there before when that comes back."""
    path, read = project.records / record, getattr(module, reads)
    text = path.read_text("utf-8")
    older, newer = (re.sub(r"\b(nama(?:_pendek)?): ", rf"\1: {word} ", text, count=1) for word in ("Dulu", "Baru"))

    def saved(*args: object) -> object:
        path.write_text(newer, "utf-8")
        return read(*args)

    path.write_text(older, "utf-8")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(module, reads, saved)
        meanwhile.setattr(reading, "MOST_HELD", 0)
        meanwhile.setattr(reading, "is_like_no_other", lambda _: False)
        assert project.build().folder
    path.write_text(older, "utf-8")
    project.check()


def test_a_whole_site_is_written_with_its_twin(project: Project) -> None:
    """So the first change takes no longer than the next: all its files are there once more, by another name."""
    project.build("lain", "lain-cache")
    site, twin = Path("lain"), Path(".lain.kerja/kembar")

    assert contents(twin) == contents(site)
    assert all(path.samefile(twin / path.relative_to(site)) for path in site.rglob("*") if path.is_file())


def interrupt(*_: object) -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


@pytest.mark.parametrize("seed", range(8))
def test_random_changes_give_what_a_build_from_nothing_gives(seed: int, project: Project, request: pytest.FixtureRequest) -> None:
    """Edits, deletions, renames and copies, whether they leave sound records or mistakes."""
    chance = random.Random(seed)  # noqa: S311 - a test, not a secret
    for _ in range(STEPS * (20 if request.config.getoption("--campaign") else 1)):
        kept = project.folder / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(project.records, kept)
        chance.choice(CHANGES)(chance, project.records)
        if project.check().folder is None:
            shutil.rmtree(project.records)
            kept.rename(project.records)


def test_nothing_changed_makes_nothing(project: Project) -> None:
    """Not a byte is written again."""
    before = {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}

    assert project.build().rendered == ()
    assert {path: path.stat().st_mtime_ns for path in project.site.rglob("*")} == before


@pytest.mark.parametrize(
    ("record", "old", "new", "units"),
    [
        ("contoh/layanan/lengkap.yml", "sasaran: Calon", "sasaran: Para calon", {"satker/contoh"}),
        ("contoh/layanan/lengkap.yml", "nama: ", "nama: Layanan ", {"satker/contoh", *SERVICES, *PROGRESS}),
        ("kosong/satker.yml", "nama: ", "nama: Kantor ", {"satker/kosong", "satker/induk", "admin", *PORTAL, *DATA}),
        ("induk/satker.yml", "nama: ", "nama: Kantor ", {*SATKER, "admin", *PORTAL, *DATA}),
        ("induk/satker.yml", "status_data: resmi", "status_data: resmi\nvisi: Melayani.", {"satker/induk", *DATA}),
        ("_bersama/hukum.yml", "tentang: ", "tentang: Peraturan ", {*SATKER, "admin", "data", *PORTAL}),
    ],
)
def test_an_edit_makes_what_shows_it(record: str, old: str, new: str, units: set[str], project: Project) -> None:
    """Its own pages and those of others that show it, nothing else."""
    path = project.records / record
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert set(project.check().rendered) == units


@pytest.mark.parametrize(
    ("link", "units"),
    list(
        zip(
            LINKS,
            (
                {"satker/induk"},
                {"satker/contoh"},
                {"satker/contoh"},
                {"satker/contoh", "satker/induk", "portal/pengaduan"},
                {"portal/hukum"},
                set(),
            ),
            strict=True,
        )
    ),
)
def test_a_verdict_makes_what_shows_it(link: str, units: set[str], project: Project) -> None:
    """The pages with the link, and the published checks."""
    path = project.records / "_bersama/hukum.yml"
    path.write_text(path.read_text("utf-8").replace("Pelayanan Publik", f"Pelayanan Publik, tautan: {LINKS[4]}"), "utf-8")
    keep(project.folder / CHECKS, LINKS)
    project.build()
    keep(project.folder / CHECKS, set(LINKS) - {link}, {link})

    assert set(project.check().rendered) == {*units, "tautan"}
    assert any(b"tidak terbuka sejak 3 November 2026" in page for page in contents(project.site).values()) is bool(units)


def test_without_checks_the_site_is_what_it_was(project: Project) -> None:
    """Whether they were lost, or never made."""
    before = contents(project.site)
    keep(project.folder / CHECKS, LINKS)
    project.check()

    assert project.site.joinpath("data/tautan.json").read_bytes() == (project.folder / CHECKS).read_bytes()
    (project.folder / CHECKS).unlink()
    project.check()
    assert contents(project.site) == before


def test_damaged_checks_are_ignored_with_a_word(project: Project) -> None:
    """The site is what it was before the first check."""
    before = contents(project.site)
    (project.folder / CHECKS).write_bytes(b"{")
    made = project.build()

    assert made.warnings[-1:] == ("what was kept of earlier checks of the links is ignored: it is damaged",)
    assert contents(project.site) == before


def test_a_page_that_is_gone_comes_back(project: Project) -> None:
    """Somebody deleted one page of the site and wrote into another."""
    expected = contents(project.site)
    (project.site / "satker/contoh/index.html").unlink()
    (project.site / "index.html").write_text("lain", "utf-8")
    made = project.build()

    assert contents(project.site) == expected
    assert made.rendered == ()


def test_what_a_power_cut_left_empty_is_made_again(project: Project) -> None:
    """The first site is not waited for: its files may be there without what is in them, its sign too."""
    for path in sorted(project.site.rglob("*")):
        if path.is_file():
            path.write_bytes(b"")

    project.check()


def test_the_site_is_made_from_the_cache_alone(project: Project) -> None:
    """As on a machine that has only the cache of the last build."""
    expected = contents(project.site)
    shutil.rmtree(project.site)
    made = project.build()

    assert contents(project.site) == expected
    assert made.rendered == ()


def cut(path: Path) -> None:
    """End a file in its middle."""
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    """Turn a bit."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def empty(path: Path) -> None:
    """Leave nothing of a file."""
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [cut, flip, empty, Path.unlink], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("seed", range(3))
def test_a_harmed_cache_is_ignored(harm: Callable[[Path], None], seed: int, project: Project) -> None:
    """Whatever happened to some of its files, the site is whole and right."""
    chance = random.Random(seed)  # noqa: S311 - a test, not a secret
    files = sorted(path for path in project.cache.rglob("*") if path.is_file())
    for path in chance.sample(files, len(files) // 2):
        harm(path)
    if seed:
        shutil.rmtree(project.site)

    project.check()


def test_a_cache_of_another_program_is_ignored(project: Project) -> None:
    """Its pages may be other ones."""
    state = (project.cache / "keadaan").read_bytes()
    other = project.build(machine="mesin lain")

    assert "satker/contoh" in other.rendered
    (project.cache / "keadaan").write_bytes(state)
    project.check()


def test_the_search_is_made_again_only_when_what_it_finds_changed(tmp_path: Path, shell: Shell) -> None:
    """Its index is a unit like the others, byte for byte the same after other changes."""
    lay(PAGES, tmp_path)
    project = Project(tmp_path, shell, with_search=True)
    project.build()
    before = contents(project.site / "pagefind")
    path = project.records / "contoh/layanan/lengkap.yml"
    path.write_text(
        path.read_text("utf-8").replace("diperiksa:\n  tanggal: 2026-11-09", "diperiksa:\n  tanggal: 2026-11-10"), "utf-8"
    )

    assert "pagefind" not in project.check().rendered
    assert contents(project.site / "pagefind") == before

    path = project.records / "induk/satker.yml"
    path.write_text(path.read_text("utf-8").replace("nama_pendek: ", "nama_pendek: Pusat "), "utf-8")

    assert "pagefind" in project.check().rendered


def test_the_same_bytes_from_any_number_of_processes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, or side by side."""
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr(units_module, "FEW", 1)
    expected = contents(project.site)
    for jobs in (2, 3):
        project.build(f"site-{jobs}", f"cache-{jobs}", jobs)

        assert contents(project.folder / f"site-{jobs}") == expected


def test_whose_portal_it_is_is_part_of_every_key(project: Project) -> None:
    """Another name in mkdocs.yml is on every page."""
    project.shell = replace(project.shell, identitas=Identitas("Portal Lain", "Instansi", "Wilayah"))

    project.check()
