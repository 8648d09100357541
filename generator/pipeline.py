"""From the portal to everything that is written: pages, redirects, attachments, and the list of addresses."""

import gzip
import html
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment

from generator.alamat import jejak
from generator.index import Index
from generator.isi import kind_named
from generator.kemajuan import kemajuan as kemajuan_dari
from generator.kriteria.hasil import Konteks
from generator.lampiran.peninjau import Peninjau
from generator.model.satker import Satker
from generator.opendata import halaman
from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site
from generator.render.pages import (
    admin,
    aksesibilitas,
    banding,
    beranda,
    cari,
    daftar_daerah,
    daftar_inovasi,
    daftar_layanan,
    daftar_satker,
    dihapus,
    hukum,
    inovasi,
    kelengkapan,
    kemajuan,
    kemajuan_daerah,
    kriteria,
    kunci,
    layanan,
    luring,
    motto,
    pengaduan,
    pengaduan_satker,
    satker,
    satker_dihapus,
    survei,
    usulkan,
    zi,
)
from generator.render.pages import dokumen as halaman_dokumen
from generator.render.rekaman import FOLDER, isi_satker
from generator.render.tautan import marked
from generator.stencil import Stencil

PORTAL_KINDS = (
    beranda,
    cari,
    daftar_layanan,
    banding,
    daftar_satker,
    daftar_daerah,
    daftar_inovasi,
    motto,
    pengaduan,
    hukum,
    kemajuan,
    kemajuan_daerah,
    kriteria,
    luring,
    aksesibilitas,
    usulkan,
    kunci,
    admin,
    halaman,
    satker_dihapus,
)
SATKER_KINDS = (satker, layanan, inovasi, kelengkapan, zi, pengaduan_satker, survei)
KINDS: tuple[Kind, ...] = (
    *(module.KIND for module in (*PORTAL_KINDS, *SATKER_KINDS, halaman_dokumen)),
    *dihapus.KINDS.values(),
)

MOST_URLS = 50_000  # in a list of addresses, by sitemaps.org


_EMPTY: dict[str, Any] = {
    "layanan": (),
    "inovasi": (),
    "motto": (),
    "jumlah_buka": 0,
    "nama_inovasi": frozenset(),
    "alamat_lama": (),
    "tempat": "",
    "dihapus": (),
}


@dataclass(frozen=True, slots=True)
class Output:
    """
    A file of the site: *uri* is its path, *content* its bytes or the file to copy, *entries* what the search finds of it.

    *listed* says whether it belongs into the list of addresses.
    """

    uri: str
    content: bytes | Path
    entries: tuple[Entry, ...] = ()
    listed: bool = False


def portal_outputs(env: Environment, site: Site, module: ModuleType, stencils: Mapping[str, Stencil]) -> Iterator[Output]:
    """Yield the pages of one kind, and their files; *site* is narrowed to what the kind shows of others."""
    kind: Kind = module.KIND
    shown = narrowed(site, kind.uses)
    yield from (_stamped(marked(env, page, site.tautan), stencils) for page in module.portal_pages(env, shown))
    yield from (Output(uri, content) for uri, content in (kind.files(shown) if kind.files else ()))
    yield from (redirect(env, site, *moved) for moved in (kind.moved(shown) if kind.moved else ()))


def satker_outputs(env: Environment, site: Site, satker: Satker, stencils: Mapping[str, Stencil]) -> Iterator[Output]:
    """Yield all that comes of the records of *satker*: pages, the form's data and redirects."""
    for page in satker_pages(env, site, satker):
        yield _stamped(marked(env, page, site.tautan), stencils)
    if site.identitas.repo:
        yield Output(f"{FOLDER}/{satker.slug}.json", isi_satker(satker))
    yield from _redirects(env, site, satker)


