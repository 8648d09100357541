"""`zi format`: one form for a record, whoever wrote it."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, records_option, says_why
from generator.cli.records import covers, need
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA, has_bersama, list_files, list_folders, read_bytes
from generator.format import formatted
from generator.report import text
from generator.write import replace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@records_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit code 1 if anything would be changed.")
@click.pass_context
@says_why
def command(context: click.Context, paths: tuple[Path, ...], records: Path, *, only_check: bool) -> None:
    """
    Give all records their canonical form, or only those in PATHS: keys in order, one style, comments kept.

    What a record says never changes. One that cannot be read stays as it is. Exit code 0: done; 1: some could not be read, or
    --check found some to change; 2: wrong use.
    """
    chosen = list(_chosen(paths, records))
    findings: list[Diagnostic] = []
    changed = 0
    for folder, name in chosen:
        path = records / folder / name
        raw = read_bytes(records, folder, name)
        new, found = formatted(name, path.as_posix(), raw)
        findings += found
        if new != raw:
            changed += 1
            click.echo(f"{'would format' if only_check else 'formatted'} {path}")
            if not only_check:
                replace(path, new)
    if findings:
        click.echo(text(findings), nl=False)
    click.echo(f"{len(chosen)} records, {changed} {'to be formatted' if only_check else 'formatted'}.")
    context.exit(FINDINGS if findings or (only_check and changed) else 0)


def _chosen(paths: tuple[Path, ...], records: Path) -> Iterator[tuple[str, str]]:
    """Yield the folder and the name of every record in *paths*; each of them must hold one."""
    need(records)
    found = list(_records(records))
    for path in paths:
        if not any(covers({path.absolute()}, records / folder / name) for folder, name in found):
            raise WrongUse(f"'{path}' is no record of '{records}' and holds none.")
    named = {path.absolute() for path in paths}
    yield from (item for item in found if not paths or covers(named, records.joinpath(*item)))


def _records(records: Path) -> Iterator[tuple[str, str]]:
    names, _ = list_folders(records)
    for folder in [BERSAMA, *names] if has_bersama(records) else names:
        yield from ((folder, name) for name in list_files(records, folder)[0].records)
