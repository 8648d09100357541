"""Portals for the tests: the base of the corpus with a case laid over it."""

import shutil
from pathlib import Path

from generator.pipeline import make_site, record_pages
from generator.portal import Portal, load_portal
from generator.render.env import make_env
from generator.render.page import Identitas, Page, Site

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "tests/records"
PAGES = RECORDS / "pages"
ENV = make_env(ROOT / "theme")
REPO = "https://github.com/contoh/portal"
IDENTITAS = Identitas("Portal Uji", "Instansi Uji", "Wilayah Uji", "https://portal.contoh.example/zi/", REPO)


def lay(case: Path, folder: Path) -> Path:
    """Return a folder of records in *folder*: the base with *case* over it."""
    records = folder / "satker"
    shutil.copytree(RECORDS / "base", records)
    shutil.copytree(case, records, dirs_exist_ok=True)
    return records


def site_of(portal: Portal) -> Site:
    """Return a site around *portal*."""
    return make_site(portal, IDENTITAS)


def pages_of(records: Path) -> dict[str, Page]:
    """Return every record page by its address."""
    portal = load_portal(records)
    return {page.url: page for page in record_pages(ENV, site_of(portal), portal)}
