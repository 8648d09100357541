"""The portals that a national one joins, as one list with counts and the addresses of their data."""

import json

from generator.daerah import Daerah
from generator.model.terbuka import VERSI
from generator.opendata import alamat
from generator.opendata.alamat import LISENSI
from generator.opendata.cpsv import Node
from generator.render.page import Site


def daftar(site: Site) -> bytes:
    """Return the list of all portals that mkdocs.yml names, with what is known of each."""
    known = [item for item in site.daerah if item.per]
    whole = {
        "versi": VERSI,
        "lisensi": LISENSI,
        "nama": site.identitas.nama,
        "per": site.per.isoformat(),
        "jumlah": {
            "portal": len(site.daerah),
            "terbaca": len(known),
            "satker": sum(item.satker for item in known),
            "layanan": sum(item.layanan for item in known),
        },
        "portal": [_baris(site.identitas.base, item) for item in site.daerah],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _baris(base: str, item: Daerah) -> Node:
    row: Node = {"id": item.id, "nama": item.nama, "alamat": item.alamat}
    if item.per:
        row |= {
            "instansi": item.instansi,
            "wilayah": item.wilayah,
            "per": item.per.isoformat(),
            "diambil": str(item.diambil),
            "satker": item.satker,
            "layanan": item.layanan,
            "draf": item.draf,
            "arsip": f"{item.alamat}{alamat.ARSIP}",
            "katalog": f"{item.alamat}{alamat.KATALOG}",
            "salinan": f"{base}{alamat.json_daerah(item.id)}",
        }
    return row | ({"gagal_sejak": item.gagal_sejak.isoformat()} if item.gagal_sejak else {})
