"""What a site weighs beside what its host takes."""

from collections.abc import Mapping
from dataclasses import dataclass

LIMIT = 1_000_000_000  # bytes: GitHub Pages publishes sites up to 1 GB
WARN = 0.8


@dataclass(frozen=True, slots=True)
class Budget:
    """Sizes in bytes; *largest* is the address of the largest page, *search* the size of its index."""

    pages: int
    size: int
    largest: str
    largest_size: int
    search: int

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


def budget(sizes: Mapping[str, int]) -> Budget:
    """Return the budget of files by their address."""
    pages = {uri: size for uri, size in sizes.items() if uri.endswith("index.html")}
    largest = max(pages, key=lambda uri: (pages[uri], uri), default="")
    search = sum(size for uri, size in sizes.items() if uri.startswith("pagefind/"))
    return Budget(len(pages), sum(sizes.values()), largest, pages.get(largest, 0), search)
