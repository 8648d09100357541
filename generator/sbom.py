"""
The software bill of materials of the site (CycloneDX 1.6): what made it, and what of others is in it.

It has no clock, no serial number and no commit in it, so that the same locks give the same bytes. Python packages are those of
the lock, in the version that is installed. What was bundled into the editor, which no lock names, its source maps tell.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from urllib.parse import quote

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import editor
from generator.locks import Locks, Pin, installed, is_same
from generator.npm import CMS, YAML
from generator.opendata.alamat import BAHAN
from generator.pipeline import Output
from generator.render.page import Ada, Site

PROJECT = "portal-zi"

_SEARCH, _PRINT = ("pagefind-bin",), ("typst", "fontpkg-source-sans-3", "fontpkg-noto-sans-arabic")
_SHOWN = ("mkdocs-material", *_SEARCH, *_PRINT[1:])  # their markup, program or letters are in the site
_DIGESTS = {64: "SHA-256", 128: "SHA-512"}
_FONTS = "OFL-1.1"  # all fonts of the editor; their licences are published beside them


@dataclass(frozen=True, slots=True)
class Component:
    """
    A package (*kind* is its ecosystem) or a file of the site.

    *needs* are the references of others; *published* says whether something of it is in the site.
    """

    kind: str
    name: str
    version: str = ""
    hashes: tuple[str, ...] = ()
    licence: str = ""
    needs: tuple[str, ...] = ()
    published: bool = False

    @property
    def ref(self) -> str:
        """Its package URL, or the address of a file."""
        name = quote(self.name, safe="/")
        return f"pkg:{self.kind}/{name}@{self.version}" if self.version else self.name


def outputs(site: Site, locks: Locks) -> Iterator[Output]:
    """Yield the bill of *site*."""
    document = _document(site.identitas.repo, components(locks, site.ada))
    yield Output(BAHAN, json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())


def components(locks: Locks, ada: Ada) -> list[Component]:
    """Return everything of others that made a site with the parts *ada*, or is in it."""
    unused = (*(() if ada.cari else _SEARCH), *(() if ada.dokumen else _PRINT))
    there = installed()
    wanted = [pin for pin in locks.python if not pin.marker or Marker(pin.marker).evaluate()]
    python = [_package(pin, there[pin.name]) for pin in wanted if pin.name in there and pin.name not in unused]
    refs = {item.name: item.ref for item in python}
    needed = [replace(item, needs=tuple(refs[name] for name in _needs(item.name) if name in refs)) for item in python]
    return [*needed, *(_editor({(pin.name, pin.version): pin for pin in locks.npm}) if ada.penyunting else ())]


def _package(pin: Pin, version: str) -> Component:
    """Return the package as it is installed; the digests of the lock are those of the version in the lock."""
    found = pin if is_same(version, pin.version) else Pin(pin.name, version, ())
    return Component("pypi", pin.name, found.version, found.hashes, _licence(pin.name), published=pin.name in _SHOWN)


def _licence(name: str) -> str:
    """Return the licence that a Python package declares, by whichever of the three ways that there have been."""
    told = _told(name)
    classifiers = [text.rpartition(" :: ")[2] for text in told.get_all("Classifier", []) if text.startswith("License :: ")]
    ways = [*told.get_all("License-Expression", []), *told.get_all("License", []), *classifiers]
    return next((way for way in ways if "\n" not in way and way != "UNKNOWN"), "")


@cache
def _told(name: str) -> metadata.PackageMetadata:
    """Return what the Python package *name* says of itself: a long text, read once."""
    return metadata.metadata(name)


def _needs(name: str) -> Iterator[str]:
    """Yield what the Python package *name* asks for here."""
    for item in map(Requirement, _told(name).get_all("Requires-Dist", [])):
        if item.marker is None or item.marker.evaluate({"extra": ""}):
            yield canonicalize_name(item.name)


def _editor(pins: dict[tuple[str, str], Pin]) -> Iterator[Component]:
    """Yield what is published at ``admin/``: the packages, those bundled into them, and the fonts."""
    versions = editor.versions()
    bundled = [_npm(pins, *pair) for pair in editor.bundled()]
    inside = tuple(item.ref for item in bundled)
    for name in (CMS, YAML):
        yield replace(_npm(pins, name, versions[name]), needs=inside if name == CMS else ())
    yield from bundled
    for address, content in editor.fonts():
        yield Component("file", address, hashes=(hashlib.sha256(content).hexdigest(),), licence=_FONTS, published=True)


def _npm(pins: dict[tuple[str, str], Pin], name: str, version: str) -> Component:
    pin = pins.get((name, version), Pin(name, version, ()))
    return Component("npm", name, version, pin.hashes, pin.licence, published=True)


def _document(repo: str, found: list[Component]) -> dict[str, object]:
    ordered = sorted(found, key=lambda item: item.ref)
    own: dict[str, object] = {"type": "application", "bom-ref": PROJECT, "name": PROJECT, "version": metadata.version(PROJECT)}
    own |= {"licenses": _licences(_licence(PROJECT))}
    own |= {"externalReferences": [{"type": "vcs", "url": repo}]} if repo else {}
    refs = {item.name: item.ref for item in ordered}
    direct = sorted(refs[name] for name in (*_needs(PROJECT), CMS, YAML) if name in refs)
    needs = [(item.ref, item.needs) for item in ordered if item.kind != "file"]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": own},
        "components": [_component(item) for item in ordered],
        "dependencies": [{"ref": ref, "dependsOn": sorted(needed)} for ref, needed in [(PROJECT, direct), *needs]],
    }


def _component(item: Component) -> dict[str, object]:
    is_file = item.kind == "file"
    said: dict[str, object] = {"type": "file" if is_file else "library", "bom-ref": item.ref, "name": item.name}
    said |= {} if is_file else {"version": item.version, "purl": item.ref}
    said |= {"hashes": [{"alg": _DIGESTS[len(digest)], "content": digest} for digest in item.hashes]} if item.hashes else {}
    said |= {"licenses": _licences(item.licence)} if item.licence else {}
    return said | {"properties": [{"name": f"{PROJECT}:role", "value": "published" if item.published else "build"}]}


def _licences(told: str) -> list[dict[str, object]]:
    """Return a licence as an SPDX expression, or by the name that its package gives it."""
    try:
        return [{"expression": canonicalize_license_expression(told)}]
    except InvalidLicenseExpression:
        return [{"license": {"name": told}}]
