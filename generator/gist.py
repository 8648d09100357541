"""What is said of all units of a site together, from a small gist of each: its sign, its weight, its list of addresses."""

from dataclasses import dataclass

from generator.budget import Budget, budget
from generator.cache import Unit
from generator.keys import key

NAME = "inti"  # of the cache


@dataclass(frozen=True)
class Gist:
    """Of the files of one unit: the key of their contents, what they weigh, and the key of what it adds to lists of addresses."""

    sign: str
    weight: Budget
    listed: str


def gist(unit: Unit) -> Gist:
    """Return the gist of *unit*, whose list of files is large: it is unpacked once for all of it."""
    listed = unit.listed
    sign = key([(uri, file[1]) for uri, file in listed.files.items()])
    return Gist(sign, budget((uri, file[0]) for uri, file in listed.files.items()), key(listed.urls, listed.lalu))
