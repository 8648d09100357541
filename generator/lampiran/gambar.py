"""
A picture is drawn anew: what can be seen stays, everything else that its file says is gone.

The only module that knows Pillow. The same picture gives the same bytes in every run.
"""

import io
import re
from collections.abc import Iterator

from PIL import ExifTags, Image, ImageCms, ImageOps

from generator.isi import Isi, Jejak, Keluhan
from generator.lampiran import wadah
from generator.pribadi import cari, duga

MAX_PIXELS = 64_000_000  # telephones take pictures of 50 million
MAX_SIDE = 2000  # of what is published; on paper 17 cm at 300 dpi, and more than any telephone shows
QUALITY = 88

_FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}
_OPTIONS = {
    "png": {},
    "jpg": {"quality": QUALITY, "optimize": True},
    "webp": {"quality": QUALITY, "method": 4},
}
_WRITERS = (ExifTags.Base.Artist, ExifTags.Base.Copyright, ExifTags.Base.XPAuthor, ExifTags.Base.CameraOwnerName)
_REMARKS = (
    ExifTags.Base.ImageDescription,
    ExifTags.Base.UserComment,
    ExifTags.Base.XPTitle,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPKeywords,
    ExifTags.Base.XPSubject,
    ExifTags.Base.HostComputer,
    ExifTags.Base.DocumentName,
)
_WIDE = range(ExifTags.Base.XPTitle, ExifTags.Base.XPSubject + 1)  # these tags are UTF-16
Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is held against the head, and no warning is wanted

_TAG = re.compile(r"<[^>]*>")


def look(raw: bytes, kind: str) -> tuple[Isi, bytes]:
    """Return what was seen in *raw*, a picture of *kind*, and the picture drawn anew; no bytes where there is a complaint."""
    if kind == "webp" and (large := tuple(_too_large(*wadah.canvas(raw)))):
        return Isi(keluhan=large), b""
    try:
        with Image.open(io.BytesIO(raw), formats=(_FORMATS[kind],)) as image:
            wrong = tuple(_refused(image, raw, kind))
            if wrong:
                return Isi(keluhan=wrong), b""
            told = dict(_told(image))
            drawn = _drawn(image, raw, kind)
    except (OSError, SyntaxError, ValueError) as error:  # Pillow's ways to say that a file is broken
        return Isi(keluhan=(Keluhan("rusak", _broken(error, kind)),)), b""
    left = len(raw) - wadah.end_of(kind, raw)
    notes = (*told, *([f"{left} byte sesudah akhir gambar"] if left else []))
    traces = tuple(Jejak(place, *found) for place, text in told.items() for found in (*cari(text), *duga(text)))
    return Isi(len(drawn), keterangan=notes, jejak=traces), drawn


def _refused(image: Image.Image, raw: bytes, kind: str) -> Iterator[Keluhan]:
    """Yield what is wrong with a picture of which only the head has been read."""
    yield from _too_large(*image.size)
    if kind != "jpg" and getattr(image, "n_frames", 1) > 1:
        yield Keluhan("bergerak", f"{getattr(image, 'n_frames', 1)} gambar bergantian")
    tail = wadah.foreign(raw[wadah.end_of(kind, raw) :])
    if tail or wadah.is_archive(raw):
        yield Keluhan("berlapis", tail or "arsip ZIP")


def _too_large(width: int, height: int) -> Iterator[Keluhan]:
    if width * height > MAX_PIXELS:
        yield Keluhan("terlalu-besar", f"{width} × {height} piksel; batasnya {MAX_PIXELS // 1_000_000} juta piksel")


def _drawn(image: Image.Image, raw: bytes, kind: str) -> bytes:
    """Return the picture upright, in sRGB, at most MAX_SIDE long, as a file that says nothing else."""
    if kind == "jpg":
        image.draft(None, (MAX_SIDE, MAX_SIDE))
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    upright = _flat(image)
    flat = _in_srgb(upright, profile) if profile else upright
    flat = flat.convert("RGB") if flat.mode == "CMYK" else flat
    if max(flat.size) > MAX_SIDE:
        flat = flat.convert({"P": "RGB", "1": "L"}.get(flat.mode, flat.mode))
        flat.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    flat.info = {}
    into = io.BytesIO()
    exact = {"lossless": True} if kind == "webp" and wadah.is_lossless(raw) else {}
    flat.save(into, _FORMATS[kind], **{**_OPTIONS[kind], **exact})
    return into.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """Return *image* with eight bits a channel, in grey or RGB, with transparency only where there is some."""
    image.load()
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("1", "L", "P", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return *image*, whose colours *profile* explains, in those of every screen; a wrong profile says nothing."""
    given = image.convert("RGB") if image.mode in ("1", "P") else image
    into = "RGBA" if given.mode == "RGBA" else "RGB"
    try:
        known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        drawn = ImageCms.profileToProfile(given, known, ImageCms.createProfile("sRGB"), outputMode=into)
    except (ImageCms.PyCMSError, OSError, ValueError):
        drawn = None
    return drawn or given.convert("L" if given.mode == "L" else into)


def _told(image: Image.Image) -> Iterator[tuple[str, str]]:
    """Yield what the file says beside the picture: the name of each thing, and its text."""
    exif = image.getexif()
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    places = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if places.keys() & {ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSDestLatitude}:
        yield "lokasi pengambilan (GPS)", ""
    for name, chosen in (("nama pembuat", _WRITERS), ("keterangan", _REMARKS)):
        text = " ".join(filter(None, (_text(tag, tags[tag]) for tag in chosen if tag in tags)))
        if text:
            yield name, text
    if comment := image.info.get("comment"):
        yield "komentar", _text(0, comment)
    if packet := image.info.get("xmp") or image.info.get("XML:com.adobe.xmp"):
        yield "keterangan XMP", _TAG.sub(" ", _text(0, packet)) + " " + _text(0, packet)
    texts = {**getattr(image, "text", {})} if image.format == "PNG" else {}
    if written := [f"{key}: {texts[key]}" for key in sorted(texts) if key != "XML:com.adobe.xmp"]:
        yield "teks PNG", "\n".join(written)
    if image.info.get("photoshop"):
        yield "keterangan IPTC", _text(0, repr(image.info["photoshop"]))


def _text(tag: int, value: object) -> str:
    """Return what a tag says as text, without what fills it up."""
    if isinstance(value, bytes):
        if tag == ExifTags.Base.UserComment:
            value = value[8:]
        value = value.decode("utf-16-le" if tag in _WIDE else "utf-8", "replace")
    return str(value).replace("\0", "").strip()


def _broken(error: Exception, kind: str) -> str:
    return "isinya terpotong" if "truncated" in str(error).lower() else f"tidak dapat dibuka sebagai {kind}"
