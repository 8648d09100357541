"""What a process takes, its descendants included: wall time, CPU time, and the most memory they hold together (Linux)."""

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from threading import Event, Thread
from time import perf_counter

import click

Command = Sequence[str | Path]
PAUSE = 0.05  # seconds between two looks at memory
SHARE = 100  # a look may take one part in so many of the time, or it would slow down what keeps every core busy


@dataclass(frozen=True, slots=True)
class Cost:
    """*wall* and *cpu* (user and system) in seconds, *peak* in bytes; 0 where memory was not measured."""

    wall: float
    cpu: float
    peak: int = 0


class Watch(Thread):
    """
    Looks at the memory of all processes of a session until it is told to stop.

    A page that processes share counts once, in parts (PSS).
    """

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak, self.ended = session, 0, Event()

    def run(self) -> None:
        """Keep the highest sum."""
        pause = 0.0
        while not self.ended.wait(pause):
            began = perf_counter()
            self.peak = max(self.peak, sum(map(_pss, _members(self.session))))
            pause = max(PAUSE, SHARE * (perf_counter() - began))

    def stop(self) -> int:
        """Return the peak in bytes."""
        self.ended.set()
        self.join()
        return self.peak


def _members(session: int) -> list[int]:
    members = []
    for process in (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()):
        with suppress(ProcessLookupError):
            if os.getsid(process) == session:
                members.append(process)
    return members


def _pss(process: int) -> int:
    with suppress(OSError), Path(f"/proc/{process}/smaps_rollup").open("rb") as lines:
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:")), 0)
    return 0


def run(command: Command, cwd: Path) -> Cost:
    """Return what *command* took, which must end with 0; all that was to be written before is on the disk when it begins."""
    os.sync()
    with TemporaryFile() as said:
        began = perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said, start_new_session=True)
        watch = Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - began
        peak = watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            shown = " ".join(map(str, command))
            raise click.ClickException(f"`{shown}` ended with {process.returncode}:\n{said.read().decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


def timed(work: Callable[[], None]) -> Cost:
    """Return what *work* took in this very process."""
    os.sync()
    began, before = perf_counter(), os.times()
    work()
    after = os.times()
    return Cost(perf_counter() - began, after.user + after.system - before.user - before.system)


def one_after_another(costs: Iterable[Cost]) -> Cost:
    """Return the cost of processes that follow each other."""
    parts = list(costs)
    return Cost(sum(part.wall for part in parts), sum(part.cpu for part in parts), max(part.peak for part in parts))


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the medians of time, and the highest peak: looks are few, so one run may show less than it held."""
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs), max(cost.peak for cost in costs))
