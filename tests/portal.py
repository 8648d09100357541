"""Portals for the tests: the base of the corpus with a case laid over it."""

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.aksesibilitas import load_uji
from generator.cache import Cache, State
from generator.clock import build_day
from generator.made import Made, Order
from generator.make import make
from generator.model.satker import Satker
from generator.opendata.alamat import SKEMA
from generator.opendata.portal import data_portal, gugus
from generator.opendata.satker import data_satker
from generator.opendata.skema import skema
from generator.pipeline import PORTAL_KINDS, measured, narrowed, satker_pages
from generator.plugin import draw
from generator.portal import Portal, data_day, quietly
from generator.render.env import make_env
from generator.render.page import Identitas, Page, Site

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "tests/records"
PAGES = RECORDS / "pages"
ENV = make_env(ROOT / "theme")
REPO = "https://github.com/contoh/portal"
SEEN = TemporaryDirectory(prefix="zi-uji-")  # goes with the process
IDENTITAS = Identitas("Portal Uji", "Instansi Uji", "Wilayah Uji", "https://portal.contoh.example/zi/", REPO)


def lay(case: Path, folder: Path) -> Path:
    """Return a folder of records in *folder*: the base with *case* over it."""
    records = folder / "satker"
    shutil.copytree(RECORDS / "base", records)
    shutil.copytree(case, records, dirs_exist_ok=True)
    return records


def lay_project(folder: Path) -> Path:
    """Write a whole portal with the records of the pages but without documents to *folder*, and return its records."""
    for name in ("theme", "content"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("dokumen: 50", "dokumen: 0"), "utf-8")
    return lay(PAGES, folder)


def remember() -> Cache:
    """Return what knows the attachments that were looked into before, for which no process is begun again."""
    return Cache(Path(SEEN.name), "")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def satker_of(portal: Portal) -> dict[str, Satker]:
    """Return every satker of *portal* by its slug."""
    return {slug: portal.load(slug) for slug in portal.surveyed}


def site_of(portal: Portal, identitas: Identitas = IDENTITAS) -> Site:
    """Return a site around *portal*, which knows where every satker stands."""
    site = Site(identitas, portal.bersama, portal.index, data_day(portal.surveyed.values()), load_uji())
    progress = {slug: measured(site, satker).kemajuan[slug] for slug, satker in satker_of(portal).items()}
    outcomes = {slug: item.capaian(with_criteria=portal.index.satker[slug].is_example) for slug, item in progress.items()}
    site = replace(site, kemajuan=progress, capaian=outcomes)
    return replace(site, ukuran={uri: len(content) for uri, content in data_of(portal, site).items()})


def data_of(portal: Portal, site: Site) -> dict[str, bytes]:
    """Return the open data of the whole *portal* by their addresses."""
    parts = [(slug, data_satker(site, satker).bagian) for slug, satker in satker_of(portal).items()]
    with TemporaryDirectory() as folder:
        files = data_portal(site, [gugus([(slug, part)]) for slug, part in parts if part], Path(folder, "arsip"))
        made = {uri: content if isinstance(content, bytes) else content.read_bytes() for uri, content in files}
    return made | {SKEMA: skema()}


def pages_of(portal: Portal, identitas: Identitas = IDENTITAS) -> dict[str, Page]:
    """Return every record page by its address."""
    site = site_of(portal, identitas)
    pages = [page for module in PORTAL_KINDS for page in module.portal_pages(ENV, narrowed(site, module.KIND.uses))]
    pages += [page for satker in satker_of(portal).values() for page in satker_pages(ENV, site, satker)]
    return {page.url: page for page in pages}


def publish(
    records: Path, site: Path, config_file: Path = ROOT / "mkdocs.yml", *, strict: bool = False, with_docs: bool = True
) -> Made:
    """Build the site of *records* as `zi build` does, without a cache."""
    with TemporaryDirectory() as cache:
        order = Order(records, site, build_day(), strict=strict, with_docs=with_docs)
        return make(order, lambda: (draw(config_file), ""), Cache(Path(cache), ""), quietly, State())
