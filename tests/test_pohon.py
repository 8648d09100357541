"""Hostile folders: whatever lies where records should, every command ends soon, in little memory, and steers no terminal."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import CAMPAIGN
from portal import RECORDS

from generator.folder import list_files, read_bytes
from generator.keys import content_key, stamps
from generator.part import check_part
from generator.portal import load_portal

SECONDS = 60  # for one command over the largest tree; at rest a few
MEMORY = 1 << 30
OUTPUT = 200_000  # characters that somebody might read
PROFIL = 'nama: A\nnama_pendek: A\njenis: upt\nkode_wilayah: "17.08"\nstatus_data: draf\n'
MANY = 500  # of each kind; in a campaign fifty times as many
DEEP = 2500
HUGE = 10 << 30
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
NAMES = (
    *(
        "a\nb",
        "\n::error file=x::pwn",
        "::error::x",
        "::set-output name=a::b",
        "%0A::error::",
        "\u202egpj.exe",
        "\u2066x",
        "\u200b",
    ),
    *("\x1b[31mmerah", "\x1b]0;judul\x07", "a\rb", "\x85z", "\u061c", "\U000e0041x", "\u3164", "\ufe0f", "k\u0430b", "\udcff"),
    *("x'\"<script>", "|a|`b`", "{{x}}", "$(x)", "a\\b", "-rf", "...", " ", "~", "a" * 250),
)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """Return records with a satker ``x`` that holds no more than its profile."""
    root = tmp_path / "satker"
    shutil.copytree(RECORDS / "base", root)
    for folder in ("layanan", "inovasi", "berkas"):
        (root / "x" / folder).mkdir(parents=True)
    (root / "x/satker.yml").write_text(PROFIL, "utf-8")
    return root


def misleading_names(root: Path) -> None:
    """Lay files and folders whose names a terminal, GitHub or an eye would take for something else."""
    for folder in ("x", "x/layanan", "x/berkas", "."):
        for name in NAMES:
            for suffix in ("", ".yml", ".pdf"):
                (root / folder / f"{name}{suffix}").write_text("nama: A\n", "utf-8")
        for name in NAMES[:12]:
            (root / folder / f"{name}d").mkdir()


def huge_files(root: Path) -> None:
    """Lay files of 10 GB that take no room on the disk, in every place a file may be."""
    (root / "z").mkdir()
    (root / "x/satker.yml").write_text(f"{PROFIL}alamat_lama: [y]\n", "utf-8")
    for name in ("x/motto.yml", "x/layanan/a.yml", "x/berkas/a.pdf", "x/berkas/b c.exe", "z/satker.yml", "_bersama/hukum.yml"):
        os.truncate(os.open(root / name, os.O_CREAT | os.O_WRONLY), HUGE)


def no_files(root: Path) -> None:
    """Lay links, pipes and folders where files belong, and files where folders do."""
    for folder in ("x/layanan", "x/berkas"):
        (root / folder / "zero.yml").symlink_to("/dev/zero")
        (root / folder / "luar.pdf").symlink_to("../../../../etc/passwd")
        os.mkfifo(root / folder / "pipa.yml")
        (root / folder / "folder.yml").mkdir()
    (root / "x/motto.yml").symlink_to("/dev/zero")
    os.mkfifo(root / "x/zi.yml")
    (root / "x/survei.yml").mkdir()
    (root / "x/inovasi").rmdir()
    (root / "x/inovasi").symlink_to("/etc")
    shutil.rmtree(root / "_bersama")
    (root / "_bersama").symlink_to("/etc")
    (root / "y").mkdir()
    (root / "y/satker.yml").symlink_to("/dev/zero")


def many_files(root: Path, many: int = MANY) -> None:
    """Lay more files than anybody has, in every folder."""
    for number in range(many):
        for name in (f"f{number}", f"layanan/{number}.txt", f"berkas/{number}.pdf", f"berkas/f {number}.exe"):
            (root / "x" / name).write_bytes(b"%PDF-")


def deep_folders(root: Path) -> None:
    """Lay folders in each other, deeper than any path can name."""
    here = os.open(root / "x/berkas", os.O_RDONLY)
    for _ in range(DEEP):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)


TREES: dict[str, Callable[[Path], None]] = {
    function.__name__: function for function in (misleading_names, huge_files, no_files, many_files, deep_folders)
}
COMMANDS = {
    "check": ("check", "--records"),
    "json": ("check", "--format", "json", "--records"),
    "github": ("check", "--format", "github", "--records"),
    "markdown": ("check", "--format", "markdown", "--records"),
    "format": ("format", "--check", "--records"),
}


@pytest.mark.parametrize(
    ("tree", "command"),
    [(tree, command) for tree in TREES for command in COMMANDS if tree == "misleading_names" or command == "check"],
)
def test_every_command_ends(tree: str, command: str, root: Path) -> None:
    """Findings, no traceback, whatever lies there; what is said is short and holds nothing that a terminal would act on."""
    TREES[tree](root)
    try:
        ends(command, root)
    finally:
        remove(root)


def test_a_hundred_thousand_files(request: pytest.FixtureRequest, root: Path) -> None:
    """More files than a folder of any office, and all of them are looked at."""
    many_files(root, MANY * (CAMPAIGN if request.config.getoption("--campaign") else 1))
    ends("markdown", root)
    remove(root)


def remove(root: Path) -> None:
    """Take a tree away that is too deep for Python."""
    subprocess.run(["rm", "-rf", str(root)], check=True)  # noqa: S607 - as it is found everywhere


def ends(command: str, root: Path) -> None:
    """Run *command* over *root* in little memory, and hold what it says to what is promised."""
    code = f"import resource, generator.cli as c; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); c.run()"
    ended = subprocess.run(
        [sys.executable, "-c", code, *COMMANDS[command], str(root)], capture_output=True, check=False, timeout=SECONDS
    )
    shown = ended.stdout.decode()
    orders = [line for line in shown.splitlines() if line.startswith("::") and not re.match("::(?:error|warning) file=", line)]

    assert (ended.returncode, ended.stderr) == (1, b"")
    assert (STEERING.findall(shown), orders) == ([], [])
    assert len(shown) < OUTPUT


def test_what_is_hidden_in_a_name_is_named(root: Path) -> None:
    """A folder, a record and an attachment whose names are not what they seem are told which character does it."""
    for name in ("k\u0430b", "x/layanan/a\u200bb.yml", "x/berkas/a\u202eb.pdf"):
        (root / name).mkdir() if "/" not in name else (root / name).write_bytes(b"%PDF-")
    said = [item.message for item in load_portal(root).findings if "memuat" in item.message]

    assert said == [
        "nama folder `k\u0430b` tidak dapat menjadi alamat (memuat `\u0430`, U+0430, huruf Kiril)",
        "nama lampiran `a\u202eb.pdf` tidak dapat diterbitkan (memuat U+202E, pembalik arah tulisan)",
        "nama berkas `a\u200bb.yml` tidak dapat menjadi alamat (memuat U+200B, spasi tanpa lebar)",
    ]


@pytest.mark.parametrize(
    "swap",
    [lambda path: path.symlink_to("/etc/passwd"), os.mkfifo, str, lambda path: path.mkdir()],
    ids=["link", "pipe", "gone", "folder"],
)
def test_a_file_that_changes_after_it_was_listed(swap: Callable[[Path], object], root: Path) -> None:
    """Nothing outside is read and nothing is waited for: the system's own error says which file it is."""
    path = root / "x/motto.yml"
    path.write_text("motto: []\n", "utf-8")
    listed = list_files(root, "x")[0].records
    path.unlink()
    swap(path)

    assert "motto.yml" in listed
    with pytest.raises(OSError, match=re.escape(str(path))):
        read_bytes(root, "x", "motto.yml")


