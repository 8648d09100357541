"""A series as points of a small picture; the same numbers stand in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

LEBAR, TINGGI, TEPI = 320, 140, 24


@dataclass(frozen=True, slots=True)
class Titik:
    """One point: *x* and *y* in the picture's own units, from the upper left."""

    label: str
    nilai: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Grafik:
    """A line through *titik*, with horizontal *ambang* to be held against; all within LEBAR by TINGGI."""

    titik: tuple[Titik, ...]
    ambang: tuple[Titik, ...]

    @property
    def garis(self) -> str:
        """The points as SVG wants them."""
        return " ".join(f"{item.x:g},{item.y:g}" for item in self.titik)


def grafik(series: Sequence[tuple[str, float]], limits: Sequence[tuple[str, float]], span: tuple[float, float]) -> Grafik:
    """Return the picture of *series* between the lowest and highest value of *span*."""
    low, high = span
    step = (LEBAR - 2 * TEPI) / max(len(series) - 1, 1)

    def height(value: float) -> float:
        inside = min(max(value, low), high)
        return round(TINGGI - TEPI - (inside - low) / (high - low) * (TINGGI - 2 * TEPI), 1)

    points = tuple(
        Titik(label, value, round(TEPI + number * step, 1), height(value)) for number, (label, value) in enumerate(series)
    )
    return Grafik(points, tuple(Titik(label, value, 0, height(value)) for label, value in limits))
