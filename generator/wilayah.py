"""The regions of Kemendagri, provinces and regencies: codes and names of Kepmendagri 300.2.2-2430 of 2025."""

import csv
from pathlib import Path

_ROWS = csv.reader(Path(__file__).with_name("wilayah.csv").read_text("utf-8").splitlines()[1:])

WILAYAH: dict[str, str] = {kode: nama for kode, nama, *_ in _ROWS}


def nama_wilayah(kode: str) -> str | None:
    """Return the name of the regency (or province) that *kode* lies in, or None if Kemendagri has not given it."""
    name = WILAYAH.get(kode[:5])
    return f"Provinsi {name}" if name and len(kode) == 2 else name
