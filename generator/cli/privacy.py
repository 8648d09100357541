"""`zi privacy`: what was looked at for personal data, what was found, what is allowed and why, and what nobody could see."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, cache_option, jobs_option, records_option, says_why
from generator.cli.records import need, remembering
from generator.clock import build_day
from generator.diagnostic import has_errors
from generator.folder import BERSAMA, list_folders
from generator.judge import judge_bersama, judge_satker
from generator.lampiran.peninjau import Memory
from generator.load import LoadedBersama, load_bersama
from generator.portal import load_whole
from generator.privasi import Tinjauan, tinjauan, tulis
from generator.work import spread


@click.command()
@click.argument("satker", nargs=-1)
@records_option
@jobs_option
@cache_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the report."
)
@click.pass_context
@says_why
def command(context: click.Context, satker: tuple[str, ...], records: Path, jobs: int, cache_dir: Path, *, form: str) -> None:
    """
    Report what was looked at for personal data, in each SATKER or in all.

    Exit code 0: no error; 1: some errors; 2: wrong use.
    """
    need(records)
    names, _ = list_folders(records)
    if unknown := sorted(set(satker) - set(names)):
        raise WrongUse(f"No satker '{unknown[0]}' in '{records}'.")
    chosen = [name for name in names if name in satker or not satker]
    items = [*_looked(records, chosen, jobs, remembering(cache_dir))]
    click.echo(tulis(items) if form == "text" else json.dumps([asdict(item) for item in items], indent=2) + "\n", nl=False)
    context.exit(FINDINGS if any(has_errors(item.temuan) for item in items) else 0)


def _looked(records: Path, names: list[str], jobs: int, memory: Memory) -> Iterator[Tinjauan]:
    """Yield the shared records, and the satker of *names*."""
    shared, today = load_bersama(records), build_day()
    yield tinjauan(BERSAMA, shared.entries, {}, judge_bersama(shared, today))

    def look(name: str) -> Tinjauan:
        return _satker(records, name, shared, memory)

    yield from spread(look, names, jobs)


def _satker(records: Path, name: str, shared: LoadedBersama, memory: Memory) -> Tinjauan:
    loaded = load_whole(records, name, shared, memory)
    found = judge_satker(loaded, shared.bersama, f"{records.as_posix()}/{name}", build_day())
    return tinjauan(name, loaded.entries, loaded.satker.berkas, found)
