"""
The objects of a PDF before a reader's program acts on them: what it could run, send, or carry is refused.

The only module that knows pikepdf. A PDF is published as it is, because to write it anew would break its signatures.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

import pikepdf

from generator.isi import Keluhan
from generator.lampiran import wadah

MAX_OBJECTS = 100_000
MAX_VALUES = 500_000  # lists and mappings
MAX_PAGES = 2_000  # and groups of pages
MAX_INFLATED = 256 << 20  # bytes that all streams may become
MAX_PIXELS = 200_000_000  # of one picture: A2 at 600 dpi
MAX_COMPLAINTS = 20
MAX_BLANK = 1024  # bytes of blanks after the end, which some programs write to fill a block
_PIECE = 1 << 20

_ACTIONS = {
    "/JavaScript": "skrip (JavaScript)",
    "/Launch": "perintah menjalankan program",
    "/SubmitForm": "formulir yang mengirim isiannya",
    "/ImportData": "perintah mengambil data",
    "/GoToR": "perintah membuka berkas lain",
    "/GoToE": "perintah membuka berkas di dalamnya",
    "/Rendition": "media yang diputar",
    "/Movie": "film",
    "/Sound": "suara",
    "/RichMediaExecute": "media interaktif",
    "/GoTo3DView": "gambar 3D",
    "/Thread": "perintah membuka berkas lain",
}
_PARTS = {
    "/RichMedia": "media interaktif",
    "/3D": "gambar 3D",
    "/Sound": "suara",
    "/Movie": "film",
    "/Screen": "media yang diputar",
}
_KEYS = {"/JS": "skrip (JavaScript)", "/XFA": "formulir XFA", "/RichMediaContent": "media interaktif"}
_CARRIES = {"/EF", "/EmbeddedFiles"}
_SCHEMES = {"", "http", "https", "mailto", "tel"}
_RAW = re.compile(rb"/(?:JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia)(?![A-Za-z])")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_ENDING = re.compile(rb"%%EOF[\s\0]{0,%d}\Z" % MAX_BLANK)
_SPEAKS = (
    "/Contents",
    "/V",
    "/DV",
    "/RC",
    "/T",
    "/TU",
    "/Title",
    "/Author",
    "/Subject",
    "/Keywords",
    "/Alt",
    "/ActualText",
    "/URI",
)
_HOLDERS = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)

Say = Callable[[str, str], None]


class TooMuchError(ValueError):
    """A file is larger inside than its size lets expect."""


def look(raw: bytes, say: Say) -> tuple[Keluhan, ...]:
    """Return every complaint about the PDF in *raw*, each once, and hand *say* each text beside the pages, with its place."""
    found = dict.fromkeys(_outside(raw))
    try:
        with pikepdf.open(io.BytesIO(raw), attempt_recovery=False, inherit_page_attributes=False) as pdf:
            found |= dict.fromkeys(_inside(pdf, say))
            if pdf.get_warnings():
                found[Keluhan("rusak", "susunannya tidak utuh")] = None
    except pikepdf.PasswordError:
        return (Keluhan("terkunci", "perlu kata sandi"),)
    except TooMuchError as error:
        found[Keluhan("terlalu-rumit", str(error))] = None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, zlib.error):  # qpdf's ways to say that it is broken
        found[Keluhan("rusak", "susunannya tidak utuh")] = None
    return tuple(found)[:MAX_COMPLAINTS]


def _outside(raw: bytes) -> Iterator[Keluhan]:
    """Yield what the bytes tell without the structure, whose old and hidden parts programs may read differently."""
    if not _ENDING.search(raw[-MAX_BLANK - 16 :]):
        at = raw.rfind(b"%%EOF")
        kind = wadah.foreign(raw[at + 5 :].lstrip()) if at >= 0 else ""
        yield (
            Keluhan("berlapis", kind or "data lain sesudah akhir dokumen") if at >= 0 else Keluhan("rusak", "akhirnya terpotong")
        )
    elif wadah.is_archive(raw):
        yield Keluhan("berlapis", "arsip ZIP")
    for match in _RAW.finditer(_ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), raw)):
        name = match[0].decode()
        yield _carried() if "Embedded" in name else Keluhan("perintah", _ACTIONS.get(name, "media interaktif"))


def _inside(pdf: pikepdf.Pdf, say: Say) -> Iterator[Keluhan]:
    if pdf.is_encrypted:
        yield Keluhan("terkunci", "dikunci, walaupun dapat dibuka tanpa kata sandi")
    if len(pdf.objects) > MAX_OBJECTS:
        raise TooMuchError(f"{len(pdf.objects)} bagian; batasnya {MAX_OBJECTS}")
    _count_pages(pdf)
    budget = [MAX_INFLATED]
    for item in _values([pdf.trailer, *pdf.objects]):
        yield from _judged(item)
        _spoken(item, say)
        if isinstance(item, pikepdf.Stream):
            _measure(item, budget, say)


def _values(tops: Iterable[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    """Yield every mapping and stream of the file, those inside other values too; what is referred to comes by itself."""
    left = MAX_VALUES
    for top in tops:
        waiting = [top]
        while waiting:
            value = waiting.pop()
            left -= 1
            if left < 0:
                raise TooMuchError(f"lebih dari {MAX_VALUES} daftar di dalamnya")
            children: Iterable[object] = ()
            if isinstance(value, pikepdf.Array):
                children = value
            elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
                yield value
                children = (item for _, item in value.items())
            waiting += [item for item in children if isinstance(item, _HOLDERS) and not item.is_indirect]


def _judged(item: pikepdf.Object) -> Iterator[Keluhan]:
    """Yield what a reader's program could do because of one mapping."""
    names = {str(key): value for key, value in item.items()}
    action, part = _name(names.get("/S")), _name(names.get("/Subtype"))
    if action in _ACTIONS:
        yield Keluhan("perintah", _ACTIONS[action])
    if part in _PARTS:
        yield Keluhan("perintah", _PARTS[part])
    yield from (Keluhan("perintah", said) for key, said in _KEYS.items() if key in names)
    if _CARRIES & names.keys() or part == "/FileAttachment" or "/EmbeddedFile" in (part, _name(names.get("/Type"))):
        yield _carried()
    if isinstance(item, pikepdf.Stream) and "/F" in names:
        yield Keluhan("perintah", "bagian yang diambil dari berkas lain")
    for address in (names.get("/URI"), names.get("/Base")):
        if isinstance(address, pikepdf.String) and not _is_plain(str(address)):
            yield Keluhan("tautan", f"tautan `{str(address)[:40]}`")


