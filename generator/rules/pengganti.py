"""What replaces something that was withdrawn has an address, and is not replaced by it in turn."""

from collections.abc import Iterator

from generator.alamat import jejak
from generator.diagnostic import Code, Problem
from generator.index import Index
from generator.model.alamat import TEMPAT, RegisterDihapus
from generator.model.profil import Profil
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "pengganti-tanpa-alamat",
    "Pengganti yang dihapus tidak ada",
    "`pengganti` menyebut ke mana pembaca sekarang pergi: rekaman satker ini (`layanan/nama`), satker lain (`nama-folder`), atau "
    "rekamannya (`nama-folder/layanan/nama`). Yang disebut harus ada; alamat yang sudah dialihkan atau dihapus boleh.",
    file="satker.yml",
    wrong="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain., "
    "pengganti: layanan/tidak-ada}",
    right="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain., "
    "pengganti: layanan/contoh}",
)
BERPUTAR = Code(
    "pengganti-berputar",
    "Pengganti saling menunjuk",
    "Pembaca yang mengikuti `pengganti` harus sampai di halaman yang ada, atau di keterangan tanpa pengganti.",
    file="satker.yml",
    wrong="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain., "
    "pengganti: layanan/lama}",
    right="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain.}",
)
CODES = (TIDAK_ADA, BERPUTAR)
KEYS = frozenset({"alamat_dihapus"})


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield each replacement within the satker that is nowhere, or leads back."""
    if context.satker is None or not profil.alamat_dihapus:
        return
    here = jejak(context.satker).tempat
    named = {"layanan": context.satker.nama_layanan, "inovasi": context.satker.nama_inovasi}
    known = {*here, *(f"{folder}/{slug}" for folder, slugs in named.items() for slug in slugs)} - {""}
    after = {item.alamat: here.get(item.pengganti or "", "") for item in profil.alamat_dihapus if item.pengganti}
    for number, item in enumerate(profil.alamat_dihapus):
        loc = ("alamat_dihapus", number, "pengganti")
        if item.pengganti and TEMPAT.fullmatch(item.pengganti):
            if item.pengganti not in known:
                yield Problem(TIDAK_ADA, loc, *absent(item.pengganti, known - {item.alamat}, "satker ini"))
            elif circle := _circle(item.alamat, after):
                yield Problem(BERPUTAR, loc, f"pengganti berputar: {circle}", "hapus `pengganti` pada salah satunya")


def check_dihapus(register: RegisterDihapus, context: Context) -> Iterator[Problem]:
    """Yield each satker that is said to replace another and is nowhere, or is replaced by it."""
    rows = register.model_extra or {}
    after = {slug: item.pengganti for slug, item in rows.items() if item.pengganti}
    for slug, item in rows.items():
        if item.pengganti:
            if item.pengganti not in {*rows, *context.index.folders}:
                message = absent(item.pengganti, {*rows, *context.index.folders} - {slug}, "folder satker/")
                yield Problem(TIDAK_ADA, (slug, "pengganti"), *message)
            elif circle := _circle(slug, after):
                yield Problem(BERPUTAR, (slug, "pengganti"), f"pengganti berputar: {circle}", "hapus salah satu `pengganti`")


def langkah(index: Index, alamat: str) -> str:
    """Return what replaces the withdrawn *alamat* (``satker/layanan/slug``), as such an address; empty if nothing does."""
    folder, _, place = alamat.partition("/")
    summary = index.di(folder)
    found = next((item.pengganti for item in summary.dihapus if item.alamat == place), None) if summary else None
    return (f"{summary.slug}/{found}" if TEMPAT.fullmatch(found) else found) if summary and found else ""


def _circle(start: str, after: dict[str, str]) -> str:
    """Return the way from *start* back to it, or an empty text."""
    way = [start]
    while (step := after.get(way[-1], "")) and step not in way:
        way.append(step)
    return " → ".join([*way, step]) if step == start else ""
