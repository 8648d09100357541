"""What the projects of the rivals are laid out from."""

import csv
import re
import shutil
from pathlib import Path

import yaml

from generator.label import LABELS

WILAYAH = Path(__file__).parents[2] / "generator/wilayah.csv"


def copy(source: Path, folder: Path) -> None:
    """Copy a project to *folder*, its templates without indentation, as the portal's own are compiled."""
    shutil.copytree(source, folder)
    for template in folder.rglob("*.html"):
        template.write_text(re.sub(r"^\s+", "", template.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def tables(portal: Path) -> dict[str, object]:
    """Return what the portal knows from its own tables, and the order of the categories, which Hugo's maps would lose."""
    with WILAYAH.open(encoding="utf-8", newline="") as rows:
        wilayah = {row["kode"]: row["nama"] for row in csv.DictReader(rows)}
    kategori = yaml.safe_load((portal / "satker/_bersama/kategori.yml").read_text("utf-8"))
    return {"label": LABELS, "wilayah": wilayah, "kategori": list(kategori)}
