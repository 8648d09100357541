"""`zi import`: service records from a workbook, or what is wrong with it, cell by cell."""

from pathlib import Path

import click

from generator.buku import MAX_BYTES
from generator.cli.common import FINDINGS, records_option, says_why
from generator.cli.records import need_satker
from generator.diagnostic import has_errors
from generator.impor import Order, import_book
from generator.report import cells
from generator.write import replace


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("satker")
@records_option
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--replace", "may_replace", is_flag=True, help="Also change services that exist; empty cells keep what they had.")
@click.pass_context
@says_why
def command(context: click.Context, file: Path, satker: str, records: Path, *, dry_run: bool, may_replace: bool) -> None:
    """
    Write the services of the workbook FILE.xlsx (from `zi template`) as records of SATKER.

    With an error in any cell nothing is written. Exit code 0: no error; 1: some errors; 2: wrong use.
    """
    folder = need_satker(records, satker)
    with file.open("rb") as opened:
        raw = opened.read(MAX_BYTES + 1)
    imported = import_book(Order(file.name, raw, records, satker, replace=may_replace))
    if imported.findings:
        click.echo(cells(imported.findings), nl=False)
    for name, text in imported.records.items():
        if not dry_run:
            replace(folder / name, text)
        click.echo(f"{'would write' if dry_run else 'wrote'} {folder / name}")
    context.exit(FINDINGS if has_errors(imported.findings) else 0)
