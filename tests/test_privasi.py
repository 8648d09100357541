"""Personal data in attachments, what may be shown all the same, and the report that says what was looked at."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Golden
from hypothesis import given, settings
from hypothesis import strategies as st
from lampiran import PAGE, SOUND, assembled, chunk, encoded, pdf, picture, stream
from PIL import Image
from portal import RECORDS, lay

from generator.cli import main
from generator.pribadi import allows, cari, duga

NIK, NIP = "1771014101900001", "190009041925011005"
GOLDEN = Path(__file__).parent / "golden/privasi.txt"
XMP = b"<x:xmpmeta><dc:creator>NIP %s</dc:creator></x:xmpmeta>" % NIP.encode()
SCAN = pdf("")
BOOK = assembled(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{'3 0 R ' * 0}{' '.join(f'{number} 0 R' for number in range(5, 307))}] /Count 302 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        stream(b"BT /F1 9 Tf (Teks) Tj ET"),
        *[PAGE.format("").replace("5 0 R", "3 0 R")] * 302,
    ]
)


def with_exif(**tags: object) -> bytes:
    """Return a JPEG whose EXIF says *tags*, by their names."""
    exif = Image.Exif()
    names = {"artist": 0x013B, "description": 0x010E, "title": 0x9C9B}
    for name, text in tags.items():
        exif[names[name]] = text
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0halo"
    return encoded(picture(), "jpg", exif=exif)


def revised(old: bytes, new: bytes) -> bytes:
    """Return *old* with the page of *new*, of the same length, saved behind it, as editors do."""
    start, at = new.index(b"4 0 obj"), new.index(b"5 0 obj")
    xref = len(old) + at - start
    rows = f"xref\n4 1\n{len(old):010} 00000 n \n"
    trailer = f"trailer\n<< /Size 6 /Root 1 0 R /Prev {old.rindex(b'xref', 0, old.index(b'startxref'))} >>\n"
    return old + new[start:at] + f"{rows}{trailer}startxref\n{xref}\n%%EOF\n".encode()


FILES = {
    "teks.pdf": pdf(f"Daftar hadir\n1 Budi {NIK}\n2 Ani"),
    "terpotong-baris.pdf": pdf(f"NIK {NIK[:10]}\n{NIK[10:]}"),
    "siswa.pdf": pdf("No Nama NISN\n1 Budi 0051234567\n2 Ani 0112345678"),
    "lahir.pdf": pdf("Tempat, tanggal lahir: Bengkulu, 4 September 1975"),
    "info.pdf": pdf("a", f"<< /Author (NIP {NIP}) >>", trailer="/Info 6 0 R"),
    "xmp.pdf": pdf("a", stream(XMP, "/Type /Metadata /Subtype /XML"), catalog="/Metadata 6 0 R"),
    "isian.pdf": pdf("a", f"<< /FT /Tx /T (nik) /V ({NIK}) >>", catalog="/AcroForm << /Fields [6 0 R] >>"),
    "tautan.pdf": pdf(
        "a",
        f"<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://contoh.example/?nik={NIK}) >> >>",
        page="/Annots [6 0 R]",
    ),
    "disunting.pdf": revised(pdf(f"NIK {NIK}"), pdf("NIK ################")),
    "telepon.pdf": pdf("WA 0812-9999-0001, kantor 0812-9999-0009, ani@gmail.com"),
    "exif.jpg": with_exif(artist=f"NIP {NIP}", title="Foto".encode("utf-16-le")),
    "teks.png": SOUND["png"][:33] + chunk(b"tEXt", f"Comment\0NIK {NIK}".encode()) + SOUND["png"][33:],
    "xmp.webp": encoded(picture(), "webp", xmp=XMP),
    "pindaian.pdf": SCAN,
    "buku.pdf": BOOK,
    f"SK_{NIP}.png": SOUND["png"],
    f"NIP_{NIP}.png": SOUND["png"],
    "boleh.pdf": pdf(f"Nomor seri {NIK}"),
    "rusak.pdf": b"%PDF-1.7",
}


@pytest.fixture(name="records")
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return records whose satker `contoh` points to each of FILES."""
    monkeypatch.chdir(tmp_path)
    records = lay(RECORDS / "base", tmp_path)
    (records / "contoh/berkas").mkdir()
    for name, content in FILES.items():
        (records / "contoh/berkas" / name).write_bytes(content)
    rows = "".join(
        f"  - {{judul: Lampiran, berkas: {name}}}\n" for name in FILES if name not in ("boleh.pdf", "NIP_" + NIP + ".png")
    )
    (records / "contoh/layanan/contoh.yml").write_text(
        f"nama: Konsultasi\nformulir:\n{rows}kanal:\n  - {{jenis: whatsapp, nama: Telepon kantor +62 81299990009}}\n", "utf-8"
    )
    allowed = f'boleh_tampil:\n  - {{isi: "{NIK}", alasan: Nomor seri mesin antrean}}\n'
    allowed += f'  - {{isi: "{NIP}", alasan: Nomor yang tidak pernah ada}}\n'
    letter = f"dokumen:\n  - {{jenis: lainnya, judul: Nomor, berkas: NIP_{NIP}.png}}\n"
    letter += "  - {jenis: lainnya, judul: Mesin antrean, berkas: boleh.pdf}\n"
    (records / "contoh/informasi.yml").write_text(letter + allowed, "utf-8")
    return records


