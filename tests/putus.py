"""
Builds that end badly, again and again, and what each leaves behind; run in a process of its own, because it forks.

A round changes the records, lets `zi build` begin, ends it at a random point once it writes, and compares the whole site with
those of before and after. Prints what was counted as JSON.
"""

import fcntl
import importlib
import json
import os
import random
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from portal import contents, lay_project

from generator import cli
from generator.staging import signed

CAT = ("cat",)
COMMAND = ["build", "--jobs", "2"]
SHUTDOWN, NO_LOG = 0x8004587D, 2  # FS_IOC_SHUTDOWN: what is not on the disk by now is lost, as when the power goes
DISK = 96 << 20  # bytes
EDITS: dict[str, tuple[str, str, str]] = {
    "one": ("contoh/layanan/lengkap.yml", "sasaran: ", "sasaran: Semua "),
    "all": ("_bersama/hukum.yml", "tentang: ", "tentang: Segala "),
    "more": ("contoh/layanan/tambahan.yml", "", "nama: Layanan tambahan\n"),
}

End = Callable[[int, float], None]


@dataclass
class Field:
    """A portal in the working folder, what its site is with each edit, and how long a build writes."""

    chance: random.Random
    extra: list[str]
    log: int  # a pipe, which takes any number of bytes
    sound: dict[str, dict[str, bytes]] = field(default_factory=dict)
    spans: dict[str, float] = field(default_factory=dict)
    edit: str = ""

    def apply(self, edit: str) -> None:
        """Give the records this edit instead of the last one."""
        for name, (path, old, new) in EDITS.items():
            record = Path("satker") / path
            text = record.read_text("utf-8").replace(new, old) if record.exists() else ""
            text = (text.replace(old, new) if old else new) if name == edit else text
            record.write_text(text, "utf-8") if text else record.unlink(missing_ok=True)
        self.edit = edit

    def begin(self, *options: str, limit: int = 0) -> int:
        """Begin a build and return its process."""
        process = os.fork()
        if process:
            return process
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(self.log, 1)
        os.dup2(self.log, 2)
        sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it ends with the process
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        code = 3
        try:
            sys.argv = ["zi", *COMMAND, *self.extra, *options]
            cli.run()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        except BaseException:  # noqa: BLE001 - a bug is a traceback in the log
            traceback.print_exc()
        finally:
            os._exit(code)

    def learn(self) -> None:
        """Build the site of every edit from nothing, and see how long it writes."""
        for number, edit in enumerate(("", *EDITS)):
            self.apply(edit)
            elsewhere = f"dingin/{number}"
            self.finish("--site-dir", elsewhere, "--cache-dir", f"dingin/cache-{number}")
            self.sound[edit] = contents(Path(elsewhere))
        for edit in ("", "one", "all", "more", ""):
            self.apply(edit)
            process = self.begin()
            began = writing(process)
            os.waitpid(process, 0)
            self.spans[edit] = time.monotonic() - began

    def finish(self, *options: str) -> None:
        """Build to the end."""
        _, status = os.waitpid(self.begin(*options), 0)
        if status:
            raise SystemExit(f"a build failed with {status}")

    def round(self, end: End) -> str:
        """Change the records, end a build, and name what it left: the old site, the new one, or what should not be."""
        old = self.edit
        self.apply(self.chance.choice([edit for edit in self.sound if edit != old]))
        process = self.begin()
        writing(process)
        end(process, self.chance.uniform(0, self.spans[self.edit] * 1.1))
        return self.left(old)

    def left(self, old: str) -> str:
        """Name what is there now; the records are those of it afterwards."""
        found, new = contents(Path("site")), self.edit
        for name, edit in (("new", new), ("old", old)):
            if found == self.sound[edit]:
                self.apply(edit)
                return name
        differ = sorted(uri for uri in found.keys() | self.sound[new].keys() if found.get(uri) != self.sound[new].get(uri))
        return f"neither: {signed(Path('site'))} {differ[:5]}"


def writing(process: int) -> float:
    """Return when the build has begun to write, or has ended."""
    while not Path(".site.kerja/baru").exists() and os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0.001)
    return time.monotonic()


def killed(process: int, seconds: float) -> None:
    """Kill it; it cannot answer."""
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    wait_for_workers()


def killed_in_the_exchange(process: int, seconds: float) -> None:
    """Kill it just after something happened that is not the writing of new files."""
    before = exchanged()
    while exchanged() == before and os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        pass
    killed(process, seconds % 0.05)


def exchanged() -> list[int]:
    """Return what changes when the site does, or what lies beside it: times of folders, and which file a page is."""
    found = []
    for path in ("site", ".site.kerja", ".site.kerja/kembar", "site/satker/contoh/layanan/lengkap/index.html"):
        with suppress(FileNotFoundError):
            state = Path(path).stat()
            found += [state.st_ino, state.st_mtime_ns]
    return found


