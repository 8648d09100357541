"""From the portal to everything that is written: pages, redirects, attachments, and the list of addresses."""

import gzip
import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from generator.aksesibilitas import load_uji
from generator.kemajuan import kemajuan as kemajuan_dari
from generator.kriteria.hasil import Konteks
from generator.model.satker import Satker
from generator.portal import Portal, data_day
from generator.render.env import render
from generator.render.page import Entry, Identitas, Kind, Page, Site
from generator.render.pages import (
    aksesibilitas,
    beranda,
    cari,
    daftar_inovasi,
    daftar_layanan,
    daftar_satker,
    hukum,
    inovasi,
    kelengkapan,
    kemajuan,
    kriteria,
    layanan,
    luring,
    motto,
    pengaduan,
    pengaduan_satker,
    satker,
    survei,
    zi,
)
from generator.stencil import Stencil

PORTAL_KINDS = (
    beranda,
    cari,
    daftar_layanan,
    daftar_satker,
    daftar_inovasi,
    motto,
    pengaduan,
    hukum,
    kemajuan,
    kriteria,
    luring,
    aksesibilitas,
)
SATKER_KINDS = (satker, layanan, inovasi, kelengkapan, zi, pengaduan_satker, survei)
KINDS: tuple[Kind, ...] = tuple(module.KIND for module in (*PORTAL_KINDS, *SATKER_KINDS))


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: *uri* is its path, *content* its bytes or the file to copy, *entries* what the search finds of it."""

    uri: str
    content: bytes | Path
    entries: tuple[Entry, ...] = ()


def make_site(portal: Portal, identitas: Identitas) -> Site:
    """Return what all pages know; an invented satker is measured by its own latest fact, so it always shows what it should."""
    real = [item for item in portal.satker if not item.is_example]
    per = data_day(real)
    days = {item.slug: item.per or per if item.is_example else per for item in portal.satker}
    progress = {item.slug: kemajuan_dari(item, Konteks(portal.bersama, days[item.slug])) for item in portal.satker}
    return Site(identitas, portal.bersama, portal.index, per, progress, load_uji())


def record_pages(env: Environment, site: Site, portal: Portal) -> Iterator[Page]:
    """Yield every page that comes from records, one satker after the other."""
    for module in PORTAL_KINDS:
        yield from module.portal_pages(env, site)
    for item in portal.satker:
        for kind in SATKER_KINDS:
            yield from kind.satker_pages(env, site, item)


def outputs(env: Environment, site: Site, portal: Portal, stencils: dict[str, Stencil], prose: list[str]) -> Iterator[Output]:
    """
    Yield every file that the records give.

    *stencils* are keyed by kind; *prose* lists the addresses that MkDocs writes itself, for the sitemap, which needs the site's
    public address and is left out without one.
    """
    urls = list(prose)
    for page in record_pages(env, site, portal):
        if not page.is_example:
            urls.append(page.url)
        entries = () if page.is_example else page.entries
        yield Output(f"{page.url}index.html", stencils[page.kind].stamp(page).encode(), entries)
    for item in portal.satker:
        yield from _redirects(env, item)
        yield from _attachments(portal.root, item)
    if site.identitas.base:
        yield from _sitemap(site.identitas.base, urls)


def _redirects(env: Environment, item: Satker) -> Iterator[Output]:
    """Yield a page at every old address that leads to the present one."""
    own = f"satker/{item.slug}/"
    pages = ("", "kelengkapan/", "zi/", "survei/", "pengaduan/", *(f"layanan/{slug}/" for slug in item.layanan))
    pages += tuple(f"inovasi/{slug}/" for slug in item.inovasi)
    moved = [(f"satker/{old}/{page}", f"{own}{page}", item.profil.nama) for old in item.profil.alamat_lama for page in pages]
    for folder, records in (("layanan", item.layanan), ("inovasi", item.inovasi)):
        for slug, record in records.items():
            here = f"{own}{folder}/{slug}/"
            moved += [(f"{own}{folder}/{old}/", here, record.nama) for old in record.alamat_lama]
    for old, new, name in moved:
        yield Output(f"{old}index.html", render(env, "fragments/pengalihan.html", old, tujuan=new, nama=name).encode())


def _attachments(root: Path, item: Satker) -> Iterator[Output]:
    for name in sorted(item.dirujuk & item.berkas.keys()):
        yield Output(f"satker/{item.slug}/berkas/{name}", root / item.slug / "berkas" / name)


def _sitemap(base: str, urls: list[str]) -> Iterator[Output]:
    """Yield the list of addresses, and the file that shows it to robots."""
    rows = "".join(f"<url><loc>{html.escape(base + url)}</loc></url>\n" for url in sorted(urls))
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{schema}">\n{rows}</urlset>\n'.encode()
    yield Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode())
    yield Output("sitemap.xml", text)
    yield Output("sitemap.xml.gz", gzip.compress(text, mtime=0))
