r"""
The contract's side of the open data: what a record says, read from its YAML by a reader of its own, and what of that is missing.

Nothing here asks the models. What may differ between a record and the open data is all in this file:

- a text is trimmed at both ends, line ends are ``\n`` (YAML's own rule);
- what counts or measures is a number there, equal as a number (``3.50`` is 3.5, ``007`` is 7); ``true`` and ``false`` are truths;
- hours are equal as minutes (``8:00 - 16:00`` is ``08.00-16.00``); the scheme of a link is in lower case;
- the path of a file does not say ``berkas/`` once more;
- `catatan` is never published, but for the mentors' notes, which are evidence, and `boleh_tampil` is said to reviewers only;
- a key that is left out may be there with what its absence means (`ABSENT`), and nothing else may be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

FILES = {"satker": "profil"}  # names of records that have another in the open data
UNSUR = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "penanganan_pengaduan"),
    "sarana_prasarana",
)
NUMBERS = frozenset(
    (
        *("lintang", "bujur", "tahun", "nilai", "paling_cepat", "rupiah", "sebelum", "sesudah", "area", "target", "realisasi"),
        *("jumlah_anggota", "jumlah_pegawai", "jumlah_penandatangan", "petugas_layanan", "peserta", "nomor", "responden"),
        *("masuk", "diproses", "selesai", "median_hari", "terbit", *UNSUR),
    )
)
TRUTHS = frozenset(("pnbp", "layanan", "terhubung_lapor"))
DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
ABSENT: dict[str, tuple[Any, ...]] = {
    "status": ("buka", "berjalan"),
    "pnbp": (False,),
    "layanan": (False, [], {}),
    "terhubung_lapor": (False,),
}

Loc = tuple[str | int, ...]


def said(raw: bytes, *, soon: bool = False) -> Any:
    """
    Return what a record says: every scalar a text, read without the project, and without libyaml but *soon*.

    PyYAML's own reader gives up over a tab inside a plain text, which YAML allows; there libyaml's takes its place.
    """
    text = raw.decode("utf-8-sig")
    try:
        return yaml.load(text, yaml.CBaseLoader if soon else yaml.BaseLoader)  # noqa: S506 - texts only
    except yaml.scanner.ScannerError as error:
        if "\\t" not in str(error.problem):
            raise
        return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - texts only


def trimmed(record: Any) -> Any:
    """Return *record* with every text trimmed at both ends."""
    if isinstance(record, dict):
        return {key: trimmed(value) for key, value in record.items()}
    return [trimmed(value) for value in record] if isinstance(record, list) else record.strip()


def lost(record: Any, told: Any, loc: Loc = ()) -> Iterator[str]:
    """Yield where the open data (*told*) do not say what *record* says, or say what it does not."""
    if isinstance(record, dict) and isinstance(told, dict):
        is_note = loc[:1] == ("catatan_pendampingan",) and len(loc) == 2
        hidden = {"boleh_tampil"} if not loc else set()
        shown = {key: value for key, value in record.items() if key not in hidden and (key != "catatan" or is_note)}
        for key, value in shown.items():
            yield from lost(value, told[key], (*loc, key)) if key in told else [f"{(*loc, key)}: absent"]
        yield from (f"{(*loc, key)}: {told[key]!r} is not said" for key in told.keys() - shown if not _is_default(key, told[key]))
    elif isinstance(record, list) and isinstance(told, list):
        if len(record) != len(told):
            yield f"{loc}: {len(record)} items, {len(told)} told"
        for number, (value, other) in enumerate(zip(record, told, strict=False)):
            yield from lost(value, other, (*loc, number))
    elif not (isinstance(record, str) and _is_same(record.strip(), told, loc)):
        yield f"{loc}: {record!r} became {told!r}"


def _is_default(key: str, value: Any) -> bool:
    return value in ABSENT.get(key, ([], {}))


def _is_same(text: str, told: Any, loc: Loc) -> bool:
    names = [part for part in loc if isinstance(part, str)]
    key = names[-1] if names else ""
    if isinstance(told, bool):
        return key in TRUTHS and text == str(told).lower()
    if isinstance(told, int | float):
        return key in NUMBERS and isinstance(loc[-1], str) and Decimal(text) == Decimal(repr(told))
    if names[-2:-1] == ["hari"] and key in DAYS:
        return _minutes(text) == _minutes(told)
    if key == "berkas":
        return bool(text.removeprefix("berkas/") == told)
    scheme, colon, rest = text.partition("://")
    return told in (text, f"{scheme.lower()}{colon}{rest}")


def _minutes(hours: str) -> list[int]:
    numbers = [int(number) for number in re.findall("[0-9]+", hours)]
    return [hour * 60 + minute for hour, minute in zip(numbers[::2], numbers[1::2], strict=True)]
