"""What a criterion is, and what comes out of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.diagnostic import Severity
from generator.model.layanan import Layanan
from generator.model.record import Lampiran, Sk
from generator.model.satker import Bersama, Satker
from generator.sama import MOST
from generator.teks import Result, Search

MOST_NAMED = 6

Status = Literal["terpenuhi", "sebagian", "belum", "tidak_berlaku"]


@dataclass(frozen=True)
class Dasar:
    """A legal basis; *terverifikasi* is False where no source read says so yet, and the page marks it."""

    teks: str
    terverifikasi: bool = True


@dataclass(frozen=True)
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


class Bukti(NamedTuple):
    """A link to the record behind an outcome: *alamat* is https, or relative to the site's root (``satker/x/#maklumat``)."""

    teks: str
    alamat: str


class Hasil(NamedTuple):
    """
    An outcome: *alasan* says why in one sentence with its numbers, *kurang* what is still to be written and in which file.

    A tuple, because some sixty a satker are made, compared and hashed.
    """

    status: Status
    alasan: str
    bukti: tuple[Bukti, ...] = ()
    kurang: tuple[str, ...] = ()


@dataclass(frozen=True)
class Konteks:
    """What an outcome may depend on beside the satker: the shared registers, and the day the data speak of."""

    bersama: Bersama
    per: date


@lru_cache(maxsize=MOST)
def satu(hasil: Hasil) -> Hasil:
    """Return the first outcome that is equal to *hasil*, so that what is drawn of it is drawn once."""
    return hasil


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


def rekomendasi(nomor: int) -> Dasar:
    """Return one of the eleven recommendations to the pilot satker as a basis."""
    return Dasar(f"Rekomendasi {nomor} pendampingan ZI, Biro Ortala Kemenag 2021")


def per_layanan(satker: Satker, isi: str, kurang: Callable[[Layanan], str]) -> Hasil:
    """Return how many open services have *isi* ("punya tautan SIPPN"); *kurang* says what one lacks, empty if nothing."""
    services = satker.terbuka
    if not services:
        return Hasil("tidak_berlaku", "Tidak ada layanan yang buka.")
    lacks = {slug: lack for slug, layanan in services.items() if (lack := kurang(layanan))}
    complete = [slug for slug in services if slug not in lacks]
    return Hasil(
        status=dari_bagian(len(complete), len(services)),
        alasan=f"{len(complete)} dari {len(services)} layanan {isi}."
        + (f" Belum: {sebut(services[slug].nama for slug in lacks)}." if lacks else ""),
        bukti=tuple(Bukti(services[slug].nama, alamat(satker, f"layanan/{slug}/")) for slug in complete[:3]),
        kurang=tuple(f"layanan/{slug}.yml: {lack}" for slug, lack in lacks.items()),
    )


def per_unsur(apa: str, unsur: dict[str, tuple[str, bool]], bukti: tuple[Bukti, ...] = ()) -> Hasil:
    """Return how many of *unsur* are there: by the name of each, where it is written ("satker.yml: visi") and whether it is."""
    missing = {name: place for name, (place, found) in unsur.items() if not found}
    met = len(unsur) - len(missing)
    return Hasil(
        status=dari_bagian(met, len(unsur)),
        alasan=f"{met} dari {len(unsur)} {apa} ada." + (f" Belum: {sebut(missing, MOST_NAMED)}." if missing else ""),
        bukti=bukti if met else (),
        kurang=tuple(missing.values()),
    )


def dari_lampiran(satker: Satker, items: Iterable[Lampiran], most: int = 3) -> tuple[Bukti, ...]:
    """Return links to the first *most* of *items*, the evidence in a record; of links only those that are https."""
    places = [(item.judul, item.tautan or alamat(satker, f"berkas/{item.berkas}"), item.tautan) for item in items]
    return tuple(Bukti(title, place) for title, place, link in places if link is None or _is_https(link))[:most]


def dari_sk(items: Iterable[Sk | None], most: int = 3) -> tuple[Bukti, ...]:
    """Return links to the first *most* different decrees of *items* that are on the web."""
    links = [Bukti(f"SK Nomor {sk.nomor}", sk.tautan) for sk in items if sk and sk.tautan and _is_https(sk.tautan)]
    return tuple(dict.fromkeys(links))[:most]


def _is_https(link: str) -> bool:
    return link.lower().startswith("https://")


def teks_terbit(satker: Satker, search: Search[Result]) -> Iterator[Result]:
    """Yield what there is of *search*, for what a silent satker has nothing of, in the texts that *satker* publishes."""
    return iter(()) if satker.sunyi else satker.teks.found(search)
