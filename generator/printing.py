"""
The documents of a satker as a unit of the site: those that say what they said before are taken over, the others are set anew.

Typst has threads of its own, which do not survive a fork, so it works in processes that are begun afresh.
"""

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from generator.cache import Cache, Unit
from generator.dokumen.naskah import Dokumen
from generator.keys import key, tree_key
from generator.model.satker import Satker
from generator.packages import BrokenError
from generator.pool import begin_worker
from generator.render.page import Site
from generator.render.pages.dokumen import Berkas
from generator.shell import Shell

PATIENCE = 300  # seconds for one document, which takes a fiftieth of one
ABSENT = "the documents (PDF) are left out, because a package is not installed: {} (`make site` installs it)"


class PrintError(BrokenError):
    """Typst refused or broke; the message is its own where it has one."""

    part = "the documents (PDF)"
    without = "--no-docs"


@dataclass
class Press:
    """The processes, begun when the first document comes; *folder* holds the templates."""

    folder: Path
    jobs: int
    patience: int = PATIENCE
    _pool: list[ProcessPoolExecutor] = field(default_factory=list)

    def set(self, documents: list[Dokumen]) -> list[bytes]:
        """Return *documents* as PDF, in their order; raises PrintError."""
        if not documents:
            return []
        if not self._pool:
            self._pool.append(ProcessPoolExecutor(self.jobs, get_context("spawn"), begin_worker))
        columns = zip(*((str(self.folder), item.templat, item.masukan, self.patience) for item in documents), strict=True)
        try:
            pdf = list(self._pool[0].map(import_module("generator.dokumen.cetak").cetak, *columns))
        except BrokenProcessPool as error:
            raise PrintError(f"a process of Typst crashed, or took longer than {self.patience} seconds for a document") from error
        except (ImportError, AttributeError, RuntimeError) as error:
            raise PrintError(f"{type(error).__name__}, {error}") from error
        if not all(isinstance(content, bytes) and content.startswith(b"%PDF-") for content in pdf):
            raise PrintError("Typst wrote something that is no PDF")
        return pdf

    def stop(self) -> None:
        """End the processes."""
        while self._pool:
            self._pool.pop().shutdown(cancel_futures=True)


@dataclass(frozen=True)
class Printed:
    """The documents of a satker, each with its bytes; *keys* say by address what each was made from."""

    files: list[tuple[Berkas, bytes]]
    keys: dict[str, str]


def printed(press: Press, site: Site, satker: Satker, kept: Mapping[str, tuple[str, bytes]]) -> Printed:
    """Return every document of *satker*; *kept* holds those of the last time by address, each with its key and bytes."""
    templates = tree_key([press.folder])
    every: list[Dokumen] = list(import_module("generator.dokumen.semua").dokumen(site, satker))
    keys = {item.uri: key(templates, item.templat, item.masukan) for item in every}
    pdf = {uri: content for uri, (old, content) in kept.items() if keys.get(uri) == old}
    fresh = [item for item in every if item.uri not in pdf]
    pdf |= dict(zip((item.uri for item in fresh), press.set(fresh), strict=True))
    return Printed([(Berkas(one.uri, one.nama, one.bagian, len(pdf[one.uri])), pdf[one.uri]) for one in every], keys)


def kept(cache: Cache, name: str, old: Unit | None) -> dict[str, tuple[str, bytes]]:
    """Return what the cache holds of the unit *name* as it was *old*: by address the key and the bytes of each document."""
    taken = cache.take_files(name, old.key) if old else None
    if old is None or taken is None:
        return {}
    return {uri: (key_, content) for uri, key_ in old.parts.items() if isinstance(content := taken[0][uri], bytes)}


def notes(shell: Shell, satker: int, units: Mapping[str, Unit]) -> tuple[str, ...]:
    """Return what a maintainer should know of the documents of a portal of so many *satker*."""
    if satker > shell.dokumen > 0:
        return (f"no documents (PDF): {satker} satker are more than {shell.dokumen} (`dokumen` in mkdocs.yml); see zi docs",)
    sizes = [unit.files[uri][0] for unit in units.values() for uri in unit.parts if uri.endswith(".pdf")]
    told = f"{len(sizes)} documents (PDF), {sum(sizes) / 1e6:.1f} MB"
    return (told if shell.identitas.base else f"{told}, without QR codes because PORTAL_URL is not set",) if sizes else ()
