"""From a workbook to records, and back to the cell that is wrong."""

import re
import shutil
import struct
import time
import zlib
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as daytime
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from click.testing import CliRunner, Result
from conftest import Golden
from hostile import PIECES, hunt
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from portal import RECORDS, ROOT, lay

from generator.cli import main
from generator.format import formatted
from generator.impor import Imported, Order, import_book
from generator.lembar import EXAMPLE, LEMBAR, Kolom, Lembar, choices
from generator.load import load_bersama, load_satker
from generator.model.layanan import Layanan
from generator.read import read
from generator.report import cells
from generator.templat import make_template
from generator.validate import validate

BUKU = Path(__file__).parent / "buku"
TODAY = date(2026, 11, 24)
CONTOH = sorted((ROOT / "satker/contoh/layanan").glob("*.yml"))

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(name="records", autouse=True)
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay records into the working folder."""
    monkeypatch.chdir(tmp_path)
    lay(RECORDS / "pages", tmp_path)
    return Path("satker")


def zi(*arguments: str) -> Result:
    """Run one command; a bug comes out as the exception it is."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def template(records: Path = Path("satker")) -> bytes:
    """Return the workbook that an office starts from."""
    return make_template(choices(load_bersama(records).bersama))


def filled(rows: Rows, start: bytes | None = None) -> Workbook:
    """Return the template with *rows*, each a value by its key, below its examples."""
    book = load_workbook(BytesIO(start or template()))
    for title, items in rows.items():
        sheet = book[title]
        columns = {str(cell.value): number for number, cell in enumerate(sheet[2], 1)}
        for row, item in enumerate(items, 4):
            for key, value in item.items():
                sheet.cell(row, columns[key], value)
    return book


def saved(book: Workbook) -> bytes:
    """Return the bytes of *book*."""
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def imported(raw: bytes, *, replace: bool = False) -> Imported:
    """Import into the satker of the tests."""
    return import_book(Order("standar.xlsx", raw, Path("satker"), "contoh", replace=replace), TODAY)


def exported(slug: str, data: dict[str, Any]) -> Rows:
    """Return the rows of a service that is there already."""
    rows: Rows = {}
    for lembar in LEMBAR:
        items = [data] if not lembar.path else _at(data, lembar.path) or []
        rows[lembar.nama] = [{"slug": slug} | dict(_cells(lembar, item)) for item in items]
    return rows


def _cells(lembar: Lembar, item: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(kolom, _at(item, kolom.path)) for kolom in lembar.kolom if kolom.key != "slug"]
    return [(kolom.key, _written(kolom, value)) for kolom, value in found if value is not None]


