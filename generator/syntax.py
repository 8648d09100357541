"""What libyaml says about broken YAML, said again for an office: the likely cause, its place, and the mend."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator import codes
from generator.diagnostic import Code
from generator.place import Lines, Place

MAX_DEPTH = 12
TOO_DEEP = f"susunan di sini lebih dalam daripada {MAX_DEPTH} tingkat"
FLATTEN = "sederhanakan susunannya"

_KEY_VALUE = re.compile(r"^(\s*(?:- +)*)([\w-]+):\s+(\S.*?)\s*$")
_ITEM = re.compile(r"^(\s*(?:- +)+)(\S.*?)\s*$")
_KEY_LINE = re.compile(r"^\s*(?:- +)*[\w-]+:(?:\s|$)")
_GLUED_KEY = re.compile(r"^(\s*(?:- +)*[A-Za-z_][\w-]*:)(?!//)(\S.*)$")
_CLOSED = re.compile(r"[\"'\]}]\s*$")
_NO_COLON = re.compile(r"^\s*([\w-]+)\s*[=;]?\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Syntax:
    """The cause of a syntax error at its place."""

    code: Code
    place: Place
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What libyaml said: *place* is where it gave up, *opened* where the piece began that it was reading."""

    lines: Lines
    problem: str
    place: Place
    opened: Place


def explain(complaint: Complaint) -> Syntax:
    """Return the likely cause of a complaint of libyaml."""
    for pattern, explanation in _EXPLANATIONS:
        if re.search(pattern, complaint.problem):
            return explanation(complaint)
    return _indent(complaint)


