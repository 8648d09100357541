"""`zi template`: a workbook in which an office writes its service standards."""

from pathlib import Path

import click

from generator.cli.common import WrongUse, records_option, says_why
from generator.lembar import choices
from generator.load import load_bersama
from generator.templat import make_template
from generator.write import replace


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@records_option
@says_why
def command(file: Path, records: Path) -> None:
    """Write the workbook FILE.xlsx; `zi import` makes service records of it."""
    if file.suffix.lower() != ".xlsx":
        raise WrongUse(f"'{file}' must end in .xlsx.")
    if file.exists():
        raise WrongUse(f"'{file}' is there already.")
    replace(file, make_template(choices(load_bersama(records).bersama)))
    click.echo(f"wrote {file}")
