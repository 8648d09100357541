"""What the rest of the program asks of attachments: what is in them, and the picture to publish; the answer is remembered."""

import json
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from generator.cache import Cache
from generator.isi import MAX_BYTES, Isi, Jejak, Keluhan, Sebab, kind_named
from generator.model.satker import Lampiran
from generator.model.scalar import LOKASI_BERKAS

MAX_ENDS = 5  # of the process, over the attachments of one satker
FOLDER = "lampiran"
UNSEEN: Sebab = "tidak-terperiksa"

Memory = Callable[[], Cache | None]


def forgetful() -> None:
    """Remember nothing."""


class Peninjau:
    """The process that opens attachments, begun when the first one comes."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ends = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """The number of the process; 0 if there is none."""
        return self._process.pid if self._process else 0

    def look(self, path: Path, kind: str) -> Isi:
        """Return what is in the file at *path*, named as *kind*; it is not opened if too many before it ended the process."""
        if self._ends >= MAX_ENDS:
            return Isi(keluhan=(Keluhan(UNSEEN, "lampiran lain lebih dulu menghentikan pemeriksaan"),))
        return self._ask(path, kind, is_wanted=False)[0]

    def draw(self, path: Path, kind: str) -> bytes:
        """Return the picture at *path* as it is published; raises OSError if that cannot be made."""
        drawn = self._ask(path, kind, is_wanted=True)[1]
        if not drawn:
            raise OSError(0, "the picture could not be drawn anew", str(path))
        return drawn

    def _ask(self, path: Path, kind: str, *, is_wanted: bool) -> tuple[Isi, bytes]:
        process = self._process or _begun()
        self._process = process
        assert process.stdin  # noqa: S101 - a pipe
        assert process.stdout  # noqa: S101 - the same
        with suppress(BrokenPipeError):  # it has ended already; the answer says so
            process.stdin.write(json.dumps([str(path.absolute()), kind, is_wanted]).encode() + b"\n")
            process.stdin.flush()
        answer = process.stdout.readline()
        if answer:
            isi, drawn = json.loads(answer)
            return _isi(**isi), b64decode(drawn)
        self._ends += 1
        return Isi(keluhan=(Keluhan(UNSEEN, _reason(self._end())),)), b""

    def _end(self) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.communicate()  # there are no more requests, so it ends
        return process.returncode


def _begun() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", __package__]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own


def _reason(code: int) -> str:
    return "pemeriksaannya melampaui batas waktu" if code == -signal.SIGPROF else "pemeriksaannya terhenti"


def _isi(keluhan: list[dict[str, Any]], jejak: list[dict[str, str]], keterangan: list[str], **numbers: int) -> Isi:
    """Return what the process says as values; it has read what strangers wrote, so nothing else comes of its words."""
    return Isi(
        keluhan=tuple(Keluhan(**item) for item in keluhan),
        jejak=tuple(Jejak(**item) for item in jejak),
        keterangan=tuple(map(str, keterangan)),
        **{name: int(number) for name, number in numbers.items()},
    )


def reviewed(folder: Path, berkas: dict[str, Lampiran], memory: Memory) -> dict[str, Lampiran]:
    """Return *berkas*, the attachments of the satker in *folder*, with what is in each but those of a wrong name or size."""
    chosen = [name for name, item in berkas.items() if LOKASI_BERKAS.fullmatch(name) and item.ukuran <= MAX_BYTES]
    if not chosen:
        return berkas
    cache, place = memory(), f"{FOLDER}/satker/{folder.name}"
    known = cache.take(place, cache.machine) if cache else None
    seen: dict[tuple[str, str], Isi] = known if isinstance(known, dict) else {}
    found, now = dict(berkas), {}
    with Peninjau() as peninjau:
        for name in chosen:
            path, kind = folder / "berkas" / name, kind_named(name)
            sidik = blake2b(path.read_bytes(), digest_size=16).hexdigest()
            isi = seen.get((sidik, kind)) or peninjau.look(path, kind)
            if all(item.sebab != UNSEEN for item in isi.keluhan):
                now[sidik, kind] = isi
            found[name] = replace(berkas[name], isi=isi, sidik=sidik)
    if cache and now.keys() != seen.keys():
        cache.put(place, cache.machine, now)
    return found
