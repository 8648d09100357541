"""A build replaces the site whole or leaves it as it was, and replaces nothing else."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.write import SIGN, UnsafeTargetError, begin, signed, write


def publish(site: Path, text: str) -> None:
    """Write a site of one page."""
    staging = begin(site, ())
    write({"a/index.html": text.encode()}, staging.folder)
    staging.finish()


def shown(site: Path) -> str:
    """Return that page."""
    return (site / "a/index.html").read_text("utf-8")


def test_the_site_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing of the old site stays, nothing but the site is left, and attachments are copied."""
    site, attachment = tmp_path / "site", tmp_path / "foto.png"
    attachment.write_bytes(b"foto")
    publish(site, "lama")
    (site / "sisa.html").touch()
    staging = begin(site, ())

    write({"a/index.html": b"baru", "berkas/foto.png": attachment}, staging.folder)

    assert shown(site) == "lama"

    staging.finish()

    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "foto.png",
        f"site/{SIGN}",
        "site/a/index.html",
        "site/berkas/foto.png",
    ]
    assert shown(site) == "baru"


def test_a_discarded_build_leaves_the_site(tmp_path: Path) -> None:
    """What was written so far is gone."""
    publish(tmp_path / "site", "lama")
    begin(tmp_path / "site", ()).discard()

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert shown(tmp_path / "site") == "lama"


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second one is refused and takes nothing from the first; after it, the way is free."""
    first = begin(tmp_path / "site", ())
    write({"a/index.html": b"pertama"}, first.folder)

    with pytest.raises(UnsafeTargetError, match="another build is writing"):
        begin(tmp_path / "site", ())

    first.finish()
    assert shown(tmp_path / "site") == "pertama"
    publish(tmp_path / "site", "kedua")
    assert shown(tmp_path / "site") == "kedua"


def test_a_killed_build_is_mended_by_the_next(tmp_path: Path) -> None:
    """Killed while writing, it leaves files; killed between its two renames, it leaves the old site beside its place."""
    publish(tmp_path / "site", "lama")
    (tmp_path / "site").rename(tmp_path / ".site.lama")
    (tmp_path / ".site.baru/a").mkdir(parents=True)
    (tmp_path / ".site.baru/setengah.html").touch()
    staging = begin(tmp_path / "site", ())

    assert shown(tmp_path / "site") == "lama"
    assert list(staging.folder.iterdir()) == []


def test_a_failed_exchange_leaves_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new folder cannot take the place, the old one takes it back."""
    publish(tmp_path / "site", "lama")
    staging = begin(tmp_path / "site", ())
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == staging.folder:
            raise OSError("disk")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="disk"):
        staging.finish()

    assert shown(tmp_path / "site") == "lama"


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

    with pytest.raises(UnsafeTargetError, match=reason):
        begin(tmp_path / target, [tmp_path / "sumber"])

    assert sorted(tmp_path.rglob("*")) == before


def test_a_patch_that_is_killed_is_finished_by_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once its list is written the new files take their places, wherever it was interrupted."""
    for killed in range(5):
        site = tmp_path / str(killed) / "site"
        staging = begin(site, ())
        write({f"{name}/index.html": b"lama" for name in "abcd"}, staging.folder)
        staging.finish("satu")
        staging = begin(site, ())
        write({"a/index.html": b"baru", "b/index.html": b"baru", "e/f/index.html": b"baru"}, staging.folder)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", dying(killed))
            with suppress(SystemExit):
                staging.patch(["a/index.html", "b/index.html", "e/f/index.html"], ["d/index.html"], "dua")
        os.close(staging.lock)
        begin(site, ()).discard()
        expected = {"a": b"baru", "b": b"baru", "c": b"lama", "e/f": b"baru"} if killed else dict.fromkeys("abcd", b"lama")

        assert {path.parent.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("index.html")} == expected
        assert signed(site) == ("dua" if killed else "satu")
        assert not (site / "d").exists() or not killed


def dying(after: int) -> Callable[[Path, Path], Path]:
    """Return a Path.replace that ends the program when it is called once more than *after* times."""
    calls = iter(range(after))
    replace = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if next(calls, None) is None:
            raise SystemExit
        return replace(path, target)

    return replaced


def test_a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder(tmp_path: Path) -> None:
    """In a site that is patched, and once more by the build after one that was killed over it."""
    site = tmp_path / "site"
    staging = begin(site, ())
    write({"a.pdf": b"pdf", "b.pdf/index.html": b"halaman", "c": b"tetap"}, staging.folder)
    staging.finish("satu")
    for _ in range(2):
        staging = begin(site, ())
        write({"a.pdf/index.html": b"halaman", "b.pdf": b"pdf"}, staging.folder)
        staging.patch(["a.pdf/index.html", "b.pdf"], ["a.pdf", "b.pdf/index.html"], "dua")

    assert {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()} == {
        SIGN: (site / SIGN).read_text("utf-8"),
        "a.pdf/index.html": "halaman",
        "b.pdf": "pdf",
        "c": "tetap",
    }
