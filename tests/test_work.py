"""Work that is shared by processes: its order, who does what again, and how it ends when one of them fails."""

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children, get_context
from threading import Event, Thread

import pytest

from generator.work import Crew, aside, spread

NAMES = [f"kantor-{number:02}" for number in range(40)]
ITEMS = [(name, name) for name in NAMES]
INTERRUPTS: list[int] = []  # that come when the next process is forked
BOTH = get_context("fork").Barrier(2)


@pytest.fixture
def crew() -> Iterator[Crew[dict[str, str]]]:
    """Give two processes with an empty memory each."""
    with Crew[dict[str, str]]({}, 2) as crew:
        yield crew


def learn(memory: dict[str, str], name: str) -> tuple[int, str]:
    """Remember *name*."""
    memory[name] = name.upper()
    return os.getpid(), memory[name]


def learn_together(memory: dict[str, str], name: str) -> tuple[int, str]:
    """Remember *name*, the first one only when both processes have one."""
    if not memory:
        BOTH.wait(60)
    return learn(memory, name)


def recall_at(memory: dict[str, str], name: str) -> tuple[int, int, bool]:
    """Say when it was asked, and whether *name* is remembered."""
    return time.monotonic_ns(), os.getpid(), name in memory


def recall(memory: dict[str, str], name: str) -> tuple[int, str]:
    """Return what is remembered of *name*."""
    return os.getpid(), memory.get(name, "")


def fail(_memory: dict[str, str], name: str) -> str:
    """Fail at one of the names."""
    if name == NAMES[25]:
        raise ValueError(name)
    return name


def vanish(_memory: dict[str, str], name: str) -> str:
    """End the process at one of the names."""
    if name == NAMES[3]:
        os.kill(os.getpid(), signal.SIGKILL)
    return name


def test_results_come_in_the_order_of_the_names() -> None:
    """Whoever is ready first: the results are those of one process."""
    assert list(spread(str.upper, NAMES, 3)) == [name.upper() for name in NAMES]


def test_who_had_a_name_gets_it_again(crew: Crew[dict[str, str]]) -> None:
    """What a process has in memory need not be read again; at the end one may take over what waits at the other."""
    learnt = list(crew.spread(learn_together, ITEMS))
    recalled = list(crew.spread(recall_at, ITEMS[5:] + ITEMS[:5]))  # the second has had the first of these
    first = {process: is_known for _, process, is_known in sorted(recalled, reverse=True)}

    assert [text for _, text in learnt] == [name.upper() for name in NAMES]
    assert os.getpid() not in first
    assert list(first.values()) == [True, True]


def test_few_names_stay_here(crew: Crew[dict[str, str]]) -> None:
    """What is not worth a process is done with the memory of this one."""
    list(crew.spread(learn, ITEMS[:3]))

    assert list(crew.spread(recall, ITEMS[:3])) == [(os.getpid(), name.upper()) for name in NAMES[:3]]


def test_new_processes_know_what_this_one_knows(crew: Crew[dict[str, str]]) -> None:
    """After the processes have left, the next work finds others."""
    list(crew.spread(learn, ITEMS[:1]))
    first = {process for process, _ in crew.spread(recall, ITEMS)}
    crew.leave()
    again = list(crew.spread(recall, ITEMS))

    assert again[0][1] == NAMES[0].upper()
    assert first.isdisjoint(process for process, _ in again)


def test_an_error_is_raised_where_the_work_was_asked_for(crew: Crew[dict[str, str]]) -> None:
    """It says where it was raised, and the processes go on with the next work."""
    with pytest.raises(ValueError, match=NAMES[25]) as caught:
        list(crew.spread(fail, ITEMS))

    assert "in fail" in caught.value.__notes__[0]
    assert [text for _, text in crew.spread(learn, ITEMS)] == [name.upper() for name in NAMES]


def test_a_process_that_vanishes_is_told(crew: Crew[dict[str, str]]) -> None:
    """The system may end one when memory is short; nobody waits for it."""
    with pytest.raises(ChildProcessError, match="before its time"):
        list(crew.spread(vanish, ITEMS))


def test_results_that_nobody_wants_are_no_hindrance(crew: Crew[dict[str, str]]) -> None:
    """Who stops asking half-way may ask for something else."""
    assert next(crew.spread(learn, ITEMS)) is not None
    assert [text for _, text in crew.spread(learn, ITEMS)] == [name.upper() for name in NAMES]


def test_what_is_done_aside() -> None:
    """Its result comes when it is asked for, and so does its error."""
    with aside(os.getpid, 2) as result:
        assert result() != os.getpid()
    with aside(lambda: 1 // 0, 2) as result, pytest.raises(ZeroDivisionError):
        result()
    with aside(lambda: "x" * 1_000_000, 2):
        pass  # nobody asks


def test_an_interrupt_while_a_process_is_forked_is_only_put_off() -> None:
    """It would be swallowed by what runs at a fork, and leave a lock behind; the workers themselves hear none."""
    is_over = Event()
    other = Thread(target=is_over.wait, daemon=True)  # the system may tell this one of it
    other.start()
    INTERRUPTS.append(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        list(spread(str.upper, NAMES, 2))
    is_over.set()
    other.join()

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert list(spread(ignores_interrupts, NAMES, 2)) == [True] * len(NAMES)


def ignores_interrupts(_name: str) -> bool:
    """Say whether this process does."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def _interrupt() -> None:
    """Interrupt this process, as often as `INTERRUPTS` says, and wait until it has heard."""
    while INTERRUPTS:
        os.kill(os.getpid(), INTERRUPTS.pop())
        time.sleep(0.05)


os.register_at_fork(before=_interrupt)


def test_who_has_answered_waits_for_nobody() -> None:
    """What was done aside gives its memory back at once; its answer is still there when it is asked for."""
    with aside(lambda: "selesai", 2) as later:
        end = time.monotonic() + 10
        while active_children() and time.monotonic() < end:
            time.sleep(0.01)

        assert not active_children()
        assert later() == "selesai"
