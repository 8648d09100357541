"""Progress in one place, where the portal has too many satker for one page."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.page import SLUG, Kind, Page, Site
from generator.render.pages.kemajuan import papan
from generator.sebaran import semua, terbagi

KIND = Kind("kemajuan-daerah", f"kemajuan/{SLUG}/index.md", uses=("capaian",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the page of every place."""
    for way in semua(terbagi(site.index.nyata())):
        place = way[-1]
        url = f"kemajuan/{place.kode}/"
        description = f"{len(place.satker)} satuan kerja menurut sebelas rekomendasi Zona Integritas: {place.nama}."
        yield Page(KIND.name, url, f"Kemajuan: {place.nama}", description, papan(env, site, url, place.satker, way))
