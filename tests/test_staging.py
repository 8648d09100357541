"""A build replaces the site whole or leaves it as it was, and replaces nothing else."""

import ctypes
import errno
import os
import shutil
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from generator import exchange, staging
from generator.staging import SIGN, UnsafeTargetError, begun, signed, staged
from generator.twin import link_all
from generator.write import flat, replace, write

PAGES = ("a", "b", "c", "d/e")
STEPS = ("_forget", "link_all", "apply", "_sign", "settle", "exchange", "settle_entries", "write", "_level")
CHANGES = {"a": "baru", "d/g": "baru"}


def left(site: Path) -> list[dict[str, tuple[int, bytes, int]]]:
    """Return the files of the site as the last build left them."""
    return [{uri: (len(text), b"", (site / uri).stat().st_mtime_ns) for uri, text in shown(site).items()}]


def finish(site: Path, pages: dict[str, str], sign: str = "", *, lasting: bool = False, has_twin: bool = False) -> None:
    """Put a site of *pages* in the place of the last."""
    with staged(site, (), list, lasting=lasting) as stage:
        write({uri: text.encode() for uri, text in pages.items()}, stage.folder)
        if has_twin:
            link_all(stage.folder, stage.twin, pages)
        stage.finish(sign)


def patch(site: Path, pages: dict[str, str], removed: tuple[str, ...], sign: str, *, lasting: bool = False) -> None:
    """Change the site."""
    with staged(site, (), partial(left, site), lasting=lasting) as stage:
        write({uri: text.encode() for uri, text in pages.items()}, stage.folder, flat)
        stage.patch(list(pages), removed, sign)


def shown(site: Path) -> dict[str, str]:
    """Return the pages of the site, without its sign."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.name != SIGN)
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}


def test_the_site_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing of the old site stays, attachments are copied, and until the end the old one is there."""
    site, attachment = tmp_path / "site", tmp_path / "foto.png"
    attachment.write_bytes(b"foto")
    finish(site, {"a": "lama", "sisa": "lama"})
    with staged(site, (), list) as stage:
        write({"a": b"baru", "berkas/foto.png": attachment}, stage.folder)
        before = shown(site)
        stage.finish("dua")

    assert before == {"a": "lama", "sisa": "lama"}
    assert (shown(site), signed(site)) == ({"a": "baru", "berkas/foto.png": "foto"}, "dua")


def test_what_is_neither_finished_nor_patched_leaves_the_site(tmp_path: Path) -> None:
    """An error, or an interrupt, in the middle of a build."""
    site = tmp_path / "site"
    finish(site, {"a": "lama"}, "satu")
    with suppress(KeyboardInterrupt), staged(site, (), list) as stage:
        write({"a": b"baru"}, stage.folder)
        raise KeyboardInterrupt

    assert (shown(site), signed(site)) == ({"a": "lama"}, "satu")
    assert [path.name for path in tmp_path.rglob("*") if path.parent.name == ".site.kerja"] == ["kunci"]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second one is told who writes, and takes nothing from the first; after it, the way is free."""
    site = tmp_path / "site"
    with staged(site, (), list) as first:
        write({"a": b"pertama"}, first.folder)
        with pytest.raises(UnsafeTargetError, match=rf"another build \(process {os.getpid()}, since [0-9:]{{8}}\) is writing to"):
            finish(site, {"a": "kedua"})
        first.finish()

    assert shown(site) == {"a": "pertama"}

    finish(site, {"a": "kedua"})

    assert shown(site) == {"a": "kedua"}


@pytest.fixture(name="many", params=[0, staging.MANY], ids=["at-once", "later"])
def _many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the twin follow each change at once, and then, as after few changes, with the next."""
    monkeypatch.setattr(staging, "MANY", request.param)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("can_link", [True, False], ids=["linked", "copied"])
