"""
What programs find at the addresses of a satker that is no more, each in the form that it asks for.

Its JSON says since when and why, its tables are empty, its feed has one last entry, and its calendar none.
"""

import json
from collections.abc import Iterator

from generator.model.alamat import SatkerDihapus
from generator.model.terbuka import VERSI
from generator.opendata import alamat
from generator.opendata.agenda import agenda
from generator.opendata.tabel import TABEL, kepala
from generator.opendata.umpan import Kabar, umpan
from generator.render.page import Site


def satker_dihapus(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every satker that is no more, at each address it had."""
    for slug, item in site.bersama.dihapus.items():
        for name in (slug, *item.alamat_lama):
            yield alamat.json_satker(name), _json(slug, item)
            yield from ((alamat.csv_satker(name, table.nama), kepala(table)) for table in TABEL if table.per_satker)
            if site.identitas.base:
                here = alamat.halaman(slug)
                yield alamat.halaman(name) + alamat.UMPAN, umpan(site, here, f"Perubahan {item.nama}", [_kabar(site, slug, item)])
                yield alamat.halaman(name) + alamat.AGENDA, agenda(site, f"Agenda ZI {item.nama}", [])


def _json(slug: str, item: SatkerDihapus) -> bytes:
    said = {"versi": VERSI, "lisensi": alamat.LISENSI, "id": slug, "dihapus": item.model_dump(mode="json", exclude_none=True)}
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"


def _kabar(site: Site, slug: str, item: SatkerDihapus) -> Kabar:
    page = f"{site.identitas.base}{alamat.halaman(slug)}"
    title = f"{item.nama} sudah tidak ada"
    return Kabar(item.tanggal, f"{page}#dihapus-{item.tanggal.isoformat()}", title, item.alasan, page)
