"""Findings become words for a reader: a terminal, a program, or GitHub."""

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from itertools import groupby

from generator.diagnostic import Diagnostic
from generator.tersembunyi import FORBIDDEN

MAX_EXCERPT = 100
MAX_HEIRS = 3
MAX_SUMMARY = 900_000  # bytes; GitHub refuses a summary of more than 1 MiB
MAX_MARKS = 10  # of each kind, which GitHub shows of one step
_MARKDOWN = re.compile(r"[\\`*_{}\[\]|~@!]")

Report = Callable[[Sequence[Diagnostic]], str]


def text(findings: Sequence[Diagnostic]) -> str:
    """Return each finding as ``path:line:column: galat[kode] message``, its line with a caret, its hint, and a closing count."""
    blocks = ["\n".join(_lines(finding)) + "\n" for finding in findings]
    return "\n".join([*blocks, f"{_count(findings)}\n"])


def cells(findings: Sequence[Diagnostic]) -> str:
    """Return each finding in a workbook as ``file:sheet!cell: galat[kode] message``, its hint, and a closing count."""
    blocks = ["\n".join(_said(finding, f"{finding.path}{_cell(finding)}")) + "\n" for finding in findings]
    return "\n".join([*blocks, f"{_count(findings)}\n"])


def as_json(findings: Sequence[Diagnostic]) -> str:
    """Return a list of objects; lines and columns count from 1."""
    keys = ("path", "line", "column", "code", "severity", "message", "hint")
    rows = [{key: asdict(finding)[key] for key in keys} | {"message": _message(finding)} for finding in findings]
    return json.dumps(rows, ensure_ascii=True, indent=2) + "\n"


def github(findings: Sequence[Diagnostic]) -> str:
    """Return one workflow command a file, files with errors first, because GitHub shows ten of each kind and drops the rest."""
    ordered = sorted(findings, key=lambda finding: (finding.path, not finding.is_error, finding.line, finding.column))
    worst = [(next(group), sum(1 for _ in group)) for _, group in groupby(ordered, key=lambda finding: finding.path)]
    worst.sort(key=lambda item: (not item[0].is_error, item[0].path))
    return "".join(f"{_annotation(finding, others)}\n" for finding, others in worst) + f"{_count(findings)}\n"


def markdown(findings: Sequence[Diagnostic], title: str = "Hasil pemeriksaan rekaman", portal: str = "") -> str:
    """
    Return everything as a job summary, grouped by the folder (the satker) of the records, those with errors first.

    Codes are linked to their explanation at *portal*, the public address. What GitHub would not take is counted instead.
    """
    groups = [list(group) for _, group in groupby(sorted(findings, key=_folder), key=_folder)]
    groups.sort(key=lambda group: not any(finding.is_error for finding in group))
    parts = [f"## {title}\n", f"{_count(findings)}\n", *_unmarked(findings)]
    size, shown = 0, 0
    for group in groups:
        heading = f"### {inline(_folder(group[0]) or 'akar repositori')} ({_count(group).rstrip('.')})\n"
        for number, finding in enumerate(group):
            item = _item(finding, portal) if number else f"{heading}\n{_item(finding, portal)}"
            size += len(item.encode()) + 1
            if size <= MAX_SUMMARY:
                parts.append(item)
                shown += 1
    if shown < len(findings):
        parts.append(f"Ringkasan ini penuh: {len(findings) - shown} temuan lain tidak ditampilkan. Perbaiki dulu yang tampil.\n")
    return "\n".join(parts)


def _unmarked(findings: Sequence[Diagnostic]) -> list[str]:
    """Return the sentence that says how many files GitHub leaves without a mark, if there are any."""
    wrong = {finding.path for finding in findings if finding.is_error}
    files = (len(wrong), len({finding.path for finding in findings} - wrong))
    left = sum(max(0, number - MAX_MARKS) for number in files)
    return [f"GitHub tidak menandai {left} berkas lain yang bertemuan; semua temuannya ada di bawah.\n"] if left else []


FORMATS: dict[str, Report] = {"text": text, "json": as_json, "github": github, "markdown": markdown}


def _count(findings: Sequence[Diagnostic]) -> str:
    errors = sum(finding.is_error for finding in findings)
    if not findings:
        return "Tidak ada temuan."
    return f"{errors} galat, {len(findings) - errors} peringatan."


