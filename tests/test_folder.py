"""What may stand in the folders of the records; cases that cannot be kept in the corpus."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lampiran import sized
from portal import RECORDS, lay

from generator.portal import load_portal

PROFILE = "satker.yml"


@pytest.fixture(name="records")
def _records(tmp_path: Path) -> Path:
    return lay(RECORDS / "base", tmp_path)


def found(records: Path) -> list[tuple[str, str]]:
    """Return path and code of every finding."""
    return [(item.path.removeprefix(f"{records.as_posix()}/"), item.code) for item in load_portal(records).findings]


def test_a_linked_folder_is_no_satker(records: Path) -> None:
    """A link would publish what lies outside the records."""
    (records / "tautan").symlink_to(records / "contoh", target_is_directory=True)

    assert found(records) == [("tautan", "bukan-berkas-biasa")]


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.symlink_to("/etc/passwd"),
        lambda path: path.symlink_to("tidak-ada"),
        os.mkfifo,
    ],
    ids=["link", "dangling link", "pipe"],
)
def test_a_record_is_a_plain_file(records: Path, make: Callable[[Path], None]) -> None:
    """Links and pipes are refused in every place, and nothing waits for a pipe."""
    (records / "contoh" / "berkas").mkdir()
    for name in ("motto.yml", "layanan/tautan.yml", "berkas/tautan.pdf"):
        make(records / "contoh" / name)

    assert found(records) == [
        ("contoh/berkas/tautan.pdf", "bukan-berkas-biasa"),
        ("contoh/layanan/tautan.yml", "bukan-berkas-biasa"),
        ("contoh/motto.yml", "bukan-berkas-biasa"),
    ]


def test_a_folder_is_no_record(records: Path) -> None:
    """A folder with the name of a record is unknown."""
    (records / "contoh" / "motto.yml").mkdir()

    assert found(records) == [("contoh/motto.yml", "berkas-tak-dikenal")]


def test_an_attachment_has_at_most_ten_mebibytes(records: Path) -> None:
    """One byte more is too much, one byte less is not."""
    folder = records / "contoh" / "berkas" / "sub"
    folder.mkdir(parents=True)
    rows = []
    for name, size in (("besar.pdf", 10 * 1024 * 1024 + 1), ("pas.pdf", 10 * 1024 * 1024)):
        (folder / name).write_bytes(sized(size))
        rows.append(f"  - {{judul: Formulir, berkas: sub/{name}}}")
    (records / "contoh/layanan/contoh.yml").write_text("nama: Konsultasi\nformulir:\n" + "\n".join(rows) + "\n", "utf-8")

    assert found(records) == [("contoh/berkas/sub/besar.pdf", "lampiran-terlalu-besar")]


def test_a_name_that_is_not_utf8_is_reported(records: Path) -> None:
    """Bytes that are no text neither crash the reader nor the report."""
    path = os.fsencode(records / "contoh") + b"/\xff.yml"
    with open(path, "wb"):  # noqa: PTH123 - pathlib takes no bytes
        pass

    assert [code for _, code in found(records)] == ["berkas-tak-dikenal"]


def test_a_record_that_is_too_large_is_not_read_whole(records: Path) -> None:
    """Past 256 KiB the reader stops."""
    with (records / "contoh" / PROFILE).open("a", encoding="utf-8") as file:
        file.truncate(5 * 1024 * 1024)

    assert found(records)[0] == ("contoh/satker.yml", "terlalu-besar")


def test_records_without_shared_ones(records: Path) -> None:
    """A portal may do without `_bersama/`; what refers to it is reported."""
    for path in sorted((records / "_bersama").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (records / "_bersama").rmdir()

    assert {code for _, code in found(records)} == {"dasar-tidak-ada", "kanal-bersama-tidak-ada"}
