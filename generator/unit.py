"""Outputs that are made together: rendered, or taken from the cache, and written where they are not there already."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.cache import Cache, File, Unit
from generator.pipeline import Output
from generator.render.page import Entry
from generator.write import is_intact, write

Contents = dict[str, bytes | Path]


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where outputs go: into the cache, and into *folder* but for those that lie in *site* already, if that is patched.

    Without *folder* they are only kept, for the machine that joins the parts.
    """

    cache: Cache
    folder: Path | None
    site: Path | None


def restored(place: Place, name: str, old: Unit | None, key: str) -> Unit | None:
    """Return the unit *name* from the cache, with its files where they belong, if it was made under *key* before."""
    if old is None or old.key != key:
        return None
    contents = place.cache.take(name, key)
    if not isinstance(contents, dict):
        return None
    return Unit(key, _placed(place, contents, old.files), old.urls, old.found, old.parts, old.packed, old.data, old.lalu)


def made(place: Place, name: str, old: Unit | None, key: str, outputs: Iterable[Output]) -> Unit:
    """Return the unit *name* of *outputs*, after keeping them in the cache and writing those that are not in the site."""
    contents: Contents = {}
    entries: list[tuple[str, Entry]] = []
    urls = []
    for output in outputs:
        contents[output.uri] = output.content
        url = output.uri.removesuffix("index.html")
        urls += [url] if output.listed else []
        entries += [(url, entry) for entry in output.entries]
    place.cache.put(name, key, contents)
    if entries:
        place.cache.put(f"cari/{name}", key, entries)
    found = _digest(repr(entries).encode()) if entries else ""
    return Unit(key, _placed(place, contents, old.files if old else {}), tuple(urls), found)


def _placed(place: Place, contents: Contents, old: dict[str, File]) -> dict[str, File]:
    raw = {uri: content if isinstance(content, bytes) else content.read_bytes() for uri, content in contents.items()}
    files = {uri: (len(content), _digest(content)) for uri, content in raw.items()}
    there = {uri: old[uri] for uri in files if place.site and old.get(uri, ())[:2] == files[uri]}
    there = {uri: file for uri, file in there.items() if place.site and is_intact(place.site, {uri: file})}
    times = write({uri: content for uri, content in raw.items() if uri not in there}, place.folder) if place.folder else {}
    return {uri: there[uri] if uri in there else (*file, times.get(uri, 0)) for uri, file in files.items()}


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