def _written(kolom: Kolom, value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    return {"true": "ya", "false": "tidak"}.get(value, value) if kolom.isi == "ya_tidak" else str(value)


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def test_round_trip(records: Path) -> None:
    """Every service of the example comes back from a workbook as the record it was."""
    shutil.rmtree(records)
    shutil.copytree(ROOT / "satker", records)
    shutil.rmtree(records / "contoh/layanan")
    own = {path.stem: read(path.name, path.read_bytes())[0].data for path in CONTOH}
    rows: Rows = {lembar.nama: [] for lembar in LEMBAR}
    for slug, data in own.items():
        for title, items in exported(slug, data).items():
            rows[title] += items
    result = imported(saved(filled(rows)))

    assert cells(result.findings) == "Tidak ada temuan.\n"
    assert list(result.records) == [f"layanan/{slug}.yml" for slug in own]
    for name, text in result.records.items():
        source, findings = read(name, text)

        assert findings == ()
        assert validate(source, Layanan) == validate(read(name, (ROOT / "satker/contoh" / name).read_bytes())[0], Layanan)
        assert formatted(name, name, text) == (text, ())


def test_the_models_own_key_is_in_the_workbook() -> None:
    """A service can be written whole: no key of its model is without a column but allowances, which follow a finding."""
    filled_in = {
        path[0] for lembar in LEMBAR for path in ([lembar.path] if lembar.path else [kolom.path for kolom in lembar.kolom])
    }

    assert filled_in - {"slug"} == set(Layanan.model_fields) - {"boleh_tampil"}


GOOD: Rows = {
    "Layanan": [
        {
            "slug": "surat-baru",
            "nama": "Surat baru",
            "tatap_muka": "tidak",
            "persyaratan": "• KTP\n- Surat permohonan\n\n",
            "jangka_waktu.nilai": 3.0,
            "jangka_waktu.satuan": "hari",
            "sk.nomor": 12,
            "sk.tanggal": datetime(2026, 3, 2),  # noqa: DTZ001 - the cells of Excel have no zone
        }
    ],
    "Prosedur": [{"slug": "surat-baru", "langkah": "Petugas memeriksa"}, {"slug": "surat-baru", "langkah": "Petugas mencetak"}],
    "Biaya": [{"slug": "surat-baru", "rupiah": 600000.0, "pnbp": False}],
}


def test_types_of_excel(golden: Golden) -> None:
    """Numbers, days and truths of Excel become what an office would have written."""
    result = imported(saved(filled(GOOD)))

    assert cells(result.findings) == "Tidak ada temuan.\n"
    actual = result.records["layanan/surat-baru.yml"].decode()
    assert golden.expected(BUKU / "surat-baru.yml", actual) == actual


def ten_mistakes() -> Workbook:
    """Return a workbook with one mistake in each of ten places."""
    service = {"nama": "Layanan", "tatap_muka": "tidak"}
    return filled(
        {
            "Layanan": [
                service | {"slug": "satu", "kategori": "tidak-ada"},
                {"slug": "dua", "tatap_muka": "tidak"},
                service | {"slug": "Tiga Layanan", "status": "bukaa", "alasan": "x"},
                service | {"slug": "satu"},
                service | {"slug": "lima", "ringkasan": "=1+1", "sk.nomor": "5", "sk.tanggal": "2-3-2026"},
            ],
            "Prosedur": [{"slug": "satuu", "langkah": "Petugas memeriksa"}],
            "Biaya": [{"slug": "satu", "rupiah": "Rp600.000"}],
            "Kanal": [{"slug": "satu", "jenis": "daring", "nama": "Situs", "tautan": "contoh"}],
        }
    )


def test_ten_mistakes(golden: Golden) -> None:
    """Every mistake has one message with its cell, and nothing is written."""
    result = imported(saved(ten_mistakes()))
    actual = cells(result.findings)

    assert golden.expected(BUKU / "sepuluh-salah.txt", actual) == actual
    assert len(result.findings) == 10
    assert result.records == {}


def test_personal_data_is_refused() -> None:
    """The rules between records see a workbook as they see a record."""
    raw = saved(filled({"Layanan": [{"slug": "satu", "nama": "Satu", "ringkasan": "Pemilik NIK 1771012345670001."}]}))

    assert [(finding.code, finding.line, finding.column) for finding in imported(raw).findings if finding.is_error] == [
        ("data-pribadi", 4, 4)
    ]


def wrong_sheets() -> bytes:
    """Return a workbook whose sheets and columns are not those of the template."""
    book = filled({"Layanan": [{"slug": "ada", "nama": "Ada", "unit_pengelola": "Seksi"}, {"nama": "Tanpa alamat"}]})
    layanan, biaya = book["Layanan"], book["Biaya"]
    book["Prosedur"].title = "Prosedurr"
    book.create_sheet("Rekap").cell(1, 1, "x")
    book.create_sheet("Sheet1")
    layanan.cell(2, 3, "namaa")
    layanan.cell(2, 4, "slug")
    layanan.cell(4, 100, "di luar")
    layanan.cell(4, 2, "a\u200bb")
    layanan.cell(4, 7, "\n".join("a" * 1001))
    layanan.cell(4, 6, "x" * 20_001)
    biaya.delete_rows(2)
    book["Kanal"].cell(4, 2, "loket")
    return saved(book)


def test_wrong_sheets_and_columns(golden: Golden) -> None:
    """What is unknown is named with what was probably meant."""
    actual = cells(imported(wrong_sheets()).findings)

    assert golden.expected(BUKU / "lembar-salah.txt", actual) == actual


def test_without_services() -> None:
    """An untouched template, and a workbook of another kind, say what is missing."""
    foreign = Workbook()
    foreign.active.title = "Data"  # type: ignore[union-attr]
    said = [[finding.message for finding in imported(raw).findings] for raw in (template(), saved(foreign))]

    assert said == [
        ["tidak ada satu layanan pun di lembar ini; baris contoh tidak dibaca"],
        ["buku kerja ini tidak mempunyai lembar `Layanan`"],
    ]


def test_a_record_that_exists(golden: Golden) -> None:
    """It stays, unless it is to be replaced; then what the workbook leaves empty stays, comments included."""
    path = Path("satker/contoh/layanan/surat-baru.yml")
    path.write_text(
        "# kepala\nnama: Lama # lama\nsippn: https://sippn.menpan.go.id/x\nbiaya_tarif:\n  # di dalam\n  - {rupiah: 1} # satu\n"
        "jangka_waktu:\n  nilai: 1 # hari kerja\n  satuan: hari\n",
        "utf-8",
    )
    refused = imported(saved(filled(GOOD)))
    replaced = imported(saved(filled(GOOD)), replace=True)

    said = cells(refused.findings)
    assert golden.expected(BUKU / "sudah-ada.txt", said) == said
    actual = replaced.records["layanan/surat-baru.yml"].decode()
    assert golden.expected(BUKU / "surat-diganti.yml", actual) == actual


def test_a_broken_record_is_not_replaced() -> None:
    """What cannot be read cannot be kept."""
    Path("satker/contoh/layanan/surat-baru.yml").write_text("nama: [a\n", "utf-8")
    result = imported(saved(filled(GOOD)), replace=True)

    assert [finding.code for finding in result.findings if finding.is_error] == ["layanan-sudah-ada"]


def test_inherited_values_are_known() -> None:
    """A service with a standard needs nothing that the standard has."""
    slug = min(load_bersama(Path("satker")).standards)
    result = imported(saved(filled({"Layanan": [{"slug": "baru", "dasar": slug, "tatap_muka": "tidak"}]})))

    assert cells(result.findings) == "Tidak ada temuan.\n"


def test_a_wrong_standard_is_not_the_workbooks_fault() -> None:
    """What is wrong in a standard has its finding there."""
    standard = Path("satker/_bersama/layanan/legalisasi-ijazah.yml")
    standard.write_text("nama: Legalisasi\ndasar_hukum: [ tidak-ada ]\n", "utf-8")
    result = imported(saved(filled({"Layanan": [{"slug": "baru", "dasar": standard.stem, "tatap_muka": "tidak"}]})))

    assert [finding for finding in result.findings if finding.is_error] == []
    assert list(result.records) == ["layanan/baru.yml"]


def test_a_record_too_large() -> None:
    """What would be no record is refused as a whole, at the cell of its name."""
    sources = [{"slug": "besar", "judul": "x" * 19_000} for _ in range(15)]
    result = imported(saved(filled({"Layanan": [{"slug": "besar", "nama": "Besar"}], "Sumber": sources})))

    assert [(finding.code, finding.column) for finding in result.findings if finding.is_error] == [("terlalu-besar", 1)]


def test_odd_cells() -> None:
    """A clock time is said as it is, blanks are nothing, a formula that failed is no value."""
    row = {"slug": "aneh", "nama": "Aneh", "sasaran": daytime(8, 30), "unit_pengelola": " "}
    book = filled({"Layanan": [row, {"slug": " ", "nama": "\n"}]})
    sound = imported(saved(book))
    book["Layanan"]["D4"] = "#REF!"
    wrong = imported(saved(book))

    assert b'\nsasaran: "08:30:00"\n' in sound.records["layanan/aneh.yml"]
    assert b"unit_pengelola" not in sound.records["layanan/aneh.yml"]
    assert [(finding.code, finding.line, finding.column) for finding in wrong.findings if finding.is_error] == [
        ("sel-rumus", 4, 4)
    ]


def test_commands() -> None:
    """The template is written, filled in, and imported; what is there is never overwritten unasked."""
    made = zi("template", "standar.xlsx")
    Path("standar.xlsx").write_bytes(saved(filled(GOOD, Path("standar.xlsx").read_bytes())))
    tried, done, again = (
        zi("import", "standar.xlsx", "contoh", "--dry-run"),
        zi("import", "standar.xlsx", "contoh"),
        zi("import", "standar.xlsx", "contoh"),
    )

    assert (made.exit_code, made.output) == (0, "wrote standar.xlsx\n")
    assert (tried.exit_code, tried.output) == (0, "would write satker/contoh/layanan/surat-baru.yml\n")
    assert (done.exit_code, done.output) == (0, "wrote satker/contoh/layanan/surat-baru.yml\n")
    assert again.exit_code == 1
    assert "standar.xlsx:Layanan!A4: galat[layanan-sudah-ada] layanan `surat-baru` sudah ada\n" in again.output
    assert "surat-baru" in load_satker(Path("satker"), "contoh", {}).satker.layanan


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("template", "standar.xls"), "Error: 'standar.xls' must end in .xlsx."),
        (("template", "ada.xlsx"), "Error: 'ada.xlsx' is there already."),
        (("import", "ada.xlsx", "../contoh"), "Error: No satker '../contoh' in 'satker'; start it with: zi new satker ../contoh"),
        (("import", "ada.xlsx", "tidak-ada"), "Error: No satker 'tidak-ada' in 'satker'; start it with: zi new satker tidak-ada"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], sentence: str) -> None:
    """One sentence, exit code 2."""
    Path("ada.xlsx").touch()
    result = zi(*arguments)

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, sentence)


