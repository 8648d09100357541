"""
A ZIP archive joined from pieces that were compressed before.

No library does that, and it is why one changed record does not compress a whole portal again: pieces of raw deflate that end in a
full flush are one stream when they lie behind each other, and the checksum of the whole follows from theirs.
"""

import shutil
import struct
import zlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import BinaryIO, NamedTuple

LEVEL = 1  # two fifths of the work of 6, a sixth more bytes
MOST = 2**32 - 1  # bytes of a file and of the archive: more needs ZIP64
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UTF8, _DEFLATE = 20, 0x800, 8
_LAST = b"\x03\x00"  # an empty last block
_POLYNOMIAL = 0xEDB88320  # of the checksum, bits mirrored: the highest is that of x to the power of 0


_packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)


class TooLargeError(OSError):
    """The archive would need ZIP64."""


class Piece(NamedTuple):
    """What others may follow, with checksum and size of what it was made of; several behind each other are one."""

    packed: bytes
    crc: int
    size: int


def deflate(data: bytes) -> Piece:
    """Return *data* as a piece; a full flush forgets what came before, so one packer serves for all."""
    return Piece(_packer.compress(data) + _packer.flush(zlib.Z_FULL_FLUSH), zlib.crc32(data), len(data))


def joined_crc(first: int, second: int, size: int) -> int:
    """Return the checksum of two texts behind each other, from that of each and the *size* of the second."""
    for bit in range(size.bit_length()):
        if size >> bit & 1:
            lowest, low, high, highest = _tables(bit)
            first = lowest[first & 255] ^ low[first >> 8 & 255] ^ high[first >> 16 & 255] ^ highest[first >> 24]
    return first ^ second


@cache
def _tables(bit: int) -> list[list[int]]:
    """Return what each of the four bytes of a checksum becomes, from the lowest on, by ``_power`` of the same bit."""
    columns = [_times(1 << place, _power(bit)) for place in range(32)]
    tables = []
    for start in range(0, 32, 8):
        table = [0]
        for column in columns[start : start + 8]:
            table += [column ^ other for other in table]
        tables.append(table)
    return tables


@cache
def _power(bit: int) -> int:
    """Return x to the power of eight times two to the power of *bit*: what so many bytes do to the checksum before them."""
    return _times(_power(bit - 1), _power(bit - 1)) if bit else 1 << 23


def _times(one: int, other: int) -> int:
    """Return the product of two polynomials over two elements, modulo that of the checksum."""
    product = 0
    for bit in range(31, -1, -1):
        if other >> bit & 1:
            product ^= one
        one = one >> 1 ^ (_POLYNOMIAL if one & 1 else 0)
    return product


class Member:
    """A file of the archive while it grows in *file*, which holds it compressed."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self.name, self.file = name, file
        self.crc = self.size = self.packed = 0

    def add(self, piece: Piece) -> None:
        """Put *piece* behind the others."""
        self.crc = joined_crc(self.crc, piece.crc, piece.size)
        self.size += piece.size
        self._write(piece.packed)

    def finish(self) -> None:
        """End the file."""
        self._write(_LAST)

    def content(self) -> bytes:
        """Return the whole file, once it is finished."""
        self.file.seek(0)
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.file.read())

    def _write(self, data: bytes) -> None:
        self.file.write(data)
        self.packed += len(data)


def join(members: Iterable[Member], day: date, archive: BinaryIO) -> None:
    """Write the archive of *members*, all finished, as written on *day*, into the empty *archive*; raises TooLargeError."""
    stamp = (day.year - 1980) << 9 | day.month << 5 | day.day
    directory, number, size = bytearray(), 0, 0
    for member in members:
        name = member.name.encode()
        if max(member.size, size + member.packed) > MOST:
            raise TooLargeError(f"the archive of the open data grows past 4 GB at {member.name}")
        facts = (_VERSION, _UTF8, _DEFLATE, 0, stamp, member.crc, member.packed, member.size, len(name), 0)
        directory += _CENTRAL + struct.pack("<H5H3I2H3H2I", _VERSION, *facts, 0, 0, 0, 0, size) + name
        head = _LOCAL + struct.pack("<5H3I2H", *facts) + name
        archive.write(head)
        member.file.seek(0)
        shutil.copyfileobj(member.file, archive)
        number, size = number + 1, size + len(head) + member.packed
    end = struct.pack("<4H2IH", 0, 0, number, number, len(directory), size, 0)
    archive.write(directory + _END + end)
