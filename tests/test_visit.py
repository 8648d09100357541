"""Many links are asked politely, and whatever their hosts do, it ends."""

import threading
import time

from web import network, web

from generator.ask import Asker
from generator.tautan import Jawaban
from generator.visit import Manners, visit

OPEN, LATE = Jawaban("terbuka"), Jawaban("tidak_pasti", "lama")


def test_a_host_is_asked_one_link_at_a_time() -> None:
    """Different hosts are asked at once, one of them never twice at once, whether with www. or without."""
    hosts = ("a.example", "b.example", "www.a.example")
    with web() as server:
        asker = Asker("penguji", 5, network(server))
        links = [f"http://{host}/count/{number}" for number in range(4) for host in hosts]
        found = dict(visit(links, asker.ask, LATE, Manners(5, pause=0)))

    assert found == dict.fromkeys(links, OPEN)
    assert server.most_at_once == dict.fromkeys(hosts, 1)
    assert [host for _, host in server.asked if "a.example" in host and host.startswith("www")]


def test_no_more_hosts_at_once_than_are_wanted() -> None:
    """However many there are."""
    running: list[int] = []
    now, lock = [0], threading.Lock()

    def ask(_link: str) -> Jawaban:
        with lock:
            now[0] += 1
            running.append(now[0])
        time.sleep(0.02)
        with lock:
            now[0] -= 1
        return OPEN

    links = [f"https://{number}.example" for number in range(12)]

    assert len(list(visit(links, ask, LATE, Manners(5, pause=0, hosts=3)))) == 12
    assert 1 <= max(running) <= 3


def test_there_is_a_pause_between_two_links_of_a_host() -> None:
    """And none before the first."""
    times: list[float] = []

    def ask(_link: str) -> Jawaban:
        times.append(time.monotonic())
        return OPEN

    began = time.monotonic()
    list(visit(["https://a.example/1", "https://a.example/2"], ask, LATE, Manners(5, pause=0.2)))

    assert times[0] - began < 0.2 <= times[1] - times[0]


def test_an_answer_that_never_ends_is_late() -> None:
    """Not even a host that sends a byte now and then keeps us."""
    with web() as server:
        asker = Asker("penguji", 0.2, network(server))
        found = dict(visit(["http://a.example/drip", "http://a.example/200"], asker.ask, LATE, Manners(0.2, pause=0)))

    assert found == {"http://a.example/drip": LATE, "http://a.example/200": OPEN}


def test_what_time_does_not_suffice_for_is_left_out() -> None:
    """It keeps what was known of it."""
    links = [f"https://a.example/{number}" for number in range(50)]
    found = list(visit(links, lambda _: OPEN, LATE, Manners(5, pause=0.1, whole=0.15)))

    assert 1 <= len(found) <= 3


def test_nothing_to_ask() -> None:
    """A portal without links."""
    assert list(visit([], lambda _: OPEN, LATE, Manners(5))) == []
