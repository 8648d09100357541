"""Every row of the work plan has an id of its own."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.zi import Zi
from generator.rules.context import Context

GANDA = Code(
    "rencana-ganda",
    "Dua baris rencana kerja ber-id sama",
    "`id` membedakan baris `rencana_kerja`; rapat evaluasi menyebut barisnya dengan id itu.",
    file="zi.yml",
    wrong="rencana_kerja:\n  - {id: RK-01, area: 1, kegiatan: Rapat}\n  - {id: RK-01, area: 6, kegiatan: Survei}",
    right="rencana_kerja:\n  - {id: RK-01, area: 1, kegiatan: Rapat}\n  - {id: RK-02, area: 6, kegiatan: Survei}",
)
CODES = (GANDA,)
KEYS = frozenset({"rencana_kerja"})


def check_zi(zi: Zi, context: Context) -> Iterator[Problem]:
    """Yield each row whose id stands above already."""
    seen: dict[str, int] = {}
    for row, baris in enumerate(zi.rencana_kerja):
        first = seen.setdefault(baris.id, row)
        if first != row:
            message = f"id `{baris.id}` sudah dipakai butir ke-{first + 1} dari `rencana_kerja`"
            yield Problem(GANDA, ("rencana_kerja", row, "id"), message, "beri id yang belum dipakai")
