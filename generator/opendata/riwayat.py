"""What became of every address that leads elsewhere or was withdrawn, for programs and for the page of what is not found."""

import json
from collections.abc import Mapping

from generator.alamat import jejak, jejak_dihapus
from generator.model.satker import Satker
from generator.model.terbuka import VERSI
from generator.opendata.alamat import FOLDER, LISENSI, halaman, json_satker
from generator.render.page import Site
from generator.render.pages.dihapus import penerus, pengganti

ALAMAT = f"{FOLDER}alamat.json"

Lalu = dict[str, dict[str, str]]


def lalu(site: Site, satker: Satker) -> Lalu:
    """Return by address where it leads (``ke``), or what was withdrawn there: its name, since when, why, and where to go."""
    traces = jejak(satker)
    found: Lalu = {old: {"ke": there} for old, _, there in traces.pengalihan()}
    for place, item in traces.dihapus.items():
        there = pengganti(site, satker, item)
        said = {"nama": item.nama, "tanggal": item.tanggal.isoformat(), "alasan": item.alasan}
        found[traces.alamat(place)] = said | ({"ke": there.alamat} if there else {})
    return found


def salinan(satker: Satker, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the data *files* of *satker* under the folders it had before: a file that is no page cannot lead elsewhere."""
    own, data = halaman(satker.slug), json_satker(satker.slug).removesuffix(".json")
    found = {}
    for old in satker.profil.alamat_lama:
        there = {own: halaman(old), data: json_satker(old).removesuffix(".json")}
        for uri, content in files.items():
            start = next(start for start in there if uri.startswith(start))
            found[there[start] + uri.removeprefix(start)] = content
    return found


def dokumen(site: Site, found: Lalu) -> bytes:
    """Return the list of *found* and of what was below satker that are no more."""
    every = dict(found)
    for slug, item in site.bersama.dihapus.items():
        traces = jejak_dihapus(slug, item)
        every |= {old: {"ke": there} for old, _, there in traces.pengalihan()}
        said = {"nama": item.nama, "tanggal": item.tanggal.isoformat(), "alasan": item.alasan}
        heir = penerus(site.bersama, slug)
        every[traces.alamat("")] = said | ({"ke": halaman(heir)} if heir else {})
    rows = ",\n".join(f"{_json(address)}:{_json(every[address])}" for address in sorted(every))
    about = {"versi": VERSI, "lisensi": LISENSI, "nama": site.identitas.nama}
    return f'{_json(about)[:-1]},"alamat":{{\n{rows}\n}}}}\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
