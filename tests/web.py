"""A small web of its own: hosts that answer well, badly, slowly, or not at all, and a network in which they are the only ones."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from generator.ask import Address, Network, is_public

HERE = "127.0.0.1"
SLOW = 3  # seconds
HUGE = 64 << 20
PACKED = gzip.compress(bytes(1 << 20), mtime=0)


class Web(ThreadingHTTPServer):
    """A server that remembers what it was asked; *stop* ends what it would do for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HERE, 0), Answers)
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.at_once: dict[str, int] = {}
        self.most_at_once: dict[str, int] = {}
        self.stop = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up."""


class Answers(BaseHTTPRequestHandler):
    """Answers by path: a status, ``to/`` a redirection, and the odd ones by their names."""

    server: Web

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.reply()

    def do_GET(self) -> None:
        """Answer as to HEAD."""
        self.reply()

    def reply(self) -> None:
        """Answer as the path says."""
        self.server.asked.append((self.command, f"{self.headers['Host']}{self.path}"))
        self.server.headers.append(dict(self.headers))
        kind, _, rest = self.path.partition("?")[0].removeprefix("/").partition("/")
        odd = {"slow": self.slow, "drip": self.drip, "huge": self.huge, "cut": self.cut, "count": self.count}
        odd |= {"dribble": self.dribble, "short": self.short, "body": self.body, "packed": self.packed}
        if kind in odd:
            odd[kind]()
        elif kind in ("to", "loop"):
            self.answer(302, f"/loop/{len(self.server.asked)}" if kind == "loop" else unquote(rest))
        elif kind == "get":
            self.answer(200 if self.command == "GET" else int(rest))
        else:
            self.answer(int(kind or 200))

    def answer(self, status: int, to: str = "") -> None:
        """Send *status*, and where to go."""
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def slow(self) -> None:
        """Answer when nobody waits any more."""
        self.server.stop.wait(SLOW)

    def cut(self) -> None:
        """Hang up."""
        self.connection.shutdown(socket.SHUT_RDWR)

    def drip(self) -> None:
        """Begin an answer and never end it, a byte at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not self.server.stop.wait(0.1):
            self.wfile.write(b"x")

    def dribble(self) -> None:
        """Begin to give what lies here and never end it, a byte at a time."""
        self.begin(HUGE)
        while not self.server.stop.wait(0.1):
            self.wfile.write(b"x")

    def short(self) -> None:
        """Give less than was said."""
        self.begin(9)
        self.wfile.write(b"isi")

    def body(self) -> None:
        """Give what lies here."""
        self.begin(3)
        self.wfile.write(b"isi")

    def packed(self) -> None:
        """Give it packed, although nobody said that this is welcome."""
        self.begin(len(PACKED), {"Content-Encoding": "gzip"})
        self.wfile.write(PACKED)

    def begin(self, length: int, headers: dict[str, str] = {}) -> None:  # noqa: B006 - it is not changed
        """Say that so much follows."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def huge(self) -> None:
        """Send more than anybody wants, whatever was asked."""
        self.send_response(404 if self.command == "HEAD" else 200)
        self.send_header("Content-Length", str(HUGE))
        self.end_headers()
        for _ in range(HUGE >> 16):
            self.wfile.write(bytes(1 << 16))

    def count(self) -> None:
        """Take a while, and note how many ask the host at the same time."""
        host, web = self.headers["Host"], self.server
        web.at_once[host] = web.at_once.get(host, 0) + 1
        web.most_at_once[host] = max(web.most_at_once.get(host, 0), web.at_once[host])
        time.sleep(0.05)
        web.at_once[host] -= 1
        self.answer(200)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def web(context: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Serve, over TLS with *context*."""
    server = Web()
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.stop.set()
    server.shutdown()
    server.server_close()


def network(*servers: Web, ca_certs: str | None = None, others: dict[str, list[str]] | None = None) -> Network:
    """
    Return a network in which every ``*.example`` is the first of *servers*, but over TLS the last.

    *others* are hosts with addresses of their own. Beside those that are public only the address of the servers is allowed.
    """

    def resolve(host: str, port: int) -> list[Address]:
        if host.endswith(".example") and host not in (others or {}):
            return [(HERE, servers[-1 if port == 443 else 0].server_port)]
        known = (others or {}).get(host)
        if known is None:
            return [(str(item[4][0]), port) for item in socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)]
        return [(address, port) for address in known]

    return Network(resolve, lambda address: address == HERE or is_public(address), ca_certs)
