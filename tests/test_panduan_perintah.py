"""The commands of the guide, run as they stand there, and every command, key, code and file that it names."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import ROOT
from openpyxl import load_workbook
from repo import PLAIN, commit_all, commit_raw, git
from test_panduan import texts

from generator.catalogue import CODES
from generator.cli import COMMANDS
from generator.skema.rekaman import KINDS, skema

PORTAL = "https://github.com/contoh/portal"  # how the guide calls the repository that it stands in
BLOCK = re.compile(r"^```(sh|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LATER = 4_000_000_000  # seconds: what `make` has made stays newer than any file


@dataclass
class Reader:
    """
    Somebody at a computer with the packages installed, who types what the guide shows.

    *before* says what happens in the world before a command that has these words is typed.
    """

    folder: Path
    before: dict[str, Callable[["Reader"], None]] = field(default_factory=dict)
    said: str = ""

    def __post_init__(self) -> None:
        """Put a copy of this repository, and two empty ones, where GitHub would have them."""
        self.there = self.folder
        for name in ("contoh", "rekaan"):
            git(self.folder, "init", "--quiet", "--bare", f"{name}.git")
        git(ROOT, "push", "--quiet", str(self.folder / "contoh.git"), "HEAD:refs/heads/main")
        settings = git(ROOT, "show", "HEAD:mkdocs.yml").replace("dokumen: 50", "dokumen: 0")  # they take long
        without = commit_raw(self.folder / "contoh.git", "main", {"mkdocs.yml": ("100644", f"{settings}\n".encode())})
        git(self.folder / "contoh.git", "update-ref", "refs/heads/main", without)
        given = [
            (f"url.{self.folder}/{name}.git.insteadOf", f"https://github.com/{name}/portal") for name in ("contoh", "rekaan")
        ]
        pairs = {
            f"GIT_CONFIG_{part}_{number}": pair[part == "VALUE"] for number, pair in enumerate(given) for part in ("KEY", "VALUE")
        }
        plain = {key: PLAIN[key] for key in PLAIN if not key.startswith(("PORTAL_", "SOURCE_DATE"))}
        self.environment = {**plain, **pairs, "GIT_CONFIG_COUNT": str(len(given))}

    def follow(self, page: str) -> None:
        """Type every command of a page of the guide, and write into mkdocs.yml what it shows of it."""
        for language, text in BLOCK.findall(texts()[page]):
            for words, happen in self.before.items():
                if words in text:
                    happen(self)
            if language == "sh":
                self._type(text)
            elif text.startswith("site_name"):
                self._write(text)
            elif text.startswith("extra:\n"):
                self._add(text)

    def _type(self, commands: str) -> None:
        shell = f"set -e\n{commands}\npwd > {self.folder}/there"
        done = subprocess.run(
            ["bash", "-c", shell],  # noqa: S607
            cwd=self.there,
            env={**self.environment, "PYTHONPATH": "."},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.said += done.stdout.decode()
        assert done.returncode == 0, f"{commands}\n{done.stdout.decode()}"
        self.there = Path((self.folder / "there").read_text("utf-8").strip())
        self._install()

    def _install(self) -> None:
        """Put this very environment where `make` looks for it; `make site` in a fresh clone tries the real one elsewhere."""
        binaries = self.there / ".venv/bin"
        if (self.there / "Makefile").exists() and not binaries.exists():
            binaries.mkdir(parents=True)
            for name in ("python", "zi"):
                (binaries / name).symlink_to(Path(sys.executable).parent / name)
            for stamp in ("site.stamp", "npm.stamp"):
                (self.there / ".venv" / stamp).touch()
                os.utime(self.there / ".venv" / stamp, (LATER, LATER))

    def _write(self, lines: str) -> None:
        """Replace the lines of mkdocs.yml that have the same key in the same column."""
        config = self.there / "mkdocs.yml"
        text = config.read_text("utf-8")
        for line in lines.splitlines():
            found = re.search(rf"^{line.partition(':')[0]}:.*$", text, re.MULTILINE)
            assert found is not None, line
            text = text[: found.start()] + line + text[found.end() :]
        config.write_text(text, "utf-8")

    def _add(self, lines: str) -> None:
        """Put lines that stand below ``extra`` below the one of mkdocs.yml."""
        config = self.there / "mkdocs.yml"
        text = config.read_text("utf-8")
        assert "\nextra:\n" in text
        config.write_text(text.replace("\nextra:\n", f"\n{lines}", 1), "utf-8")


@pytest.fixture(name="reader")
def _reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def test_the_commands_of_an_officer(reader: Reader) -> None:
    """Who installs the portal to check records gets the site and no finding."""
    reader.follow("berkas.md")

    assert "Tidak ada temuan." in reader.said
    assert (reader.there / "site/satker/contoh/index.html").exists()
    assert git(reader.there, "status", "--porcelain") == ""


def test_the_commands_of_a_maintainer(reader: Reader) -> None:
    """A new satker is proposed with a service, and the services of its workbook become records without a finding."""
    reader.before["zi import"] = _fill_in
    reader.follow("pengelola.md")
    proposed = git(reader.folder / "contoh.git", "diff", "--name-only", "main", "satker-baru").splitlines()

    assert proposed == [f"satker/kua-rekaan/{name}.yml" for name in ("layanan/konsultasi", "pengaduan", "satker")]
    assert (reader.there / "site/satker/kua-rekaan/layanan/konsultasi/index.html").exists()
    assert "nama: Legalisasi buku nikah\n" in (reader.there / "satker/kua-rekaan/layanan/legalisasi-buku-nikah.yml").read_text(
        "utf-8"
    )
    assert reader.said.count("Tidak ada temuan.") == 2


def _fill_in(reader: Reader) -> None:
    """Write one service into the workbook, as the office does."""
    file = reader.there / "standar-pelayanan.xlsx"
    book = load_workbook(file)
    sheet = book["Layanan"]
    keys = [cell.value for cell in sheet[2]]
    row = sheet.max_row + 1
    sheet.cell(row, 1, "legalisasi-buku-nikah")
    sheet.cell(row, keys.index("nama") + 1, "Legalisasi buku nikah")
    book.save(file)


def test_a_portal_of_ones_own(reader: Reader) -> None:
    """An invented office publishes a portal with none of the pilot in it, takes over an improvement, and splits it in the end."""
    reader.before["git fetch hulu"] = _improve
    reader.before["git clone https://github.com/rekaan/portal portal-daerah"] = _keep
    reader.follow("portal-sendiri.md")
    published = {path.name: path for path in (reader.folder / "sebelum/satker").iterdir() if path.is_dir()}
    home = (reader.folder / "sebelum/index.html").read_text("utf-8")
    branches = git(reader.folder / "rekaan.git", "branch", "--format=%(refname:short)").splitlines()

    assert {"contoh", "dinas-rekaan"} <= set(published)
    assert [name for name in published if name.startswith(("man-", "kanwil-", "kankemenag-"))] == []
    assert "<title>Portal Pelayanan Kota Rekaan</title>" in home
    assert "Bengkulu" not in home
    assert (reader.there / ".github/CODEOWNERS").read_text("utf-8").splitlines()[-1] == "* @akun-satu @akun-dua"
    assert branches == ["main", "perbaikan"]
    assert "Lebih baik" in (reader.there / "theme/fragments/beranda.html").read_text("utf-8")
    assert git(reader.there, "status", "--porcelain") == ""
    _assert_split(reader)


def _assert_split(reader: Reader) -> None:
    """Hold that the region keeps its office and hands it over, and that the national portal joins what it can read."""
    region, national = reader.folder / "portal-daerah", reader.folder / "portal-kami"
    handed = json.loads((region / "site/data/kiriman.json").read_text("utf-8"))
    listed = json.loads((national / "site/data/daerah.json").read_text("utf-8"))

    assert (handed["satker"], handed["layanan"]) == (1, 1)
    assert [item["alamat"] for item in handed["butir"]] == [
        "satker/dinas-rekaan/",
        "satker/dinas-rekaan/layanan/surat-pengantar/",
    ]
    assert '<a href="https://nasional.example/cari/">Portal Nasional Rekaan</a>' in (region / "site/cari/index.html").read_text(
        "utf-8"
    )
    assert [item["alamat"] for item in listed["portal"]] == ["https://daerah.example/"]
    assert "1/1 not read since " in reader.said
    assert not (national / "site/satker/dinas-rekaan").exists()
    assert "Portal Daerah Rekaan" in (national / "site/daerah/index.html").read_text("utf-8")


def _keep(reader: Reader) -> None:
    """Keep the portal as it was before it was split."""
    (reader.there / "site").rename(reader.folder / "sebelum")


def _improve(reader: Reader) -> None:
    """Publish a later version of the generator, with other records too, from which this portal takes only its part."""
    clone = reader.folder / "hulu"
    git(reader.folder, "clone", "--quiet", str(reader.folder / "contoh.git"), str(clone))
    fragment, record = clone / "theme/fragments/beranda.html", clone / "satker/man-2-lebong/satker.yml"
    fragment.write_text(f"{{# Lebih baik. #}}\n{fragment.read_text('utf-8')}", "utf-8")
    record.write_text(f"{record.read_text('utf-8')}# lain\n", "utf-8")
    commit_all(clone)
    git(clone, "push", "--quiet", "origin", "HEAD:main")


def test_no_block_stands_in_a_list() -> None:
    """Markdown would draw it as words in a line."""
    assert [line for text in texts().values() for line in text.splitlines() if re.match(r" +```", line)] == []


def test_every_command_exists() -> None:
    """No command is promised that `zi` or `make` does not have."""
    told = "\n".join(texts().values())
    makefile = (ROOT / "Makefile").read_text("utf-8")

    assert set(re.findall(r"\bzi ([a-z]+)", told)) <= COMMANDS.keys()
    assert [goal for goal in re.findall(r"`?make ([a-z]+)`", told) if f"\n{goal}:" not in makefile] == []


def test_every_file_exists() -> None:
    """A file or folder of the repository that the guide names is there."""
    named = set(
        re.findall(r"`((?:\.github|content|theme|satker)/[\w./-]+|[A-Z]+(?:\.md)?|mkdocs\.yml)`", "\n".join(texts().values()))
    )

    assert [name for name in sorted(named - {"PORTAL_URL"}) if not (ROOT / name).exists()] == []
    assert "satker/_bersama" in named


def test_every_key_and_code_exists() -> None:
    """A key or a code that the guide names is one of the contract."""
    keys = {key for kind in KINDS for key in _keys(skema(kind))}
    told = "\n".join(texts().values())

    assert {"penyunting", "diperiksa", "dasar", "catatan", "dicabut_oleh", "status_data"} <= keys
    assert set(re.findall(r"\[([a-z]+-[a-z-]+)\]", told)) <= CODES.keys()


def _keys(part: object) -> set[str]:
    """Return every key that a schema knows, at any depth."""
    if isinstance(part, list):
        return {key for item in part for key in _keys(item)}
    if not isinstance(part, dict):
        return set()
    own = part.get("properties")
    return (set(own) if isinstance(own, dict) else set()) | {key for item in part.values() for key in _keys(item)}


def test_every_workflow_step_exists() -> None:
    """The steps that may turn red are called as the workflow calls them, and so are the parts of its summary."""
    workflow = (ROOT / ".github/workflows/usulan.yml").read_text("utf-8")
    told = texts()["pengelola.md"].partition("### Kalau pemeriksaan merah")[2].partition("\n## ")[0]
    steps = re.findall(r"^- \*\*(.+?)\*\*", told, re.MULTILINE)

    assert [step for step in steps if f"name: {step}\n" not in workflow] == []
    assert len(steps) == 4
