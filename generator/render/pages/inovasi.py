"""An innovation and its line: from whom it was learnt, and who learnt from it."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.index import GENERATIONS
from generator.model.inovasi import Inovasi
from generator.model.satker import Satker
from generator.render.env import render
from generator.render.page import SLUG, Entry, Kind, Page, Site

KIND = Kind("inovasi", f"satker/{SLUG}/inovasi/{SLUG}.md")


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the page of every innovation of *satker*."""
    for slug, inovasi in satker.inovasi.items():
        url = f"satker/{satker.slug}/inovasi/{slug}/"
        line = [site.index.inovasi[name] for name in site.index.asal(f"{satker.slug}/{slug}")][::-1]
        body = render(
            env,
            "fragments/inovasi.html",
            url,
            site=site,
            satker=satker,
            slug=slug,
            inovasi=inovasi,
            leluhur=line,
            pangkal=line[0].asal if line else inovasi.asal,
            penurun=site.index.penurun(f"{satker.slug}/{slug}"),
            generasi=GENERATIONS,
        )
        description = inovasi.ringkasan or f"Inovasi {inovasi.nama} di {satker.profil.nama}."
        yield Page(
            KIND.name,
            url,
            satker.judul(inovasi.nama),
            description,
            body,
            entries=(_entry(satker, inovasi),),
            is_example=satker.is_example,
        )


def _entry(satker: Satker, inovasi: Inovasi) -> Entry:
    profil = satker.profil
    meta = {"satker": profil.nama_pendek, "rinci": "inovasi", "ringkasan": inovasi.ringkasan or ""}
    return Entry(
        inovasi.nama, ("inovasi", profil.nama_pendek), (inovasi.ringkasan or "",), meta, {"satker": (profil.nama_pendek,)}
    )
