"""No address of an earlier state of the records is lost, whatever happens to the records."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import ROOT
from petugas import data_of, obey, save
from repo import commit_all, git

from generator.banding import lost
from generator.cache import Cache, State
from generator.cli import main
from generator.clock import build_day
from generator.diagnostic import Diagnostic
from generator.jaga import jaga, keadaan
from generator.made import Order
from generator.make import make
from generator.plugin import draw
from generator.portal import load_portal, quietly

SATKER, LAMA = Path("satker"), Path("lama")
ROUNDS = 60  # findings that an officer mends after one change


def office(folder: str, nama: str, **more: Any) -> None:
    """Write the profile of a satker."""
    base = {"nama": nama, "nama_pendek": nama[:40], "jenis": "lainnya", "kode_wilayah": "17.08", "status_data": "draf"}
    save(SATKER / folder / "satker.yml", base | more)


def service(place: str, nama: str, **more: Any) -> None:
    """Write a service (or an innovation) at *place*, such as ``a/layanan/x``."""
    save(SATKER / f"{place}.yml", {"nama": nama, **more})


@pytest.fixture(name="records")
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay two satker, three services, an innovation and an attachment below the working folder."""
    monkeypatch.chdir(tmp_path)
    office("a", "Kantor Satu", alamat_lama=["dulu"])
    office("b", "Kantor Dua")
    service("a/layanan/x", "Layanan X", alamat_lama=["x-dulu"], persyaratan=["KTP", "KK"])
    service("a/layanan/y", "Layanan Y", formulir=[{"judul": "Formulir", "berkas": "f.pdf"}])
    service("a/inovasi/i", "Inovasi I")
    service("b/layanan/x", "Layanan X di kantor dua")
    (SATKER / "a/berkas").mkdir()
    (SATKER / "a/berkas/f.pdf").write_bytes(b"%PDF-1.7 formulir")
    shutil.copytree(SATKER, LAMA)


def found() -> tuple[Diagnostic, ...]:
    """Return what is said of the addresses of LAMA."""
    names = {path.name for folder in (SATKER, LAMA) for path in folder.iterdir()}
    return jaga(keadaan(LAMA, names), keadaan(SATKER, names), build_day())


def move(old: str, new: str) -> None:
    """Rename a file or a folder below the records."""
    (SATKER / old).rename(SATKER / new)


def edit(name: str, **more: Any) -> None:
    """Give keys of a record other values; None takes a key away."""
    data = data_of(SATKER / f"{name}.yml") | more
    save(SATKER / f"{name}.yml", {key: value for key, value in data.items() if value is not None})


def drop(name: str) -> None:
    """Remove a record or a folder."""
    path = SATKER / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def nothing() -> None:
    """Leave everything as it is."""


def renamed_service() -> None:
    """Rename a service and change a word of it."""
    move("a/layanan/x.yml", "a/layanan/xx.yml")
    edit("a/layanan/xx", nama="Layanan X baru")


def renamed_twice() -> None:
    """Rename a satker and one of its services at once."""
    move("a", "c")
    move("c/layanan/y.yml", "c/layanan/yy.yml")
    edit("c/satker", alamat_lama=["dulu", "a"])


def removed_service() -> None:
    """Remove a service and the attachment that only it pointed to."""
    drop("a/layanan/y.yml")
    drop("a/berkas/f.pdf")


def moved_attachment() -> None:
    """Rename an attachment."""
    move("a/berkas/f.pdf", "a/berkas/formulir.pdf")
    edit("a/layanan/y", formulir=[{"judul": "Formulir", "berkas": "formulir.pdf"}])


def merged_satker() -> None:
    """Let another satker take over the addresses of one that is removed."""
    drop("a")
    edit("b/satker", alamat_lama=["a", "dulu"])


def swapped() -> None:
    """Let two services exchange their names."""
    move("a/layanan/x.yml", "a/layanan/z.yml")
    move("a/layanan/y.yml", "a/layanan/x.yml")
    move("a/layanan/z.yml", "a/layanan/y.yml")


