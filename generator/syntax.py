"""What libyaml says about broken YAML, said again for an office: the likely cause, its place, and the mend."""

import re
from dataclasses import dataclass

from generator import codes
from generator.diagnostic import Code

_KEY_LINE = re.compile(r"^\s*(?:- +)*[\w-]+:(?:\s|$)")
_GLUED_KEY = re.compile(r"^(\s*(?:- +)*[A-Za-z_][\w-]*:)(\S.*)$")


@dataclass(frozen=True, slots=True)
class Syntax:
    """A syntax error; *line* and *column* count from 0, as libyaml does."""

    code: Code
    line: int
    column: int
    message: str
    hint: str


def explain(lines: list[str], problem: str, mark: tuple[int, int], context_mark: tuple[int, int] | None) -> Syntax:
    """
    Return the likely cause of libyaml's *problem*.

    The place is *mark*, but for what was opened and never closed (a quote, a bracket) it is *context_mark*, where it was opened.
    """
    if "mapping values are not allowed" in problem or "could not find expected ':'" in problem:
        return _colon(lines, *mark)
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        line, column = context_mark or mark
        message = "tanda kutip yang dibuka di sini tidak pernah ditutup"
        return Syntax(codes.YAML_KUTIP, line, column, message, "tutup dengan tanda kutip yang sama di akhir teks")
    if "',' or" in problem:
        line, column = context_mark or mark
        message = "tanda kurung yang dibuka di sini tidak ditutup, atau kurang koma di antara isinya"
        return Syntax(codes.YAML_KURUNG, line, column, message, "pisahkan isi dengan koma dan tutup kurungnya")
    if "escape" in problem:
        message = "garis miring terbalik (\\) di dalam kutip ganda mempunyai arti khusus"
        return Syntax(codes.YAML_KUTIP, *mark, message, "pakai kutip tunggal: '…'")
    if "cannot start any token" in problem:
        return _start(lines, *mark)
    message = "susunan baris ini tidak dapat dibaca; biasanya karena jorokan baris (spasi di depan) tidak sama"
    hint = "samakan jumlah spasi di depan dengan baris yang setingkat; pakai dua spasi untuk setiap tingkat"
    return Syntax(codes.YAML_SUSUNAN, *mark, message, hint)


def _colon(lines: list[str], line: int, column: int) -> Syntax:
    """Tell apart the three causes of one message of libyaml: a glued colon, a wrong indent, a colon inside a text."""
    text = lines[line] if line < len(lines) else ""
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    for number in (line, above):
        glued = _GLUED_KEY.match(lines[number]) if number < len(lines) else None
        if glued and not glued[2].startswith("//"):
            message = "setelah titik dua harus ada satu spasi"
            return Syntax(codes.YAML_TITIK_DUA, number, len(glued[1]), message, f"{glued[1].strip()} {glued[2]}")
    if _KEY_LINE.match(text) and text.find(":") == column:
        message = "baris ini menjorok lebih dalam daripada baris yang setingkat di atasnya"
        start = len(text) - len(text.lstrip())
        return Syntax(codes.YAML_SUSUNAN, line, start, message, "samakan jumlah spasi di depan dengan baris di atasnya")
    key, _, value = text.strip().partition(": ")
    message = "teks yang memuat titik dua dan spasi harus diapit tanda kutip"
    hint = f'{key}: "{value}"' if value else 'tulis seperti: kunci: "teks: dengan titik dua"'
    return Syntax(codes.YAML_TITIK_DUA, line, column, message, hint)


def _start(lines: list[str], line: int, column: int) -> Syntax:
    text = lines[line] if line < len(lines) else ""
    found = text[column : column + 1]
    message = f"teks tidak boleh dimulai dengan tanda {found} kalau tidak diapit tanda kutip"
    return Syntax(codes.YAML_KUTIP, line, column, message, f'"{text[column:].strip()}"')
