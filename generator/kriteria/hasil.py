"""What a criterion is, and what comes out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.diagnostic import Severity
from generator.model.satker import Bersama, Satker

Status = Literal["terpenuhi", "sebagian", "belum", "tidak_berlaku"]


@dataclass(frozen=True, slots=True)
class Dasar:
    """A legal basis; *terverifikasi* is False where no source read says so yet, and the page marks it."""

    teks: str
    terverifikasi: bool = True


@dataclass(frozen=True, slots=True)
class Kriteria:
    """
    The words of a criterion, for the public page that explains it.

    *bobot* is ``galat`` where it blocks "lengkap" (counted twice), else ``peringatan``; *sebagian* is empty where a criterion
    can only be met or not.
    """

    kode: str
    judul: str
    bobot: Severity
    dasar: tuple[Dasar, ...]
    terpenuhi: str
    belum: str
    cara: str
    sebagian: str = ""


@dataclass(frozen=True, slots=True)
class Bukti:
    """A link to the record behind an outcome: *alamat* is https, or relative to the site's root (``satker/x/#maklumat``)."""

    teks: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """An outcome: *alasan* says why in one sentence with its numbers, *kurang* what is still to be written and in which file."""

    status: Status
    alasan: str
    bukti: tuple[Bukti, ...] = ()
    kurang: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Konteks:
    """What an outcome may depend on beside the satker: the shared registers, and the day the data speak of."""

    bersama: Bersama
    per: date


def dari_bagian(met: int, total: int) -> Status:
    """Return the status of *met* out of *total* parts; of nothing to measure it is ``tidak_berlaku``."""
    if total == 0:
        return "tidak_berlaku"
    if met == total:
        return "terpenuhi"
    return "sebagian" if met else "belum"


def alamat(satker: Satker, rest: str = "") -> str:
    """Return an address of *satker* relative to the site's root; *rest* follows its slug (``#maklumat``, ``layanan/x/``)."""
    return f"satker/{satker.slug}/{rest}"


def sebut(names: Iterable[str], most: int = 3) -> str:
    """Return some of *names* in a sentence: "a, b, c dan 4 lainnya"."""
    listed = list(names)
    more = f" dan {len(listed) - most} lainnya" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
