"""A channel taken as it is from the national list exists there."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.pengaduan import Pengaduan
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "kanal-bersama-tidak-ada",
    "Kanal nasional tidak ada",
    "`lapor: bersama` mengambil kanal nasional dari satker/_bersama/kanal.yml. Kanal milik satker ditulis lengkap.",
    file="pengaduan.yml",
    wrong="kanal:\n  lapoor: bersama",
    right="kanal:\n  lapor: bersama",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"kanal"})


def check_pengaduan(pengaduan: Pengaduan, context: Context) -> Iterator[Problem]:
    """Yield each ``bersama`` that names no national channel."""
    known = context.bersama.dikenal.get("kanal")
    for id_, kanal in pengaduan.kanal.items():
        if known is not None and kanal is None and id_ not in known:
            yield Problem(TIDAK_ADA, ("kanal", id_), *absent(id_, known, "_bersama/kanal.yml"))