def quoted(text: str) -> str:
    """Return *text* between the quotes that need no escaping, if any."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def _quoted_line(line: str) -> str:
    """Return the line with its value between quotes, or an example where the value cannot be told."""
    match = _KEY_VALUE.match(line)
    if match and not re.match(r"[\[{]", match[3]):
        return f"{match[2]}: {quoted(match[3])}"
    match = _ITEM.match(line)
    if match and not re.match(r"[\[{]", match[2]) and not _KEY_LINE.match(match[2]):
        return f"- {quoted(match[2])}"
    return 'misalnya kunci: "teks yang diapit kutip"'


def _no_colon(complaint: Complaint) -> Syntax:
    line = complaint.lines[complaint.opened.line]
    message = "baris ini tidak mempunyai titik dua dan spasi setelah nama kunci"
    match = _NO_COLON.match(line)
    return Syntax(codes.YAML_TITIK_DUA, complaint.opened, message, f"{match[1]}: {match[2] or '…'}" if match else "kunci: nilai")


def _colon(complaint: Complaint) -> Syntax:
    """Tell apart the causes of one message: a glued colon, a wrong indent, a colon inside a text."""
    lines, place = complaint.lines, complaint.place
    line = lines[place.line]
    above = next((number for number in range(place.line - 1, 0, -1) if lines[number].strip()), place.line)
    for number in (place.line, above):
        glued = _GLUED_KEY.match(lines[number])
        if glued and not _KEY_VALUE.match(lines[number]):
            message = "setelah titik dua harus ada satu spasi"
            at = Place(number, len(glued[1]) + 1)
            return Syntax(codes.YAML_TITIK_DUA, at, message, f"{glued[1].strip()} {glued[2]}")
    if _KEY_LINE.match(line) and line.find(":") == place.column - 1:
        return _indent(complaint)
    message = "teks yang memuat titik dua dan spasi harus diapit tanda kutip"
    return Syntax(codes.YAML_TITIK_DUA, place, message, _quoted_line(line))


def _indent(complaint: Complaint) -> Syntax:
    line, column = complaint.lines[complaint.place.line], complaint.place.column
    if line.lstrip().startswith(":"):
        message = "di sini nama kunci belum ditulis"
        return Syntax(codes.KUNCI_BUKAN_TEKS, complaint.place, message, f"nama-kunci{line[column - 1 :].rstrip()}")
    if _CLOSED.search(line[: column - 1]):
        message = "ada teks sesudah tanda kutip atau kurung penutup; apit seluruh teks dengan satu pasang tanda kutip"
        return Syntax(codes.YAML_KUTIP, complaint.place, message, _quoted_line(line))
    start = Place(complaint.place.line, len(line) - len(line.lstrip()) + 1)
    message = "jumlah spasi di depan baris ini tidak sama dengan baris yang setingkat"
    hint = "samakan jumlah spasi di depan; pakai dua spasi untuk setiap tingkat"
    if line.lstrip().startswith("- "):
        hint = "butir berdiri di bawah nama kuncinya; samakan jumlah spasi di depan semua tanda hubung"
    return Syntax(codes.YAML_SUSUNAN, start, message, hint)


def _never_closed(complaint: Complaint) -> Syntax:
    message = "tanda kutip yang dibuka di sini tidak pernah ditutup"
    return Syntax(codes.YAML_KUTIP, complaint.opened, message, "tutup dengan tanda kutip yang sama di akhir teks")


def _bracket(complaint: Complaint) -> Syntax:
    message = "kurung yang dibuka di sini tidak ditutup, atau kurang koma di antara isinya"
    hint = "pisahkan isi dengan koma, tutup kurungnya, dan apit teks yang memuat koma atau kurung dengan tanda kutip"
    return Syntax(codes.YAML_KURUNG, complaint.opened, message, hint)


def _escape(complaint: Complaint) -> Syntax:
    message = "garis miring terbalik (\\) di dalam kutip ganda mempunyai arti khusus"
    return Syntax(codes.YAML_KUTIP, complaint.place, message, "pakai kutip tunggal: '…'")


def _dash(complaint: Complaint) -> Syntax:
    message = "daftar tidak boleh dimulai di baris yang sama dengan nama kuncinya"
    item = complaint.lines[complaint.place.line][complaint.place.column - 1 :].strip()
    return Syntax(codes.YAML_SUSUNAN, complaint.place, message, f"tulis di baris baru, menjorok dua spasi: {item}")


def _start(complaint: Complaint) -> Syntax:
    """Explain a text that begins with a sign of YAML's own."""
    place = complaint.opened if re.search("alias|anchor|block scalar|directive", complaint.problem) else complaint.place
    line = complaint.lines[place.line]
    sign = line[place.column - 1 : place.column]
    if sign == "\t":
        message = "di sini ada tab; YAML hanya menerima spasi"
        return Syntax(codes.YAML_TAB, place, message, "ganti dengan spasi, dua untuk setiap tingkat")
    message = f"teks tidak boleh dimulai dengan tanda {sign} kalau tidak diapit tanda kutip"
    return Syntax(codes.YAML_KUTIP, place, message, _quoted_line(line))


def _tag(complaint: Complaint) -> Syntax:
    message = "tanda jenis (`!…`) tidak dipakai di sini; semua nilai ditulis sebagai teks biasa"
    return Syntax(codes.YAML_JENIS, complaint.opened, message, "hapus kata yang diawali tanda seru, atau apit dengan tanda kutip")


def _deep(complaint: Complaint) -> Syntax:
    return Syntax(codes.TERLALU_DALAM, complaint.place, TOO_DEEP, FLATTEN)


def _document(complaint: Complaint) -> Syntax:
    if not any(complaint.lines[number].startswith("...") for number in range(1, complaint.place.line)):
        return _indent(complaint)
    message = "satu berkas hanya boleh berisi satu dokumen; tidak boleh ada isi sesudah `...`"
    return Syntax(codes.YAML_DOKUMEN, complaint.place, message, "hapus baris `...`, atau pindahkan isinya ke berkas lain")


_EXPLANATIONS: tuple[tuple[str, Callable[[Complaint], Syntax]], ...] = (
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _colon),
    ("escape|hexdecimal", _escape),
    ("nesting depth", _deep),
    ("quoted scalar", _never_closed),
    ("',' or", _bracket),
    ("block sequence entries", _dash),
    ("tag handle|scanning a tag|parsing a tag", _tag),
    ("<document start>", _document),
    ("cannot start any token|alias|anchor|block scalar|directive|YAML document|node content|mapping keys", _start),
)
