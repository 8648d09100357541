"""
The editor at ``admin/``: what it needs beside its page.

It is Sveltia CMS, published from its npm package together with its fonts, so that nothing comes from another host.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from generator.locks import Locks
from generator.npm import CMS, YAML, package
from generator.pipeline import Output
from generator.render.page import Site

ABSENT = "the editor at /admin/ is left out, because {} (`make site` installs it where there is npm)"
FOLDER = "admin"

_ENTRY = "npm/index.js"
# In the program of the CMS, which has two megabytes: a pattern that begins with a letter is looked for fast.
_CHUNK = re.compile(rb"""from\s*["'`]\./(chunks/[\w.-]+\.js)["'`]""")
_FONT = re.compile(rb"assets/[\w.-]+\.woff2\b")
_STYLE = re.compile(rb"hash:`(svelte-\w+)`,code:(?:`([^`\\]*(?:\\.[^`\\]*)*)`|\"([^\"\\]*(?:\\.[^\"\\]*)*)\")", re.DOTALL)
_ATTRIBUTE = re.compile(rb'style="(?<=\sstyle=")([^"$]+)"')
_CDN = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2")
_YAML = "dist/browser/js-yaml.esm.min.mjs"
_MAP = re.compile(rb"\n//# sourceMappingURL=[^\n]*\s*\Z")  # where the map would lie, which is not published
_SOURCES, _CONTENTS = b'"sources":', b'"sourcesContent":'  # in a map, as the makers of these write it
_BUNDLED = re.compile(r"/\.pnpm/((?:@[^+/]+\+)?[^@/]+)@([^_/]+)")


def packages() -> tuple[Path, Path] | None:
    """Return the folders of the CMS and of what reads YAML, or None where something is missing."""
    cms, yaml = package(CMS), package(YAML)
    return (cms, yaml) if cms and yaml and not missing() else None


def missing() -> str:
    """Return why the editor cannot be published, or an empty text."""
    cms, yaml = package(CMS), package(YAML)
    if not (cms and yaml):
        return "its npm packages are not installed"
    if strays := sorted(versions().items() - {(pin.name, pin.version) for pin in Locks().npm}):
        return "{} {} is installed, which is not the version in package-lock.json".format(*strays[0])
    lost = [path for path in (*_published(cms).values(), yaml / _YAML, yaml / "LICENSE") if not path.is_file()]
    return f"{lost[0].parent.name}/{lost[0].name} is missing" if lost else ""


def versions() -> dict[str, str]:
    """Return the versions of the two packages; nothing where one is missing."""
    found = {name: package(name) for name in (CMS, YAML)}
    return {name: _version(folder) for name, folder in found.items() if folder} if all(found.values()) else {}


def bundled() -> list[tuple[str, str]]:
    """Return the packages that are bundled into what is published of the CMS, each with its version, as its source maps say."""
    cms = package(CMS)
    maps = [path.with_name(f"{path.name}.map") for path in _published(cms).values()] if cms else []
    sources = [source for path in maps if path.is_file() for source in _sources(path)]
    pairs = {pair for source in sources for pair in _BUNDLED.findall(source)}
    return sorted((name.replace("+", "/"), version) for name, version in pairs)


def _sources(source_map: Path) -> list[str]:
    """Return the files that a source map names, without a look at the megabytes that it holds of them."""
    with source_map.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
        start = text.find(_SOURCES) + len(_SOURCES)
        names = text[start : text.find(_CONTENTS, start)]
    return cast("list[str]", json.JSONDecoder().raw_decode(names.decode())[0])


def fonts() -> list[tuple[str, bytes]]:
    """Return the fonts by their address."""
    cms = package(CMS)
    files = _published(cms) if cms else {}
    return [(f"{FOLDER}/sveltia/{name}", path.read_bytes()) for name, path in files.items() if name.endswith(".woff2")]


def _published(cms: Path) -> dict[str, Path]:
    """Return every file of the CMS that is published, by its name there; its entry says which it needs."""
    entry = cms / _ENTRY
    parts = _parts(entry, entry.stat().st_mtime_ns) if entry.is_file() else ()
    licences = (cms / "LICENSE.txt", *sorted(entry.parent.glob("assets/*.LICENSE.txt")))
    return {name: entry.parent / name for name in ("index.js", *parts)} | {path.name: path for path in licences}


@lru_cache(maxsize=1)
def _parts(entry: Path, _time: int) -> tuple[str, ...]:
    """Return what the program of the CMS asks for beside it."""
    program = entry.read_bytes()
    return tuple(sorted(name.decode() for name in {*_CHUNK.findall(program), *_FONT.findall(program)}))


def _version(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])


def styles() -> Iterator[str]:
    """Yield what the editor adds to its page as style, sheets and attributes; nothing where it is not installed."""
    cms = package(CMS)
    if cms:
        entry = cms / _ENTRY
        yield from (sheet for _, sheet in _sheets(entry, entry.stat().st_mtime_ns))
        yield from sorted({attribute.decode() for attribute in _ATTRIBUTE.findall(entry.read_bytes())})


@lru_cache(maxsize=1)
def _sheets(entry: Path, _time: int) -> list[tuple[str, str]]:
    """Return the style sheets in the program of the editor, each with the id that its element gets."""
    found = _STYLE.findall(entry.read_bytes())
    return [(name.decode(), re.sub(r"\\(.)", r"\1", (first or second).decode())) for name, first, second in found]


def _fonts(entry: Path) -> tuple[str, str]:
    """Return id and text of the sheet that would bring the fonts from another host, with the files beside *entry* instead."""
    assets = entry.parent / "assets"
    name, sheet = next((name, sheet) for name, sheet in _sheets(entry, entry.stat().st_mtime_ns) if _CDN.search(sheet))
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
    name, fonts = _fonts(entry)
    data = facts(site) | {"konfigurasi": import_module("generator.skema.cms").konfigurasi(), "huruf": name}
    yield Output(f"{FOLDER}/data.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
    yield Output(f"{FOLDER}/sveltia/huruf.css", fonts.encode())
    files = {f"sveltia/{name}": path for name, path in _published(cms).items()}
    for name, path in (files | {"yaml/yaml.js": yaml / _YAML, "yaml/LICENSE.txt": yaml / "LICENSE"}).items():
        yield Output(f"{FOLDER}/{name}", _MAP.sub(b"\n", path.read_bytes()))
