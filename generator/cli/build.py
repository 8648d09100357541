"""`zi build`: check, then the whole site; a record with errors stops the build and the last good site stays."""

import re
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import click

from generator.cache import Cache, State
from generator.cli.common import (
    CONFIG,
    FINDINGS,
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
from generator.made import Made, Order, intact, is_little, last_site, unchanged
from generator.report import text
from generator.scout import scan
from generator.staging import UnsafeTargetError, begun
from generator.work import Later, Result, aside

# What builds a site, in pieces that take some hundredths of a second each.
_LOADED = ("pydantic.types", "generator.model.satker", "generator.pipeline", "generator.portal", "generator.cli.making")


def _shard(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[int, int] | None:
    match = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", value or "")
    if value and not (match and 1 <= int(match[1]) <= int(match[2])):
        raise click.BadParameter(f"'{value}' is no K/N such as 2/8, the second of eight parts.")
    return (int(match[1]), int(match[2])) if match else None


@click.command()
@records_option
@site_option
@cache_option
@jobs_option
@links_option
@regions_option
@click.option(
    "--shard",
    metavar="K/N",
    callback=_shard,
    help="Make only the K-th of N parts and leave it in the cache folder, for `zi merge`.",
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
@click.option("--no-search", "with_search", is_flag=True, flag_value=False, default=True, help="Leave the search index out.")
@click.option("--no-docs", "with_docs", is_flag=True, flag_value=False, default=True, help="Leave the documents (PDF) out.")
@click.pass_context
@says_why
def command(  # noqa: PLR0913 - a parameter for each option
    context: click.Context,
    records: Path,
    site_dir: Path | None,
    cache_dir: Path,
    jobs: int,
    shard: tuple[int, int] | None,
    *,
    links: Path,
    regions: Path,
    strict: bool,
    with_search: bool,
    with_docs: bool,
) -> None:
    """
    Check the records and build the whole site.

    Exit code 0: built; 1: findings stopped it, and the last site stays; 2: wrong use.
    """
    order = Order(records, site_dir, build_day(), jobs, strict=strict, shard=shard, links=links, lasting=True)
    order = replace(order, with_search=with_search, with_docs=with_docs, daerah=regions)
    run(context, order, Cache(cache_dir, machine_key()))


def run(context: click.Context, order: Order, cache: Cache) -> None:
    """Build what *order* asks for and say what came of it."""
    began = time.monotonic()
    try:
        made = _made(order, cache)
    except UnsafeTargetError as error:
        raise WrongUse(f"{error}.") from error
    if made.findings:
        click.echo(text(made.findings), nl=False)
    for warning in made.warnings:
        click.echo(f"Warning: {warning}", err=True)
    if made.folder is None:
        context.exit(FINDINGS)
    for line in _told(made, order, time.monotonic() - began):
        click.echo(line, file=sys.stderr)


def _made(order: Order, cache: Cache) -> Made:
    """Return what there is already, or let what builds sites work; while that is loaded another process looks around."""
    old = cache.load()
    with ExitStack() as stack:
        site = last_site(order, CONFIG, old)
        if site is None:
            return _built(replace(order, seen=stack.enter_context(aside(partial(scan, order.root), order.jobs))), cache, old)
        seen, there = _loading_until(stack.enter_context(aside(lambda: (scan(order.root), intact(site, old.units)), order.jobs)))
        order = replace(order, seen=lambda: seen, intact=there)
        if made := unchanged(order, site, old):
            return made
        if order.jobs > 1 and is_little(order, old):
            order = replace(order, ahead=stack.enter_context(begun(site, old.files, lasting=order.lasting)))
        return _built(order, cache, old)


def _loading_until(later: Later[Result]) -> Result:
    """Return what is found *later*, and load meanwhile, piece by piece, what will be wanted if there is anything to do."""
    for name in _LOADED:
        if later.is_there():
            break
        import_module(name)
    return later()


def _built(order: Order, cache: Cache, old: State) -> Made:
    build = import_module("generator.cli.making").build
    if not (why := cache.refuses()):
        return cast("Made", build(CONFIG, order, cache, old))
    if order.shard:
        raise WrongUse(f"The part cannot be left in '{cache.folder}': {why}.")
    click.echo(f"Nothing is kept for the next build, because '{cache.folder}' cannot be written to: {why}", err=True)
    with TemporaryDirectory(prefix="zi-cache-") as folder:
        return cast("Made", build(CONFIG, order, Cache(Path(folder), cache.machine), State()))


def _told(made: Made, order: Order, seconds: float) -> list[str]:
    weight, new = made.budget, len(made.rendered)
    if order.shard:
        part = "part {} of {}".format(*order.shard)
        return [f"{part}: {made.satker} satker in {made.folder}/ ({seconds:.1f} s, {new or 'nothing'} made anew)"]
    done = f"{made.satker} satker, {weight.pages} pages with redirects, {weight.size / 1e6:.1f} MB in {made.folder}/"
    return [f"{done} ({seconds:.1f} s, {new or 'nothing'} made anew)", *weight.lines(), *made.notes]
