"""Attachments for the tests, built byte by byte: sound ones, and parts of hostile ones."""

import io
import zlib
from collections.abc import Sequence

from PIL import Image

PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R {} >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

Body = bytes | str


def stream(content: bytes, keys: str = "") -> bytes:
    """Return *content* as a stream."""
    return f"<< /Length {len(content)} {keys} >>\nstream\n".encode() + content + b"\nendstream"


def flate(content: bytes, keys: str = "") -> bytes:
    """Return *content* as a compressed stream."""
    return stream(zlib.compress(content, 9), f"/Filter /FlateDecode {keys}")


def pdf(text: str = "Standar pelayanan", *more: Body, catalog: str = "", page: str = "", trailer: str = "") -> bytes:
    """Return a PDF of one page that shows *text*; *more* are objects from number 6 on, the others say more in their places."""
    lines = "".join(f"({line}) Tj 0 -12 Td\n" for line in text.split("\n")) if text else ""
    content = stream(f"BT /F1 10 Tf 10 180 Td\n{lines}ET\n".encode("latin-1"))
    bodies = (
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.format(page),
        content,
        FONT,
        *more,
    )
    return assembled(bodies, trailer)


def assembled(bodies: Sequence[Body], trailer: str = "", head: bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") -> bytes:
    """Return a PDF of *bodies*, numbered from 1, the first of which is the catalog."""
    out, places = bytearray(head), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body.encode("latin-1") if isinstance(body, str) else body) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def sized(size: int) -> bytes:
    """Return a sound PDF of exactly *size* bytes."""
    rough = len(pdf("", stream(b"x" * size)))
    return pdf("", stream(b"x" * (2 * size - rough)))


def in_object_stream(*bodies: str, catalog: str = "") -> bytes:
    """Return a PDF whose *bodies*, from number 6 on, are hidden in a compressed object stream."""
    heads, content, at = [], "", 0
    for number, item in enumerate(bodies, 6):
        heads.append(f"{number} {at}")
        content += item + "\n"
        at = len(content)
    head = " ".join(heads) + "\n"
    packed = flate((head + content).encode(), f"/Type /ObjStm /N {len(bodies)} /First {len(head)}")
    out, rows = bytearray(b"%PDF-1.7\n"), [(0, 0, 65535)]
    plain: list[Body] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.format(""),
        stream(b"BT /F1 10 Tf (Teks) Tj ET"),
        FONT,
    ]
    numbered: list[tuple[int, Body]] = [*enumerate(plain, 1), (6 + len(bodies), packed)]
    places = {}
    for number, body in numbered:
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    rows += [(1, places[number], 0) for number in range(1, 6)]
    rows += [(2, 6 + len(bodies), index) for index in range(len(bodies))]
    rows += [(1, places[6 + len(bodies)], 0), (1, len(out), 0)]
    table = b"".join(kind.to_bytes(1) + place.to_bytes(4) + last.to_bytes(2) for kind, place, last in rows)
    start = len(out)
    xref = flate(table, f"/Type /XRef /Size {len(rows)} /W [1 4 2] /Root 1 0 R")
    out += f"{len(rows) - 1} 0 obj\n".encode() + xref + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def picture(size: tuple[int, int] = (12, 8), mode: str = "RGB") -> Image.Image:
    """Return a picture with something to see in each of its corners."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    image.putpixel((0, 0), (200, 30, 30))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "png", **options: object) -> bytes:
    """Return *image* as a file of *kind*."""
    into = io.BytesIO()
    image.save(into, {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "gif": "GIF", "tiff": "TIFF", "bmp": "BMP"}[kind], **options)
    return into.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


SOUND = {
    "pdf": pdf(),
    "png": encoded(picture()),
    "jpg": encoded(picture(), "jpg"),
    "webp": encoded(picture(), "webp"),
}
