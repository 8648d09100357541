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
_STYLE = re.compile(r"\bhash:`(svelte-\w+)`,code:(?:`((?:[^`\\]|\\.)*)`|\"((?:[^\"\\]|\\.)*)\")", re.DOTALL)
_ATTRIBUTE = re.compile(r'\sstyle="([^"$]+)"')
_CDN = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2")
_YAML = "dist/browser/js-yaml.esm.min.mjs"


def packages() -> tuple[Path, Path] | None:
    """Return the folders of the CMS and of what reads YAML, or None where one is missing."""
    cms, yaml = package(CMS), package(YAML)
    return (cms, yaml) if cms and yaml else None


def styles() -> Iterator[str]:
    """Yield what the editor adds to its page as style, sheets and attributes; nothing where it is not installed."""
    cms = package(CMS)
    if cms:
        code = (cms / _ENTRY).read_text("utf-8")
        yield from (sheet for _, sheet in _sheets(code))
        yield from sorted(set(_ATTRIBUTE.findall(code)))


def _sheets(code: str) -> list[tuple[str, str]]:
    """Return the style sheets in the program of the editor, each with the id that its element gets."""
    return [(name, re.sub(r"\\(.)", r"\1", first or second)) for name, first, second in _STYLE.findall(code)]


def _fonts(code: str, assets: Path) -> tuple[str, str]:
    """Return id and text of the sheet that would bring the fonts from another host, with the files in *assets* instead."""
    name, sheet = next((name, sheet) for name, sheet in _sheets(code) if _CDN.search(sheet))
    return name, _CDN.sub(lambda found: f"assets/{next(assets.glob(f'{found[1]}-{found[2]}-*.woff2')).name}", sheet)


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
    cms, yaml = found
    entry = cms / _ENTRY
    code = entry.read_text("utf-8")
    name, fonts = _fonts(code, entry.parent / "assets")
    data = facts(site) | {"konfigurasi": konfigurasi(), "huruf": name}
    yield Output(f"{FOLDER}/data.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
    yield Output(f"{FOLDER}/sveltia/huruf.css", fonts.encode())
    parts = {first or second for first, second in _PARTS.findall(code)}
    for name in ("index.js", *sorted(parts)):
        yield Output(f"{FOLDER}/sveltia/{name}", entry.parent / name)
    for licence in (cms / "LICENSE.txt", *sorted(entry.parent.glob("assets/*.LICENSE.txt"))):
        yield Output(f"{FOLDER}/sveltia/{licence.name}", licence)
    yield Output(f"{FOLDER}/yaml/yaml.js", yaml / _YAML)
    yield Output(f"{FOLDER}/yaml/LICENSE.txt", yaml / "LICENSE")
