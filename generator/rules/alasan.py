"""A service that is not open says why."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context

PERLU = Code(
    "alasan-belum-ada",
    "Status tanpa alasan",
    "Layanan yang ditunda, beralih, atau dihentikan harus mengatakan alasannya, supaya pembaca tahu harus ke mana.",
    file="layanan/contoh.yml",
    wrong="status: ditunda",
    right="status: ditunda\nalasan: Sistem sedang dipindahkan sampai Desember.",
)
CODES = (PERLU,)
KEYS = frozenset({"status", "alasan"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the status that lacks its reason; a standard is judged where it is inherited, because the heir may give it."""
    if context.satker is not None and not layanan.is_open and layanan.alasan is None:
        yield Problem(PERLU, ("status",), f"status `{layanan.status}` memerlukan `alasan`", "alasan: …")
