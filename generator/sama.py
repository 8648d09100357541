"""What was made of a thing once is not made again: things that are one object (or equal texts) give one result."""

from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")

MOST = 4_000  # results that are kept; then all are forgotten, so that memory stays flat


class Sama(Generic[Result]):
    """
    Results by the things that they were made of, compared by identity (texts by value), which costs next to nothing.

    Nobody changes the things, and they are kept beside their result, so that no later thing can be taken for one of them.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[tuple[object, ...], Result]] = {}

    def known(self, *things: object) -> Result | None:
        """Return what ``first`` was given for *things*."""
        found = self._known.get(tuple([thing if type(thing) is str else id(thing) for thing in things]))
        return found[1] if found else None

    def once(self, make: Callable[..., Result], *things: object) -> Result:
        """Return what *make*, which knows nothing else, makes of *things*."""
        key = (make, *[thing if type(thing) is str else id(thing) for thing in things])
        found = self._known.get(key)
        return found[1] if found else self._keep(key, things, make(*things))

    def first(self, result: Result, *things: object) -> Result:
        """Return the first *result* that was given for *things*."""
        key = tuple([thing if type(thing) is str else id(thing) for thing in things])
        found = self._known.get(key)
        return found[1] if found else self._keep(key, things, result)

    def _keep(self, key: tuple[object, ...], things: tuple[object, ...], result: Result) -> Result:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = (things, result)
        return result
