"""A build that has something to do: the shell as it was, or drawn by MkDocs, which is loaded only then."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from generator.cache import Cache, State
from generator.cli.common import FINDINGS, WRONG_USE
from generator.cli.records import need, progress
from generator.made import Made, Order, inputs_key
from generator.make import Drawn, make
from generator.packages import BrokenError
from generator.render.env import compile_all
from generator.shell import Shell
from generator.work import aside


class _Refused(click.ClickException):
    """What MkDocs, Pagefind or Typst refused in its own words, as findings or wrong use end."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        vars(self)["exit_code"] = code

    def __reduce__(self) -> tuple[type["_Refused"], tuple[str, int]]:
        """Come out of another process whole."""
        return _Refused, (self.message, vars(self)["exit_code"])


def build(config_file: Path, order: Order, cache: Cache, old: State) -> Made:
    """Build the site of *order* after *old*; ends the program where MkDocs, Pagefind or Typst refuses."""
    need(order.root)
    kept = _kept(config_file, cache, old)
    with aside(partial(_drawn, config_file, cache), 1 if kept else order.jobs) as drawn:
        try:
            return make(order, lambda: _keyed(config_file, kept or _accepted(config_file, cache, drawn())), cache, progress, old)
        except BrokenError as error:
            raise _Refused(error.told(), FINDINGS) from error


def _keyed(config_file: Path, shell: Shell) -> Drawn:
    return shell, inputs_key(config_file, shell.sources)


def shell_of(config_file: Path, cache: Cache, old: State) -> Shell:
    """Return the shell as it was drawn for the build that left *old*, or draw it anew."""
    return _kept(config_file, cache, old) or _accepted(config_file, cache, _drawn(config_file, cache))


def _kept(config_file: Path, cache: Cache, old: State) -> Shell | None:
    shell = cache.take("mkdocs", inputs_key(config_file, old.sources))
    return shell if isinstance(shell, Shell) else None


def _accepted(config_file: Path, cache: Cache, drawn: Shell | _Refused) -> Shell:
    if isinstance(drawn, _Refused):
        raise drawn
    cache.put("mkdocs", inputs_key(config_file, drawn.sources), drawn)
    return drawn


def _drawn(config_file: Path, cache: Cache) -> Shell | _Refused:
    """Draw the shell, and leave the templates compiled for the processes that will draw from them."""
    plugin: Any = import_module("generator.plugin")
    try:
        shell = cast("Shell", plugin.draw(config_file))
    except plugin.HostError as error:
        return _Refused(str(error), WRONG_USE if error.is_usage else FINDINGS)
    compile_all(Path(shell.theme), cache)
    return shell