def test_a_file_that_grows_is_read_no_further_than_its_limit(root: Path) -> None:
    """What is longer than it was listed is a finding, not memory."""
    path = root / "x/motto.yml"
    path.write_text("motto: []\n", "utf-8")
    os.truncate(path, HUGE)

    assert len(read_bytes(root, "x", "motto.yml")) == 256 * 1024 + 1


def test_a_folder_without_permission(root: Path) -> None:
    """The command ends in one sentence that names it."""
    (root / "x/layanan").chmod(0)
    load = (
        "import os, generator.cli as c, generator.cli.check, generator.load as l; [m.model_rebuild() for m in l.MODELS.values()]"
    )
    code = f"{load}; os.setuid(65534) if os.getuid() == 0 else None; c.run()"  # nobody may not read where Python lies
    for parent in root.parents:
        parent.chmod(0o755) if parent.is_relative_to("/tmp/pytest-of-root") else None  # noqa: S108 - pytest's own
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}  # nobody may write there
    command = [sys.executable, "-c", code, "check", "--records", str(root)]
    ended = subprocess.run(command, capture_output=True, check=False, env=unmeasured)

    assert (ended.returncode, ended.stderr.decode()) == (2, f"Error: Permission denied ({root}/x/layanan).\n")


def test_some_satker_are_checked_beside_hostile_ones(root: Path) -> None:
    """What others hold is asked only as far as it can be read: of a profile of 10 GB its first 256 KiB, of none nothing."""
    huge_files(root)
    (root / "tanpa").mkdir()
    found = {(item.path.removeprefix(f"{root.as_posix()}/"), item.code) for item in check_part(root, {"x"})}

    assert {("x/motto.yml", "terlalu-besar"), ("x/berkas/a.pdf", "lampiran-terlalu-besar")} <= found
    assert not any(path.startswith(("tanpa", "z/")) for path, _ in found)


def test_the_key_of_a_folder_reads_nothing_huge_or_deepest(root: Path) -> None:
    """A build knows hostile folders by names and sizes: it neither reads 10 GB nor follows paths without end."""
    huge_files(root)
    deep_folders(root)
    files = stamps(root / "x")
    depths = [path.count("/") for path, *_ in files]
    before = content_key(root / "x")
    os.truncate(root / "x/motto.yml", HUGE + 1)

    assert (max(depths), len(files) < 40) == (16, True)
    assert content_key(root / "x") != before
    remove(root)
