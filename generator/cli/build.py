"""`zi build`: check, then the whole site; a record with errors stops the build and the last good site stays."""

import sys
import time
from pathlib import Path

import click

from generator.cli.common import CONFIG, FINDINGS, WRONG_USE, WrongUse, load, records_option, says_why
from generator.diagnostic import has_errors
from generator.plugin import HostError, build
from generator.report import text
from generator.write import UnsafeTargetError


@click.command()
@records_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="Folder of the site.  [default: site, as in mkdocs.yml]")
@click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
@click.option("--no-search", "with_search", is_flag=True, flag_value=False, default=True, help="Leave the search index out.")
@click.pass_context
@says_why
def command(context: click.Context, records: Path, site_dir: Path | None, *, strict: bool, with_search: bool) -> None:
    """
    Check the records and build the whole site.

    Exit code 0: built; 1: findings stopped it, and the last site stays; 2: wrong use.
    """
    began = time.monotonic()
    portal = load(records)
    if portal.findings:
        click.echo(text(portal.findings), nl=False)
    if has_errors(portal.findings) or (strict and portal.findings):
        context.exit(FINDINGS)
    try:
        built = build(CONFIG, portal, site_dir, strict=strict, with_search=with_search)
    except UnsafeTargetError as error:
        raise WrongUse(f"{error}.") from error
    except HostError as error:
        click.echo(f"Error: {error}", err=True)
        context.exit(WRONG_USE if error.is_usage else FINDINGS)
    for warning in built.warnings:
        click.echo(f"Warning: {warning}", err=True)
    folder = built.folder
    pages = sum(1 for _ in folder.rglob("index.html"))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    seconds = time.monotonic() - began
    click.echo(
        f"{len(portal.index.nyata())} satker, {pages} pages, {size / 1e6:.1f} MB in {folder}/ ({seconds:.1f} s)",
        file=sys.stderr,
    )