@pytest.mark.usefixtures("records")
def test_report(golden: Golden) -> None:
    """Everything that was looked at is counted, what was found is hidden but for its ends, and what nobody saw is named."""
    ended = CliRunner().invoke(main, ["privacy"])

    assert golden.expected(GOLDEN, ended.stdout) == ended.stdout
    assert ended.exit_code == 1
    assert [digits for digits in (NIK, NIP, "0051234567") if digits in ended.stdout.replace(f"_{NIP}.png", "")] == []


@pytest.mark.usefixtures("records")
def test_report_of_one_satker() -> None:
    """A satker by name, for a program to read."""
    ended = CliRunner().invoke(main, ["privacy", "induk", "--format", "json"])

    assert (ended.exit_code, [item["nama"] for item in json.loads(ended.stdout)]) == (0, ["_bersama", "induk"])


@pytest.mark.usefixtures("records")
def test_report_of_nobody() -> None:
    """A satker that is not there is wrong use."""
    ended = CliRunner().invoke(main, ["privacy", "tidak-ada"])

    assert (ended.exit_code, ended.stderr) == (2, "Error: No satker 'tidak-ada' in 'satker'.\n")


def test_an_allowance_is_for_one_record(records: Path) -> None:
    """What one record allows in its attachments, another does not get."""
    path = records / "contoh/informasi.yml"
    path.write_text(path.read_text("utf-8").replace("boleh.pdf", "teks.pdf"), "utf-8")
    service = records / "contoh/layanan/contoh.yml"
    service.write_text(service.read_text("utf-8").replace("berkas: teks.pdf", "berkas: boleh.pdf"), "utf-8")
    found = json.loads(CliRunner().invoke(main, ["check", "--format", "json"]).stdout)
    named = {item["path"].rpartition("/")[2] for item in found if "NIK atau nomor KK" in item["message"]}

    assert ("teks.pdf" in named, "boleh.pdf" in named) == (False, True)


GAPS = st.sampled_from(("", " ", ".", "-", "/", "_", "\u00a0", "\u2009", "\u200b", "\u2011"))
SCRIPTS = st.sampled_from(("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"))
SHAPES = st.sampled_from(((4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (16,), (1,) * 16, (2,) * 8))
AROUND = st.sampled_from(("", "a", "NIK: ", "(", "https://contoh.example/?x=", "\n"))


@settings(max_examples=200, derandomize=True, database=None)
@given(SHAPES, GAPS, SCRIPTS, AROUND, AROUND)
def test_a_nik_is_found_however_it_is_written(shape: tuple[int, ...], gap: str, script: str, before: str, after: str) -> None:
    """Whatever parts its digits, whatever script they are of, whatever stands around."""
    digits = NIK.translate(str.maketrans("0123456789", script))
    pieces, at = [], 0
    for length in shape:
        pieces.append(digits[at : at + length])
        at += length

    assert ("NIK atau nomor KK", NIK) in [
        (kind, "".join(filter(str.isdigit, found))) for kind, found in cari(before + gap.join(pieces) + after)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "12 13 14 15 16 17 18 19",
        "2021 2022 2023 2024",
        "2026-11-24 10.30.00 12345",
        "Rp 1.234.567.890.123.456",
        "B-1234/Kk.07.03/1/PP.00/11/2026",
        "https://contoh.example/p/1234567890123456",
        "NSM 131117080001, NPSN 10703969",
        "8808081234567890",
        "(0736) 21097, 21098, 21099",
        "pukul 08.00-12.00 dan 13.00-16.00",
        "",
    ],
)
def test_other_numbers_are_nobodys(text: str) -> None:
    """Numbers of letters, money, places and times pass."""
    assert [*cari(text), *duga(text)] == []


@pytest.mark.parametrize(
    ("isi", "kind", "found", "is_it"),
    [
        ("1771-0141-0190-0001", "NIK atau nomor KK", NIK, True),
        ("177101410190000", "NIK atau nomor KK", NIK, False),
        (f"{NIK} {NIP}", "NIK atau nomor KK", NIK, False),
        ("0812 9999 0001", "nomor seluler", "+6281299990001", True),
        ("lahir", "tanggal lahir", "lahir di Bengkulu, 4 September 1975", False),
        ("Tokoh ini lahir di  Bengkulu, 4 September 1975.", "tanggal lahir", "lahir di Bengkulu, 4 September 1975", True),
        ("ANI@gmail.com", "surel pribadi", "ani@gmail.com", True),
    ],
)
def test_an_allowance_is_for_one_number(isi: str, kind: str, found: str, *, is_it: bool) -> None:
    """The same number however it is written; never a part, never two at once."""
    assert allows(isi, kind, found) == is_it
