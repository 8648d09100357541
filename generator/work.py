"""
The same work for many satker, on every core.

What travels between processes or into the cache by the thousand has no slots: frozen classes with slots are pickled in Python.
"""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, Protocol, Self, TypeVar, cast

FEW = 32  # satker that one process has done before the others have started
RARELY = (500_000, 50, 1000)  # objects between two looks for cycles: what is shared lives long, and is looked at in vain

Item = TypeVar("Item")
Result = TypeVar("Result")
Found_co = TypeVar("Found_co", covariant=True)
State = TypeVar("State")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[str], Result], names: Sequence[str], jobs: int, few: int = FEW) -> Iterator[Result]:
    """
    Yield what *work* returns for each of *names*, in their order, from *jobs* processes.

    Fewer than *few* are not worth it. The processes are forked, so *work* may close over anything; only names and results travel.
    Raises what *work* raises.
    """
    with Crew(work, jobs) as crew:
        yield from crew.spread(_called, [(name, name) for name in names], few)


def _called(work: Callable[[str], Result], name: str) -> Result:
    return work(name)


class Crew(Generic[State]):
    """
    Forked processes that stay from one work to the next, each with a *state* of its own, which may hold anything.

    What one of them had by a name it gets again in the next work. There are none before a work is worth it; what is not worth it
    this process does with the *state* itself.
    """

    def __init__(self, state: State, jobs: int) -> None:
        self.state = state
        self._jobs = jobs
        self._team: list[Any] = []
        self._left: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        while self._left:
            self._left.pop().join()

    def spread(
        self, work: Callable[[State, Item], Result], items: Sequence[tuple[str, Item]], few: int = FEW
    ) -> Iterator[Result]:
        """
        Yield what *work* returns for each named one of *items*, in their order; raises what it raises.

        Fewer than *few* are not worth it. *work*, items and results travel, so they must be such as can be pickled.
        """
        gc.set_threshold(*RARELY)
        if self._jobs == 1 or len(items) < few:
            yield from (work(self.state, item) for _, item in items)
            return
        if not self._team:
            self._team.append(import_module("generator.pool").Team(self.state, self._jobs))
        yield from self._team[0].spread(work, items)

    def leave(self) -> None:
        """Let the processes end, without waiting for it; the next work finds new ones, which have what this one has."""
        while self._team:
            self._left.append(self._team.pop())
            self._left[-1].dismiss()


class Later(Protocol[Found_co]):
    """What is asked for at most once, and then raises what was raised when it was found."""

    def is_there(self) -> bool:
        """Say whether to ask means not to wait for another process."""

    def __call__(self) -> Found_co:
        """Return what was found."""


@dataclass(frozen=True, slots=True)
class _Now(Generic[Result]):
    work: Callable[[], Result]

    def is_there(self) -> bool:
        return True

    def __call__(self) -> Result:
        return self.work()


def aside(work: Callable[[], Result], jobs: int) -> AbstractContextManager[Later[Result]]:
    """Give, within its context, what *work* returns, which another of *jobs* processes does meanwhile."""
    if jobs == 1:
        return nullcontext(_Now(work))
    return cast("AbstractContextManager[Later[Result]]", import_module("generator.pool").begun(work))
