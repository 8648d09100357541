"""What is no longer at its address: since when, why, and where to go instead."""

import re
from typing import Annotated

from pydantic import Field

from generator import value_codes
from generator.model.bersama import Register
from generator.model.record import Rekaman
from generator.model.scalar import SLUG, IdInduk, Slug, Tanggal, Teks, parsed, skema
from generator.model.wrong import wrong

_BERKAS = r"berkas/(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,2}[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|png|jpe?g|webp)"
TEMPAT = re.compile(rf"(?:layanan|inovasi)/{SLUG.pattern}|{_BERKAS}")
PENGGANTI = re.compile(rf"{TEMPAT.pattern}|{SLUG.pattern}(?:/(?:layanan|inovasi)/{SLUG.pattern})?")

_PESAN = "Tulis layanan/nama, inovasi/nama, atau berkas/nama.pdf."
_PESAN_PENGGANTI = "Tulis layanan/nama, inovasi/nama, atau nama folder satker lain, misalnya man-1-contoh/layanan/nama."


def tempat(text: str) -> str:
    """Return the place of a record or an attachment below its satker, such as ``layanan/legalisasi-ijazah``."""
    bare = text.strip("/").removesuffix(".yml")
    if not TEMPAT.fullmatch(text):
        hint = bare if TEMPAT.fullmatch(bare) else "misalnya layanan/legalisasi-ijazah, inovasi/…, atau berkas/formulir.pdf"
        raise wrong(value_codes.SLUG_SALAH, f"`{text}` bukan alamat rekaman: folder, garis miring, nama", hint)
    return text


def pengganti(text: str) -> str:
    """Return the place that replaces another: of the same satker, another satker, or a record of that."""
    if not PENGGANTI.fullmatch(text):
        hint = "misalnya layanan/legalisasi-ijazah, atau man-1-contoh/layanan/legalisasi-ijazah"
        raise wrong(value_codes.SLUG_SALAH, f"`{text}` bukan alamat rekaman atau satker", hint)
    return text


Tempat = Annotated[str, parsed(tempat), skema("tempat", TEMPAT.pattern, _PESAN)]
Pengganti = Annotated[str, parsed(pengganti), skema("pengganti", PENGGANTI.pattern, _PESAN_PENGGANTI)]


class Dihapus(Rekaman):
    """A record or an attachment that was withdrawn; *alamat_lama* are names it had before, which lead to the same remark."""

    alamat: Tempat
    nama: Teks
    tanggal: Tanggal
    alasan: Teks
    pengganti: Pengganti | None = None
    alamat_lama: tuple[Slug, ...] = ()


class SatkerDihapus(Rekaman):
    """A satker that is no more; *alamat* names what was below it, *alamat_lama* the folders it had before."""

    nama: Teks
    tanggal: Tanggal
    alasan: Teks
    pengganti: IdInduk | None = None
    alamat_lama: tuple[Slug, ...] = ()
    alamat: tuple[Tempat, ...] = ()


class RegisterDihapus(Register):
    """``dihapus.yml``: every satker that is no more, by the name of its folder."""

    __pydantic_extra__: dict[str, SatkerDihapus] = Field(init=False)