def reused() -> None:
    """Give a former name of a service to a new one."""
    service("a/layanan/x-dulu", "Layanan lain sama sekali", persyaratan=["Paspor"])
    edit("a/layanan/x", alamat_lama=None)


def exchanged_satker() -> None:
    """Move a satker and put another one in its folder."""
    move("a", "c")
    move("b", "a")
    edit("c/satker", alamat_lama=["dulu"])
    edit("a/satker", alamat_lama=["b"])


def reused_folder() -> None:
    """Give a former folder of a satker to a new one."""
    office("dulu", "Kantor Tiga")
    edit("a/satker", alamat_lama=None)


NAMA_Y = '{alamat: layanan/y, nama: "Layanan Y", tanggal: HARI, alasan: …}'
NAMA_F = '{alamat: berkas/f.pdf, nama: "f.pdf", tanggal: HARI, alasan: …}'
NAMA_I = '{alamat: inovasi/i, nama: "Inovasi I", tanggal: HARI, alasan: …}'
HILANG, BERGANTI = "alamat-hilang", "alamat-berganti-isi"
CASES: dict[Callable[[], None], list[tuple[str, str, str]]] = {
    nothing: [],
    renamed_service: [("a/layanan/xx.yml", HILANG, "alamat_lama: [ x-dulu, x ]")],
    renamed_twice: [("c/layanan/yy.yml", HILANG, "alamat_lama: [ y ]")],
    removed_service: [("a/satker.yml", HILANG, f"alamat_dihapus: [ {NAMA_Y}, {NAMA_F} ]")],
    moved_attachment: [("a/satker.yml", HILANG, f"alamat_dihapus: [ {NAMA_F[:-1]}, pengganti: berkas/formulir.pdf}} ]")],
    merged_satker: [
        ("b/layanan/x.yml", HILANG, "alamat_lama: [ x-dulu ]"),
        ("b/satker.yml", HILANG, f"alamat_dihapus: [ {NAMA_Y}, {NAMA_I}, {NAMA_F} ]"),
    ],
    swapped: [
        ("a/layanan/x.yml", BERGANTI, "pakai nama lain untuk rekaman ini, dan tulis alamat_lama: [ x ] di layanan/y.yml"),
        ("a/layanan/y.yml", BERGANTI, "pakai nama lain untuk rekaman ini, dan tulis alamat_lama: [ y ] di layanan/x.yml"),
    ],
    reused: [
        (
            "a/layanan/x-dulu.yml",
            BERGANTI,
            "pakai nama lain untuk rekaman ini, dan tulis alamat_lama: [ x-dulu ] di layanan/x.yml",
        )
    ],
    exchanged_satker: [("a/satker.yml", BERGANTI, "pakai nama folder lain untuk satker ini")],
    reused_folder: [("dulu/satker.yml", BERGANTI, "pakai nama folder lain untuk satker ini")],
    lambda: edit("a/layanan/x", alamat_lama=None): [("a/layanan/x.yml", HILANG, "alamat_lama: [ x-dulu ]")],
    lambda: edit("a/satker", alamat_lama=None): [("a/satker.yml", HILANG, "alamat_lama: [ dulu ]")],
    lambda: move("a", "c"): [("c/satker.yml", HILANG, "alamat_lama: [ dulu, a ]")],
    lambda: drop("a"): [
        (
            "_bersama/dihapus.yml",
            HILANG,
            (
                'a: {nama: "Kantor Satu", tanggal: HARI, alasan: …, alamat_lama: [ dulu ], '
                "alamat: [ berkas/f.pdf, inovasi/i, layanan/x, layanan/x-dulu, layanan/y ]}"
            ),
        )
    ],
}


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("change", CASES, ids=lambda change: change.__name__)
def test_findings(change: Callable[[], None]) -> None:
    """What is lost is said where it is mended, with the text to paste."""
    change()
    expected = [(f"satker/{path}", code, hint.replace("HARI", build_day().isoformat())) for path, code, hint in CASES[change]]

    assert expected == [(item.path, item.code, item.hint) for item in found()]


