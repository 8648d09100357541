"""An innovation and its line: from whom it was learnt, and who learnt from it."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.index import Index, InovasiRingkas
from generator.model.satker import Satker
from generator.render.env import render
from generator.render.page import SLUG, Kind, Page, Site

KIND = Kind("inovasi", f"satker/{SLUG}/inovasi/{SLUG}.md")


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the page of every innovation of *satker*."""
    for slug, inovasi in satker.inovasi.items():
        url = f"satker/{satker.slug}/inovasi/{slug}/"
        body = render(
            env,
            "fragments/inovasi.html",
            url,
            site=site,
            satker=satker,
            slug=slug,
            inovasi=inovasi,
            leluhur=ancestors(site.index, f"{satker.slug}/{slug}"),
            penurun=site.index.penurun(f"{satker.slug}/{slug}"),
        )
        title = f"{inovasi.nama} – {satker.profil.nama_pendek}"
        description = inovasi.ringkasan or f"Inovasi {inovasi.nama} di {satker.profil.nama}."
        yield Page(KIND.name, url, title, description, body)


def ancestors(index: Index, alamat: str) -> list[InovasiRingkas]:
    """Return the innovations of this portal it goes back to, the oldest first; a circle ends where it closes."""
    line: list[InovasiRingkas] = []
    item = index.inovasi.get(alamat)
    while item and item.asal and item.asal.inovasi:
        item = index.inovasi.get(item.asal.inovasi)
        if item is None or item in line or item.alamat == alamat:
            break
        line.insert(0, item)
    return line
