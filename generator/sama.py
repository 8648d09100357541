"""What was made of a thing once is not made again: things that are one object (or equal texts) give one result."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")

MOST = 4_000  # results that are kept at least, twice as many at most, so that memory stays flat


class Ingatan(Generic[Key, Result]):
    """Results by key; of more than are kept, those are forgotten that nobody has asked for lately."""

    def __init__(self) -> None:
        self._recent: dict[Key, Result] = {}
        self._before: dict[Key, Result] = {}

    def get(self, key: Key) -> Result | None:
        """Return what is kept under *key*."""
        return self._recent.get(key) or self._again(key)

    def put(self, key: Key, result: Result) -> Result:
        """Keep *result* under *key*, and return it."""
        if len(self._recent) >= MOST:
            self._before, self._recent = self._recent, {}
        self._recent[key] = result
        return result

    def _again(self, key: Key) -> Result | None:
        found = self._before.get(key)
        return None if found is None else self.put(key, found)


class Sama(Ingatan[tuple[object, ...], tuple[tuple[object, ...], Result]]):
    """
    Results by the things that they were made of, compared by identity (texts by value), which costs next to nothing.

    Nobody changes the things, and they are kept beside their result, so that no later thing can be taken for one of them.
    """

    def once(self, make: Callable[..., Result], *things: object) -> Result:
        """Return what *make*, which knows nothing else, makes of *things*."""
        key = (make, *[thing if type(thing) is str else id(thing) for thing in things])
        found = self._recent.get(key) or self._again(key) or self.put(key, (things, make(*things)))
        return found[1]
