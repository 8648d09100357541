"""What the checks of a link have found, and the verdict over it: one failure is an accident, several over days are not."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

VERSION = 1
MAX_SIZE = 32 << 20  # bytes: a hundred thousand links
MAX_TEXT = 2000
ENOUGH_DAYS, ENOUGH_SPAN = 3, 7  # so many failures, and so many days from the first to the last of them
MOST_DAYS = 12  # failures that are remembered by their day

_LINK = re.compile(r"https?://\S+")

Hasil = Literal["terbuka", "gagal", "tidak_pasti"]
Vonis = Literal["terbuka", "diragukan", "rusak", "tidak_pasti"]


class BadStateError(ValueError):
    """What was kept of earlier checks is not whole, or of another version."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What one check found; *tidak_pasti* is what no program can decide, such as a host that refuses programs."""

    hasil: Hasil
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class Riwayat:
    """
    All that is kept of a link.

    *diperiksa* is the day of the last check, *hasil* and *sebab* what it found, *terakhir_terbuka* the last day on which the link
    opened. *gagal_sejak* is the first day of the failures since then, *hari_gagal* the latest of them.
    """

    diperiksa: date
    hasil: Hasil
    sebab: str = ""
    terakhir_terbuka: date | None = None
    gagal_sejak: date | None = None
    hari_gagal: tuple[date, ...] = ()

    @property
    def vonis(self) -> Vonis:
        """The verdict; a host that refuses programs is never called broken, whatever it answered before."""
        if self.hasil != "gagal":
            return self.hasil
        is_enough = len(self.hari_gagal) >= ENOUGH_DAYS and self.gagal_sejak is not None
        return "rusak" if is_enough and self._span >= ENOUGH_SPAN else "diragukan"

    @property
    def _span(self) -> int:
        return (self.hari_gagal[-1] - (self.gagal_sejak or self.hari_gagal[-1])).days

    @property
    def tampak(self) -> "Tampak":
        """What readers see of it."""
        return Tampak(self.diperiksa, self.gagal_sejak if self.vonis == "rusak" else None)


@dataclass(frozen=True)
class Tampak:
    """When a link was checked last, and since when it has been broken if it is."""

    diperiksa: date
    rusak_sejak: date | None = None


Keadaan = Mapping[str, Riwayat]


def diperbarui(lama: Riwayat | None, jawaban: Jawaban, hari: date) -> Riwayat:
    """Return what is known of a link after the check of the day *hari*; days after it, which cannot be, are forgotten."""
    old = lama or Riwayat(hari, "tidak_pasti")
    baru = replace(old, diperiksa=hari, hasil=jawaban.hasil, sebab=jawaban.sebab)
    if jawaban.hasil == "terbuka":
        return replace(baru, terakhir_terbuka=hari, gagal_sejak=None, hari_gagal=())
    opened = old.terakhir_terbuka if old.terakhir_terbuka and old.terakhir_terbuka <= hari else None
    failed = tuple(day for day in old.hari_gagal if day < hari or (day == hari and jawaban.hasil != "gagal"))
    if jawaban.hasil == "gagal":
        failed = (*failed, hari)[-MOST_DAYS:]
    since = old.gagal_sejak if failed and old.gagal_sejak and old.gagal_sejak <= failed[0] else next(iter(failed), None)
    return replace(baru, terakhir_terbuka=opened, gagal_sejak=since, hari_gagal=failed)


def is_link(text: str) -> bool:
    """Say whether *text* is a link that can be kept: what is written here must be read again."""
    return len(text) <= MAX_TEXT and text.isprintable() and _LINK.fullmatch(text) is not None


def read_state(path: Path) -> bytes:
    """Return what is kept in *path*, at most a byte more than may be there; nothing if there is no such file."""
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(MAX_SIZE + 1)


def parse(raw: bytes) -> dict[str, Riwayat]:
    """Return what *raw*, which may come from anybody, says of each link; raises BadStateError unless all of it can be true."""
    if not raw:
        return {}
    if len(raw) > MAX_SIZE:
        raise BadStateError(f"it is larger than {MAX_SIZE >> 20} MiB")
    try:
        data = json.loads(raw)
        is_ours, links = data["versi"] == VERSION, data["tautan"].items()
        found = dict(sorted((_link(url), _riwayat(**item)) for url, item in links)) if is_ours else {}
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise BadStateError("it is damaged") from error
    if not is_ours:
        raise BadStateError("it is of another version")
    return found


def known(raw: bytes) -> tuple[dict[str, Riwayat], tuple[str, ...]]:
    """Return what *raw* says, or nothing and a word why: what cannot be used is never in the way."""
    try:
        return parse(raw), ()
    except BadStateError as error:
        return {}, (f"what was kept of earlier checks of the links is ignored: {error}",)


def dump(keadaan: Keadaan) -> bytes:
    """Return *keadaan* as it is kept and published: the same for the same facts."""
    links = {url: _plain(keadaan[url]) for url in sorted(keadaan)}
    return f"{json.dumps({'versi': VERSION, 'tautan': links}, ensure_ascii=False, indent=1)}\n".encode()


def seen(keadaan: Mapping[str, Tampak], links: Iterable[str]) -> dict[str, Tampak]:
    """Return what readers see of *links*, as far as they were checked."""
    return {url: keadaan[url] for url in links if url in keadaan} if keadaan else {}


def _plain(item: Riwayat) -> dict[str, object]:
    return {
        "diperiksa": str(item.diperiksa),
        "hasil": item.hasil,
        "sebab": item.sebab,
        "terakhir_terbuka": item.terakhir_terbuka and str(item.terakhir_terbuka),
        "gagal_sejak": item.gagal_sejak and str(item.gagal_sejak),
        "hari_gagal": [str(day) for day in item.hari_gagal],
    }


def _riwayat(
    diperiksa: str,
    hasil: str,
    sebab: str,
    terakhir_terbuka: str | None,
    gagal_sejak: str | None,
    hari_gagal: list[str],
) -> Riwayat:
    """Return the history that the file tells, if it can be true; raises ValueError or TypeError."""
    if hasil not in get_args(Hasil) or not isinstance(hari_gagal, list):
        raise ValueError(hasil)
    checked, failed = _day(diperiksa), tuple(map(_day, hari_gagal))
    opened = None if terakhir_terbuka is None else _day(terakhir_terbuka)
    since = None if gagal_sejak is None else _day(gagal_sejak)
    days = [day for day in (since, *failed) if day is not None]
    if days != sorted(days) or len(set(failed)) < len(failed) or len(failed) > MOST_DAYS or bool(failed) != (since is not None):
        raise ValueError(hari_gagal)
    if (
        max([*days, opened or checked]) > checked
        or (hasil == "gagal" and checked not in failed)
        or (hasil == "terbuka" and failed)
    ):
        raise ValueError(diperiksa)
    return Riwayat(checked, cast("Hasil", hasil), _text(sebab), opened, since, failed)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if str(day) != text:
        raise ValueError(text)
    return day


def _text(text: str) -> str:
    if not isinstance(text, str) or not text.isprintable() or len(text) > MAX_TEXT:
        raise ValueError(text)
    return text


def _link(text: str) -> str:
    if not is_link(text):
        raise ValueError(text)
    return text
