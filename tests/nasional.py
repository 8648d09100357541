"""Portals of regions and a national one that joins them: their records and settings, and hosts of their own to serve them."""

import shutil
import ssl
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import trustme
from click.testing import CliRunner, Result
from portal import RECORDS, ROOT
from server import BELOW, serving

from generator.ask import Address, Network
from generator.cli import main

DAY = "1795536000"  # seconds: 24 November 2026
NATIONAL = f"https://nasional.example{BELOW}"
BENGKULU, JAMBI, TIADA = ("Portal Bengkulu", "Portal Jambi", "Portal Tiada")  # the last one never answers
ADDRESSES = {name: f"https://{name.split()[1].lower()}.example{BELOW}" for name in (BENGKULU, JAMBI, TIADA)}
SERVICES = {  # by the portal: an office and its one service
    BENGKULU: ("KUA Rejang Rekaan", "Pencatatan nikah", "wali"),
    JAMBI: ("Kantor Kerinci Rekaan", "Pendirian pesantren", "santri"),
    "Portal Nasional": ("Direktorat Rekaan", "Izin penyelenggara umrah", "umroh"),
}


def lay(folder: Path, nama: str, extra: str) -> Path:
    """Write the portal *nama* with one office to *folder*, with *extra* in its settings, and return it."""
    for part in ("theme", "content"):
        shutil.copytree(ROOT / part, folder / part)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("Portal Zona Integritas Bengkulu", nama)
    settings = settings.replace("Provinsi Bengkulu", f"Wilayah {nama}").replace("dokumen: 50", "dokumen: 0")
    (folder / "mkdocs.yml").write_text(settings.replace("\nextra:\n", f"\nextra:\n{extra}"), "utf-8")
    shutil.copytree(RECORDS / "base/_bersama", folder / "satker/_bersama")
    office, service, word = SERVICES[nama]
    profile = f'nama: {office}\nnama_pendek: {office}\njenis: lainnya\nkode_wilayah: "17.01"\nstatus_data: draf\n'
    record = f"nama: {service}\nringkasan: Layanan {service}.\nkata_kunci: [{word}, gotong]\nbiaya_tarif:\n  - rupiah: 0\n"
    (folder / "satker/kantor/layanan").mkdir(parents=True)
    (folder / "satker/kantor/satker.yml").write_text(profile, "utf-8")
    (folder / "satker/kantor/layanan/utama.yml").write_text(record, "utf-8")
    return folder


def lay_region(folder: Path, nama: str) -> Path:
    """Write the portal of a region that hands over what it has."""
    return lay(folder, nama, f"  nasional: {{nama: Portal Nasional, alamat: '{NATIONAL}'}}\n")


def lay_national(folder: Path, addresses: Mapping[str, str] = ADDRESSES) -> Path:
    """Write the portal that joins those at *addresses*, with their page in its menu."""
    rows = "".join(f"    - {{nama: {name}, alamat: '{address}'}}\n" for name, address in addresses.items())
    portal = lay(folder, "Portal Nasional", f"  daerah:\n{rows}")
    settings = portal / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  - Layanan: layanan", "  - Portal daerah: daerah/index.md\n  - Layanan: layanan")
    settings.write_text(text, "utf-8")
    return portal


def zi(folder: Path, *arguments: str, base: str, network: Network | None = None) -> Result:
    """Run one command in *folder* for the portal at *base*; a bug comes out as the exception it is."""
    with chdir(folder), pytest.MonkeyPatch.context() as environment:
        environment.setenv("PORTAL_URL", base)
        environment.setenv("SOURCE_DATE_EPOCH", DAY)
        return CliRunner().invoke(main, arguments, obj=network, catch_exceptions=False)


def build(folder: Path, base: str) -> Result:
    """Build the portal in *folder*, whose site is in ``site`` then."""
    return zi(folder, "build", "--jobs", "1", base=base)


@contextmanager
def hosts(sites: Mapping[str, Path], folder: Path) -> Iterator[Network]:
    """Serve each of *sites* by the address of its portal over TLS, and yield a network of nothing else; *folder* is for keys."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    ports: dict[str, int] = {}
    with ExitStack() as stack:
        for address, site in sites.items():
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            host = urlsplit(address).hostname or ""
            authority.issue_cert(host).configure_cert(context)
            ports[host] = urlsplit(stack.enter_context(serving(site, context))).port or 0

        def resolve(host: str, _port: int) -> list[Address]:
            if host not in ports:
                raise OSError(host)
            return [("127.0.0.1", ports[host])]

        yield Network(resolve, lambda address: address == "127.0.0.1", str(folder / "ca.pem"))
