"""The open data of the portal as a unit of the site: joined from what the cache keeps of each satker."""

from collections.abc import Callable, Iterator

from generator.cache import Cache, Unit
from generator.opendata.dihapus import satker_dihapus
from generator.opendata.portal import data_portal
from generator.opendata.satker import Bagian
from generator.pipeline import Output
from generator.render.page import Site

FOLDER, ARCHIVE = "data", "portal.zip"  # of the cache


def outputs(site: Site, cache: Cache, units: dict[str, Unit], again: Callable[[str], Bagian | None]) -> Iterator[Output]:
    """Yield the files of the portal over the satker in *units*; what the cache has lost of one, *again* makes."""
    archive = cache.place(f"{FOLDER}/{ARCHIVE}")
    yield from (Output(uri, content) for uri, content in data_portal(site, _parts(cache, units, again), archive))
    yield from (Output(uri, content) for uri, content in satker_dihapus(site))


def _parts(cache: Cache, units: dict[str, Unit], again: Callable[[str], Bagian | None]) -> Iterator[tuple[str, Bagian]]:
    for name, unit in units.items():
        if unit.data:
            kept = cache.take(f"{FOLDER}/{name}", unit.key)
            part = kept if isinstance(kept, Bagian) else again(name)
            if part:
                yield name.partition("/")[2], part
