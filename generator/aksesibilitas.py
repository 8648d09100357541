"""What the accessibility statement says was tested: written by the browser tests, never by hand."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).with_name("aksesibilitas.json")


@dataclass(frozen=True, slots=True)
class Uji:
    """
    One run of the tests.

    *mesin* is the checker with its version, *standar* the rules it knows, *jenis* the kinds of pages, *halaman* how many pages
    were looked at, each once a width of *lebar* (CSS pixels) and a scheme of *tema*; *pelanggaran* is the number of violations.
    """

    tanggal: date
    mesin: str
    standar: str
    jenis: tuple[str, ...]
    halaman: int
    lebar: tuple[int, ...]
    tema: tuple[str, ...]
    pelanggaran: int


def load_uji() -> Uji:
    """Return what the tests found last."""
    data = json.loads(FILE.read_text("utf-8"))
    lists = {key: tuple(data[key]) for key in ("jenis", "lebar", "tema")}
    return Uji(**data | lists | {"tanggal": date.fromisoformat(data["tanggal"])})
