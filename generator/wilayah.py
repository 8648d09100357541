"""The regions of Kemendagri, provinces and regencies: codes and names of Kepmendagri 300.2.2-2430 of 2025."""

import csv
from importlib.resources import files

_ROWS = csv.DictReader(files("generator").joinpath("wilayah.csv").read_text("utf-8").splitlines())

WILAYAH: dict[str, str] = {row["kode"]: row["nama"] for row in _ROWS}


def nama_wilayah(kode: str) -> str | None:
    """Return the name of the regency (or province) that *kode* lies in, or None if Kemendagri has not given it."""
    name = WILAYAH.get(kode[:5])
    return f"Provinsi {name}" if name and len(kode) == 2 else name