def _spoken(item: pikepdf.Object, say: Say) -> None:
    """Hand on what one mapping says in words; the contents of a signature are none."""
    for key in _SPEAKS if "/ByteRange" not in item else ():
        if isinstance(text := item.get(key), pikepdf.String):
            say("tautan di dalamnya" if key == "/URI" else "keterangan dokumen", str(text))


def _carried() -> Keluhan:
    return Keluhan("tertanam", "berkas lain di dalamnya")


def _is_plain(address: str) -> bool:
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return False
    return scheme in _SCHEMES and "\\" not in address


def _name(value: object) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _count_pages(pdf: pikepdf.Pdf) -> None:
    """Raise TooMuchError where the tree of pages has too many, or leads back into itself."""
    waiting: list[object] = [pdf.Root.get("/Pages")]
    count = 0
    while waiting:
        node = waiting.pop()
        count += 1
        if count > MAX_PAGES:
            raise TooMuchError(f"lebih dari {MAX_PAGES} halaman, atau daftar halaman yang berputar")
        kids = node.get("/Kids") if isinstance(node, pikepdf.Dictionary) else None
        waiting += list(kids)[: MAX_PAGES + 1] if isinstance(kids, pikepdf.Array) else []


def _measure(stream: pikepdf.Stream, budget: list[int], say: Say) -> None:
    """Take what *stream* becomes from *budget*; raises TooMuchError when it is used up."""
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    if isinstance(width, int) and isinstance(height, int) and width * height > MAX_PIXELS:
        raise TooMuchError(f"gambar {width} × {height} piksel")
    filters = stream.get("/Filter", ())
    names = [str(name) for name in (filters if isinstance(filters, pikepdf.Array) else [filters] if filters else [])]
    chunks: Iterable[bytes] = [stream.read_raw_bytes()]
    for name in names:
        if name not in ("/FlateDecode", "/Fl"):
            break
        chunks = _inflated(chunks, budget)
    kept = b"" if _name(stream.get("/Type")) == "/Metadata" else None
    for chunk in chunks:
        kept = kept if kept is None or len(kept) > _PIECE else kept + chunk
    if kept:
        say("keterangan dokumen (XMP)", re.sub("<[^>]*>", " ", kept.decode("utf-8", "replace")))


def _inflated(chunks: Iterable[bytes], budget: list[int]) -> Iterator[bytes]:
    engine = zlib.decompressobj()
    for chunk in chunks:
        rest = chunk
        while rest:
            piece = engine.decompress(rest, _PIECE)
            budget[0] -= len(piece)
            if budget[0] < 0:
                raise TooMuchError(f"isinya mengembang lebih dari {MAX_INFLATED >> 20} MiB")
            yield piece
            rest = engine.unconsumed_tail
