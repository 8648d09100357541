"""`zi links` as its users type it, what readers see of it, and the workflow that runs it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import ROOT
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from portal import lay_project
from web import Web, network, web

from generator.cli import main
from generator.clock import today
from generator.tautan import Riwayat, dump, parse

WORKFLOW = ROOT / ".github/workflows/tautan.yml"
KEPT = Path(".cache/tautan.json")
SATKER = """\
nama: Kantor Uji
nama_pendek: Uji
jenis: lainnya
kode_wilayah: "99.01"
status_data: draf
kontak: {situs: http://terbuka.example/200}
media_sosial:
  facebook: http://hilang.example/404
  x: http://menolak.example/403
  youtube: http://dalam.example/200
catatan: http://catatan.example/404
"""
STANDARD = """\
nama: Layanan Standar
sumber:
  - {judul: Sumber, tautan: http://sumber.example/200}
  - {judul: Lain, tautan: http://hilang.example/404}
sk: {nomor: 1, tautan: http://sk.example/500}
"""
SERVICE = """\
dasar: standar
nama: Layanan Uji
sk: {nomor: 2, tautan: http://terbuka.example/200}
"""


@pytest.fixture(name="project", autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal in the working folder."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTAL_URL", "https://portal.contoh.example/zi/")
    return tmp_path


@pytest.fixture(name="server")
def _server() -> Iterator[Web]:
    with web() as server:
        yield server


@pytest.fixture(name="records")
def _records(project: Path) -> Path:
    """Return records with links of every kind, and an invented satker whose links lead nowhere."""
    records = project / "uji"
    for name, text in {
        "uji/satker.yml": SATKER,
        "uji/layanan/uji.yml": SERVICE,
        "_bersama/layanan/standar.yml": STANDARD,
        "_bersama/hukum.yml": "uu-1: {nama: UU 1, tautan: http://hukum.example/to/http://terbuka.example/200}\n",
    }.items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_text(text, "utf-8")
    shutil.copytree(project / "satker/contoh", records / "contoh")
    return records


def zi(*arguments: str, server: Web | None = None) -> Result:
    """Run one command, in the network of *server*; a bug comes out as the exception it is."""
    net = network(server, others={"dalam.example": ["169.254.169.254"]}) if server else None
    return CliRunner().invoke(main, arguments, obj=net, catch_exceptions=False)


@pytest.mark.usefixtures("records")
def test_every_link_is_asked_once(server: Web) -> None:
    """Those of records, standards and registers; no remark of the keeper, and nothing that is invented."""
    result = zi("links", "--records", "uji", server=server)
    day = str(today())

    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(line.partition(" ")[2] for line in result.stdout.split("\n\n")[0].splitlines()) == [
        "in doubt: http://dalam.example/200 (mengarah ke jaringan tertutup)",
        "in doubt: http://hilang.example/404 (halaman tidak ditemukan (404))",
        "in doubt: http://sk.example/500 (situs sedang rusak (500))",
        "open: http://hukum.example/to/http://terbuka.example/200",
        "open: http://sumber.example/200",
        "open: http://terbuka.example/200",
        "unclear: http://menolak.example/403 (menolak pemeriksaan otomatis (403))",
    ]
    assert result.stdout.partition("\n\n")[2] == (
        f"in doubt since {day}: http://dalam.example/200 (mengarah ke jaringan tertutup)\n"
        "  uji/uji/satker.yml:10\n\n"
        f"in doubt since {day}: http://hilang.example/404 (halaman tidak ditemukan (404))\n"
        "  uji/_bersama/layanan/standar.yml:4\n"
        "  uji/uji/satker.yml:8\n\n"
        f"in doubt since {day}: http://sk.example/500 (situs sedang rusak (500))\n"
        "  uji/_bersama/layanan/standar.yml:5\n\n"
        "7 links, 7 checked: 3 open, 3 in doubt, 1 unclear\n"
    )
    assert sorted(set(server.asked)) == [
        ("GET", "hilang.example/404"),
        ("GET", "menolak.example/403"),
        ("GET", "sk.example/500"),
        ("HEAD", "hilang.example/404"),
        ("HEAD", "hukum.example/to/http://terbuka.example/200"),
        ("HEAD", "menolak.example/403"),
        ("HEAD", "sk.example/500"),
        ("HEAD", "sumber.example/200"),
        ("HEAD", "terbuka.example/200"),
    ]
    assert {headers["User-Agent"] for headers in server.headers} == {"portal-zi/0.1.0 (+https://portal.contoh.example/zi/)"}
    assert parse(KEPT.read_bytes())["http://hilang.example/404"] == Riwayat(
        today(), "gagal", "halaman tidak ditemukan (404)", None, today(), (today(),)
    )


@pytest.mark.usefixtures("records")
def test_what_was_known_goes_on(server: Web) -> None:
    """Those that were not asked for longest come first, and what no record holds any more is forgotten."""
    early, late = date(2026, 1, 1), date(2026, 2, 1)
    old = {
        "http://hilang.example/404": Riwayat(late, "gagal", "x", None, early, (early, late)),
        "http://terbuka.example/200": Riwayat(early, "gagal", "x", None, early, (early,)),
        "http://lama.example/200": Riwayat(early, "terbuka", "", early),
    }
    Path("lama.json").write_bytes(dump(old))
    first = zi("links", "--records", "uji", "--state", "lama.json", "--out", "baru/a.json", "--limit", "6", server=server)
    second = zi("links", "--records", "uji", "--state", "baru/a.json", "--limit", "1", server=server)
    found = parse(Path("baru/a.json").read_bytes())

    assert "hilang.example/404" not in first.stdout.partition("\n\n")[0]
    assert "1/1 broken: http://hilang.example/404 (halaman tidak ditemukan (404))\n" in second.stdout
    assert f"\nbroken since {early}: http://hilang.example/404" in second.stdout
    assert parse(Path("lama.json").read_bytes()) == old
    assert found["http://terbuka.example/200"] == Riwayat(today(), "terbuka", "", today())
    assert found["http://hilang.example/404"].hari_gagal == (early, late, today())
    assert "http://lama.example/200" not in found


@pytest.mark.usefixtures("records")
def test_a_machine_without_a_network_finds_nothing(server: Web) -> None:
    """It would call everything broken."""
    for path in Path("uji").glob("*/**/*.yml"):
        path.write_text(path.read_text("utf-8").replace("/200", "/404"), "utf-8")
    result = zi("links", "--records", "uji", server=server)

    assert result.exit_code == 0
    assert result.stderr == "Warning: no link opened, so this machine is cut off, and what it found is not kept\n"
    assert result.stdout.endswith("7 links, 0 checked: none\n")
    assert parse(KEPT.read_bytes()) == {}


@pytest.mark.usefixtures("records")
def test_a_damaged_state_is_ignored_with_a_word(server: Web) -> None:
    """The check begins anew."""
    KEPT.parent.mkdir()
    KEPT.write_bytes(b"[]")
    result = zi("links", "--records", "uji", server=server)

    assert result.exit_code == 0
    assert result.stderr == "Warning: what was kept of earlier checks of the links is ignored: it is damaged\n"
    assert len(parse(KEPT.read_bytes())) == 7


def test_what_is_kept_can_be_read_again(records: Path, server: Web) -> None:
    """A link with a character that nobody can see would spoil what is kept of all others."""
    path = records / "uji/satker.yml"
    path.write_text(path.read_text("utf-8").replace("hilang.example/404", "hilang.example/404?\ue000"), "utf-8")
    zi("links", "--records", "uji", server=server)

    assert sorted(link for link in parse(KEPT.read_bytes()) if "hilang" in link) == ["http://hilang.example/404"]
    assert "5 links, 5 checked" in zi("links", "--records", "uji", server=server).stdout


def test_many_places_are_not_all_named(project: Path, server: Web) -> None:
    """The first are enough to begin with."""
    link = "http://hilang.example/404"
    (project / "uji/_bersama").mkdir(parents=True)
    (project / "uji/_bersama/hukum.yml").write_text(
        "".join(f"a{n}: {{nama: UU {n}, tautan: {link}}}\n" for n in range(7)), "utf-8"
    )
    said = zi("links", "--records", "uji", server=server).stdout.splitlines()

    assert said[3:9] == [*(f"  uji/_bersama/hukum.yml:{line}" for line in range(1, 6)), "  and 2 more"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--records", "tidak-ada"], "Directory 'tidak-ada' does not exist."),
        (["--limit", "0"], "0 is not in the range"),
        (["--timeout", "0"], "0.0 is not in the range"),
        (["--portal", "https://a b"], "'https://a b' is no address such as https://portal.example/."),
        (["--portal", "https://a.example/\nX-Y: z"], "is no address such as"),
        (["--state", "satker"], "File 'satker' is a directory."),
    ],
)
def test_wrong_use(arguments: list[str], sentence: str) -> None:
    """One sentence, and exit code 2."""
    result = zi("links", *arguments)

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


def test_without_an_address_of_the_portal(server: Web, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks is said all the same."""
    monkeypatch.setenv("PORTAL_URL", "")
    zi("links", "--records", str(records), server=server)

    assert {headers["User-Agent"] for headers in server.headers} == {"portal-zi/0.1.0"}


def test_what_readers_see() -> None:
    """A word beside what is broken, how old the oldest check is, and nothing else of the page is another."""
    sippn = "https://sippn.menpan.go.id/pelayanan-publik/0000001/kankemenag-contoh/konsultasi-keluarga"
    online = "https://contoh.example/layanan/konsultasi-keluarga"
    days = (date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 20))
    page = Path("site/satker/contoh/layanan/lengkap/index.html")
    zi("build", "--no-search", "--no-docs")
    before = page.read_text("utf-8")
    KEPT.write_bytes(
        dump(
            {
                sippn: Riwayat(days[2], "gagal", "halaman tidak ditemukan (404)", None, days[0], days),
                online: Riwayat(days[1], "terbuka", "", days[1]),
                "https://contoh.example": Riwayat(days[0], "terbuka", "", days[0]),
            }
        )
    )
    result = zi("build", "--no-search", "--no-docs")
    link, end = f'<a href="{sippn}">Layanan ini di SIPPN</a>', "<p>Ada yang salah di halaman ini?"
    broken = f'<span>{link} <small class="zi-redup">(tidak terbuka sejak 3 November 2026)</small></span>'
    expected = before.replace(link, broken).replace(end, f"<p>Tautan di halaman ini diperiksa pada 10 November 2026.</p>{end}")

    assert result.exit_code == 0
    assert page.read_text("utf-8") == expected != before
    assert Path("site/data/tautan.json").read_bytes() == KEPT.read_bytes()
    assert "<!--tautan-->" not in "".join(path.read_text("utf-8") for path in Path("site").rglob("*.html"))
    assert "nothing made anew" in zi("build", "--no-search", "--no-docs").stderr


def test_mkdocs_build_gives_the_same() -> None:
    """Who builds without `zi` finds the checks in the same place."""
    KEPT.parent.mkdir()
    KEPT.write_bytes(dump({"https://contoh.example": Riwayat(date(2026, 11, 3), "terbuka", "", date(2026, 11, 3))}))
    mkdocs_build(load_config("mkdocs.yml"))
    zi("build", "--site-dir", "lain")
    page = "satker/contoh/index.html"

    assert Path("site", page).read_bytes() == Path("lain", page).read_bytes()
    assert "diperiksa pada 3 November 2026" in Path("site", page).read_text("utf-8")


def test_the_workflow(tmp_path: Path) -> None:
    """Its steps in order, as a runner would: what the site has is fetched, asked for anew, and handed on; or it begins anew."""
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    job = workflow["jobs"]["tautan"]
    steps = {step["name"]: step["run"] for step in job["steps"] if "run" in step}
    tools, temp = tmp_path / ".venv/bin", tmp_path / "temp"
    for folder in (tools, temp):
        folder.mkdir(parents=True)
    (tools / "zi").write_text('#!/bin/sh\necho "$@" > asked\n', "utf-8")
    (tools / "zi").chmod(0o755)
    environment = {**os.environ, "RUNNER_TEMP": str(temp), "PORTAL_URL": "https://127.0.0.1:1/"}
    said = b""
    for name in ("Ambil hasil terakhir", "Periksa"):
        command = ["bash", "-euo", "pipefail", "-c", steps[name]]
        said = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True).stdout

    assert workflow["permissions"] == {}
    assert json.loads((temp / "tautan.json").read_bytes()) == {"versi": 1, "tautan": {}}
    assert parse((temp / "tautan.json").read_bytes()) == {}
    assert (tmp_path / "asked").read_text("utf-8") == f"links --state {temp}/tautan.json\n"
    assert said.startswith(b"::stop-commands::")
