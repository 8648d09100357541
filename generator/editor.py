"""
The editor at ``admin/``: what it needs beside its page.

It is Sveltia CMS, published from its npm package together with its fonts, so that nothing comes from another host.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator.npm import CMS, YAML, package
from generator.pipeline import Output
from generator.render.page import Site
from generator.skema.cms import konfigurasi

ABSENT = (
    "the editor at /admin/ is left out, because its npm packages are not installed (`make site` does that where there is npm)"
)
FOLDER = "admin"

_ENTRY = "npm/index.js"
_PARTS = re.compile(r"""from\s*["'`]\./(chunks/[\w.-]+\.js)["'`]|\b(assets/[\w.-]+\.woff2)\b""")
_YAML = "dist/browser/js-yaml.esm.min.mjs"


def packages() -> tuple[Path, Path] | None:
    """Return the folders of the CMS and of what reads YAML, or None where one is missing."""
    cms, yaml = package(CMS), package(YAML)
    return (cms, yaml) if cms and yaml else None


def repositori(address: str) -> str:
    """Return ``owner/name`` of a repository on GitHub, or an empty text."""
    parts = urlsplit(address)
    path = parts.path.strip("/").removesuffix(".git")
    return path if parts.hostname == "github.com" and path.count("/") == 1 else ""


def pilihan(site: Site) -> dict[str, list[dict[str, str]]]:
    """Return the choices of every register in `generator.skema.cms.CHOICES`: its ids with the words for them."""
    shared = site.bersama
    rows = {
        "hukum": {slug: f"{item.nama}: {item.tentang}" if item.tentang else item.nama for slug, item in shared.hukum.items()},
        "kategori": {slug: item.nama for slug, item in shared.kategori.items()},
        "standar": {slug: item.nama for slug, item in shared.layanan.items()},
    }
    return {name: [{"label": label, "value": slug} for slug, label in words.items()] for name, words in rows.items()}


def facts(site: Site) -> dict[str, object]:
    """Return what the page must know of the portal: its repository, the folder of its records, its satker and registers."""
    return {
        "repo": repositori(site.identitas.repo),
        "rekaman": site.identitas.records,
        "judul": site.identitas.nama,
        "satker": sorted((summary.slug, summary.nama) for summary in site.index.satker.values()),
        "pilihan": pilihan(site),
    }


def outputs(site: Site) -> Iterator[Output]:
    """Yield the files of the editor but for its page; nothing where a package is missing."""
    found = packages()
    if found is None:
        return
    data = facts(site) | {"konfigurasi": konfigurasi()}
    yield Output(f"{FOLDER}/data.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
    cms, yaml = found
    entry = cms / _ENTRY
    parts = {first or second for first, second in _PARTS.findall(entry.read_text("utf-8"))}
    for name in ("index.js", *sorted(parts)):
        yield Output(f"{FOLDER}/sveltia/{name}", entry.parent / name)
    for licence in (cms / "LICENSE.txt", *sorted(entry.parent.glob("assets/*.LICENSE.txt"))):
        yield Output(f"{FOLDER}/sveltia/{licence.name}", licence)
    yield Output(f"{FOLDER}/yaml/yaml.js", yaml / _YAML)
    yield Output(f"{FOLDER}/yaml/LICENSE.txt", yaml / "LICENSE")
