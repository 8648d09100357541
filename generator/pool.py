"""
Processes that share the work for many satker.

What one process does alone needs none of this, and to load it takes as long as to check a satker.
"""

import errno
import gc
import os
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread, current_thread, main_thread
from typing import Any, Generic, TypeVar, cast

CHUNK = 16  # items that a process is given at once

Result = TypeVar("Result")
Work = Callable[[Any, Any], object]

_ENDED = "a process that shared the work has ended before its time; perhaps there was too little memory"


class Team:
    """Forked processes that wait for work, each with its own copy of a *state*; what one had by a name it is given again."""

    def __init__(self, state: object, jobs: int) -> None:
        self._members: list[_Member] = []
        self._had: dict[str, _Member] = {}
        gc.freeze()  # what is there already is shared with them, not copied by their collectors
        try:
            while len(self._members) < jobs:
                self._members.append(_Member(state))
        except BaseException:
            self.dismiss()
            self.join()
            raise
        finally:
            gc.unfreeze()

    def spread(self, work: Work, items: Sequence[tuple[str, Any]]) -> Iterator[object]:
        """Yield what *work* returns for each of the named *items*, in their order; raises what it raises."""
        done: dict[int, object] = {}
        waited_for = 0
        told = pickle.dumps(work, 5)
        for member in self._members:
            member.tell(told)
        queue = _Queue(items, self._members, self._had)
        try:
            busy = [member for member in self._members if queue.occupy(member)]
            while busy:
                for member in cast("list[_Member]", wait(cast("list[Any]", busy))):
                    numbers, packed = member.numbers, member.answer()
                    if not queue.occupy(member):  # before anything else: it is not to wait
                        busy.remove(member)
                    done.update(zip(numbers, _results(packed), strict=True))
                while waited_for in done:
                    yield done.pop(waited_for)
                    waited_for += 1
        finally:
            for member in self._members:
                member.rest()

    def dismiss(self) -> None:
        """Let all of them end."""
        for member in self._members:
            member.dismiss()

    def join(self) -> None:
        """Wait until all of them have ended."""
        for member in self._members:
            member.join()


class _Member:
    """One process; *numbers* are those of the items that it is at work on."""

    def __init__(self, state: object) -> None:
        context = get_context("fork")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._here, there, state))
        with _uninterrupted():
            self._process.start()
        there.close()
        self.numbers: list[int] = []
        self._is_sound = True

    def fileno(self) -> int:
        """Return what is ready when its answer has come."""
        return self._here.fileno()

    def tell(self, work: bytes) -> None:
        """Say what is to be done from now on."""
        with _living():
            self._here.send_bytes(work)

    def give(self, numbers: list[int], items: list[object]) -> None:
        """Let it do *items*, which have these *numbers*."""
        with _living():
            self._here.send(items)
        self.numbers = numbers

    def answer(self) -> bytes:
        """Return what came of its items; a member whose answer was not taken to the end is of no more use."""
        self.numbers, self._is_sound = [], False
        with _living():
            packed = self._here.recv_bytes()
        self._is_sound = True
        return packed

    def rest(self) -> None:
        """Wait until it has done what nobody wants to know any more."""
        if self.numbers:
            with suppress(OSError):
                self.answer()

    def release(self) -> None:
        """Let it end, and give its memory back, as soon as it has answered."""
        with _living():
            self._here.send(None)

    def dismiss(self) -> None:
        """Let it end."""
        with suppress(OSError):  # it has ended already
            self._here.send(None)
        self._here.close()
        if not self._is_sound:
            self._process.kill()

    def join(self) -> None:
        """Wait for its end."""
        self._process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """
    Put an interrupt off: one that comes while a process is forked is lost, and with it a lock of `logging`.

    To block the signal is not enough, for any other thread would take it; only the main one answers it.
    """
    if current_thread() is not main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    for number in heard[:1]:
        signal.raise_signal(number)


@contextmanager
def _living() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise ChildProcessError(errno.ECHILD, _ENDED) from None


class _Queue:
    """The *items* that nobody has yet: a member gets first what it *had*, then what nobody had, at last what another had."""

    def __init__(self, items: Sequence[tuple[str, Any]], members: Sequence[_Member], had: dict[str, _Member]) -> None:
        self._items, self._had = items, had
        self._count, self._share = len(items), 4 * len(members)
        self._own: dict[_Member | None, deque[int]] = {member: deque() for member in (*members, None)}
        for number, (name, _) in enumerate(items):
            self._own[had.get(name)].append(number)

    def occupy(self, member: _Member) -> bool:
        """Give *member* some of what is left, less of it towards the end so that all end together; say whether there was any."""
        source = self._own[member] or self._own[None] or max(self._own.values(), key=len)
        numbers = [source.popleft() for _ in range(min(len(source), CHUNK, max(1, self._count // self._share)))]
        self._count -= len(numbers)
        self._had.update((self._items[number][0], member) for number in numbers)
        if numbers:
            member.give(numbers, [self._items[number][1] for number in numbers])
        return bool(numbers)


def _serve(here: Connection, there: Connection, state: object) -> None:
    """Answer what the parent, who is *here*, asks, until it asks for nothing more."""
    here.close()
    begin_worker()
    work: Work | None = None
    with suppress(EOFError, ConnectionError):  # the parent is gone
        while (order := there.recv()) is not None:
            if callable(order):
                work = order
            else:
                there.send_bytes(_tried(partial(cast("Work", work), state), order))


def _tried(work: Callable[[Any], object], items: list[object]) -> bytes:
    """Return what came of *items* and what was raised, pickled; an error brings its place here with it."""
    try:
        return pickle.dumps(([work(item) for item in items], None), 5)
    except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
        error.add_note(traceback.format_exc())
        return pickle.dumps(([], error), 5)


def _results(packed: bytes) -> list[object]:
    results, error = cast("tuple[list[object], Exception | None]", pickle.loads(packed))  # noqa: S301 - our own process
    if error:
        raise error
    return results


class Answer(Generic[Result]):
    """What another process will have found; it is asked at most once, and raises what was raised there."""

    def __init__(self, member: _Member) -> None:
        self._member = member

    def is_there(self) -> bool:
        """Say whether to ask means not to wait."""
        return bool(wait([self._member.fileno()], 0))

    def __call__(self) -> Result:
        """Return what was found."""
        return cast("Result", _results(self._member.answer())[0])


@contextmanager
def begun(work: Callable[[], Result]) -> Iterator[Answer[Result]]:
    """Give the answer of *work*, which a forked process does meanwhile."""
    member = _Member(work)
    try:
        member.tell(pickle.dumps(_asked, 5))
        member.give([0], [None])
        member.release()
        yield Answer(member)
    finally:
        member.rest()
        member.dismiss()
        member.join()


def _asked(work: Callable[[], Result], _item: None) -> Result:
    return work()


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """
    Let a forked process do *work* meanwhile; what is given waits for its end, and does not say how it ended.

    What is not done when the context ends is given up.
    """
    process = get_context("fork").Process(target=_alone, args=(work,))
    with _uninterrupted():
        process.start()
    try:
        yield process.join
    finally:
        process.kill()
        process.join()


def _alone(work: Callable[[], object]) -> None:
    begin_worker()
    work()


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