def test_what_was_withdrawn_stays_withdrawn(records: None) -> None:
    """A remark that was taken away is proposed again as it was, that about a whole satker too."""
    del records
    drop("a/inovasi/i.yml")
    edit(
        "a/satker",
        alamat_dihapus=[{"alamat": "inovasi/i", "nama": "I", "tanggal": "2026-01-05", "alasan": "Selesai tahun lalu."}],
    )
    remark = {"nama": "Kantor Nol", "tanggal": "2026-01-05", "alasan": "Bubar tahun lalu.", "pengganti": "b"}
    save(SATKER / "_bersama/dihapus.yml", {"nol": remark | {"alamat": ["layanan/x"], "alamat_lama": ["n"]}})
    shutil.rmtree(LAMA)
    shutil.copytree(SATKER, LAMA)
    edit("a/satker", alamat_dihapus=None)
    edit("_bersama/dihapus", nol=remark)

    assert [(item.path, item.hint) for item in found()] == [
        ("satker/_bersama/dihapus.yml", "alamat: [ layanan/x ]"),
        ("satker/_bersama/dihapus.yml", "alamat_lama: [ n ]"),
        (
            "satker/a/satker.yml",
            'alamat_dihapus: [ {alamat: inovasi/i, nama: "I", tanggal: 2026-01-05, alasan: "Selesai tahun lalu."} ]',
        ),
    ]

    drop("_bersama/dihapus.yml")

    assert next(item.hint for item in found()) == (
        'nol: {nama: "Kantor Nol", tanggal: 2026-01-05, alasan: "Bubar tahun lalu.", pengganti: b, '
        "alamat_lama: [ n ], alamat: [ layanan/x ]}"
    )


def test_a_satker_comes_back(records: None) -> None:
    """What was below one that was no more is accounted for by the new one in its folder."""
    del records
    remark = {"nama": "Kantor Nol", "tanggal": "2026-01-05", "alasan": "Bubar tahun lalu.", "alamat": ["layanan/x"]}
    save(SATKER / "_bersama/dihapus.yml", {"nol": remark})
    shutil.rmtree(LAMA)
    shutil.copytree(SATKER, LAMA)
    drop("_bersama/dihapus.yml")
    office("nol", "Kantor Nol")

    day = build_day().isoformat()
    assert [(item.path, item.hint) for item in found()] == [
        ("satker/nol/satker.yml", f'alamat_dihapus: [ {{alamat: layanan/x, nama: "…", tanggal: {day}, alasan: …}} ]')
    ]


def test_the_command(records: None) -> None:
    """`zi check --since` says it at the line; without a change, and for other paths, there is nothing to say."""
    del records
    git(Path(), "init", "--quiet")
    commit_all(Path())
    move("a/layanan/y.yml", "a/layanan/yy.yml")
    edit(
        "a/satker",
        alamat_dihapus=[{"alamat": "layanan/q", "nama": "Q", "tanggal": "2026-01-05", "alasan": "Selesai tahun lalu."}],
    )
    drop("a/inovasi/i.yml")
    said = CliRunner().invoke(main, ["check", "--since", "HEAD", "--format", "github"])
    elsewhere = CliRunner().invoke(main, ["check", "--since", "HEAD", "satker/b"])

    assert said.exit_code == 1
    assert [line.partition(",title")[0] for line in said.output.splitlines() if "alamat-hilang" in line] == [
        "::error file=satker/a/layanan/yy.yml,line=1,col=1",
        "::error file=satker/a/satker.yml,line=9,col=1",
    ]
    assert (elsewhere.exit_code, elsewhere.output) == (0, "Tidak ada temuan.\n")


def address_book() -> dict[str, str]:
    """Return by every place of every folder the name of the record that it leads to, empty where that was withdrawn."""
    names = {path.name for path in SATKER.iterdir()}
    return {
        f"{folder}/{place}": "" if trace.is_gone or target in trace.dihapus else trace.nama[target]
        for trace in keadaan(SATKER, names).jejak
        for folder in trace.folder
        for place, target in trace.tempat.items()
    }


