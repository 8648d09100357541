"""An archive joined from compressed pieces is one that others open."""

import zipfile
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import archive
from generator.archive import Member, Piece, TooLargeError, deflate, join, joined_crc

DAY = date(2026, 11, 24)


def member(name: str, pieces: list[bytes]) -> Member:
    """Return a finished file of *pieces*."""
    made = Member(name, BytesIO())
    for piece in pieces:
        made.add(deflate(piece))
    made.finish()
    return made


@given(st.dictionaries(st.text("abcé-", min_size=1), st.lists(st.binary(max_size=300), max_size=5), max_size=4))
def test_pieces_are_one_file(files: dict[str, list[bytes]]) -> None:
    """Whatever was compressed, however often, comes out whole, with its name, its checksum and its day."""
    archived = BytesIO()
    join([member(*file) for file in files.items()], DAY, archived)
    with zipfile.ZipFile(archived) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == {name: b"".join(file) for name, file in files.items()}
        assert all(info.date_time == (2026, 11, 24, 0, 0, 0) for info in opened.infolist())


@given(st.binary())
def test_a_piece_gives_back_what_it_was(data: bytes) -> None:
    """Alone, or as a file."""
    made = member("x", [data])

    assert zlib.decompressobj(-zlib.MAX_WBITS).decompress(deflate(data).packed) == made.content() == data
    assert made.crc == zlib.crc32(data)


@given(st.lists(st.text("abc", max_size=300).map(str.encode), max_size=5), st.text("abc", max_size=300).map(str.encode))
def test_a_piece_does_not_depend_on_others(before: list[bytes], data: bytes) -> None:
    """Whatever was compressed before it, it is the piece that it would have been alone."""
    alone = zlib.compressobj(archive.LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    for piece in before:
        deflate(piece)

    assert alone.compress(data) + alone.flush(zlib.Z_FULL_FLUSH) == deflate(data).packed


@given(st.lists(st.lists(st.binary(max_size=300), max_size=3), max_size=4))
def test_what_was_joined_before_is_joined_again(groups: list[list[bytes]]) -> None:
    """Some pieces at a time, without a look into them: the file is what it is of all pieces one by one."""
    whole = Member("x", BytesIO())
    for group in groups:
        packed = BytesIO()
        part = Member("x", packed)
        for piece in group:
            part.add(deflate(piece))
        whole.add(Piece(packed.getvalue(), part.crc, part.size))
    whole.finish()
    alone = member("x", [piece for group in groups for piece in group])

    assert (whole.content(), whole.crc, whole.size) == (alone.content(), alone.crc, alone.size)


@given(st.binary(), st.binary(), st.integers(0, 1 << 20))
def test_a_checksum_follows_from_those_of_the_parts(first: bytes, second: bytes, zeros: int) -> None:
    """However long they are."""
    second += bytes(zeros)

    assert joined_crc(zlib.crc32(first), zlib.crc32(second), len(second)) == zlib.crc32(first + second)


def test_what_no_archive_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Past four gigabytes another format would be needed; that is said, not written."""
    monkeypatch.setattr(archive, "MOST", 10)
    with (tmp_path / "x").open("w+b") as file:
        large = Member("x", file)
        large.add(deflate(b"lebih dari sepuluh"))
        large.finish()
        with pytest.raises(TooLargeError, match="past 4 GB at x"):
            join([large], DAY, BytesIO())
