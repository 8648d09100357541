"""A build that has something to do: the shell as it was, or drawn by MkDocs, which is loaded only then."""

from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from generator.cache import Cache, State
from generator.cli.common import FINDINGS, WRONG_USE
from generator.cli.records import need, progress
from generator.made import Made, Order, inputs_key
from generator.make import make
from generator.packages import BrokenError
from generator.shell import Shell


def build(config_file: Path, order: Order, cache: Cache, old: State) -> Made:
    """Build the site of *order* after *old*; ends the program where MkDocs, Pagefind or Typst refuses."""
    need(order.root)
    shell = shell_of(config_file, cache, old)
    try:
        return make(order, inputs_key(config_file, shell.sources), shell, cache, progress, old)
    except BrokenError as error:
        raise _Refused(error.told(), FINDINGS) from error


def shell_of(config_file: Path, cache: Cache, old: State) -> Shell:
    """Return the shell as it was drawn for the build that left *old*, or draw it anew."""
    shell = cache.take("mkdocs", inputs_key(config_file, old.sources))
    if not isinstance(shell, Shell):
        shell = _drawn(config_file)
        cache.put("mkdocs", inputs_key(config_file, shell.sources), shell)
    return shell


def _drawn(config_file: Path) -> Shell:
    plugin: Any = import_module("generator.plugin")
    try:
        return cast("Shell", plugin.draw(config_file))
    except plugin.HostError as error:
        raise _Refused(str(error), WRONG_USE if error.is_usage else FINDINGS) from error


class _Refused(click.ClickException):
    """What MkDocs, Pagefind or Typst refused in its own words, as findings or wrong use end."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        vars(self)["exit_code"] = code
