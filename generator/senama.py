"""What was made of a thing under a name, such as the value of a key, is not made again."""

from collections.abc import Callable
from typing import TypeVar

from generator.sama import Ingatan

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class Senama(Ingatan[tuple[str, object], tuple[object, Result]]):
    """
    Results by a name and the one thing that they were made of, which is compared and kept as in `generator.sama`.

    They are asked for some hundred times a satker, so this knows no more than it must.
    """

    def known(self, name: str, thing: object) -> Result | None:
        """Return what was kept for *thing* under *name*."""
        named = (name, thing if type(thing) is str else id(thing))
        found = self._recent.get(named) or self._again(named)
        return found[1] if found else None

    def keep(self, name: str, thing: object, result: Result) -> Result:
        """Keep *result* for *thing* under *name*, and return it."""
        return self.put((name, thing if type(thing) is str else id(thing)), (thing, result))[1]

    def once(self, make: Callable[[str, Thing], Result], name: str, thing: Thing) -> Result:
        """Return what *make*, always the same and knowing nothing else, makes of *thing* under *name*."""
        named = (name, thing if type(thing) is str else id(thing))
        found = self._recent.get(named) or self._again(named) or self.put(named, (thing, make(name, thing)))
        return found[1]
