"""`zi merge`: one site from the parts that `zi build --shard` made on several machines."""

from pathlib import Path

import click

from generator.cache import Cache
from generator.cli.build import run
from generator.cli.common import (
    WrongUse,
    cache_option,
    jobs_option,
    links_option,
    records_option,
    regions_option,
    says_why,
    site_option,
)
from generator.clock import build_day
from generator.keys import machine_key
from generator.made import Order


@click.command()
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@records_option
@site_option
@cache_option
@jobs_option
@links_option
@regions_option
@click.option("--no-search", "with_search", is_flag=True, flag_value=False, default=True, help="Leave the search index out.")
@click.pass_context
@says_why
def command(  # noqa: PLR0913 - a parameter for each option
    context: click.Context,
    parts: tuple[Path, ...],
    records: Path,
    site_dir: Path | None,
    cache_dir: Path,
    jobs: int,
    *,
    links: Path,
    regions: Path,
    with_search: bool,
) -> None:
    """
    Build the site from PARTS, the cache folders of `zi build --shard`, over the same records.

    What is in none of them is made here: the site is always that of a single build. Exit codes as those of `zi build`.
    """
    cache = Cache(cache_dir, machine_key())
    for part in parts:
        if part.resolve() == cache_dir.resolve():
            raise WrongUse(f"'{part}' is the cache folder of the site itself; name another with --cache-dir.")
        cache.join(Cache(part, cache.machine))
    order = Order(records, site_dir, build_day(), jobs, with_search=with_search, links=links, daerah=regions, lasting=True)
    run(context, order, cache)
