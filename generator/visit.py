"""Many links are asked side by side, politely: one at a time of each host, with a pause between."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar
from urllib.parse import urlsplit

Answer = TypeVar("Answer")

GRACE = 1  # seconds that an answer may take beyond its time before nobody waits for it any more


@dataclass(frozen=True, slots=True)
class Manners:
    """
    How many hosts are asked at once, the pause between two links of a host, and when asking ends (seconds).

    *patience* is what one link may take.
    """

    patience: float
    pause: float = 1
    hosts: int = 16
    whole: float = 2400


def visit(links: Iterable[str], ask: Callable[[str], Answer], late: Answer, manners: Manners) -> Iterator[tuple[str, Answer]]:
    """
    Yield each of *links* with what *ask* says of it, as the answers come; those that time does not suffice for are left out.

    An answer that never ends is *late*. The threads die with the program, so that an interrupt ends it at once.
    """
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    hosts = _by_host(links)
    for host in hosts:
        waiting.put(host)
    answers: SimpleQueue[tuple[str, Answer] | None] = SimpleQueue()
    end = time.monotonic() + manners.whole
    workers = min(manners.hosts, len(hosts))
    for _ in range(workers):
        Thread(
            target=_work, args=(waiting, answers, lambda link: _within(ask, link, late, manners), manners.pause, end), daemon=True
        ).start()
    while workers:
        answer = answers.get()
        if answer is None:
            workers -= 1
        else:
            yield answer


def _by_host(links: Iterable[str]) -> list[list[str]]:
    """Return the links of each host together, the longest list first."""
    hosts: dict[str, list[str]] = {}
    for link in links:
        hosts.setdefault((urlsplit(link).hostname or "").removeprefix("www."), []).append(link)
    return sorted(hosts.values(), key=len, reverse=True)


def _work(
    waiting: "SimpleQueue[list[str]]",
    answers: "SimpleQueue[tuple[str, Answer] | None]",
    ask: Callable[[str], Answer],
    pause: float,
    end: float,
) -> None:
    """Ask the links of one waiting host after another until *end*, and say when there are no more."""
    try:
        while True:
            for number, link in enumerate(waiting.get_nowait()):
                if time.monotonic() >= end:
                    return
                time.sleep(pause if number else 0)
                answers.put((link, ask(link)))
    except Empty:
        pass
    finally:
        answers.put(None)


def _within(ask: Callable[[str], Answer], link: str, late: Answer, manners: Manners) -> Answer:
    """Return the answer, or *late* if a host keeps us busy without ever ending it."""
    answer: SimpleQueue[Answer] = SimpleQueue()
    Thread(target=lambda: answer.put(ask(link)), daemon=True).start()
    try:
        return answer.get(timeout=manners.patience + GRACE)
    except Empty:
        return late
