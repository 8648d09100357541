"""
Fuzz the way of a record from its bytes to the open data, guided by which branches its bytes reach.

    python tests/fuzz_atheris.py FOLDER tests/fuzz -max_total_time=600 -max_len=4096 -rss_limit_mb=1500 -timeout=20

New inputs go to FOLDER, what breaks a promise to the working folder as ``crash-…``: its first line names the kind of record. What
is worth keeping is laid into ``tests/fuzz`` under the name of its kind (``layanan-….yml``), where `test_nothing_lost.py` tries it
everywhere; Atheris itself has wheels for Linux on x86-64 only.
"""

import sys
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import atheris

with atheris.instrument_imports(include=["generator"]):
    from arena import Arena
    from mutasi import KINDS_BERSAMA, files_of, mutated
    from sahih import KINDS

EVERY = (*KINDS, *KINDS_BERSAMA)
ARENA = Arena(Path(mkdtemp(prefix="fuzz-")))


def kind_of_input(raw: bytes) -> str:
    """Return the kind that the first line names (``# layanan``), or one that the first byte chooses."""
    named = raw.partition(b"\n")[0].removeprefix(b"# ").decode("ascii", "replace")
    return named if named in EVERY else EVERY[(raw or b"\0")[0] % len(EVERY)]


def try_one(raw: bytes) -> None:
    """Raise what *raw* breaks."""
    broken = ARENA.broken(files_of(kind_of_input(raw), raw))
    if broken:
        raise AssertionError("\n".join(broken))


def changed(raw: bytes, most: int, seed: int) -> bytes:
    """Return *raw* changed by the fuzzer's own means, or as the other campaigns change records: those are accepted more often."""
    rng = Random(seed)  # noqa: S311 - inputs that can be made again
    return bytes(atheris.Mutate(raw, most)) if rng.random() < 0.5 else mutated(rng, raw)[:most]


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one, custom_mutator=changed)
    atheris.Fuzz()
