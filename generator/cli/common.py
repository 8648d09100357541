"""What the commands share: where the records are, how long work is shown, and how the system's errors end."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from generator.folder import list_folders
from generator.portal import BadEpochError, Portal, load_portal

FINDINGS = 1  # some finding is an error
WRONG_USE = 2  # wrong use, or the system refused

CONFIG = Path("mkdocs.yml")

P = ParamSpec("P")

records_option = click.option(
    "--records",
    type=click.Path(path_type=Path, exists=True, file_okay=False, readable=True),
    default=Path("satker"),
    show_default=True,
    help="Folder of the records.",
)


class WrongUse(click.ClickException):
    """One clear sentence and exit code 2."""

    exit_code = WRONG_USE


def says_why(command: Callable[P, None]) -> Callable[P, None]:
    """Let *command* end in one sentence when the system refuses a file, a folder or space on the disk."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except BrokenPipeError:
            raise  # the reader has seen enough; click ends in silence
        except BadEpochError as error:
            raise WrongUse(f"{error}.") from error
        except OSError as error:
            place = f" ({error.filename})" if error.filename else ""
            raise WrongUse(f"{error.strerror or error}{place}.") from error

    return wrapped


def load(records: Path) -> Portal:
    """Return the portal of *records*, showing how far the reading has come."""
    names, findings = list_folders(records)
    if not names and not findings:
        raise WrongUse(f"No satker found in '{records}': it needs a folder such as {records}/kankemenag-contoh/satker.yml.")
    return load_portal(records, progress)


def progress(names: Iterable[str]) -> Iterator[str]:
    """Yield *names* with a bar on a terminal, and in silence elsewhere."""
    if not sys.stderr.isatty():
        yield from names
        return
    with click.progressbar(names, label="Reading the records", file=sys.stderr) as bar:
        yield from bar