def dokumen_outputs(
    env: Environment,
    site: Site,
    satker: Satker,
    stencils: Mapping[str, Stencil],
    files: Sequence[tuple[halaman_dokumen.Berkas, bytes]],
) -> Iterator[Output]:
    """Yield the printed documents of *satker*, the page that leads to them, and redirects to that."""
    for item, content in files:
        yield Output(item.uri, content)
    page = halaman_dokumen.dokumen_page(env, site, satker, [item for item, _ in files])
    yield _stamped(page, stencils)
    traces = jejak(satker)
    for old, place, new in traces.tak_tercetak({page.url.rstrip("/"), *(item.uri for item, _ in files)}):
        yield redirect(env, site, old, new, traces.nama[place])


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield every page of *satker*."""
    for module in (*SATKER_KINDS, dihapus):
        yield from module.satker_pages(env, site, satker)


def measured(site: Site, satker: Satker) -> Site:
    """Return what the pages of *satker* know: what all know, and where it stands."""
    day = site.hari(satker.per, is_example=satker.is_example)
    return replace(site, kemajuan={satker.slug: kemajuan_dari(satker, Konteks(site.bersama, day))})


def narrowed(site: Site, uses: Collection[str]) -> Site:
    """Return *site* with no more of each satker than its name, its place, and the parts in *uses*."""
    shown = frozenset(_EMPTY).intersection(uses)
    given = {name: getattr(site, name) if name in uses else {} for name in ("capaian", "ukuran")}
    return replace(site, index=_narrowed(site.index, shown), **given)


@lru_cache(maxsize=8)
def _narrowed(index: Index, shown: frozenset[str]) -> Index:
    """Return *index* without the other parts; pages that show the same get the same one, which remembers what it was asked."""
    hidden = {name: value for name, value in _EMPTY.items() if name not in shown}
    return replace(index, satker={slug: replace(item, **hidden) for slug, item in index.satker.items()})


def _stamped(page: Page, stencils: Mapping[str, Stencil]) -> Output:
    entries = () if page.is_example else page.entries
    content = stencils[page.kind].stamp(page)
    return Output(f"{page.url}index.html", content, entries, listed=page.is_listed and not page.is_example)


def addresses(base: str, urls: Iterable[str]) -> Iterator[Output]:
    """
    Yield the list of *urls* below the public address *base*, and the file that shows it to robots; nothing without one.

    Where they are too many for one list, it is a list of lists.
    """
    if not base:
        return
    ranked = sorted(urls)
    starts = range(0, len(ranked), MOST_URLS) if len(ranked) > MOST_URLS else ()
    lists = {f"sitemap-{number}.xml": ranked[start : start + MOST_URLS] for number, start in enumerate(starts, 1)}
    whole = _sitemap("sitemapindex", "sitemap", base, lists) if lists else _sitemap("urlset", "url", base, ranked)
    yield Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode())
    yield Output("sitemap.xml", whole)
    yield Output("sitemap.xml.gz", gzip.compress(whole, mtime=0))
    yield from (Output(name, _sitemap("urlset", "url", base, some)) for name, some in lists.items())


def _sitemap(kind: str, entry: str, base: str, urls: Iterable[str]) -> bytes:
    rows = "".join(f"<{entry}><loc>{html.escape(base + url)}</loc></{entry}>\n" for url in urls)
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="{schema}">\n{rows}</{kind}>\n'.encode()


def _redirects(env: Environment, site: Site, item: Satker) -> Iterator[Output]:
    """Yield a page at every old address that leads to the present one."""
    traces = jejak(item)
    for old, place, new in traces.pengalihan():
        yield redirect(env, site, old, new, traces.nama[place])


def redirect(env: Environment, site: Site, old: str, new: str, nama: str) -> Output:
    """Return the page at the address *old* that leads to *new*, which is called *nama*."""
    body = render(env, "fragments/pengalihan.html", old, tujuan=new, nama=nama, dasar=site.identitas.base)
    return Output(f"{old}index.html", body.encode())


def berkas_outputs(root: Path, slug: str, attached: Iterable[tuple[str, str]]) -> Iterator[Output]:
    """Yield what is published of the attachments of a satker below *root*: pictures drawn anew, documents as they are."""
    with Peninjau() as peninjau:
        for name, _ in attached:
            path, kind = root / slug / "berkas" / name, kind_named(name)
            yield Output(f"satker/{slug}/berkas/{name}", path if kind == "pdf" else peninjau.draw(path, kind))
