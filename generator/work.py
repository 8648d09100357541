"""
The same work for many satker, on every core.

What travels between processes or into the cache by the thousand has no slots: frozen classes with slots are pickled in Python.
"""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import TypeVar, cast

FEW = 32  # satker that one process has done before the others have started
RARELY = (20_000, 20, 50)  # objects between two looks for cycles: what is shared lives long, and is looked at in vain

Result = TypeVar("Result")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[str], Result], names: Sequence[str], jobs: int, few: int = FEW) -> Iterator[Result]:
    """
    Yield what *work* returns for each of *names*, in their order, from *jobs* processes.

    Fewer than *few* are not worth it. The processes are forked, so *work* may close over anything; only names and results travel.
    Raises what *work* raises.
    """
    gc.set_threshold(*RARELY)
    if jobs == 1 or len(names) < few:
        yield from map(work, names)
        return
    yield from import_module("generator.pool").spread(work, names, jobs)


def aside(work: Callable[[], Result], jobs: int) -> AbstractContextManager[Callable[[], Result]]:
    """
    Give, within its context, what returns the result of *work*, which another of *jobs* processes does meanwhile.

    It is asked at most once, and raises what the system refused there; whatever else is wrong must be in the result.
    """
    if jobs == 1:
        return nullcontext(work)
    return cast("AbstractContextManager[Callable[[], Result]]", import_module("generator.pool").begun(work))
