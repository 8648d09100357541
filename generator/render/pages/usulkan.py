"""The form by which anybody proposes a change of a record, without knowing YAML or git."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site
from generator.render.rekaman import FOLDER, isi_standar

URL = "usulkan/"


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the standards, from which a new service of a satker may start."""
    if site.identitas.repo:
        yield f"{FOLDER}/_bersama.json", isi_standar(site.bersama)


KIND = Kind("usulkan", "usulkan/index.md", script="usulkan.js", files=files)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    pilihan = {
        "kategori": {id_: item.nama for id_, item in site.bersama.kategori.items()},
        "hukum": {
            id_: f"{item.nama} – {item.tentang}" if item.tentang else item.nama for id_, item in site.bersama.hukum.items()
        },
        "kanal": {id_: item.nama for id_, item in site.bersama.kanal.items()},
        "standar": {slug: item.nama for slug, item in site.bersama.layanan.items()},
    }
    body = render(env, "fragments/usulkan.html", URL, site=site, pilihan=pilihan)
    yield Page(KIND.name, URL, "Usulkan perubahan", "Ubah data satuan kerja lewat formulir, tanpa perlu mengenal YAML.", body)
