"""`zi serve` as an editor has it: change a file, look at the page."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from portal import lay_project

SECONDS = 30


@pytest.fixture(name="address")
def _address(tmp_path: Path) -> Iterator[str]:
    """Serve a portal in *tmp_path* and return the address of its example."""
    lay_project(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--address", place]
    log, temporary = tmp_path / "serve.log", tmp_path / "sementara"
    temporary.mkdir()
    environment = os.environ | {"TMPDIR": str(temporary)}
    with log.open("w") as file, subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=file, env=environment) as process:
        yield f"http://{place}/"
        process.send_signal(signal.SIGINT)
        try:
            process.wait(SECONDS)
        finally:
            process.kill()  # where interrupts are ignored, the test fails instead of waiting for ever
    assert "Traceback" not in log.read_text("utf-8")
    assert list(temporary.iterdir()) == []


def page(url: str) -> str:
    """Return the page at *url*, or nothing while the server is not there."""
    try:
        with urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def wait_for(answer: Callable[[], bool]) -> bool:
    """Ask again until *answer* is true or time is up."""
    end = time.monotonic() + SECONDS
    while not answer() and time.monotonic() < end:
        time.sleep(0.2)
    return answer()


def replace(path: Path, old: str, new: str) -> None:
    """Edit a file as an editor does."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_serve(address: str, tmp_path: Path) -> None:
    """A record, a template and the prose each change the page; a broken record leaves the last good one and says why."""
    profile, url = tmp_path / "satker/contoh/satker.yml", f"{address}satker/contoh/"
    assert wait_for(lambda: "Kabupaten Contoh" in page(url))
    assert "Content-Security-Policy" not in page(url)  # it would refuse the script that reloads the page

    replace(profile, "nama: Kantor", "nama: Rumah")
    assert wait_for(lambda: "Rumah Kementerian Agama" in page(url))

    replace(profile, "nama: Rumah", "nma: Rumah")
    assert wait_for(lambda: "kunci `nma` tidak dikenal" in (tmp_path / "serve.log").read_text("utf-8"))
    assert "Rumah Kementerian Agama" in page(url)

    replace(profile, "nma: Rumah", "nama: Gedung")
    assert wait_for(lambda: "Gedung Kementerian Agama" in page(url))

    replace(tmp_path / "theme/macros/umum.html", "Beranda", "Pangkal")
    assert wait_for(lambda: "Pangkal" in page(url))

    replace(tmp_path / "content/tentang.md", "# Tentang portal ini", "# Perihal")
    assert wait_for(lambda: "Perihal" in page(f"{address}tentang/"))
