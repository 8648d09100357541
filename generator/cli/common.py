"""What the commands share: where the records are, how many processes, and how the system's errors end."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from generator.clock import BadEpochError
from generator.work import cores

FINDINGS = 1  # some finding is an error
WRONG_USE = 2  # wrong use, or the system refused

CONFIG = Path("mkdocs.yml")
LINKS = Path(".cache/tautan.json")
REGIONS = Path(".cache/daerah")

P = ParamSpec("P")

records_option = click.option(
    "--records",
    type=click.Path(path_type=Path, exists=True, file_okay=False, readable=True),
    default=Path("satker"),
    show_default=True,
    help="Folder of the records.",
)


site_option = click.option(
    "--site-dir", type=click.Path(path_type=Path), help="Folder of the site.  [default: site, as in mkdocs.yml]"
)

cache_option = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".cache/zi"),
    show_default=True,
    help="Folder that makes the next build short; it may be deleted at any time.",
)

jobs_option = click.option(
    "--jobs", type=click.IntRange(1), default=cores, show_default="the cores it may use", help="Processes at work."
)


links_option = click.option(
    "--links",
    type=click.Path(path_type=Path, dir_okay=False),
    default=LINKS,
    show_default=True,
    help="What `zi links` found; nothing is shown of it if there is no such file.",
)


regions_option = click.option(
    "--regions",
    type=click.Path(path_type=Path, file_okay=False),
    default=REGIONS,
    show_default=True,
    help="Folder with what `zi regions` found, for a portal that joins others.",
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
            name = error.filename2 or error.filename  # where it should have gone
            place = f" ({name})" if name else ""
            raise WrongUse(f"{error.strerror or error}{place}.") from error

    return wrapped
