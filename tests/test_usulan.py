"""What a proposal may change: judged by paths, modes and sizes, from what git knows, before any file of it is read."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from portal import RECORDS, lay_project
from repo import commit_all, commit_raw, git

from generator import usulan
from generator.catalogue import CODES
from generator.cli import main
from generator.git import changes, touched
from generator.usulan import MAX_FILES, Perubahan, Usulan, judge_usulan, maintainers

FILE, LINK, SUBMODULE, PROGRAM = "100644", "120000", "160000", "100755"
MIB = 1024 * 1024
PROFILE, OWNERS = "satker/contoh/satker.yml", ".github/CODEOWNERS"


def of(*changed: Perubahan, by: str = "warga") -> list[tuple[str, str, str]]:
    """Return path, code and severity of what stands against *changed*."""
    proposal = Usulan(changed, by, frozenset({"Pengelola"}), {"dijaga": frozenset({"Budi", " @Siti"}), "tutup": frozenset()})
    return [(item.path, item.code, item.severity) for item in judge_usulan(proposal)]


@pytest.mark.parametrize("who", ["warga", "Pengelola"])
def test_a_satker_may_change_its_records(who: str) -> None:
    """Nothing stands against what satker do every day, new satker included."""
    changed = [
        Perubahan("satker/a/satker.yml", FILE, 2000),
        Perubahan("satker/a/layanan/lama.yml", ""),
        Perubahan("satker/a/berkas/sk.pdf", FILE, 10 * MIB),
        Perubahan("satker/baru/satker.yml", FILE, 256 * 1024),
    ]

    assert of(*changed, by=who) == []


@pytest.mark.parametrize(
    "path",
    [
        "satker/../Makefile",
        "../rumah",
        "/etc/passwd",
        "satker/a/./b.yml",
        "satker//a.yml",
        "satker/a\\b.yml",
        "satker/a/.git/config",
        "satker/a/.GIT/hooks/x",
        "satker/a/GIT~1/config",
        "satker/a/\u202elmy.ayn",
        "satker/a/a\u200bb.yml",
        "satker/a/a\nb.yml",
        "satker/a/\x1b[31m.yml",
        "satker/a/\udcff.yml",
        "satker/a/\u00a0.yml",
    ],
)
@pytest.mark.parametrize("who", ["warga", "Pengelola"])
def test_names_that_mislead(path: str, who: str) -> None:
    """A name that points elsewhere than it seems is refused from everybody, and nothing else is said of it."""
    assert of(Perubahan(path, LINK, 99 * MIB), by=who) == [(path, "usulan-nama-berkas", "galat")]


@pytest.mark.parametrize("mode", [LINK, SUBMODULE, PROGRAM])
@pytest.mark.parametrize("path", ["satker/a/berkas/sk.pdf", "satker/a"])
def test_kinds_of_files(path: str, mode: str) -> None:
    """Links, other repositories and programs are refused among the records."""
    assert of(Perubahan(path, mode)) == [(path, "bukan-berkas-biasa", "galat")]


def test_the_records_as_a_link() -> None:
    """Not even a maintainer replaces the whole folder by a link."""
    assert of(Perubahan("satker", LINK), by="Pengelola") == [
        ("satker", "bukan-berkas-biasa", "galat"),
        ("satker", "usulan-hanya-pengelola", "peringatan"),
    ]


def test_sizes() -> None:
    """What is too large for a record or an attachment is refused with the numbers, and is never read."""
    changed = (Perubahan("satker/a/satker.yml", FILE, 256 * 1024 + 1), Perubahan("satker/a/berkas/a.pdf", FILE, 10 * MIB + 1))
    findings = judge_usulan(Usulan(changed, "warga", frozenset(), {}))

    assert [(item.code, item.message) for item in findings] == [
        ("lampiran-terlalu-besar", "berkas ini 10,1 MiB; batasnya 10 MiB, jadi isinya tidak dibaca"),
        ("terlalu-besar", "berkas ini 256,1 KiB; batasnya 256 KiB, jadi isinya tidak dibaca"),
    ]


def test_what_only_maintainers_change() -> None:
    """One finding a folder, with the names; for a maintainer it is a call to look closely."""
    changed = (
        *(Perubahan(f".github/workflows/{name}.yml") for name in "abcde"),
        Perubahan("Makefile", PROGRAM, 99 * MIB),
        Perubahan("satker/_bersama/hukum.yml"),
        Perubahan("satker/a/satker.yml", ""),
    )
    places = [".github/workflows/a.yml", "Makefile", "satker/_bersama/hukum.yml"]

    assert of(*changed) == [(path, "usulan-hanya-pengelola", "galat") for path in [*places, "satker/a/satker.yml"]]
    assert of(*changed, by="PENGELOLA") == [(path, "usulan-hanya-pengelola", "peringatan") for path in places]
    assert judge_usulan(Usulan(changed, "warga", frozenset(), {}))[0].message == (
        "hanya pengelola portal yang dapat mengusulkan ini: .github/workflows/a.yml, .github/workflows/b.yml, "
        ".github/workflows/c.yml, dan 2 lainnya"
    )


@pytest.mark.parametrize(("who", "may"), [("warga", False), ("budi", True), ("SITI", True), ("pengelola", True), ("", False)])
def test_editors(who: str, *, may: bool) -> None:
    """Where a satker names its editors only they and maintainers may propose, whatever the case of the letters."""
    expected = [] if may else [("satker/dijaga/satker.yml", "usulan-bukan-penyunting", "galat")]

    assert of(Perubahan("satker/dijaga/satker.yml"), Perubahan("satker/dijaga/zi.yml"), by=who) == expected


def test_editors_that_cannot_be_read() -> None:
    """A list that is broken is nobody's list, not everybody's."""
    assert of(Perubahan("satker/tutup/zi.yml"), by="budi") == [("satker/tutup/zi.yml", "usulan-bukan-penyunting", "galat")]


def test_amounts() -> None:
    """A proposal that nobody can look through is refused; maintainers bring in whole portals."""
    many = [Perubahan(f"satker/a/layanan/{number}.yml") for number in range(MAX_FILES + 1)]
    large = [Perubahan(f"satker/a/berkas/{number}.pdf", FILE, 10 * MIB) for number in range(11)]

    assert of(*many) == of(*large) == [("satker", "usulan-terlalu-banyak", "galat")]
    assert of(*many[1:], by="warga") == of(*many, *large, by="Pengelola") == []


def test_many_findings() -> None:
    """A hundred are shown and the others counted."""
    found = of(*(Perubahan(f"satker/{number:03}/x\t.yml") for number in range(150)))

    assert (len(found), found[-1][1]) == (101, "temuan-lain")


@given(
    st.lists(st.builds(Perubahan, st.text(max_size=12), st.sampled_from([FILE, LINK, ""]), st.integers(0, 10**10)), max_size=8)
)
def test_whatever_the_paths(changed: list[Perubahan]) -> None:
    """No path makes it fail, and none but a printable one below `satker/` is let through to somebody who is no maintainer."""
    proposal = Usulan(tuple(changed), "warga", frozenset(), {})
    refused = {item.path for item in judge_usulan(proposal)}
    passed = [change.path for change in changed if change.path not in refused]

    assert refused or all(path.startswith("satker/") and path.isprintable() and ".." not in path.split("/") for path in passed)


@pytest.mark.parametrize(
    ("text", "logins"),
    [
        ("", set()),
        ("# * @catatan\n", set()),
        ("* @Satu @dua-2 # @tiga\n/satker/ @empat\n", {"Satu", "dua-2"}),
        ("* @lama\n* @baru\n", {"baru"}),
        ("* @instansi/tim surel@contoh.example @orang\n", {"orang"}),
        ("*.md @lain\n*\n", set()),
    ],
)
def test_maintainers(text: str, logins: set[str]) -> None:
    """They own everything in CODEOWNERS, where the last line counts as it does for GitHub; teams are nobody here."""
    assert maintainers(text) == logins


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal in the working folder, committed; the satker `contoh` names its editor."""
    lay_project(tmp_path)
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/CODEOWNERS").write_text("* @pengelola\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "--quiet")
    commit_all(tmp_path)
    return tmp_path


