"""What the projects of the rivals are laid out from."""

import csv
import json
import re
import shutil
from pathlib import Path

import yaml

from generator.assess import CRITERIA
from generator.kemajuan import Kemajuan, kemajuan
from generator.kriteria.hasil import Hasil, Konteks
from generator.label import LABELS
from generator.portal import data_day, load_portal
from generator.rekomendasi import REKOMENDASI
from generator.render.env import per_kunci

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
    kriteria = {kode: {"judul": item.judul, "wajib": item.bobot == "galat"} for kode, (item, _) in CRITERIA.items()}
    asked = [{"judul": item.judul, "teks": item.teks, "kode": item.kriteria[0].lower()} for item in REKOMENDASI]
    return {"label": LABELS, "wilayah": wilayah, "kategori": list(kategori), "kriteria": kriteria, "rekomendasi": asked}


def outcomes(portal: Path, folder: Path) -> None:
    """Write to *folder*, a file a satker, what our criteria say of it: the rivals judge no record, and are handed that ready."""
    known = load_portal(portal / "satker")
    konteks = Konteks(known.bersama, data_day(known.surveyed.values()))
    folder.mkdir()
    for slug in known.surveyed:
        found = _progress(kemajuan(known.load(slug), konteks))
        (folder / f"{slug}.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def _progress(found: Kemajuan) -> dict[str, object]:
    return {
        "per": found.per.isoformat(),
        "persen": found.kelengkapan.persen,
        "terpenuhi": found.jumlah_terpenuhi,
        "kriteria": {kode: _outcome(hasil) for kode, hasil in found.kelengkapan.hasil.items()},
        "rekomendasi": [{**_outcome(hasil), "bukti": [item._asdict() for item in hasil.bukti]} for hasil in found.rekomendasi],
    }


def _outcome(hasil: Hasil) -> dict[str, object]:
    """Return an outcome; what is missing stands by its keys, each with the files that lack them."""
    missing = [{"kunci": keys, "berkas": files} for keys, files in per_kunci(hasil.kurang)]
    return {"status": hasil.status, "alasan": hasil.alasan, "kurang": missing, "jumlah": len(hasil.kurang)}
