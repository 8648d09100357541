"""`zi links`: asks every link of the records whether it opens, and keeps what was found for the next build and the next check."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import click

from generator.ask import Asker, Network
from generator.cli.common import LINKS, jobs_option, records_option, says_why
from generator.clock import today
from generator.folder import list_folders
from generator.links import links
from generator.load import load_bersama, load_satker
from generator.read import Source
from generator.tautan import Riwayat, Vonis, diperbarui, dump, known, read_state
from generator.visit import Manners, visit
from generator.work import spread
from generator.write import replace

MOST_PLACES = 5
ENOUGH = 5  # links of which at least one opens on a machine with a network
WORDS: dict[Vonis, str] = {"terbuka": "open", "diragukan": "in doubt", "rusak": "broken", "tidak_pasti": "unclear"}


def _portal(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    if value and not re.fullmatch(r"https?://[!-~]+", value):
        raise click.BadParameter(f"'{value}' is no address such as https://portal.example/.")
    return value or ""


@click.command()
@records_option
@jobs_option
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    default=LINKS,
    show_default=True,
    help="What earlier checks found; it may be absent.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to keep it.  [default: as --state]")
@click.option("--limit", type=click.IntRange(1), help="Ask so many links at most, those first that were not asked for longest.")
@click.option("--timeout", type=click.FloatRange(1, 300), default=20, show_default=True, help="Seconds for one link in all.")
@click.option("--portal", envvar="PORTAL_URL", callback=_portal, help="Address of the portal, told to those who are asked.")
@click.pass_context
@says_why
def command(  # noqa: PLR0913 - a parameter for each option
    context: click.Context,
    records: Path,
    jobs: int,
    *,
    state: Path,
    out: Path | None,
    limit: int | None,
    timeout: float,
    portal: str,
) -> None:
    """
    Ask every link of the records whether it opens, and keep what was found.

    Exit code 0, whatever the links do; 2: wrong use. A link counts as broken after failures on three days, a week apart at least.
    """
    old, doubts = known(read_state(state))
    for doubt in doubts:
        click.echo(f"Warning: {doubt}", err=True)
    places = _places(records, jobs)
    asker = Asker(_agent(portal), timeout, context.find_object(Network) or Network())
    ordered = sorted(places, key=lambda link: (str(old[link].diperiksa) if link in old else "", link))
    found = dict(_checked(ordered[:limit], old, asker))
    if len(found) >= ENOUGH and all(item.hasil != "terbuka" for item in found.values()):
        click.echo("Warning: no link opened, so this machine is cut off, and what it found is not kept", err=True)
        found = {}
    keadaan = {link: item for link, item in (old | found).items() if link in places}
    replace(out or state, dump(keadaan))
    for line in _told(keadaan, places):
        click.echo(line)


def _checked(asked: list[str], old: dict[str, Riwayat], asker: Asker) -> Iterator[tuple[str, Riwayat]]:
    """Yield each of *asked* with what is known of it from now on, saying it as it comes."""
    for number, (link, jawaban) in enumerate(visit(asked, asker.ask, asker.late, Manners(asker.seconds)), 1):
        item = diperbarui(old.get(link), jawaban, today())
        click.echo(f"{number}/{len(asked)} {WORDS[item.vonis]}: {link}{f' ({item.sebab})' if item.sebab else ''}")
        yield link, item


def _places(records: Path, jobs: int) -> dict[str, list[str]]:
    """Return every link of the records with where it stands, as path and line; what is invented is left out."""
    shared = load_bersama(records)

    def read(name: str) -> list[tuple[str, str]]:
        loaded = load_satker(records, name, shared.standards)
        found = () if loaded.satker.is_example else links(loaded.entries)
        return [(link, _place(source, loc)) for link, source, loc in found]

    own = ((link, _place(source, loc)) for link, source, loc in links(shared.entries))
    places: dict[str, list[str]] = {}
    for link, place in chain(own, *spread(read, list_folders(records)[0], jobs)):
        if place not in places.setdefault(link, []):
            places[link].append(place)
    return places


def _place(source: Source, loc: tuple[str | int, ...]) -> str:
    return f"{source.path}:{source.spots[loc].value.line}"


def _agent(portal: str) -> str:
    """Return who asks, as the hosts read it in their logs."""
    name = f"portal-zi/{version('portal-zi')}"
    return f"{name} (+{portal})" if portal else name


def _told(keadaan: dict[str, Riwayat], places: dict[str, list[str]]) -> Iterator[str]:
    """Yield what does not open with the records to mend, and the counts."""
    for link, item in sorted(keadaan.items()):
        if item.vonis in ("rusak", "diragukan"):
            yield f"\n{WORDS[item.vonis]} since {item.gagal_sejak}: {link} ({item.sebab})"
            yield from (f"  {place}" for place in places[link][:MOST_PLACES])
            more = len(places[link]) - MOST_PLACES
            yield from ([f"  and {more} more"] if more > 0 else [])
    counts = Counter(item.vonis for item in keadaan.values())
    listed = ", ".join(f"{counts[vonis]} {word}" for vonis, word in WORDS.items() if counts[vonis])
    yield f"\n{len(places)} links, {len(keadaan)} checked: {listed or 'none'}"
