"""Where a picture ends and what hangs on to it, told from its bytes alone."""

import io
import re
import zipfile
from collections.abc import Iterator

MAGIC = {
    "pdf": re.compile(rb"%PDF-[12]\.[0-9]"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_OTHERS = {
    "halaman HTML": re.compile(
        rb"\s*(?:<!--.{0,2000}-->\s*)?<(?:!doctype html|html|head|body|script|iframe)\b", re.IGNORECASE | re.DOTALL
    ),
    "gambar SVG": re.compile(rb"\s*(?:<\?xml.{0,2000}?)?<(?:!doctype svg|svg)\b", re.IGNORECASE | re.DOTALL),
    "XML": re.compile(rb"\s*<\?xml"),
    "program Windows": re.compile(rb"MZ"),
    "program Linux": re.compile(rb"\x7fELF"),
    "program macOS": re.compile(rb"\xca\xfe\xba\xbe|[\xcf\xce]\xfa\xed\xfe"),
    "skrip": re.compile(rb"#!|<\?(?:php|=)|@echo", re.IGNORECASE),
    "arsip ZIP (juga docx, xlsx, apk)": re.compile(rb"PK(?:\x03\x04|\x05\x06)"),
    "arsip": re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"),
    "dokumen Office lama": re.compile(rb"\xd0\xcf\x11\xe0"),
    "gambar GIF": re.compile(rb"GIF8[79]a"),
    "gambar HEIC atau video": re.compile(rb"....ftyp", re.DOTALL),
    "gambar TIFF": re.compile(rb"II\*\x00|MM\x00\*"),
    "gambar BMP": re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL),
}
_FOREIGN = re.compile(
    rb"<(?:!doctype|html|head|body|script|iframe|svg)[\s>]|<\?(?:php|=|xml)|PK\x03\x04|%PDF-|\x7fELF|MZ.{58}\x00\x00|#!/",
    re.IGNORECASE | re.DOTALL,
)
_LOOK = 4096  # bytes after the end that are searched for another file's beginning


def kind_of(raw: bytes) -> str:
    """Return what *raw* is among what may be published, or an empty text."""
    return next((kind for kind, pattern in MAGIC.items() if pattern.match(raw)), "")


def other_kind(raw: bytes) -> str:
    """Return what else *raw* seems to be, in words."""
    known = {"PDF": MAGIC["pdf"], "gambar PNG": MAGIC["png"], "gambar JPEG": MAGIC["jpg"], "gambar WebP": MAGIC["webp"]} | _OTHERS
    return next((name for name, pattern in known.items() if pattern.match(raw[:_LOOK])), "")


def is_archive(raw: bytes) -> bool:
    """Say whether *raw* opens as a ZIP archive, whatever else it is: programs look for those from the end."""
    return zipfile.is_zipfile(io.BytesIO(raw))


def foreign(tail: bytes) -> str:
    """
    Return what begins in *tail*, the bytes after the end of a picture, if it is something to run or to open by itself.

    Telephones hang a second picture or a short film on theirs; those are no more than left out.
    """
    kind = other_kind(tail)
    return (
        ""
        if kind.startswith("gambar ") and "SVG" not in kind
        else kind or ("berkas lain" if _FOREIGN.search(tail[:_LOOK]) else "")
    )


def end_of(kind: str, raw: bytes) -> int:
    """Return where the picture of *kind* in *raw* ends; the end of *raw* if it is cut short."""
    return min({"png": _png_end, "jpg": _jpeg_end, "webp": _webp_end}[kind](raw), len(raw))


def png_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield name, data and end of every chunk."""
    at = 8
    while at + 12 <= len(raw):
        size = int.from_bytes(raw[at : at + 4])
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + size], at + 12 + size
        at += 12 + size


def is_lossless(raw: bytes) -> bool:
    """Say whether the WebP in *raw* keeps every pixel as it was."""
    return b"VP8L" in raw[12:4096]


def canvas(raw: bytes) -> tuple[int, int]:
    """Return width and height that the head of the WebP in *raw* says, because libwebp takes memory for them at once."""
    kind = raw[12:16]
    if kind == b"VP8X":
        return int.from_bytes(raw[24:27], "little") + 1, int.from_bytes(raw[27:30], "little") + 1
    if kind == b"VP8L":
        both = int.from_bytes(raw[21:25], "little")
        return (both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1
    return int.from_bytes(raw[26:28], "little") & 0x3FFF, int.from_bytes(raw[28:30], "little") & 0x3FFF


def _png_end(raw: bytes) -> int:
    return next((end for name, _, end in png_chunks(raw) if name == b"IEND"), len(raw))


def _webp_end(raw: bytes) -> int:
    size = int.from_bytes(raw[4:8], "little")
    return 8 + size + size % 2


_MARKER = re.compile(rb"\xff+([^\xff\x00\xd0-\xd7])", re.DOTALL)  # in scans FF00 is a pixel, D0 to D7 are restarts


def _jpeg_end(raw: bytes) -> int:
    at = 2
    while marker := _MARKER.search(raw, at):
        if marker[1] == b"\xd9":
            return marker.end()
        at = marker.end() + (int.from_bytes(raw[marker.end() : marker.end() + 2]) if marker[1] != b"\x01" else 0)
    return len(raw)
