"""An old address is nobody's present address, and leads to one place only."""

from collections import Counter
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.profil import Profil
from generator.rules.context import Context

TERPAKAI = Code(
    "alamat-lama-terpakai",
    "Alamat lama masih dipakai",
    "`alamat_lama` memuat nama yang dulu dipakai, dan pembacanya dialihkan ke alamat sekarang. Nama yang sekarang dipakai "
    "rekaman lain, atau sudah dialihkan ke tempat lain, tidak dapat dialihkan.",
    file="satker.yml",
    wrong="alamat_lama: [ contoh ]",
    right="alamat_lama: [ contoh-lama ]",
)
CODES = (TERPAKAI,)
KEYS = frozenset({"alamat_lama"})
ACROSS = ("profil",)


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield each old address that clashes with a satker."""
    yield from _clashes(profil.alamat_lama, context.index.folders, context.index.alamat_lama)


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each old address that clashes with a service of the satker."""
    if context.satker is not None and layanan.alamat_lama:
        services = context.satker.layanan
        old = Counter(slug for service in services.values() for slug in service.alamat_lama)
        yield from _clashes(layanan.alamat_lama, context.satker.nama_layanan, old)


def check_inovasi(inovasi: Inovasi, context: Context) -> Iterator[Problem]:
    """Yield each old address that clashes with an innovation of the satker."""
    if context.satker is not None and inovasi.alamat_lama:
        innovations = context.satker.inovasi
        old = Counter(slug for innovation in innovations.values() for slug in innovation.alamat_lama)
        yield from _clashes(inovasi.alamat_lama, context.satker.nama_inovasi, old)


def _clashes(mine: tuple[str, ...], present: frozenset[str], old: Counter[str]) -> Iterator[Problem]:
    for number, slug in enumerate(mine):
        if slug in present or old[slug] > 1:
            message = f"alamat `{slug}` masih dipakai, atau sudah dialihkan ke tempat lain"
            yield Problem(TERPAKAI, ("alamat_lama", number), message, "hapus dari `alamat_lama`")
