"""`zi new`: a commented record that passes the check and waits to be filled in."""

import json
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import get_args

import click

from generator.cli.common import WrongUse, records_option, says_why
from generator.cli.records import need_satker
from generator.folder import BERSAMA
from generator.format import formatted
from generator.load import load_bersama
from generator.model.profil import Jenis
from generator.model.scalar import MAX_SLUG, SLUG
from generator.wilayah import nama_wilayah
from generator.write import replace

INVENTED = "99.01"
MAX_NAME = 200


def _slug(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG or value == BERSAMA:
        raise click.BadParameter(f"'{value}' cannot be an address: use lower case, digits and hyphens, at most {MAX_SLUG}.")
    return value


def _wilayah(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value != INVENTED and nama_wilayah(value) is None:
        raise click.BadParameter(f"'{value}' is no Kemendagri code such as 17 or 17.08.")
    return value


def _nama(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and (not value.isprintable() or not 0 < len(value.strip()) <= MAX_NAME):
        raise click.BadParameter(f"a name is one line of at most {MAX_NAME} characters that can be printed.")
    return value


slug_argument = click.argument("slug", callback=_slug)
satker_argument = click.argument("satker", callback=_slug)
nama_option = click.option("--nama", callback=_nama, help="Name shown to readers.  [default: made from the slug]")


@click.group()
def command() -> None:
    """Write a commented record to start from; it passes `zi check` as it is."""


@command.command()
@slug_argument
@nama_option
@click.option("--jenis", type=click.Choice(get_args(Jenis)), default="lainnya", show_default=True, help="Kind of office.")
@click.option("--kode-wilayah", callback=_wilayah, default=INVENTED, help="Kemendagri code; without it the satker is an example.")
@records_option
@says_why
def satker(slug: str, nama: str | None, jenis: str, kode_wilayah: str, records: Path) -> None:
    """Start the folder of a satker: its profile and its complaint channels."""
    folder = records / slug
    if folder.exists():
        raise WrongUse(f"'{folder}' is there already.")
    name = nama or _title(slug)
    values = {"nama": name, "nama_pendek": name[:40].strip(), "jenis": jenis, "kode_wilayah": kode_wilayah}
    _write(folder / "satker.yml", "satker", values | {"status_data": "contoh" if kode_wilayah == INVENTED else "draf"})
    channels = load_bersama(records).bersama.kanal
    if channels:
        _write(folder / "pengaduan.yml", "pengaduan", {"kanal": "\n".join(f"  {id_}: bersama" for id_ in channels)})


@command.command()
@satker_argument
@slug_argument
@nama_option
@records_option
@says_why
def layanan(satker: str, slug: str, nama: str | None, records: Path) -> None:
    """Start the record of a service of SATKER."""
    _write(need_satker(records, satker) / "layanan" / f"{slug}.yml", "layanan", {"nama": nama or _title(slug)})


@command.command()
@satker_argument
@slug_argument
@nama_option
@records_option
@says_why
def inovasi(satker: str, slug: str, nama: str | None, records: Path) -> None:
    """Start the record of an innovation of SATKER."""
    _write(need_satker(records, satker) / "inovasi" / f"{slug}.yml", "inovasi", {"nama": nama or _title(slug)})


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _write(path: Path, skeleton: str, values: dict[str, str]) -> None:
    """Fill in a skeleton, in the canonical form; a name is written as JSON, which is YAML between double quotes."""
    if path.exists():
        raise WrongUse(f"'{path}' is there already.")
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in values.items() if key.startswith("nama")}
    text = Template(files("generator").joinpath("skeleton", f"{skeleton}.yml").read_text("utf-8")).substitute(values | quoted)
    content, _ = formatted(f"{skeleton}.yml", path.as_posix(), text.encode())
    replace(path, content)
    click.echo(f"wrote {path}")