def test_a_site_is_changed_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_link: bool) -> None:
    """Each time the site becomes what a whole new one would be; what stays the same keeps its time."""
    site = tmp_path / "site"
    if not can_link:
        monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    expected, time = dict.fromkeys(PAGES, "lama"), (site / "c").stat().st_mtime_ns
    changes = [
        ({"a": "1"}, ()),
        ({"a": "2", "x/y/z": "2"}, ("b",)),
        ({"b": "3"}, ("x/y/z", "d/e")),
        ({"d": "4"}, ()),
        ({"d": "5"}, ("a",)),
    ]
    for number, (pages, removed) in enumerate(changes, 1):
        patch(site, pages, removed, str(number))
        expected = {uri: text for uri, text in expected.items() if uri not in removed} | pages

        assert (shown(site), signed(site)) == (dict(sorted(expected.items())), str(number))
        assert not (site / "x").exists() or "x/y/z" in expected
    assert (site / "c").stat().st_mtime_ns == time


@pytest.mark.usefixtures("many")
def test_what_somebody_did_to_the_site_is_mended_for_good(tmp_path: Path) -> None:
    """A file that was removed or written over comes back, and the next change does not bring the other one back."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    patch(site, {"a": "1"}, (), "1")
    (site / "a").unlink()
    (site / "b").write_text("asing", "utf-8")
    patch(site, {"a": "1", "b": "lama"}, (), "1")
    patch(site, {"c": "3"}, (), "3")

    assert shown(site) == {"a": "1", "b": "lama", "c": "3", "d/e": "lama"}


def refusing(number: int) -> object:
    """Return a function that fails as the system does."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("has_twin", [True, False])
def test_a_change_that_fails_leaves_one_of_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, has_twin: bool
) -> None:
    """Whatever the system refuses, at whichever step: the site is the old one or the new one, and the next change is right."""
    site = tmp_path / "site"
    old = dict.fromkeys(PAGES, "lama")
    finish(site, old, "0")
    if has_twin:
        patch(site, {"a": "lama"}, (), "1")
    new = {"a": "baru", "b": "lama", "c": "lama", "d/g": "baru"}
    with monkeypatch.context() as broken:
        home = staging.Staging if hasattr(staging.Staging, name) else staging
        broken.setattr(home, name, refusing(errno.ENOSPC))
        with suppress(OSError):
            patch(site, CHANGES, ("d/e",), "2", lasting=True)

    assert shown(site) in (old, new)
    assert signed(site) == ("2" if shown(site) == new else "1" if has_twin else "0")

    patch(site, {**CHANGES, "c": "akhir"}, ("d/e",), "3")

    assert shown(site) == new | {"c": "akhir"}


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL])
def test_where_folders_cannot_change_places_they_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Old systems, and some file systems, have no such step."""
    monkeypatch.setattr(exchange, "_renameat2", lambda *_: -1)
    monkeypatch.setattr(ctypes, "get_errno", lambda: number)
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"))
    finish(site, dict.fromkeys(PAGES, "baru"), "1")
    patch(site, {"a": "2"}, ("b",), "2")

    assert (shown(site), signed(site)) == ({"a": "2", "c": "baru", "d/e": "baru"}, "2")


def test_a_turn_that_fails_gives_the_place_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new folder cannot take the place, the old one takes it back; a system without the step at all."""
    monkeypatch.setattr(exchange, "_renameat2", None)
    site = tmp_path / "site"
    finish(site, {"a": "lama"})
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "baru":
            raise OSError(errno.EIO, "disk")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="disk"):
        finish(site, {"a": "baru"})

    assert shown(site) == {"a": "lama"}


def test_a_turn_that_was_killed_is_mended_by_the_next_build(tmp_path: Path) -> None:
    """Between its two steps the old site lies beside its place."""
    site = tmp_path / "site"
    finish(site, {"a": "lama"})
    site.rename(tmp_path / ".site.kerja/lama")
    for name in ("baru", "kembar-baru"):
        (tmp_path / ".site.kerja" / name / "setengah").mkdir(parents=True)
    with staged(site, (), list) as stage:
        left = list(stage.folder.iterdir())

    assert (shown(site), left) == ({"a": "lama"}, [])


