"""`zi docs`: the documents of some satker as files, also of a portal too large to hold them."""

import sys
from pathlib import Path

import click

from generator import printing
from generator.aksesibilitas import load_uji
from generator.cache import Cache
from generator.cli.common import CONFIG, FINDINGS, WrongUse, cache_option, jobs_option, records_option, says_why
from generator.cli.making import shell_of
from generator.clock import build_day
from generator.diagnostic import has_errors
from generator.folder import list_folders
from generator.index import Index
from generator.keys import machine_key
from generator.load import load_bersama, load_satker
from generator.packages import unprintable
from generator.part import check_part
from generator.render.page import Site
from generator.report import text
from generator.write import replace


@click.command()
@click.argument("satker", nargs=-1, required=True)
@records_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("dokumen"), show_default=True, help="Folder."
)
@cache_option
@jobs_option
@click.pass_context
@says_why
def command(context: click.Context, satker: tuple[str, ...], records: Path, out: Path, cache_dir: Path, jobs: int) -> None:
    """
    Write every document (PDF) of each SATKER, a folder of the records.

    Exit code 0: written; 1: a record has errors, nothing is written; 2: wrong use.
    """
    names, _ = list_folders(records)
    if unknown := sorted(set(satker) - set(names)):
        raise WrongUse(f"No satker '{unknown[0]}' in '{records}'.")
    if missing := ", ".join(unprintable()):
        raise WrongUse(f"{printing.ABSENT.format(missing)}.")
    cache = Cache(cache_dir, machine_key())
    findings = check_part(records, set(satker), memory=lambda: cache)
    if has_errors(findings):
        click.echo(text(findings), nl=False)
        context.exit(FINDINGS)
    _write(records, satker, out, cache, jobs)


def _write(records: Path, satker: tuple[str, ...], out: Path, cache: Cache, jobs: int) -> None:
    shell, shared = shell_of(CONFIG, cache, cache.load()), load_bersama(records)
    site = Site(shell.identitas, shared.bersama, Index({}, frozenset()), build_day(), load_uji())
    press = printing.Press(Path(shell.theme) / "pdf", jobs)
    try:
        for slug in satker:
            item = load_satker(records, slug, shared.standards).satker
            found = printing.printed(press, site, item, {}).files
            for one, content in found:
                replace(out / one.uri.removeprefix("satker/"), content)
            size = sum(one.ukuran for one, _ in found) / 1e6
            click.echo(f"{slug}: {len(found)} documents, {size:.1f} MB in {out / slug}/", file=sys.stderr)
    except printing.PrintError as error:
        raise WrongUse(f"{error.part} could not be made: {error}.") from error
    finally:
        press.stop()
    if not shell.identitas.base:
        click.echo("They carry no QR codes, because PORTAL_URL is not set.", err=True)
