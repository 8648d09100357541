"""What was withdrawn is not there any more, and says why."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.alamat import hadir, nama_dihapus
from generator.diagnostic import Code, Loc, Problem
from generator.model.alamat import RegisterDihapus, SatkerDihapus
from generator.model.profil import Profil
from generator.rules.context import Context

WORDS = 3

TERPAKAI = Code(
    "alamat-dihapus-terpakai",
    "Alamat yang dihapus masih dipakai",
    "`alamat_dihapus` (dan `dihapus.yml` untuk seluruh satker) memuat yang sudah tidak ada. Kalau rekamannya ada lagi, atau "
    "alamatnya sudah dialihkan oleh `alamat_lama`, keterangan itu tidak akan pernah terbaca. Satu alamat ditulis satu kali.",
    file="satker.yml",
    wrong="alamat_dihapus:\n  - {alamat: layanan/contoh, nama: X, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain.}",
    right="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain.}",
)
PENDEK = Code(
    "alasan-dihapus-pendek",
    "Alasan penghapusan terlalu pendek",
    f"Orang yang memegang poster atau tautan lama membaca `alasan` ini. Tulis apa yang terjadi, sedikitnya {WORDS} kata.",
    file="satker.yml",
    wrong="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Dihapus.}",
    right="alamat_dihapus:\n  - {alamat: layanan/lama, nama: Lama, tanggal: 2026-01-05, alasan: Digabung dengan layanan lain.}",
)
CODES = (TERPAKAI, PENDEK)
KEYS = frozenset({"alamat_dihapus"})


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield what was withdrawn and is there again, the satker itself included, and reasons that say nothing."""
    if context.satker is None:
        return
    here = set(hadir(context.satker))
    here |= {f"layanan/{slug}" for slug in context.satker.nama_layanan}
    here |= {f"inovasi/{slug}" for slug in context.satker.nama_inovasi}
    here |= {f"layanan/{old}" for item in context.satker.layanan.values() for old in item.alamat_lama}
    here |= {f"inovasi/{old}" for item in context.satker.inovasi.values() for old in item.alamat_lama}
    said = Counter(place for item in profil.alamat_dihapus for place in nama_dihapus(item))
    for number, item in enumerate(profil.alamat_dihapus):
        loc: Loc = ("alamat_dihapus", number)
        for place in nama_dihapus(item):
            if place in here:
                yield Problem(TERPAKAI, (*loc, "alamat"), f"`{place}` masih ada", "hapus dari `alamat_dihapus`")
            elif said[place] > 1:
                yield Problem(TERPAKAI, (*loc, "alamat"), f"`{place}` ditulis lebih dari sekali", "hapus salah satunya")
        yield from _short(item.alasan, (*loc, "alasan"))
    for slug in (context.satker.slug, *profil.alamat_lama):
        if slug in _folders(context.bersama.dihapus.items()):
            message = f"satker `{slug}` ada, tetapi tercatat dihapus di _bersama/dihapus.yml"
            yield Problem(TERPAKAI, (), message, f"hapus `{slug}` dari _bersama/dihapus.yml, atau pakai nama lain")


def check_dihapus(register: RegisterDihapus, _context: Context) -> Iterator[Problem]:
    """Yield names that two withdrawn satker claim, and reasons that say nothing."""
    rows = (register.model_extra or {}).items()
    said = Counter(_folders(rows))
    for slug, item in rows:
        for name in (slug, *item.alamat_lama):
            if said[name] > 1:
                yield Problem(TERPAKAI, (slug,), f"`{name}` ditulis lebih dari sekali", "hapus salah satunya", at_key=True)
        yield from _short(item.alasan, (slug, "alasan"))


def _folders(rows: Iterable[tuple[str, SatkerDihapus]]) -> list[str]:
    return [name for slug, item in rows for name in (slug, *item.alamat_lama)]


def _short(text: str, loc: Loc) -> Iterator[Problem]:
    if len(text.split()) < WORDS:
        hint = "alasan: Digabung dengan layanan lain mulai Januari."
        yield Problem(PENDEK, loc, f"alasan `{text}` tidak menjelaskan apa pun kepada pembaca", hint)