class Year:
    """A year in the life of a portal: changes as offices make them, some of them careless."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same every time
        self.number = 0
        self.slugs = ["x", "y", "z", "u", "v"]
        for folder in ("a", "b"):
            office(folder, self.fresh("Kantor"))
            for slug in self.slugs[:2]:
                service(f"{folder}/layanan/{slug}", self.fresh("Layanan"), persyaratan=[self.fresh("Syarat")])

    def fresh(self, what: str) -> str:
        """Return a name that nothing had before."""
        self.number += 1
        return f"{what} {self.number}"

    def offices(self) -> list[str]:
        """Return the folders of the satker there are."""
        return sorted(path.parent.name for path in SATKER.glob("*/satker.yml"))

    def services(self) -> list[str]:
        """Return the places of the services there are."""
        return sorted(path.relative_to(SATKER).as_posix().removesuffix(".yml") for path in SATKER.glob("*/layanan/*.yml"))

    def change(self) -> None:
        """Make one change."""
        self.chance.choice(
            [
                self.rename,
                self.rename,
                self.remove,
                self.add,
                self.swap,
                self.forget,
                self.move,
                self.close,
                self.merge,
                self.found,
            ]
        )()

    def free(self, folder: str) -> str:
        """Return a name that no service of the satker has now; it may have been one before."""
        there = {place.rpartition("/")[2] for place in self.services() if place.startswith(f"{folder}/")}
        return self.chance.choice([slug for slug in self.slugs if slug not in there] or [self.fresh("s").replace(" ", "")])

    def rename(self) -> None:
        """Rename a service."""
        if self.services():
            place = self.chance.choice(self.services())
            folder = place.partition("/")[0]
            move(f"{place}.yml", f"{folder}/layanan/{self.free(folder)}.yml")

    def remove(self) -> None:
        """Remove a service."""
        if self.services():
            drop(f"{self.chance.choice(self.services())}.yml")

    def add(self) -> None:
        """Add a service."""
        folder = self.chance.choice(self.offices())
        service(f"{folder}/layanan/{self.free(folder)}", self.fresh("Layanan"), persyaratan=[self.fresh("Syarat")])

    def swap(self) -> None:
        """Exchange the names of two services."""
        folder = self.chance.choice(self.offices())
        here = [place for place in self.services() if place.startswith(f"{folder}/")]
        if len(here) > 1:
            first, second = self.chance.sample(here, 2)
            move(f"{first}.yml", f"{folder}/sementara.yml")
            move(f"{second}.yml", f"{first}.yml")
            move(f"{folder}/sementara.yml", f"{second}.yml")

    def forget(self) -> None:
        """Take away what a record says of its past."""
        path = self.chance.choice(sorted(SATKER.rglob("*.yml")))
        edit(path.relative_to(SATKER).as_posix().removesuffix(".yml"), alamat_lama=None, alamat_dihapus=None)

    def move(self) -> None:
        """Rename a satker."""
        free = [name for name in "abcdef" if not (SATKER / name).exists()]
        move(self.chance.choice(self.offices()), self.chance.choice(free))

    def close(self) -> None:
        """Remove a satker, but not the last."""
        if len(self.offices()) > 1:
            drop(self.chance.choice(self.offices()))

    def merge(self) -> None:
        """Remove a satker whose folder another one names from now on."""
        if len(self.offices()) > 1:
            gone, heir = self.chance.sample(self.offices(), 2)
            drop(gone)
            edit(f"{heir}/satker", alamat_lama=[*data_of(SATKER / heir / "satker.yml").get("alamat_lama", []), gone])

    def found(self) -> None:
        """Open a satker, perhaps in a folder that another had."""
        free = [name for name in "abcdef" if not (SATKER / name).exists()]
        if len(free) > 2:
            folder = self.chance.choice(free)
            office(folder, self.fresh("Kantor"))
            service(f"{folder}/layanan/{self.chance.choice(self.slugs)}", self.fresh("Layanan"))


def mended() -> bool:
    """Do what the findings say until there is none; say whether that went without choosing another name for something."""
    for _ in range(ROUNDS):
        errors = [item for item in (*load_portal(SATKER).findings, *found()) if item.is_error]
        if not errors:
            return True
        if any(item.code == BERGANTI for item in errors):
            return False
        obey(errors[0])
    raise AssertionError(errors)


def versions(seed: str, number: int) -> Iterator[dict[str, str]]:
    """Yield the address book of every version of a portal over a year, as `zi check` lets them pass."""
    year = Year(seed)
    yield address_book()
    for _ in range(number):
        shutil.rmtree(LAMA, ignore_errors=True)
        shutil.copytree(SATKER, LAMA)
        for _ in range(year.chance.randint(1, 3)):
            year.change()
        if not mended():  # the officer takes it back
            shutil.rmtree(SATKER)
            shutil.copytree(LAMA, SATKER)
        yield address_book()


def wrong(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str, str | None]]:
    """Return the places that are lost, or that lead away from a record that is still there."""
    there = set(after.values())
    return [
        (place, name, after.get(place))
        for place, name in before.items()
        if after.get(place) not in ({name} if name in there and name else {*there, ""})
    ]


@pytest.fixture(name="build")
def _build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what builds the site of the records under a name; the shell is drawn once."""
    monkeypatch.setenv("PORTAL_URL", "https://portal.contoh.example/")
    shell = replace(draw(ROOT / "mkdocs.yml"), theme=str(ROOT / "theme"))

    def build(name: str) -> Path:
        order = Order(SATKER, tmp_path / name, build_day(), with_search=False, with_docs=False)
        made = make(order, lambda: (shell, ""), Cache(tmp_path / "cache", ""), quietly, State())
        assert made.folder == tmp_path / name, made.findings
        return made.folder

    return build


