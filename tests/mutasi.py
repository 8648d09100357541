"""Records broken at random on the level of bytes, lines and values, and where a record of each kind lies."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from hostile import PIECES

KINDS_BERSAMA = ("hukum", "kategori", "kanal", "dihapus", "standar")

# Bytes and texts that mean something to YAML, UTF-8, terminals, GitHub, or the eye.
_BYTES = (
    *(b"\x00", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\t"),
    *(
        b"\x1b[2J",
        b"\n::error::x\n",
        b"\n---\n",
        b"\n...\n",
        b"&a ",
        b"*a",
        b"!!str ",
        b"<<: ",
        b"? ",
        b"|2-",
        b">+",
        b'"\\u202e"',
    ),
    *(
        text.encode()
        for text in ("\u202e", "\u200b", "\u200d", "\ufe0f", "\u0430", "\u0131", "\uff21", "\U000e0041", "\u2028", "\x85")
    ),
    *(
        b"9" * 400,
        b"[" * 300,
        b"{a: " * 80,
        b"- " * 200,
        b"a: b\n" * 50,
        b" " * 300,
        b"'",
        b'"',
        b"#",
        b": ",
        b",",
        b"x" * 30_000,
    ),
)


def files_of(kind: str, raw: bytes) -> dict[str, bytes]:
    """Return a record of *kind* by its path in a satker, or from the root of the records if it is a shared one."""
    if kind in KINDS_BERSAMA:
        return {f"_bersama/layanan/{kind}.yml" if kind == "standar" else f"_bersama/{kind}.yml": raw}
    return {f"{kind}/{kind}.yml" if kind in ("layanan", "inovasi") else f"{kind}.yml": raw}


def kind_of(path: Path) -> str:
    """Return the kind of the record at *path*."""
    is_shared = "_bersama" in path.parts
    if path.parent.name == "layanan":
        return "standar" if is_shared else "layanan"
    return path.parent.name if path.parent.name == "inovasi" else path.stem


def mutated(rng: Random, raw: bytes) -> bytes:
    """Return *raw* after one change, or a few."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        raw = rng.choice(_CHANGES)(rng, raw)
    return raw


def _flipped(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + bytes([rng.randrange(256)]) + raw[at + rng.randrange(2) :]


def _put_in(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    piece = rng.choice(_BYTES) if rng.random() < 0.5 else rng.choice(PIECES).encode("utf-8", "surrogatepass")
    return raw[:at] + piece + raw[at + rng.choice((0, 0, 1, 5)) :]


def _cut(rng: Random, raw: bytes) -> bytes:
    start = rng.randrange(len(raw) + 1)
    return raw[:start] + raw[start + rng.randrange(40) :] if rng.random() < 0.8 else raw[:start]


def _moved_line(rng: Random, raw: bytes) -> bytes:
    """Move or double a line, and now and then indent it otherwise."""
    lines = raw.split(b"\n")
    line = lines[rng.randrange(len(lines))] if rng.random() < 0.5 else lines.pop(rng.randrange(len(lines)))
    shift = rng.choice((0, 0, 0, 1, 2, -1, -2))
    lines.insert(rng.randrange(len(lines) + 1), b" " * shift + line if shift >= 0 else line[-shift:])
    return b"\n".join(lines)


def _other_value(rng: Random, raw: bytes) -> bytes:
    """Give a line the value of another, or a number, a date or a word it does not expect."""
    lines = raw.split(b"\n")
    at = rng.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    values = (b"3", b"2026-11-24", b"true", b"0.1", b"-1", b"https://contoh.example/", b"lapor", b"'x'", b"[x]", b"{a: b}", b"")
    other = lines[rng.randrange(len(lines))].partition(b": ")[2] if rng.random() < 0.5 else rng.choice(values)
    lines[at] = key + (colon or b": ") + other
    return b"\n".join(lines)


_CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    _flipped,
    _put_in,
    _put_in,
    _cut,
    _moved_line,
    _other_value,
    _other_value,
)