def interrupted(process: int, seconds: float) -> None:
    """Press Ctrl-C."""
    time.sleep(seconds)
    os.kill(process, signal.SIGINT)
    os.waitpid(process, 0)


def wait_for_workers() -> None:
    """Return when nobody holds the lock any more: the workers of a killed build end by themselves."""
    end = time.monotonic() + 20
    with Path(".site.kerja/kunci").open("rb") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)
            else:
                return


def short_of_space(found: Field) -> str:
    """Let a build find that a file cannot grow past a random size; it says so and leaves the old site, or ends well."""
    old = found.edit
    found.apply(found.chance.choice([edit for edit in found.sound if edit != old]))
    process = found.begin(limit=int(2 ** found.chance.uniform(7, 23)))
    _, status = os.waitpid(process, 0)
    left, code = found.left(old), os.waitstatus_to_exitcode(status)
    return left if (code == 0) == (left == "new") and code in (0, 1, 2) else f"{left}, but code {code}"


def power_cut(found: Field, image: Path) -> str:
    """Take the power from the disk at a random point, and look at it after the restart."""
    place = Path.cwd()

    def cut(process: int, seconds: float) -> None:
        time.sleep(seconds)
        disk = os.open(place, os.O_RDONLY)
        fcntl.ioctl(disk, SHUTDOWN, struct.pack("I", NO_LOG))
        os.close(disk)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.chdir("/")
        remount(image, place.parent)
        os.chdir(place)

    old = found.edit
    os.sync()  # the records are there in any case
    found.apply(found.chance.choice([edit for edit in found.sound if edit != old]))
    os.sync()
    process = found.begin()
    writing(process)
    cut(process, found.chance.uniform(0, found.spans[found.edit] * 1.3))
    return found.left(old)


def remount(image: Path, place: Path) -> None:
    """Take the disk out and put it in again; what still reads from it has a moment to end."""
    end = time.monotonic() + 20
    while system("umount", place):
        if time.monotonic() > end:
            raise SystemExit(f"{place} stays busy")
        time.sleep(0.05)
    system("mount", "-o", "loop", image, place)


ENDS: dict[str, Callable[[Field], str]] = {
    "kill": lambda found: found.round(killed),
    "exchange": lambda found: found.round(killed_in_the_exchange),
    "interrupt": lambda found: found.round(interrupted),
    "space": short_of_space,
}


def run(found: Field, rounds: dict[str, int], image: Path | None) -> dict[str, dict[str, int]]:
    """Return how often each end left what."""
    importlib.import_module("generator.cli.build")
    importlib.import_module("generator.cli.making")
    os.environ["SOURCE_DATE_EPOCH"] = "1796000000"
    found.learn()
    counts: dict[str, Counter[str]] = {name: Counter() for name in rounds}
    order = [name for name, number in rounds.items() for _ in range(number)]
    found.chance.shuffle(order)
    for name in order:
        left = power_cut(found, image) if name == "power" and image else ENDS[name](found)
        counts[name][left] += 1
    found.apply("one" if found.edit != "one" else "all")
    found.finish()
    counts["at last"] = Counter([found.left("")])
    return {name: dict(count) for name, count in counts.items()}


def on_a_disk(folder: Path) -> Path:
    """Make a disk of a file, put it at *folder*/disk, and return the file; needs root on Linux."""
    image, place = folder / "image", folder / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(DISK)
    if system("mkfs.ext4", "-q", image) or system("mount", "-o", "loop", image, place):
        raise SystemExit("power cuts want root, mkfs.ext4 and loop devices")
    return image


def system(*command: str | Path) -> int:
    """Run a program of the system and return its code."""
    return subprocess.run(command, check=False, capture_output=True).returncode


def main() -> None:
    """Read the seed and the number of rounds by end from the command line: `putus.py 1 '{"kill": 10}' --no-docs`."""
    seed, rounds, extra = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        image = on_a_disk(folder) if "power" in rounds else None
        portal = folder / "disk/portal" if image else folder / "portal"
        portal.mkdir()
        lay_project(portal)
        os.chdir(portal)
        with (folder / "log").open("wb") as log, subprocess.Popen(CAT, cwd=folder, stdin=subprocess.PIPE, stdout=log) as pipe:
            chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
            counts = {}
            try:
                counts = run(Field(chance, extra, pipe.stdin.fileno() if pipe.stdin else 2), rounds, image)
            finally:
                os.chdir("/")
                if image:
                    system("umount", folder / "disk")
                if not counts:
                    sys.stderr.write((folder / "log").read_text("utf-8", "replace")[-2000:])
        said = (folder / "log").read_text("utf-8", "replace")
    json.dump(counts | {"log": said if "Traceback" in said else ""}, sys.stdout)


if __name__ == "__main__":
    main()
