"""`zi check`: every finding, in the shape that its reader needs."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.cli.common import FINDINGS, WrongUse, cache_option, jobs_option, records_option, says_why
from generator.cli.records import covers, load, remembering
from generator.cli.summary import add, public_address, summary_option
from generator.clock import build_day
from generator.diagnostic import Diagnostic, has_errors
from generator.folder import BERSAMA
from generator.git import GitError, lay, touched
from generator.jaga import jaga, keadaan
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
    findings = _since(since, records, findings, paths) if since else findings
    add(summary, markdown(findings, portal=public_address()))
    click.echo(FORMATS[form](findings), nl=False)
    context.exit(FINDINGS if has_errors(findings) else 0)


def _satker(path: Path, records: Path) -> str:
    """Return the folder of *records* that *path* lies in, or an empty text for all of them."""
    try:
        return next(iter(path.absolute().relative_to(records.absolute()).parts), "")
    except ValueError as error:
        raise WrongUse(f"'{path.absolute()}' is not in the records folder '{records}'.") from error


def _since(commit: str, records: Path, findings: tuple[Diagnostic, ...], paths: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """
    Return the errors, and the warnings of what changed since *commit*: those of other satker are not this author's.

    The addresses of then that are lost are among them.
    """
    try:
        names = touched(commit, records)
        with TemporaryDirectory(prefix="zi-alamat-") as folder:
            lay(commit, records, names | {BERSAMA}, Path(folder))
            lost = jaga(keadaan(Path(folder), names), keadaan(records, names), build_day())
    except GitError as error:
        raise WrongUse(f"{error}.") from error
    changed = tuple(records / name for name in names)
    mine = set(within(changed, findings)) if changed else set()
    return tuple(sorted({*(item for item in findings if item.is_error or item in mine), *within(paths, lost)}))


def within(paths: tuple[Path, ...], findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings that stand in *paths*, or in a standard that a record in *paths* inherits."""
    named = {path.absolute() for path in paths}
    return tuple(item for item in findings if not paths or any(covers(named, Path(place)) for place in (item.path, *item.heirs)))
