"""`zi check`: every finding, in the shape that its reader needs."""

from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, jobs_option, records_option, says_why
from generator.cli.records import covers, load
from generator.diagnostic import Diagnostic, has_errors
from generator.folder import BERSAMA
from generator.part import check_part
from generator.report import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@records_option
@jobs_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form of the report.")
@click.pass_context
@says_why
def command(context: click.Context, paths: tuple[Path, ...], records: Path, jobs: int, form: str) -> None:
    """
    Report every finding in the records, or only those in PATHS (records or folders of satker).

    Exit code 0: no error; 1: some errors; 2: wrong use.
    """
    satker = {_satker(path, records) for path in paths}
    is_part = satker and satker.isdisjoint({"", BERSAMA})
    findings = within(paths, check_part(records, satker) if is_part else load(records, jobs).findings)
    click.echo(FORMATS[form](findings), nl=False)
    context.exit(FINDINGS if has_errors(findings) else 0)


def _satker(path: Path, records: Path) -> str:
    """Return the folder of *records* that *path* lies in, or an empty text for all of them."""
    try:
        return next(iter(path.absolute().relative_to(records.absolute()).parts), "")
    except ValueError as error:
        raise WrongUse(f"'{path.absolute()}' is not in the records folder '{records}'.") from error


def within(paths: tuple[Path, ...], findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings that stand in *paths*, or in a standard that a record in *paths* inherits."""
    named = {path.absolute() for path in paths}
    return tuple(item for item in findings if not paths or any(covers(named, Path(place)) for place in (item.path, *item.heirs)))
