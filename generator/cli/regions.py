"""`zi regions`: reads what the portals that mkdocs.yml names hand over, and keeps it for the next build and the next reading."""

from contextlib import suppress
from datetime import timedelta
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import cast

import click

from generator.ask import Asker, Network
from generator.cli.common import CONFIG, REGIONS, WrongUse, says_why
from generator.clock import today
from generator.daerah import Rujukan
from generator.gabungan import berkas, sesudah, simpanan
from generator.model.kiriman import MAX_SIZE, BadHandoverError, Kiriman, Simpanan, baca_kiriman, baca_simpanan, tulis
from generator.opendata import alamat
from generator.render.page import Identitas
from generator.tautan import Jawaban
from generator.visit import Manners, visit
from generator.write import replace

AT_ONCE = 4  # hosts; what each hands over is in memory until it is judged
AHEAD = timedelta(days=1)  # a clock may be a little ahead


@click.command()
@click.option(
    "--regions",
    type=click.Path(path_type=Path, file_okay=False),
    default=REGIONS,
    show_default=True,
    help="Folder in which it is kept; it may be absent.",
)
@click.option("--timeout", type=click.FloatRange(1, 600), default=60, show_default=True, help="Seconds for one portal in all.")
@click.pass_context
@says_why
def command(context: click.Context, regions: Path, timeout: float) -> None:
    """
    Read what the portals under `extra.daerah` in mkdocs.yml hand over, and keep it.

    Exit code 0, whatever the portals do; 2: wrong use. A portal that cannot be read keeps what was known of it, with its day.
    """
    identity = _identity()
    if not identity.daerah:
        click.echo("mkdocs.yml names no portals under extra.daerah: nothing to read")
        return
    agent = f"portal-zi/{version('portal-zi')}{f' (+{identity.base})' if identity.base else ''}"
    asker = Asker(agent, timeout, context.find_object(Network) or Network())
    places = {f"{item.alamat}{alamat.KIRIMAN}": item for item in identity.daerah}
    manners = Manners(timeout, hosts=AT_ONCE)

    def read(url: str) -> bytes | Jawaban:
        return asker.take(url, MAX_SIZE)

    late: bytes | Jawaban = asker.late
    for number, (url, answer) in enumerate(visit(places, read, late, manners), 1):
        rujukan = places[url]
        kabar = _judged(answer)
        old = None if isinstance(kabar, Kiriman) else _known(asker, identity.base, regions, rujukan)
        kept = sesudah(old, rujukan, today(), kabar)
        replace(berkas(regions, rujukan), tulis(kept))
        click.echo(f"{number}/{len(places)} {_told(rujukan, kept)}")


def _identity() -> Identitas:
    plugin = import_module("generator.plugin")
    try:
        return cast("Identitas", plugin.identity(CONFIG))
    except plugin.HostError as error:
        raise WrongUse(f"{error}") from error


def _judged(answer: bytes | Jawaban) -> Kiriman | str:
    """Return what a portal hands over, or why that is nothing."""
    if isinstance(answer, Jawaban):
        return answer.sebab
    try:
        found = baca_kiriman(answer)
    except BadHandoverError as error:
        return f"isinya bukan kiriman portal ({error})"
    return found if found.per <= today() + AHEAD else f"isinya bertanggal {found.per}, di masa depan"


def _known(asker: Asker, base: str, folder: Path, rujukan: Rujukan) -> Simpanan | None:
    """Return what is known of a portal: from *folder*, or else from the site of this portal as it was published last."""
    try:
        kept = simpanan(folder, rujukan)
    except BadHandoverError as error:
        click.echo(f"Warning: what is kept of {rujukan.nama} is ignored: {error}", err=True)
        kept = None
    return kept or (_published(asker, base, rujukan) if base.startswith("https://") else None)


def _published(asker: Asker, base: str, rujukan: Rujukan) -> Simpanan | None:
    answer = asker.take(f"{base}{alamat.json_daerah(rujukan.id)}", MAX_SIZE)
    if isinstance(answer, bytes):
        with suppress(BadHandoverError):
            kept = baca_simpanan(answer)
            return kept if kept.alamat == rujukan.alamat else None
    return None


def _told(rujukan: Rujukan, kept: Simpanan) -> str:
    isi = kept.isi
    has = f"{isi.satker} satker, {isi.layanan} services, data of {isi.per}" if isi else "nothing known yet"
    if kept.gagal_sejak is None:
        return f"read: {rujukan.nama}: {has}"
    since = f"; kept is what was read on {kept.diambil}" if isi else ""
    return f"not read since {kept.gagal_sejak}: {rujukan.nama} ({kept.sebab}): {has}{since}"
