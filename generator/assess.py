"""Every criterion for one satker, and how complete that makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

from generator import kriteria
from generator.kriteria.hasil import Hasil, Konteks, Kriteria, Status, satu
from generator.model.satker import Satker

Assess = Callable[[Satker, Konteks], Hasil]


def _modules() -> list[Any]:
    names = [module.name for module in iter_modules(kriteria.__path__) if module.name.startswith("c")]
    return [import_module(f"{kriteria.__name__}.{name}") for name in sorted(names)]


CRITERIA: dict[str, tuple[Kriteria, Assess]] = {
    module.KRITERIA.kode: (cast("Kriteria", module.KRITERIA), cast("Assess", module.nilai)) for module in _modules()
}
WEIGHT = {kode: 2 if kriteria.bobot == "galat" else 1 for kode, (kriteria, _) in CRITERIA.items()}


@dataclass(frozen=True)
class Kelengkapan:
    """The outcome of every criterion by its code; those that do not apply count for nothing."""

    hasil: dict[str, Hasil]

    @cached_property
    def persen(self) -> int:
        """(2·E + W passed) / (2·E + W), in whole per cent, rounded down so that 100 means all."""
        total = sum([WEIGHT[kode] for kode, item in self.hasil.items() if item.status != "tidak_berlaku"])
        met = sum([WEIGHT[kode] for kode, item in self.hasil.items() if item.status == "terpenuhi"])
        return 100 * met // total if total else 0

    @property
    def lengkap(self) -> bool:
        """Say whether every criterion that blocks "lengkap" is met."""
        return all(
            item.status in ("terpenuhi", "tidak_berlaku")
            for kode, item in self.hasil.items()
            if CRITERIA[kode][0].bobot == "galat"
        )

    def jumlah(self, status: Status) -> int:
        """Return how many criteria have *status*."""
        return [item.status for item in self.hasil.values()].count(status)

    def celah(self, most: int) -> list[tuple[Kriteria, Hasil]]:
        """Return the gravest gaps: what blocks "lengkap" first, and of that what is not begun."""
        open_ = [(CRITERIA[kode][0], item) for kode, item in self.hasil.items() if item.status in ("belum", "sebagian")]
        return sorted(open_, key=lambda pair: (pair[0].bobot != "galat", pair[1].status != "belum", pair[0].kode))[:most]


def assess(satker: Satker, konteks: Konteks) -> Kelengkapan:
    """Return the outcome of every criterion for *satker*."""
    return Kelengkapan({kode: satu(nilai(satker, konteks)) for kode, (_, nilai) in CRITERIA.items()})
