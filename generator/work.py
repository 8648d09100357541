"""
The same work for many satker, on every core.

What travels between processes or into the cache by the thousand has no slots: frozen classes with slots are pickled in Python.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar, cast

FEW = 32  # satker that one process has done before the others have started
CHUNK = 16
RARELY = (20_000, 20, 50)  # objects between two looks for cycles: what is shared lives long, and is looked at in vain

Result = TypeVar("Result")

_work: list[Callable[[str], object]] = []


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
    gc.collect()
    gc.freeze()  # what is there already is shared with the workers, not copied by their collectors
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _begin, (work,))
    try:
        yield from pool.map(cast("Callable[[str], Result]", _call), names, chunksize=max(1, min(CHUNK, len(names) // (4 * jobs))))
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _begin(work: Callable[[str], object]) -> None:
    begin_worker()
    _work.append(work)


def begin_worker() -> None:
    """Prepare a worker: the interrupt of a terminal is the parent's to answer, and the parent's end is also its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End this worker when its parent is gone: killed, it tells nobody, and the lock of the site would be held for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _call(name: str) -> object:
    return _work[-1](name)
