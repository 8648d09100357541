"""What a site weighs beside what its host takes."""

from collections.abc import Iterable
from dataclasses import dataclass

LIMIT = 1_000_000_000  # bytes: GitHub Pages publishes sites up to 1 GB
WARN = 0.8


@dataclass(frozen=True)
class Budget:
    """Sizes in bytes; *largest* is the address of the largest page, *search* the size of its index."""

    pages: int = 0
    size: int = 0
    largest: str = ""
    largest_size: int = 0
    search: int = 0

    @property
    def share(self) -> float:
        """The part of what the host takes."""
        return self.size / LIMIT

    def lines(self) -> list[str]:
        """Return what a maintainer should know of it."""
        shown = f"largest page /{self.largest.removesuffix('index.html')} {self.largest_size / 1e3:.0f} kB"
        lines = [f"{shown}, search index {self.search / 1e6:.1f} MB, {self.share:.1%} of the 1 GB that GitHub Pages takes"]
        if self.share >= WARN:
            lines.append("Warning: that is 80 % of the limit or more; one portal a province keeps below it (see the README)")
        return lines


def budget(files: Iterable[tuple[str, int]]) -> Budget:
    """Return the budget of *files*, each with its address and size."""
    pages = total = search = 0
    largest = 0, ""
    for uri, size in files:
        total += size
        if uri.startswith("pagefind/"):
            search += size
        if uri.endswith("index.html"):
            pages += 1
            largest = max(largest, (size, uri))
    return Budget(pages, total, largest[1], largest[0], search)


def together(budgets: Iterable[Budget]) -> Budget:
    """Return the budget of all files of *budgets*."""
    every = list(budgets)
    size, uri = max(((item.largest_size, item.largest) for item in every), default=(0, ""))
    pages, search = sum(item.pages for item in every), sum(item.search for item in every)
    return Budget(pages, sum(item.size for item in every), uri, size, search)
