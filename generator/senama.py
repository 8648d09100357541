"""What was made of a thing under a name, such as the value of a key, is not made again."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from generator.sama import Ingatan

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class Senama(Ingatan[tuple[str, object], tuple[object, Result]]):
    """
    Results by a name and the one thing that they were made of, which is compared and kept as in `generator.sama`.

    They are asked for some hundred times a satker, so this knows no more than it must.
    """

    def among(self, things: Mapping[str, object]) -> dict[str, Result]:
        """Return, by its name, what was kept for each of *things*; there is nothing for the others."""
        recent, found = self._recent, {}
        for name, thing in things.items():
            named = (name, thing if type(thing) is str else id(thing))
            known = recent.get(named) or self._again(named)
            if known and known[1] is not None:
                found[name] = known[1]
        return found

    def keep(self, name: str, thing: object, result: Result) -> Result:
        """Keep *result* for *thing* under *name*, and return it."""
        return self.put((name, thing if type(thing) is str else id(thing)), (thing, result))[1]

    def all(self, make: Callable[[str, Thing], Result], things: Iterable[tuple[str, Thing]]) -> list[Result]:
        """Return what ``once`` returns for each of the named *things*; to ask for all at once takes half as long."""
        recent, found = self._recent, []
        for name, thing in things:
            known = recent.get((name, thing if type(thing) is str else id(thing)))
            found.append(known[1] if known else self.once(make, name, thing))
        return found

    def once(self, make: Callable[[str, Thing], Result], name: str, thing: Thing) -> Result:
        """Return what *make*, always the same and knowing nothing else, makes of *thing* under *name*."""
        named = (name, thing if type(thing) is str else id(thing))
        found = self._recent.get(named) or self._again(named) or self.put(named, (thing, make(name, thing)))
        return found[1]