def test_an_exchange_says_what_the_system_refused(tmp_path: Path) -> None:
    """What is not there cannot change places."""
    with pytest.raises(OSError, match="No such file"):
        exchange.exchange(tmp_path / "a", tmp_path / "b")


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk did not take is no site."""
    site = tmp_path / "site"
    finish(site, {"a": "lama"})
    monkeypatch.setattr(exchange, "_syncfs", lambda _: -1)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EIO)
    with pytest.raises(OSError, match="Input/output error"):
        finish(site, {"a": "baru"}, lasting=True)

    assert shown(site) == {"a": "lama"}


def test_all_disks_are_waited_for_where_one_cannot_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems than Linux."""
    monkeypatch.setattr(exchange, "_syncfs", None)
    waited: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: waited.append("sync"))
    finish(tmp_path / "site", {"a": "lama"}, lasting=True)
    before = list(waited)  # the first site, by which none is lost
    finish(tmp_path / "site", {"a": "baru"}, lasting=True)

    assert (before, waited, shown(tmp_path / "site")) == ([], ["sync"], {"a": "baru"})


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("asing", "is not empty and does not look like a site of ours"),
        ("berkas.txt", "is a file"),
        ("tautan", "is a link or a mount point"),
        ("sumber", "holds or lies in what the site is made from"),
        ("sumber/situs", "holds or lies in what the site is made from"),
        (".", "holds or lies in what the site is made from"),
    ],
)
def test_nothing_else_is_replaced(tmp_path: Path, target: str, reason: str) -> None:
    """A folder of somebody else's, a file, a link and the sources stay."""
    for folder in ("asing", "sumber"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "surat.txt").touch()
    (tmp_path / "berkas.txt").touch()
    (tmp_path / "tautan").symlink_to(tmp_path / "asing")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(UnsafeTargetError, match=reason), staged(tmp_path / target, [tmp_path / "sumber"], list):
        pass

    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """It keeps its permissions, and nothing is left beside it."""
    path = tmp_path / "a/b.yml"
    replace(path, b"lama")
    path.chmod(0o640)
    replace(path, b"baru")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"baru", 0o640)
    assert [one.name for one in path.parent.iterdir()] == ["b.yml"]


def test_a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder(tmp_path: Path) -> None:
    """In a site that is changed, and in the one after it, which was brought up to date."""
    site = tmp_path / "site"
    finish(site, {"a.pdf": "pdf", "b.pdf/index.html": "halaman", "c": "tetap"})
    patch(site, {"a.pdf/index.html": "halaman", "b.pdf": "pdf"}, ("a.pdf", "b.pdf/index.html"), "2")
    changed = shown(site)
    patch(site, {"c": "lagi"}, (), "3")

    assert changed == {"a.pdf/index.html": "halaman", "b.pdf": "pdf", "c": "tetap"}
    assert shown(site) == changed | {"c": "lagi"}


def change_ahead(site: Path, pages: dict[str, str], removed: tuple[str, ...], sign: str) -> None:
    """Change the site, whose twin is made beside that if there is none."""
    last = partial(left, site)
    with begun(site, last, lasting=True) as ahead, staged(site, (), last, lasting=True, ahead=ahead) as stage:
        write({uri: text.encode() for uri, text in pages.items()}, stage.folder, flat)
        stage.patch(list(pages), removed, sign)


def test_a_twin_made_beside_the_build_is_the_site_once_more(tmp_path: Path) -> None:
    """The site becomes what it would become without, again and again, and what stays the same is the same file."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    number = (site / "c").stat().st_ino
    change_ahead(site, {"a": "1"}, ("d/e",), "1")
    first = shown(site)
    change_ahead(site, {"d/f": "2"}, (), "2")

    assert first == {"a": "1", "b": "lama", "c": "lama"}
    assert (shown(site), signed(site)) == ({"a": "1", "b": "lama", "c": "lama", "d/f": "2"}, "2")
    assert (site / "c").stat().st_ino == number


def test_what_is_begun_holds_the_site(tmp_path: Path) -> None:
    """No other build comes between, and where nothing is changed in the end the twin stays for the next build."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    with begun(site, partial(left, site), lasting=False) as ahead:
        with pytest.raises(UnsafeTargetError, match="another build"):
            finish(site, {"a": "lain"})
        ahead.wait()

    assert {path.name for path in (tmp_path / ".site.kerja").iterdir()} == {"kunci", "kembar", "beda"}
    assert shown(tmp_path / ".site.kerja/kembar") == shown(site)


