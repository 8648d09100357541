"""`zi check`: every finding, in the shape that its reader needs."""

from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, records_option, says_why
from generator.cli.records import load
from generator.diagnostic import Diagnostic, has_errors
from generator.report import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@records_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form of the report.")
@click.pass_context
@says_why
def command(context: click.Context, paths: tuple[Path, ...], records: Path, form: str) -> None:
    """
    Report every finding in the records, or only those in PATHS (records or folders of satker).

    Exit code 0: no error; 1: some errors; 2: wrong use.
    """
    findings = within(paths, records, load(records).findings)
    click.echo(FORMATS[form](findings), nl=False)
    context.exit(FINDINGS if has_errors(findings) else 0)


def within(paths: tuple[Path, ...], records: Path, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings that stand in *paths*, or in a standard that a record in *paths* inherits."""
    if not paths:
        return findings
    root, named = records.absolute(), {path.absolute() for path in paths}
    for path in named:
        if not path.is_relative_to(root):
            raise WrongUse(f"'{path}' is not in the records folder '{records}'.")
    return tuple(item for item in findings if any(_covers(named, Path(place)) for place in (item.path, *item.heirs)))


def _covers(named: set[Path], place: Path) -> bool:
    path = place.absolute()
    return path in named or not named.isdisjoint(path.parents)
