"""`zi schema`: what editors need to know of the records, written from the models."""

from pathlib import Path

import click

from generator.cli.common import FINDINGS, says_why
from generator.skema.berkas import berkas_skema
from generator.write import replace


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is stale.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="Folder of the prose.",
)
@says_why
def command(*, check: bool, out: Path) -> None:
    """Write the JSON Schemas of the records, which are committed and published under /data/skema/."""
    files = berkas_skema()
    stale = [uri for uri, content in files.items() if not _is_there(out / uri, content)]
    if not check:
        for uri in stale:
            replace(out / uri, files[uri])
    for uri in stale:
        click.echo(f"{out / uri} {'is stale: run zi schema' if check else 'written'}")
    if check and stale:
        raise SystemExit(FINDINGS)


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
