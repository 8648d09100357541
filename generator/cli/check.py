"""`zi check`: every finding, in the shape that its reader needs."""

from importlib import import_module
from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, cache_option, jobs_option, records_option, says_why
from generator.cli.records import load, remembering, within
from generator.cli.summary import add, public_address, summary_option
from generator.diagnostic import has_errors
from generator.folder import BERSAMA
from generator.part import check_part
from generator.report import FORMATS, markdown


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@records_option
@jobs_option
@cache_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form of the report.")
@click.option(
    "--since",
    metavar="COMMIT",
    help="Report which addresses of COMMIT are lost, and of satker that are as they were then errors only.",
)
@summary_option
@click.pass_context
@says_why
def command(  # noqa: PLR0913 - a parameter for each option
    context: click.Context,
    paths: tuple[Path, ...],
    records: Path,
    jobs: int,
    cache_dir: Path,
    *,
    form: str,
    since: str | None,
    summary: Path | None,
) -> None:
    """
    Report every finding in the records, or only those in PATHS (records or folders of satker).

    Exit code 0: no error; 1: some errors; 2: wrong use.
    """
    satker = {_satker(path, records) for path in paths}
    is_part = satker and satker.isdisjoint({"", BERSAMA})
    memory = remembering(cache_dir)
    found = check_part(records, satker, memory=memory) if is_part else load(records, jobs, memory).findings
    findings = within(paths, found)
    findings = import_module("generator.cli.since").since(since, records, findings, paths) if since else findings
    add(summary, markdown(findings, portal=public_address()))
    click.echo(FORMATS[form](findings), nl=False)
    context.exit(FINDINGS if has_errors(findings) else 0)


def _satker(path: Path, records: Path) -> str:
    """Return the folder of *records* that *path* lies in, or an empty text for all of them."""
    try:
        return next(iter(path.absolute().relative_to(records.absolute()).parts), "")
    except ValueError as error:
        raise WrongUse(f"'{path.absolute()}' is not in the records folder '{records}'.") from error
