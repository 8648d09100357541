"""
The process that opens attachments: a request a line on standard input, an answer a line on standard output, both JSON.

It may end over any of them, and then only that one is lost: by a mistake in a library, for want of memory, or by its timer. That
counts the processor's time, so that a slow machine refuses nothing that a fast one takes.
"""

import json
import os
import resource
import signal
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path

from generator.isi import Isi, Jejak, Keluhan
from generator.lampiran import gambar, lapisan, naskah, wadah
from generator.pribadi import cari, duga

SECONDS = 20  # of the processor, for one attachment
MEMORY = 3 << 29  # bytes
MAX_TRACES = 100  # of persons in one attachment; more would be the same finding again


def look(raw: bytes, kind: str) -> tuple[Isi, bytes]:
    """Return what was seen in *raw*, which is named as *kind*, and what is published in its place; nothing if it is itself."""
    if wadah.kind_of(raw) != kind:
        seems = wadah.other_kind(raw)
        return Isi(keluhan=(Keluhan("bukan-jenis", seems),)), b""
    return (_pdf(raw), b"") if kind == "pdf" else gambar.look(raw, kind)


def _pdf(raw: bytes) -> Isi:
    found: dict[Jejak, None] = {}

    def say(place: str, text: str) -> None:
        room = MAX_TRACES - len(found)
        found.update((Jejak(place, *item), None) for item in islice(chain(cari(text), duga(text)), max(0, room)))

    wrong = naskah.look(raw, say)
    if wrong:
        return Isi(len(raw), wrong, jejak=tuple(found))
    pages, empty, left = lapisan.read(raw, say)
    return Isi(len(raw), jejak=tuple(found), halaman=pages, kosong=empty, lewat=left)


def serve(requests: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the answer to each of *requests*, a path and whether the picture itself is asked for."""
    for line in requests:
        path, kind, is_wanted = json.loads(line)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        isi, drawn = look(Path(path).read_bytes(), kind)
        signal.setitimer(signal.ITIMER_PROF, 0)
        yield json.dumps([asdict(isi), b64encode(drawn).decode() if is_wanted else ""]).encode() + b"\n"


def main() -> None:
    """Answer until nobody asks any more; what a library prints goes to standard error."""
    with suppress(ValueError):  # macOS has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        for answer in serve(iter(sys.stdin.buffer.readline, b"")):
            answers.write(answer)
            answers.flush()


main()
