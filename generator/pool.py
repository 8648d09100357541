"""
Processes that share the work for many satker.

What one process does alone needs none of this, and to load it takes as long as to check a satker.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar, cast

CHUNK = 16

Result = TypeVar("Result")

_work: list[Callable[[str], object]] = []


def spread(work: Callable[[str], Result], names: Sequence[str], jobs: int) -> Iterator[Result]:
    """Yield what *work* returns for each of *names*, in their order, from *jobs* forked processes; raises what *work* raises."""
    gc.collect()
    gc.freeze()  # what is there already is shared with the workers, not copied by their collectors
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _begin, (work,))
    try:
        yield from pool.map(cast("Callable[[str], Result]", _call), names, chunksize=max(1, min(CHUNK, len(names) // (4 * jobs))))
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def begun(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """
    Give what returns the result of *work*, which a forked process does meanwhile.

    It raises what the system refused there, and EOFError if the process ended without a result.
    """
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, there))  # a pool has threads, and others are forked meanwhile
    process.start()
    there.close()
    try:
        yield cast("Callable[[], Result]", partial(_answer_of, here))
    finally:
        here.close()
        process.join()


def _answer(work: Callable[[], object], there: Connection) -> None:
    begin_worker()
    try:
        answer = work()
    except OSError as error:
        answer = error
    with suppress(BrokenPipeError):  # nobody wants to know any more
        there.send(answer)


def _answer_of(here: Connection) -> object:
    answer = here.recv()
    if isinstance(answer, OSError):
        raise answer
    return answer


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """
    Let a forked process do *work* meanwhile; what is given waits for its end, and does not say how it ended.

    What is not done when the context ends is given up.
    """
    process = get_context("fork").Process(target=_alone, args=(work,))
    process.start()
    try:
        yield process.join
    finally:
        process.kill()
        process.join()


def _alone(work: Callable[[], object]) -> None:
    begin_worker()
    work()


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
