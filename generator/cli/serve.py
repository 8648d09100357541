"""`zi serve`: the site on this machine, built again whenever a record, a template or the prose changes."""

from pathlib import Path

import click

from generator.cli.common import CONFIG, FINDINGS, WRONG_USE, says_why
from generator.plugin import HostError, serve

MAX_PORT = 65536


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    host, colon, port = (value or "127.0.0.1:8000").rpartition(":")
    if not host or not colon or not port.isdecimal() or not 0 < int(port) < MAX_PORT:
        raise click.BadParameter(f"'{value}' is no HOST:PORT such as 127.0.0.1:8000.")
    return value


@click.command()
@click.option("--address", metavar="HOST:PORT", callback=_address, help="Where to listen.  [default: 127.0.0.1:8000]")
@click.pass_context
@says_why
def command(context: click.Context, address: str | None) -> None:
    """Build, serve, watch the records, the theme and the content, and reload the browser."""
    try:
        serve(Path(CONFIG), address)
    except HostError as error:
        click.echo(f"Error: {error}", err=True)
        context.exit(WRONG_USE if error.is_usage else FINDINGS)