def zi(*arguments: str) -> Result:
    """Run one command; a bug comes out as the exception it is."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_what_git_tells(project: Path) -> None:
    """Every path with its mode and size, whatever its name; a file that moved is one that went and one that came."""
    (project / "satker/contoh/zi.yml").rename(project / "satker/contoh/survei lama.yml")
    size = (project / "satker/contoh/survei lama.yml").stat().st_size
    moved = commit_all(project)
    raw = {
        "satker/..": (FILE, b"x"),
        "satker/contoh/\u202eb": (LINK, b"/etc"),
        "a\tb": (PROGRAM, b"123"),
        "modul": (SUBMODULE, moved.encode()),
    }

    assert changes("HEAD^", "HEAD") == (
        Perubahan("satker/contoh/survei lama.yml", FILE, size),
        Perubahan("satker/contoh/zi.yml", ""),
    )
    assert changes("HEAD", commit_raw(project, moved, raw)) == (
        Perubahan("a\tb", PROGRAM, 3),
        Perubahan("modul", SUBMODULE),
        Perubahan("satker/..", FILE, 1),
        Perubahan("satker/contoh/\u202eb", LINK, 4),
    )


def test_what_was_touched(project: Path) -> None:
    """The folders that differ from a commit: edited, removed, and new files that git does not know yet."""
    (project / "satker/induk/satker.yml").write_text("nama: x\n", "utf-8")
    shutil.rmtree(project / "satker/kosong")
    (project / "satker/baru sekali").mkdir()
    (project / "satker/baru sekali/satker.yml").touch()

    assert touched("HEAD", Path("satker")) == {"induk", "kosong", "baru sekali"}


def propose(project: Path, files: dict[str, str]) -> str:
    """Return a commit after the present one with *files*, and leave the folder as it was."""
    return commit_raw(project, git(project, "rev-parse", "HEAD"), {path: (FILE, text.encode()) for path, text in files.items()})


def test_review(project: Path) -> None:
    """Who may change what stands in the files here; what the proposal says of it does not count."""
    editors = "penyunting: [ pendatang ]\n"
    profile = (project / PROFILE).read_text("utf-8").partition("penyunting:")[0] + editors
    proposal = propose(project, {PROFILE: profile, OWNERS: "* @pendatang\n"})
    result = zi("review", proposal, "--author", "pendatang", "--summary", "ringkasan.md")

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{OWNERS}:1:1: galat[usulan-hanya-pengelola] hanya pengelola portal yang dapat mengusulkan ini: {OWNERS}",
        "      = saran: kembalikan berkas itu seperti semula, dan sampaikan keperluannya kepada pengelola portal",
        "      = penjelasan: /kriteria/#usulan-hanya-pengelola",
        "",
        f"{PROFILE}:1:1: galat[usulan-bukan-penyunting] akun `pendatang` tidak ada di `penyunting` satker `contoh`",
        "      = saran: minta penyuntingnya mengusulkan ini: contoh-login-github-penyunting-portal",
        "      = penjelasan: /kriteria/#usulan-bukan-penyunting",
        "",
        "2 galat, 0 peringatan.",
    ]
    assert Path("ringkasan.md").read_text("utf-8").startswith("## Tinjauan usulan\n\n2 galat, 0 peringatan.\n")
    assert zi("review", proposal, "--author", "Pengelola").exit_code == 0


@pytest.mark.parametrize("editors", ["penyunting: siapa saja\n", "penyunting: [ budi ]\npenyunting: [ siti ]\n"])
def test_review_with_a_broken_list(project: Path, editors: str) -> None:
    """Where the list of editors is wrong, only maintainers propose."""
    path = project / "satker/contoh/satker.yml"
    path.write_text(path.read_text("utf-8").partition("penyunting:")[0] + editors, "utf-8")
    commit_all(project)
    proposal = propose(project, {"satker/contoh/zi.yml": "catatan: x\n"})

    assert [zi("review", proposal, "--author", who).exit_code for who in ("siti", "warga", "pengelola")] == [1, 1, 0]


def test_review_of_what_anybody_may_change(project: Path) -> None:
    """Anybody may propose one, or change one that names nobody; a folder's name is judged by the check."""
    files = {f"satker/{name}/satker.yml": "nama: x\n" for name in ("baru", "Aneh Sekali", "kosong")}
    proposal = propose(project, files)

    assert zi("review", proposal, "--author", "warga").output == "Tidak ada temuan.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["review", "HEAD"], "Missing option '--author'"),
        (["review", "tidak-ada", "--author", "a"], "Error: 'tidak-ada' is no commit here."),
        (["review", "--author", "a", "--", "--output=x"], "Error: '--output=x' is no commit here."),
        (["review", "HEAD", "--author", "a", "--codeowners", "x"], "File 'x' does not exist."),
        (["check", "--since", "tidak-ada"], "Error: 'tidak-ada' is no commit here."),
        (["check", "--summary", "tidak/ada"], "No such file or directory (tidak/ada)."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("project")
def test_wrong_use(arguments: list[str], sentence: str) -> None:
    """Wrong use ends in one clear sentence and exit code 2."""
    result = zi(*arguments)

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's own words say why."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = zi("check", "--since", "HEAD")

    assert (result.exit_code, "not a git repository" in result.stderr) == (2, True)


def test_check_since(project: Path) -> None:
    """Errors are everybody's; warnings only of satker that changed, or of a standard that one of them inherits."""
    everywhere = zi("check").output
    assert "peringatan[" in everywhere

    assert zi("check", "--since", "HEAD").output == "Tidak ada temuan.\n"

    warned = everywhere.partition("/")[2].partition("/")[0]
    path = project / "satker" / warned / "satker.yml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert zi("check", "--since", "HEAD").output == everywhere

    shutil.copytree(RECORDS / "invalid" / "biaya-rupiah", project / "satker", dirs_exist_ok=True)
    commit_all(project)
    assert zi("check", "--since", "HEAD").exit_code == 1


def test_every_code_is_tried() -> None:
    """All kinds of findings about proposals are in this file, and explained to the public."""
    text = Path(__file__).read_text("utf-8")

    assert [code.code for code in usulan.CODES if f'"{code.code}"' not in text or code.code not in CODES] == []
