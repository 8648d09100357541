"""Outputs that are made together: rendered, or taken from the cache, and written where they are not there already."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.cache import Cache, Contents, Facts, File, Listed, Unit, facts_of, pack
from generator.keys import digest
from generator.pipeline import Output
from generator.render.page import Entry, dumped
from generator.twin import link_all
from generator.write import flat, is_intact, write

FOUND = "cari"  # what the search finds, beside the files of a unit in the cache


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where outputs go: into the cache, and into *folder*; if *site* is patched, flat, and but for those that lie there already.

    Without *folder* they are only kept, for the machine that joins the parts. A whole site is linked once more into *twin*.
    """

    cache: Cache
    folder: Path | None = None
    site: Path | None = None
    twin: Path | None = None


def restored(place: Place, name: str, old: Unit | None, key: str) -> Unit | None:
    """Return the unit *name* from the cache, with its files where they belong, if it was made under *key* before."""
    taken = place.cache.take_files(name, key) if old and old.key == key else None
    if old is None or taken is None:
        return None
    listed, (contents, facts) = old.listed, taken
    if facts != {uri: file[:2] for uri, file in listed.files.items()}:
        return None
    return replace(old, listing=pack(replace(listed, files=_placed(place, contents, facts, listed.files))))


def made(
    place: Place,
    name: str,
    old: Unit | None,
    key: str,
    outputs: Iterable[Output],
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> Unit:
    """
    Return the unit *name* of *outputs*, after keeping them in the cache and writing those that are not in the site.

    *beside* them the cache keeps what other units may ask for.
    """
    contents: Contents = {}
    entries: list[tuple[str, Entry]] = []
    urls = []
    for output in outputs:
        contents[output.uri] = output.content
        url = output.uri.removesuffix("index.html")
        urls += [url] if output.listed else []
        entries += [(url, entry) for entry in output.entries]
    facts = {uri: facts_of(content) for uri, content in contents.items()}
    found = dumped(entries) if entries else b""
    place.cache.put_files(name, key, contents, facts, {**beside, FOUND: found} if found else beside)
    files = _placed(place, contents, facts, old.files if old else {})
    return Unit(key, pack(Listed(files, tuple(urls))), digest(found).hex() if found else "")


def _placed(place: Place, contents: Contents, facts: Facts, old: dict[str, File]) -> dict[str, File]:
    there = {uri: old[uri] for uri in facts if place.site and old.get(uri, ())[:2] == facts[uri]}
    there = {uri: file for uri, file in there.items() if place.site and is_intact(place.site, {uri: file})}
    fresh = {uri: content for uri, content in contents.items() if uri not in there}
    times = write(fresh, place.folder, flat if place.site else str) if place.folder else {}
    if place.folder and place.twin:
        with suppress(OSError):  # then it is made when it is wanted
            link_all(place.folder, place.twin, times, os.link)
    return {uri: there[uri] if uri in there else (*file, times.get(uri, 0)) for uri, file in facts.items()}
