"""What stands at the address of a record or an attachment that was withdrawn: what it was, since when, why, where to go now."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from generator.alamat import jejak
from generator.model.alamat import Dihapus
from generator.model.satker import Bersama, Satker
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.words import tanggal

DEPTHS = (4, 5, 6)  # folders of an address: an attachment may lie in two of its own
KINDS = {depth: Kind(f"dihapus-{depth}", f"satker/{SLUG}/dihapus{f'/{SLUG}' * (depth - 3)}.md") for depth in DEPTHS}
JENIS = {"layanan": "Layanan", "inovasi": "Inovasi", "berkas": "Dokumen"}


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where a reader goes instead: its address below the site, and its name."""

    alamat: str
    nama: str


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the remark for everything that *satker* withdrew."""
    profil = satker.profil
    if not profil.alamat_dihapus:
        return
    traces = jejak(satker)
    for place, item in traces.dihapus.items():
        url = traces.alamat(place)
        kind = JENIS[place.partition("/")[0]]
        title = f"{kind} “{item.nama}” sudah tidak ada"
        context = {"site": site, "satker": satker, "judul": title, "item": item, "tujuan": pengganti(site, satker, item)}
        body = render(env, "fragments/dihapus.html", url, **context)
        description = f"Dihapus {tanggal(item.tanggal)} oleh {profil.nama}. {item.alasan}"
        name = KINDS[url.count("/")].name
        yield Page(name, url, satker.judul(title), description, body, is_example=satker.is_example, is_listed=False)


def pengganti(site: Site, satker: Satker, item: Dihapus) -> Tujuan | None:
    """Return where the replacement of *item* is; one that was withdrawn itself is followed to its own."""
    traces, seen = jejak(satker), {item.alamat}
    named = item.pengganti
    while named in traces.tempat and (place := traces.tempat[named]) in traces.dihapus and place not in seen:
        seen.add(place)
        named = traces.dihapus[place].pengganti
    if not named:
        return None
    if named in traces.tempat:
        place = traces.tempat[named]
        return Tujuan(traces.alamat(place), traces.nama[place])
    folder = named.partition("/")[0]
    if folder in site.bersama.dihapus:
        heir = penerus(site.bersama, folder)
        gone = site.bersama.dihapus[folder]
        return Tujuan(f"satker/{heir or folder}/", site.index.nama(heir) or gone.nama)
    return Tujuan(f"satker/{named}/", site.index.nama(named))


def penerus(bersama: Bersama, folder: str) -> str:
    """Return who came instead of a satker that is no more, followed through those that are no more either; empty if nobody."""
    seen: set[str] = set()
    while folder in bersama.dihapus and folder not in seen:
        seen.add(folder)
        folder = bersama.dihapus[folder].pengganti or ""
    return folder
