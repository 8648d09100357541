"""`zi addresses`: whether every address of one built site still leads somewhere in another."""

from pathlib import Path

import click

from generator.banding import lost
from generator.cli.common import FINDINGS, says_why

folder = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("before", type=folder)
@click.argument("after", type=folder)
@click.pass_context
@says_why
def command(context: click.Context, before: Path, after: Path) -> None:
    """
    List the addresses of the built site BEFORE for which AFTER has neither a page or file, nor a redirect, nor a remark.

    Exit code 0: there are none; 1: some; 2: wrong use.
    """
    gone = lost(before, after)
    for address in gone:
        click.echo(f"/{address}")
    click.echo(f"{len(gone) or 'no'} addresses lost", err=True)
    context.exit(FINDINGS if gone else 0)