def test_a_twin_that_was_written_with_the_site_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first change is as quick as those after it."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    finish(site, dict.fromkeys(PAGES, "lama"), "1", has_twin=True)
    monkeypatch.setattr(staging, "link_all", refusing(errno.ENOSPC))
    change_ahead(site, {"a": "baru"}, ("d/e",), "2")
    patch(site, {"b": "baru"}, (), "3")

    assert (shown(site), signed(site)) == ({"a": "baru", "b": "baru", "c": "lama"}, "3")


@pytest.mark.parametrize("harm", ["removed", "cut", "of-another-site"])
def test_a_twin_that_is_not_that_of_the_site_is_made_anew(tmp_path: Path, harm: str) -> None:
    """The power went before all of it was on the disk, or what is there is older than the site."""
    site, twin = tmp_path / "site", tmp_path / ".site.kerja/kembar"
    finish(site, dict.fromkeys(PAGES, "lama"), "0", has_twin=True)
    if harm == "of-another-site":
        shutil.copytree(twin, tmp_path / "dulu")
        finish(site, dict.fromkeys(PAGES, "baru"), "1")
        (tmp_path / "dulu").rename(twin)
    else:
        (twin / "c").unlink()
    if harm == "cut":
        (twin / "c").touch()
    before = shown(site)
    change_ahead(site, {"a": "akhir"}, (), "2")

    assert shown(site) == before | {"a": "akhir"}


def test_a_change_that_was_cut_short_leaves_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that only it had lies in the twin already, which has else all that the site has."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0", has_twin=True)
    with monkeypatch.context() as broken, suppress(OSError):
        broken.setattr(staging, "_sign", refusing(errno.ENOSPC))
        patch(site, {"rahasia": "ditarik"}, (), "1")
    change_ahead(site, {"a": "akhir"}, (), "2")

    assert shown(site) == dict.fromkeys(PAGES, "lama") | {"a": "akhir"}


@pytest.mark.parametrize("is_late", [True, False], ids=["given-up", "failed"])
def test_a_twin_that_is_not_whole_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_late: bool) -> None:
    """Whether the build ended before, or the system refused a file: the reason is told by who tries again."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    with monkeypatch.context() as broken:
        if is_late:
            broken.setattr(staging, "link_all", lambda *_: time.sleep(60))
            with begun(site, partial(left, site), lasting=False):
                pass
        else:
            broken.setattr(staging, "link_all", refusing(errno.ENOSPC))
            with pytest.raises(OSError, match="No space left"):
                change_ahead(site, {"a": "1"}, (), "1")

    assert not (tmp_path / ".site.kerja/beda").exists()
    assert shown(site) == dict.fromkeys(PAGES, "lama")

    patch(site, {"a": "1"}, (), "1")

    assert shown(site) == {**dict.fromkeys(PAGES, "lama"), "a": "1"}


def test_a_whole_new_site_waits_for_what_was_begun(tmp_path: Path) -> None:
    """More changed than it seemed: the twin of the old site goes with it."""
    site = tmp_path / "site"
    finish(site, dict.fromkeys(PAGES, "lama"), "0")
    with begun(site, partial(left, site), lasting=False) as ahead, staged(site, (), list, ahead=ahead) as stage:
        write({"a": b"baru"}, stage.folder)
        stage.finish("1")

    assert (shown(site), signed(site)) == ({"a": "baru"}, "1")
    assert [path.name for path in (tmp_path / ".site.kerja").iterdir()] == ["kunci"]
