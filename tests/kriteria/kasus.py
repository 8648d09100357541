"""What a case is, and the records that many of them begin with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal import lay

from generator.assess import CRITERIA
from generator.kriteria.hasil import Hasil, Konteks, Status
from generator.portal import Portal, load_portal

PER = date(2026, 11, 24)
PROFIL = """
nama: Kantor Uji
nama_pendek: Kantor Uji
jenis: kankemenag
kode_wilayah: "99.02"
status_data: contoh
"""
SK = "sk: {nomor: 7 Tahun 2026, tanggal: 2026-01-05}"
LEWAT = "tenggat 2026-11-23 sudah lewat, tulis status selesai atau tenggat baru"


@dataclass(frozen=True)
class Kasus:
    """Files of the satker *slug* laid over the base, the outcome on the day *per*, and what is still to be written."""

    kode: str
    files: dict[str, str]
    status: Status
    alasan: str
    kurang: tuple[str, ...] = ()
    slug: str = "contoh"
    per: date = PER

    def __str__(self) -> str:
        return f"{self.kode}-{self.status}"


def case(kode: str, status: Status, alasan: str, files: dict[str, str] | None = None, *kurang: str) -> Kasus:
    """Return the case of a satker that has nothing but a profile and *files*; *kurang* is what is still to be written."""
    return Kasus(f"C{kode}", profil("") | (files or {}), status, alasan, kurang, slug="uji")


def portal_of(kasus: Kasus, folder: Path) -> Portal:
    """Return the base with the files of *kasus*, written to *folder*."""
    (folder / "kasus").mkdir()
    for name, text in kasus.files.items():
        path = folder / "kasus" / (name if name.startswith("_bersama/") else f"{kasus.slug}/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_portal(lay(folder / "kasus", folder), hari_ini=PER)


def hasil_of(kode: str, portal: Portal, slug: str, per: date = PER) -> Hasil:
    """Return what the satker *slug* gets from the criterion *kode*."""
    return CRITERIA[kode][1](portal.load(slug), Konteks(portal.bersama, per))


def profil(text: str) -> dict[str, str]:
    """Return the profile with *text* added."""
    return {"satker.yml": f"{PROFIL}{text}\n"}


def layanan(*extras: str) -> dict[str, str]:
    """Return the files of services A, B, …, each with one of *extras*."""
    return {f"layanan/{name.lower()}.yml": f"nama: Layanan {name}\n{extra}\n" for name, extra in zip("ABC", extras, strict=False)}


def rows(key: str, *items: str) -> dict[str, str]:
    """Return a zi.yml with *items* below *key*."""
    return {"zi.yml": "\n".join([f"{key}:", *(f"  - {{{item}}}" for item in items)])}
