"""What is known of one satker without a look at the others: its summary, its findings, and who inherits from which standard."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

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

    *per* is the latest day that a fact of the satker speaks of, *berkas* are the attachments that are published, each with the
    digest of its source; *parts* are the keys of what other pages show; *packed* holds what is seldom asked for.
    """

    summary: Summary
    per: date | None
    findings: tuple[Diagnostic, ...]
    berkas: tuple[tuple[str, str], ...]
    parts: dict[str, str]
    packed: bytes

    @property
    def heirs(self) -> tuple[Heir, ...]:
        """The records that inherit from a standard, unpacked at every call."""
        return self._unpacked[0]

    @property
    def tautan(self) -> tuple[str, ...]:
        """The links that its pages may show, unpacked at every call."""
        return self._unpacked[1]

    @property
    def _unpacked(self) -> tuple[tuple[Heir, ...], tuple[str, ...]]:
        return cast("tuple[tuple[Heir, ...], tuple[str, ...]]", pickle.loads(self.packed))  # noqa: S301 - our own


def survey(loaded: LoadedSatker, bersama: Bersama, base: str, hari_ini: date) -> Surveyed:
    """Return what is known of *loaded*, whose folder is shown as *base*; no fact may lie after *hari_ini*."""
    findings = (*loaded.findings, *judge_satker(loaded, bersama, base, hari_ini))
    packed = pickle.dumps((tuple(_heirs(loaded)), tuple(dict.fromkeys(_links(loaded, bersama)))), 5)
    satker = loaded.satker
    attached = tuple((name, satker.berkas[name].sidik) for name in sorted(satker.dirujuk & satker.berkas.keys()))
    summary = summarize(satker)
    return Surveyed(summary, satker.per, findings, attached, summary.parts, packed)


def _links(loaded: LoadedSatker, bersama: Bersama) -> Iterator[str]:
    """Yield the links of the records, and the addresses of the national channels that they name."""
    yield from (link for link, _, _ in links(loaded.entries))
    national = [id_ for id_, own in loaded.satker.pengaduan.kanal.items() if own is None and id_ in bersama.kanal]
    yield from (bersama.kanal[id_].alamat or "" for id_ in national)


def _heirs(loaded: LoadedSatker) -> Iterator[Heir]:
    for entry in loaded.entries:
        if entry.source.base is not None:
            yield Heir(entry.source.base.path, entry.source.path, frozenset(entry.source.data))