def _message(finding: Diagnostic) -> str:
    if not finding.heirs:
        return finding.message
    named, others = ", ".join(finding.heirs[:MAX_HEIRS]), len(finding.heirs) - MAX_HEIRS
    return f"{finding.message} (diwarisi oleh {named}{f' dan {others} lainnya' if others > 0 else ''})"


def visible(value: str) -> str:
    """Show what a terminal would act on instead of printing."""
    return _unprintable().sub(lambda match: " " if match[0] == "\t" else _escaped(match[0]), value)


@cache
def _unprintable() -> re.Pattern[str]:
    """Return what is not shown as it is; compiled when there is something to show, for that takes as long as all else here."""
    return re.compile(f"[\t\n\r\ud800-\udfff]|{FORBIDDEN.pattern}")


def _escaped(one: str) -> str:
    return f"\\u{ord(one):04x}" if one <= "\uffff" else f"\\U{ord(one):08x}"


def _lines(finding: Diagnostic) -> list[str]:
    return _said(finding, f"{finding.path}:{finding.line}:{finding.column}")


def _said(finding: Diagnostic, place: str) -> list[str]:
    lines = [f"{visible(place)}: {finding.severity}[{finding.code}] {visible(_message(finding))}"]
    if finding.excerpt.strip():
        excerpt, caret = _window(finding)
        lines += [f"{finding.line:5} | {excerpt}", f"      | {' ' * caret}^"]
    if finding.hint:
        lines.append(f"      = saran: {visible(finding.hint)}")
    return [*lines, f"      = penjelasan: /kriteria/#{finding.code}"]


def _cell(finding: Diagnostic) -> str:
    """Return the address of a cell; a whole workbook has none."""
    letters, column = "", finding.column
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"!{letters}{finding.line}" if letters else ""


def _window(finding: Diagnostic) -> tuple[str, int]:
    """Return the part of a long line around the column, and where the caret stands in it."""
    start = max(0, finding.column - 1 - MAX_EXCERPT // 2) if len(finding.excerpt) > MAX_EXCERPT else 0
    part = finding.excerpt[start : start + MAX_EXCERPT]
    ahead = finding.excerpt[start : finding.column - 1]
    lead, tail = "…" if start else "", "…" if start + MAX_EXCERPT < len(finding.excerpt) else ""
    return f"{lead}{visible(part)}{tail}", len(lead) + len(visible(ahead))


def _annotation(finding: Diagnostic, others: int) -> str:
    kind = "error" if finding.is_error else "warning"
    more = f"\nMasih ada {others} temuan lain di berkas ini; lihat ringkasan pemeriksaan." if others else ""
    hint = f"\nSaran: {finding.hint}" if finding.hint else ""
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column},title={_property(finding.code)}"
    return f"::{kind} {place}::{_data(_message(finding) + hint + more)}"


def _data(value: str) -> str:
    """Escape the message of a workflow command."""
    return _unprintable().sub(lambda match: {"\n": "%0A", "\r": "%0D"}.get(match[0], "\ufffd"), value.replace("%", "%25"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _folder(finding: Diagnostic) -> str:
    """Return the folder right below the records: the path without the file and without a collection's folder."""
    parts = finding.path.split("/")[:-1]
    return "/".join(parts[:-1] if parts and parts[-1] in ("layanan", "inovasi", "berkas") else parts)


def _item(finding: Diagnostic, portal: str) -> str:
    place = f"{finding.path.removeprefix(_folder(finding) + '/')}:{finding.line}:{finding.column}"
    code = _code(finding.code)
    link = f'<a href="{html.escape(portal)}kriteria/#{finding.code}">{code}</a>' if portal else code
    lines = [f"- **{finding.severity}** {_code(place)} {inline(_message(finding))} ({link})"]
    if finding.excerpt.strip():
        lines.append(f"  - tertulis: {_code(_window(finding)[0].strip())}")
    if finding.hint:
        lines.append(f"  - saran: {_code(finding.hint)}")
    return "\n".join(lines) + "\n"


def inline(value: str) -> str:
    """Escape text for Markdown, whatever the record holds: a character reference means nothing to it."""
    escaped = html.escape(visible(value))
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", escaped)


def _code(value: str) -> str:
    return f"<code>{inline(value)}</code>"
