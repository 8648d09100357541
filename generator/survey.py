"""What is known of one satker without a look at the others: its summary, its findings, and who inherits from which standard."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostic import Diagnostic
from generator.judge import judge_satker
from generator.links import links
from generator.load import LoadedSatker
from generator.model.satker import Bersama
from generator.ringkas import Summary, summarize


@dataclass(frozen=True)
class Heir:
    """A record at *path* that inherits the standard at *standard*, all but *keys*."""

    standard: str
    path: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Surveyed:
    """
    Small, because those of all satker are held at once.

    *per* is the latest day that a fact of the satker speaks of, *tautan* are the links that its pages may show,
    *berkas* the attachments that are published, each with the digest of its source.
    """

    summary: Summary
    per: date | None
    findings: tuple[Diagnostic, ...]
    heirs: tuple[Heir, ...]
    tautan: tuple[str, ...]
    berkas: tuple[tuple[str, str], ...] = ()


def survey(loaded: LoadedSatker, bersama: Bersama, base: str, hari_ini: date) -> Surveyed:
    """Return what is known of *loaded*, whose folder is shown as *base*; no fact may lie after *hari_ini*."""
    findings = (*loaded.findings, *judge_satker(loaded, bersama, base, hari_ini))
    shown = tuple(dict.fromkeys(_links(loaded, bersama)))
    satker = loaded.satker
    attached = tuple((name, satker.berkas[name].sidik) for name in sorted(satker.dirujuk & satker.berkas.keys()))
    return Surveyed(summarize(satker), satker.per, findings, tuple(_heirs(loaded)), shown, attached)


def _links(loaded: LoadedSatker, bersama: Bersama) -> Iterator[str]:
    """Yield the links of the records, and the addresses of the national channels that they name."""
    yield from (link for link, _, _ in links(loaded.entries))
    national = [id_ for id_, own in loaded.satker.pengaduan.kanal.items() if own is None and id_ in bersama.kanal]
    yield from (bersama.kanal[id_].alamat or "" for id_ in national)


def _heirs(loaded: LoadedSatker) -> Iterator[Heir]:
    for entry in loaded.entries:
        if entry.source.base is not None:
            yield Heir(entry.source.base.path, entry.source.path, frozenset(entry.source.data))
