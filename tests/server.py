"""The portal as GitHub Pages serves it: below a folder, compressed, with 404.html at every address that does not exist."""

import gzip
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BELOW = "/zi/"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".xml": "application/xml",
}
SLOW: dict[str, float] = {}  # paths that are answered late, by how many seconds
BUSY: set[str] = set()  # paths that are answered by 503
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Pages(BaseHTTPRequestHandler):
    """Answers from *folder*, which may be changed while it serves."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.partition("?")[0]
        time.sleep(SLOW.get(path, 0))
        file = self.folder / path.removeprefix(BELOW) if path.startswith(BELOW) else self.folder / "404.html"
        file = file / "index.html" if path.endswith("/") else file
        is_there = path.startswith(BELOW) and file.is_file()
        if path in BUSY:
            self.send_error(503)
        elif path.startswith(BELOW) and file.is_dir():
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.reply(file if is_there else self.folder / "404.html", 200 if is_there else 404)

    def reply(self, file: Path, status: int) -> None:
        """Send *file*."""
        content = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server to which a browser may hang up in the middle of an answer, as it does when a reader goes on."""

    request_queue_size = 128  # a browser asks for many files at once; what finds no room waits for seconds

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve *folder*, which may be filled later, over TLS with *context*, and yield its address."""
    server = Server(("127.0.0.1", 0), partial(Pages, folder))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_port}{BELOW}"
    finally:
        server.shutdown()
        server.server_close()
