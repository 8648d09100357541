"""Every kind of printed document, as validators, readers' software and a scanner find it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT
from extremes import lay_extremes
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from portal import IDENTITAS, PAGES, lay, remember, site_of

from generator.aksara import MISSING, RANGES
from generator.dokumen.cetak import cetak, fonts
from generator.dokumen.jenis.motto import Isi, Lembar
from generator.dokumen.naskah import Dokumen, kop, tercetak
from generator.dokumen.semua import dokumen
from generator.portal import load_portal

TEMPLATES = str(ROOT / "theme/pdf")
HOSTILE = '#eval("1+1") $x^2$ \\ @rujukan <label> *tebal* _miring_ `kode` = Judul // catatan #import "x" [isi] {kode}'
ARAB = "السلام عليكم ورحمة الله وبركاته"


def documents(records: Path, slug: str, base: str = IDENTITAS.base) -> dict[str, Dokumen]:
    """Return every document of the satker *slug* of *records* by its address."""
    portal = load_portal(records, memory=remember)
    site = site_of(portal, replace(IDENTITAS, base=base, warna="#00664f"))
    return {item.uri.removeprefix(f"satker/{slug}/"): item for item in dokumen(site, portal.load(slug))}


@lru_cache(maxsize=1)
def invented() -> dict[str, Dokumen]:
    """Return the documents of the invented satker, which fills in every key."""
    return documents(ROOT / "satker", "contoh")


KINDS = (
    "dokumen/standar-pelayanan.pdf",
    "dokumen/maklumat-a3.pdf",
    "dokumen/motto-a4.pdf",
    "dokumen/motto/gedung-utama-lantai-1-loket-ptsp-a3.pdf",
    "dokumen/pengaduan-a3.pdf",
    "layanan/pencatatan-nikah/standar-pelayanan.pdf",
    "layanan/pencatatan-nikah/kartu-loket.pdf",
)


@lru_cache(maxsize=64)
def _set(templat: str, masukan: str) -> bytes:
    return cetak(TEMPLATES, templat, masukan)


def pdf_of(item: Dokumen) -> bytes:
    """Return *item* as PDF."""
    return _set(item.templat, item.masukan)


def bare(text: str) -> str:
    """Return *text* without what lines and columns put between its letters, and without the mark across the pages."""
    letters = re.sub(r"[\s\u200b\u00ad\ufffe\x02]+", "", text)
    return letters.replace("CONTOH,BUKANDATARESMI", "")


def text_of(item: Dokumen) -> str:
    """Return all letters of *item* in the order of its pages, running heads and feet aside."""
    margin = 68 if item.templat == "standar.typ" else 0
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf_of(item))]
    return bare("".join(page.get_text_bounded(bottom=margin, top=page.page.get_height() - margin) for page in pages))


def said(value: object) -> Iterator[str]:
    """Yield every text in frozen data, the words that only steer the template aside."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if one.name not in ("bentuk", "kertas"):
                yield from said(getattr(value, one.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from said(item)


@pytest.mark.parametrize("uri", KINDS)
def test_a_validator_finds_nothing(uri: str, tmp_path: Path) -> None:
    """The package pdfua checks what a machine can of PDF/UA-1."""
    path = tmp_path / "dokumen.pdf"
    path.write_bytes(pdf_of(invented()[uri]))

    assert [(item.rule_id, item.message) for item in pdfua.validate(str(path)).findings] == []


@pytest.mark.parametrize("uri", KINDS)
def test_marks(uri: str, tmp_path: Path) -> None:
    """Tagged, titled, in Indonesian, PDF/A-2a and PDF/UA-1, dated with the day of the data, every font inside."""
    path = tmp_path / "dokumen.pdf"
    path.write_bytes(pdf_of(invented()[uri]))
    with pikepdf.open(path) as pdf, pdf.open_metadata() as meta:
        assert str(pdf.Root.Lang) == "id-ID"
        assert (bool(pdf.Root.MarkInfo.Marked), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == (True, True)
        assert str(pdf.docinfo.Title) == meta["dc:title"] == invented()[uri].kop.judul
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("2", "A", "1")
        assert meta["xmp:CreateDate"] == "2026-11-23T00:00:00Z"
        assert {"/Document", "/P"} <= set(tags(pdf.Root.StructTreeRoot))


def tags(node: pikepdf.Object) -> Iterator[str]:
    """Yield the kinds of all elements below *node* in reading order."""
    for child in node if isinstance(node, pikepdf.Array) else [node.get("/K")] if "/K" in node else []:
        if isinstance(child, pikepdf.Array):
            yield from tags(child)
        elif isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S)
            yield from tags(child)


def test_the_fourteen_components_are_headings_in_the_order_of_the_law(tmp_path: Path) -> None:
    """A screen reader jumps from one to the next; procedure and fees are tables with heads."""
    path = tmp_path / "dokumen.pdf"
    path.write_bytes(pdf_of(invented()["layanan/pencatatan-nikah/standar-pelayanan.pdf"]))
    with pikepdf.open(path) as pdf:
        found = list(tags(pdf.Root.StructTreeRoot))

    assert [tag for tag in found if re.fullmatch(r"/H\d", tag)] == ["/H1"] * 14
    assert (found.count("/Table"), found.count("/THead"), found.count("/TH")) == (2, 2, 7)


@pytest.mark.parametrize("uri", KINDS)
def test_the_text_is_that_of_the_record(uri: str) -> None:
    """Every text stands in the document, letter by letter; so does the mark of an invented satker."""
    item = invented()[uri]
    text = text_of(item)

    assert [one for one in (*said(item.isi), item.kop.tanda, item.kop.satker) if bare(one) not in text] == []


@pytest.mark.parametrize("uri", KINDS)
def test_the_code_leads_to_the_address_beside_it(uri: str) -> None:
    """Scanned from a picture of the page; an own, permanent address, printed as well."""
    item = invented()[uri]
    pages = pypdfium2.PdfDocument(pdf_of(item))
    found = {code.text for page in pages for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())}

    assert found == {item.kop.alamat}
    assert item.kop.alamat.startswith(f"{IDENTITAS.base}satker/contoh/")
    assert bare(item.kop.alamat) in text_of(item)


@pytest.mark.parametrize("uri", KINDS)
def test_the_code_is_large_enough(uri: str) -> None:
    """Thirty millimetres with its quiet zone at least."""
    pictures = [page.render(scale=3).to_pil() for page in pypdfium2.PdfDocument(pdf_of(invented()[uri]))]
    corners = next(code.position for picture in pictures for code in zxingcpp.read_barcodes(picture))
    width = (corners.top_right.x - corners.top_left.x) / 3 / 72 * 25.4

    assert width >= 24  # of 30 mm, the quiet zone takes four modules on each side


def test_without_an_address_there_is_no_code() -> None:
    """It says why, and everything else is there."""
    for item in documents(ROOT / "satker", "contoh", base="").values():
        assert (item.kop.alamat, item.kop.qr) == ("", "")
    item = documents(ROOT / "satker", "contoh", base="")["layanan/pencatatan-nikah/kartu-loket.pdf"]

    assert bare("belum punya alamat tetap, jadi dokumen ini tanpa kode QR.") in text_of(item)


@pytest.mark.parametrize("uri", KINDS)
def test_the_same_bytes(uri: str) -> None:
    """The same record gives the same file."""
    item = invented()[uri]

    assert cetak(TEMPLATES, item.templat, item.masukan) == pdf_of(item)


def test_the_kinds_of_a_satker() -> None:
    """What there is to print of the invented satker; of services that moved away nothing."""
    names = set(invented())

    assert set(KINDS) <= names
    assert len([name for name in names if name.startswith("dokumen/motto/")]) == 18
    assert "layanan/sertifikasi-halal/kartu-loket.pdf" not in names
    assert "dokumen/motto/gedung-utama-lantai-1-loket-ptsp-2-a4.pdf" in names


def test_a_satker_that_published_nothing(tmp_path: Path) -> None:
    """It has nothing to print."""
    assert documents(lay(PAGES, tmp_path), "kosong") == {}


def test_a_motto_that_hangs_nowhere_yet(tmp_path: Path) -> None:
    """It is in the sets, without a place, and has no file of its own."""
    records = lay(PAGES, tmp_path)
    (records / "kosong/motto.yml").write_text("motto: [{teks: Kami siap melayani}]\n", "utf-8")
    found = documents(records, "kosong")

    assert set(found) == {"dokumen/motto-a4.pdf", "dokumen/motto-a3.pdf"}
    assert "Tempat:" not in text_of(found["dokumen/motto-a4.pdf"])


def test_missing_parts_say_so(tmp_path: Path) -> None:
    """A service with a name only has fourteen components that are not published yet."""
    records = lay(PAGES, tmp_path)
    (records / "kosong/layanan").mkdir()
    (records / "kosong/layanan/baru.yml").write_text("nama: Layanan baru\n", "utf-8")
    found = documents(records, "kosong")
    text = text_of(found["layanan/baru/standar-pelayanan.pdf"])

    assert text.count(bare("belum dipublikasikan")) == 14 + 5  # four facts and the decree
    assert bare("SK standar pelayanan belum dipublikasikan") in text_of(found["dokumen/standar-pelayanan.pdf"])
    assert text_of(found["layanan/baru/kartu-loket.pdf"]).count(bare("belum dipublikasikan")) == 5


def test_long_names_and_forty_services(tmp_path: Path) -> None:
    """All are in the contents, all texts are there, and posters stay on their one page."""
    found = documents(lay_extremes(tmp_path), "panjang")
    whole = found["dokumen/standar-pelayanan.pdf"]
    text = text_of(whole)

    assert [one for one in said(whole.isi) if bare(one) not in text] == []
    for name in ("dokumen/maklumat-a3.pdf", "dokumen/pengaduan-a3.pdf", "layanan/lengkap-1/kartu-loket.pdf"):
        assert len(pypdfium2.PdfDocument(pdf_of(found[name]))) == 1


def poster(teks: str, makna: str = "") -> Dokumen:
    """Return a motto poster that says *teks*."""
    head = invented()["dokumen/motto-a4.pdf"].kop
    return Dokumen("x.pdf", "x", "motto", "motto.typ", head, Isi("a4", (Lembar(teks, makna, "", "Loket"),)))


@pytest.mark.parametrize("text", [HOSTILE, ARAB, f"{ARAB} kami siap melayani", "a" * 300, "Motto panjang " * 150])
def test_hostile_text_is_shown_as_written(text: str) -> None:
    """Markup of the typesetter, Arabic, words without an end, and a motto of a whole page."""
    letters = text_of(poster(text.strip(), text.strip()))

    if ARAB not in text:
        assert letters.count(bare(text)) >= 2
    assert [tag for tag in ("eval", "السلام") if tag in text and tag not in letters] == []


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_set(text: str) -> None:
    """Whatever stands in a record, the document is made."""
    item = poster(text, text)

    assert cetak(TEMPLATES, item.templat, item.masukan).startswith(b"%PDF-")


def test_what_the_fonts_lack_becomes_a_box() -> None:
    """It is a mark that the fonts have, so that nothing is dropped in silence; what has no shape is left out."""
    assert tercetak("Siap 😀 漢 ✔️") == "Siap □ □ ✔"
    assert (
        tercetak("https://contoh.example/satu/dua/tiga") == "https://\u200bcontoh.\u200bexample/\u200bsatu/\u200bdua/\u200btiga"
    )
    assert tercetak("x" * 30) == f"{'x' * 24}\u200b{'x' * 6}"


def test_the_list_of_characters_is_that_of_the_fonts() -> None:
    """Rewritten when the fonts change: all but control characters that one of the upright fonts has."""
    from_fonts: set[int] = set()
    for path in sorted({str(font.path) for font in fonts().fonts() if font.style == "normal"}):
        with TTFont(path, lazy=True) as font:
            from_fonts |= {code for code in font.getBestCmap() if code >= ord(" ")}

    assert {code for first, last in RANGES for code in range(first, last + 1)} == from_fonts
    assert MISSING.search("Aman: ٱلسلام → ✓ ≥ “kutip”") is None


def test_a_colour_that_is_none_is_black(tmp_path: Path) -> None:
    """mkdocs.yml may name any colour of CSS; print takes the plain kind."""
    portal = load_portal(lay(PAGES, tmp_path))
    satker = portal.load("contoh")
    colours = [
        kop(site_of(portal, replace(IDENTITAS, warna=warna)), satker, "x", "x/").warna
        for warna in ("#fff", "#00664f", "teal", "#1")
    ]

    assert colours == ["#fff", "#00664f", "#000000", "#000000"]