def test_no_address_is_lost_over_many_versions(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    build: Callable[[str], Path],
    note: Callable[[str], None],
) -> None:
    """
    Whatever is renamed, removed, merged, exchanged and forgotten: what the check lets pass keeps every address.

    Of each version the book of addresses is compared with that before, of some the built sites; and the last with the first.
    """
    campaign = request.config.getoption("--campaign")
    chains, steps, built = (200, 12, 6) if campaign else (12, 6, 1)
    count = 0
    for chain in range(chains):
        folder = tmp_path / str(chain)
        folder.mkdir()
        monkeypatch.chdir(folder)
        site: Path | None = None
        before: dict[str, str] = {}
        for number, book in enumerate(versions(f"tahun {chain}", steps)):
            assert (chain, number, wrong(before, book)) == (chain, number, [])
            before, count = book, count + 1
            if chain < built:
                new = build(f"{chain}-{number}")
                assert (chain, number, lost(site, new) if site else ()) == (chain, number, ())
                site = new
    note(f"{count} versions of {chains} portals, no address lost")


def test_two_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`zi addresses` names what one site has no answer for: a folder answers for a file of its name, and a file for a folder."""
    monkeypatch.chdir(tmp_path)
    before = "index.html", "a/index.html", "b/index.html", "c.pdf", "d.pdf/index.html", "e.json", "assets/x.js"
    computed = "satker/a/dokumen/motto/loket-a4.pdf", "layanan/banding/x/index.html", ".portal-zi"
    after = "index.html", "a/index.html", "c.pdf/index.html", "d.pdf"
    for site, files in (("lama", (*before, *computed)), ("baru", after)):
        for name in files:
            (tmp_path / site / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / site / name).touch()
    said = CliRunner().invoke(main, ["addresses", "lama", "baru"])
    same = CliRunner().invoke(main, ["addresses", "baru", "baru"])

    assert (said.exit_code, said.stdout, said.stderr) == (1, "/b/\n/e.json\n", "2 addresses lost\n")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "no addresses lost\n")
