"""The canonical text of a record: the same for the same data, whether a hand, a form or another program wrote it."""

import re
from dataclasses import replace

from generator import codes
from generator.diagnostic import Diagnostic, Problem, has_errors
from generator.kanonik import Comments, emit
from generator.komentar import find_comments
from generator.load import MODELS
from generator.parse import Data
from generator.place import Place
from generator.read import MAX_BYTES, read
from generator.urutan import ordered

FOLDERS = ("layanan", "inovasi")  # the kinds of record that are one folder further down
_SCHEMA = re.compile(r"#\s*yaml-language-server:\s*\$schema=")
_MODELS = {name.removesuffix(".yml"): model for name, model in MODELS.items()}


def canonical(kind: str, data: dict[str, Data], comments: Comments | None = None) -> str:
    """
    Return the text of a record of *kind* (``satker``, ``layanan``, …).

    It begins with the address of its JSON Schema; texts lose the white space at their ends, which no reader of a record sees.
    """
    said = comments or Comments()
    before = {loc: [item for item in items if not _SCHEMA.match(item.text)] for loc, items in said.before.items()}
    end = [item for item in said.end if not _SCHEMA.match(item.text)]
    return f"{schema_line(kind)}\n{emit(ordered(_MODELS[kind], trimmed(data)), replace(said, before=before, end=end))}"


def schema_line(kind: str) -> str:
    """Return the line by which an editor finds the schema of a record of *kind*, from the folder that the record is in."""
    up = "../" * (3 if kind in FOLDERS else 2)
    return f"# yaml-language-server: $schema={up}content/data/skema/{kind}.json"


def trimmed(data: dict[str, Data]) -> dict[str, Data]:
    """Return *data* whose texts have no white space at their ends."""
    return {key: _trimmed(value) for key, value in data.items()}


def formatted(name: str, path: str, raw: bytes) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """
    Return the canonical bytes of the record *name* (``satker.yml``, ``layanan/….yml``), or its own with what the reader finds.

    What cannot be read stays as it is. Raises FormatError if the new text did not say the same.
    """
    source, findings = read(path, raw)
    if has_errors(findings):
        return raw, findings
    text = canonical(name.partition("/")[0].removesuffix(".yml"), source.data, find_comments(source.text))
    new = text.encode()
    if len(new) > MAX_BYTES:
        message = f"rekaman ini dalam bentuk bakunya lebih besar daripada {MAX_BYTES // 1024} KiB"
        return raw, (source.at(Place(1, 1), Problem(codes.TERLALU_BESAR, (), message, "pendekkan teksnya")),)
    again, found = read(path, new)
    if has_errors(found) or again.data != trimmed(source.data):
        raise FormatError(path)
    return new, ()


class FormatError(AssertionError):
    """A text would have changed its record: a bug."""


def _trimmed(data: Data) -> Data:
    if isinstance(data, str):
        return data.strip()
    return [_trimmed(item) for item in data] if isinstance(data, list) else trimmed(data)