def test_template_is_reproducible_and_complete() -> None:
    """The same records give the same bytes; choices drop down, text is text, the header stays in view."""
    first = template()
    book = load_workbook(BytesIO(first))
    sheet = book["Layanan"]
    drops = {str(choice.sqref).split(":", maxsplit=1)[0]: choice.formula1 for choice in sheet.data_validations.dataValidation}

    with ZipFile(BytesIO(first)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.read("docProps/core.xml").count(b">1980-01-01T00:00:00Z<") == 2
    assert template() == first
    assert book.sheetnames == ["Petunjuk", *(lembar.nama for lembar in LEMBAR), "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    formats = [sheet.column_dimensions[letter].number_format for letter in "CP"]
    assert (sheet.freeze_panes, formats) == ("B3", ["@", "@"])
    assert sheet["A3"].value == f"{EXAMPLE} legalisasi-ijazah"
    assert len(drops) == sum(bool(kolom.pilihan) for kolom in LEMBAR[0].kolom)
    words = [cell.value for cell in next(book["Pilihan"].columns) if cell.value]
    assert words == ["status", "buka", "ditunda", "beralih", "dihentikan"]


def test_a_template_without_shared_records() -> None:
    """Where there is nothing to choose from there is no list."""
    shutil.rmtree("satker/_bersama")
    sheet = load_workbook(BytesIO(template()))["Layanan"]

    assert [str(choice.sqref) for choice in sheet.data_validations.dataValidation][:1] == ["H3:H1002"]


def repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a good workbook with its parts changed."""
    raw = BytesIO()
    with ZipFile(BytesIO(saved(filled(GOOD)))) as old, ZipFile(raw, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return raw.getvalue()


def test_whole_numbers_of_other_programs() -> None:
    """Some write 600000.0 where Excel writes 600000."""
    raw = repacked(lambda _, content: content.replace(b"<v>600000</v>", b"<v>600000.0</v>"))

    assert imported(raw) == imported(saved(filled(GOOD)))


def test_any_cells(request: pytest.FixtureRequest) -> None:
    """Whatever stands in the cells, it is refused with a cell or becomes records that can be read and need no formatting."""

    def check(rows: Rows) -> None:
        book = Workbook()
        for lembar in LEMBAR:
            sheet = book.create_sheet(lembar.nama)
            keys = [kolom.key for kolom in lembar.kolom]
            for row in [[], keys, *([item.get(key) for key in keys] for item in rows.get(lembar.nama, []))]:
                sheet.append(row)
        result = imported(saved(book))

        assert result.records == {} or not any(finding.is_error for finding in result.findings)
        assert all(finding.line and finding.column for finding in result.findings)
        for name, text in result.records.items():
            assert formatted(name, name, text) == (text, ())

    hunt(request, 80, st.fixed_dictionaries({lembar.nama: _items(lembar) for lembar in LEMBAR}), check)


def _items(lembar: Lembar) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return rows of any texts, most of them for one service."""
    texts = st.lists(st.sampled_from([*PIECES, "kata", " ", "1", "\n"]), max_size=4).map("".join)
    sound = texts.map(lambda text: ILLEGAL_CHARACTERS_RE.sub("", text).replace("\ufffe", "").removeprefix("="))
    values = sound | st.integers(0, 10**6) | st.floats(0, 10**6) | st.booleans() | st.sampled_from(["daring", "hari", "buka"])
    keys = st.sampled_from([kolom.key for kolom in lembar.kolom if kolom.key != "slug"])
    slugs = st.sampled_from(["satu", "satu", "satu", "dua", "Tiga/x", None])
    row = st.builds(lambda slug, cells: {"nama": "Satu", "slug": slug} | cells, slugs, st.dictionaries(keys, values, max_size=4))
    return st.lists(row, max_size=2)


def with_entities(name: str, content: bytes) -> bytes:
    """Put a text in that grows a billion times."""
    if not re.fullmatch(r"xl/(worksheets/sheet2|sharedStrings)\.xml", name):
        return content
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%b">' % (98 + number, b"&%c;" % (97 + number) * 10) for number in range(10)
    )
    return bomb + b"]>" + re.sub(rb"<t>[^<]*</t>", b"<t>&k;</t>", content)


def far_away(name: str, content: bytes) -> bytes:
    """Put a cell at the end of the sheet."""
    row = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if name == "xl/worksheets/sheet2.xml" else content


def below(name: str, content: bytes) -> bytes:
    """Put a cell below what an office writes."""
    row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if name == "xl/worksheets/sheet2.xml" else content


def many_sheets() -> bytes:
    """Return a workbook of more sheets than an office needs."""
    book = filled(GOOD)
    for number in range(30):
        book.create_sheet(f"L{number}")
    return saved(book)


def lying(claimed: int) -> bytes:
    """Return a workbook of one part of 400 MiB that claims to be of *claimed* bytes, and has the checksum of so many."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join([*(packer.compress(b"\0" * (1 << 20)) for _ in range(400)), packer.flush()])
    name, checksum = b"xl/workbook.xml", zlib.crc32(b"\0" * claimed)
    common = struct.pack("<HHHHHIIIHH", 20, 0, ZIP_DEFLATED, 0, 33, checksum, len(packed), claimed, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def lzma_packed() -> bytes:
    """Return a workbook packed in a way that no program packs one, and that cannot be unpacked piece by piece."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_LZMA) as file:
        file.writestr("xl/workbook.xml", b"\0" * 1000)
    return out.getvalue()


BROKEN = "berkas ini rusak, atau bukan buku kerja Excel"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (lambda: b"", "berkas ini bukan buku kerja Excel (.xlsx)"),
        (lambda: b"slug,nama\n", "berkas ini bukan buku kerja Excel (.xlsx)"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "berkas ini dikunci sandi atau berformat .xls yang lama"),
        (lambda: b"PK\x03\x04" + b"\0" * 100, BROKEN),
        (lambda: saved(filled(GOOD))[:-200], BROKEN),
        (lambda: b"PK" + b"\0" * (5 << 20), "berkas ini lebih besar daripada 5 MiB"),
        (
            lambda: repacked(lambda name, content: content + b" " * (40 << 20) if "sheet2" in name else content),
            "isi buku kerja ini lebih besar daripada 32 MiB setelah dibuka",
        ),
        (lambda: lying(1000), BROKEN),
        (lzma_packed, BROKEN),
        (lambda: repacked(with_entities), BROKEN),
        (lambda: repacked(lambda name, content: content[:100] if "sheet2" in name else content), BROKEN),
        (lambda: repacked(lambda name, content: b"" if name == "xl/workbook.xml" else content), BROKEN),
        (lambda: repacked(below), "lembar `Layanan` lebih dari 3000 baris atau 150 kolom"),
        (
            lambda: repacked(lambda _, content: content.replace(b"</cellXfs>", b"<xf/>" * 500_000 + b"</cellXfs>")),
            "isi buku kerja ini terlalu banyak; bagi menjadi beberapa buku kerja",
        ),
        (many_sheets, "buku kerja ini mempunyai lebih dari 30 lembar"),
    ],
)
def test_hostile_workbooks(raw: Callable[[], bytes], sentence: str) -> None:
    """What is no workbook, or too much of one, ends in one sentence, soon."""
    content = raw()
    start, before = time.process_time(), getrusage(RUSAGE_SELF).ru_maxrss
    findings = imported(content).findings

    assert [(finding.code, finding.message) for finding in findings] == [("buku-rusak", sentence)]
    assert time.process_time() - start < 10
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 300_000


def test_a_whole_workbook_has_no_cell(golden: Golden) -> None:
    """The finding of a file that cannot be read names the file."""
    actual = cells(imported(b"slug,nama").findings)

    assert golden.expected(BUKU / "bukan-buku.txt", actual) == actual


def test_cells_far_to_the_right_are_not_read() -> None:
    """A cell past the last column is not looked for."""
    assert imported(repacked(far_away)).findings == ()
