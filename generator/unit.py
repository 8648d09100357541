"""Outputs that are made together: rendered, or taken from the cache, and written where they are not there already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path

from generator.cache import Cache, File, Listed, Unit, pack
from generator.pipeline import Output
from generator.render.page import Entry
from generator.write import is_intact, write

Contents = dict[str, bytes | Path]
Facts = dict[str, tuple[int, bytes]]

_whole = partial(blake2b, digest_size=16)


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
    contents = place.cache.take(name, key) if old and old.key == key else None
    if old is None or not isinstance(contents, dict):
        return None
    if any(isinstance(content, Path) and not content.is_file() for content in contents.values()):
        return None
    listed, facts = old.listed, _facts(contents)
    if facts != {uri: file[:2] for uri, file in listed.files.items()}:  # what would be copied is not what it was
        return None
    return replace(old, listing=pack(replace(listed, files=_placed(place, contents, facts, listed.files))))


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
    found = _whole(repr(entries).encode()).hexdigest() if entries else ""
    files = _placed(place, contents, _facts(contents), old.files if old else {})
    return Unit(key, pack(Listed(files, tuple(urls))), found)


def _facts(contents: Contents) -> Facts:
    return {uri: _fact(content) for uri, content in contents.items()}


def _fact(content: bytes | Path) -> tuple[int, bytes]:
    """Return size and digest of *content*."""
    if isinstance(content, bytes):
        return len(content), _whole(content).digest()
    with content.open("rb") as file:
        return content.stat().st_size, file_digest(file, _whole).digest()


def _placed(place: Place, contents: Contents, facts: Facts, old: dict[str, File]) -> dict[str, File]:
    there = {uri: old[uri] for uri in facts if place.site and old.get(uri, ())[:2] == facts[uri]}
    there = {uri: file for uri, file in there.items() if place.site and is_intact(place.site, {uri: file})}
    times = write({uri: content for uri, content in contents.items() if uri not in there}, place.folder) if place.folder else {}
    return {uri: there[uri] if uri in there else (*file, times.get(uri, 0)) for uri, file in facts.items()}
