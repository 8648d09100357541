"""Where open data lie and under which licence they may be used."""

from generator.model.terbuka import VERSI

LISENSI = "https://creativecommons.org/licenses/by/4.0/"
FOLDER = "data/"
SKEMA = f"{FOLDER}skema/satker-{VERSI}.json"
DAFTAR, PORTAL = f"{FOLDER}satker.json", f"{FOLDER}portal.json"
BERSAMA = f"{FOLDER}bersama.json"
ARSIP, KATALOG = f"{FOLDER}portal.zip", f"{FOLDER}katalog.jsonld"
CPSV, HSDS = f"{FOLDER}cpsv-ap.jsonld", f"{FOLDER}hsds.json"
BAHAN = f"{FOLDER}sbom.cdx.json"
DAERAH, KIRIMAN = f"{FOLDER}daerah.json", f"{FOLDER}kiriman.json"
UMPAN, AGENDA = "umpan.xml", "agenda.ics"


def halaman(slug: str) -> str:
    """Return the address of a satker's page."""
    return f"satker/{slug}/"


def json_satker(slug: str) -> str:
    """Return the address of a satker's JSON."""
    return f"{FOLDER}satker/{slug}.json"


def csv_satker(slug: str, tabel: str) -> str:
    """Return the address of one of a satker's tables."""
    return f"{FOLDER}satker/{slug}/{tabel}.csv"


def csv_portal(tabel: str) -> str:
    """Return the address of a table of the whole portal."""
    return f"{FOLDER}{tabel}.csv"


def json_daerah(id_: str) -> str:
    """Return the address of what is kept of the portal of a region."""
    return f"{FOLDER}daerah/{id_}.json"
