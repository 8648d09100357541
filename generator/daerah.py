"""The portals of the regions that a national one joins: how mkdocs.yml names them, and what is known of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

MOST = 100  # letters of a name
LONGEST = 64  # letters of an id, which is part of the names of files

_ALAMAT = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+/(?:[A-Za-z0-9._~-]+/)*")


class WrongSettingError(ValueError):
    """mkdocs.yml does not say what it must; the message does."""


@dataclass(frozen=True)
class Rujukan:
    """Another portal made by this generator: its name and the https address of its root, which ends with a slash."""

    nama: str
    alamat: str

    @property
    def id(self) -> str:
        """Its address in small letters, digits and hyphens: how files and results name it."""
        return re.sub(r"[^a-z0-9]+", "-", self.alamat.removeprefix("https://").lower()).strip("-")


@dataclass(frozen=True)
class Daerah(Rujukan):
    """
    The portal of a region with what is known of it.

    *per* is the day of its data, None until it was read once; *wilayah* and *instansi* are its own words, *satker*, *layanan* and
    *draf* (satker that are drafts) its counts. *diambil* is the day on which it was read last, *gagal_sejak* since when it could
    not be read, if that is so now; *sidik* is the key of all that it handed over.
    """

    per: date | None = None
    wilayah: str = ""
    instansi: str = ""
    satker: int = 0
    layanan: int = 0
    draf: int = 0
    diambil: date | None = None
    gagal_sejak: date | None = None
    sidik: str = ""

    @property
    def is_draft(self) -> bool:
        """Say whether all of it still is a draft."""
        return self.draf >= self.satker > 0


def named(values: object, key: str) -> tuple[Rujukan, ...]:
    """Return the portals that mkdocs.yml names under *key*, in the order of their names; raises WrongSettingError."""
    if not isinstance(values, list):
        raise WrongSettingError(f"'{key}' must be a list, each with 'nama' and 'alamat'")
    found = tuple(sorted((_rujukan(value, key) for value in values), key=lambda item: (item.nama.casefold(), item.alamat)))
    if len({item.id for item in found}) < len(found):
        raise WrongSettingError(f"'{key}' names one address twice, or two that differ in signs only")
    return found


def _rujukan(value: object, key: str) -> Rujukan:
    given = value if isinstance(value, Mapping) else {}
    nama, alamat = given.get("nama"), given.get("alamat")
    if not (isinstance(nama, str) and nama.strip() and nama.isprintable() and len(nama) <= MOST):
        raise WrongSettingError(f"'{key}' must give every portal a 'nama' of at most {MOST} letters")
    found = Rujukan(nama.strip(), f"{alamat}".rstrip("/") + "/")
    if not _ALAMAT.fullmatch(found.alamat) or len(found.id) > LONGEST:
        raise WrongSettingError(f"'{key}': the 'alamat' of {found.nama} must be one such as https://portal.example/zi/")
    return found
