"""An evaluation meeting discusses rows that the work plan has (recommendation 5)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.zi import Zi
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "butir-tidak-ada",
    "Butir rapat tidak ada di rencana kerja",
    "`butir` pada rapat evaluasi menyebut `id` baris `rencana_kerja`, supaya terlihat baris mana yang sudah dibahas.",
    file="zi.yml",
    wrong="rencana_kerja:\n  - {id: RK-01, area: 6, kegiatan: Survei}\n"
    "rapat_evaluasi:\n  - {jenis: bulanan, periode: 2026-01, tanggal: 2026-01-30, butir: [ RK-02 ]}",
    right="rencana_kerja:\n  - {id: RK-01, area: 6, kegiatan: Survei}\n"
    "rapat_evaluasi:\n  - {jenis: bulanan, periode: 2026-01, tanggal: 2026-01-30, butir: [ RK-01 ]}",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"rencana_kerja", "rapat_evaluasi"})


def check_zi(zi: Zi, context: Context) -> Iterator[Problem]:
    """Yield each id that no row of the plan has."""
    known = frozenset(row.id for row in zi.rencana_kerja)
    for row, rapat in enumerate(zi.rapat_evaluasi):
        for number, id_ in enumerate(rapat.butir):
            if id_ not in known:
                message, hint = absent(id_, known, "`rencana_kerja`")
                hint = hint if known else "tulis dulu barisnya di `rencana_kerja`, atau hapus `butir`"
                yield Problem(TIDAK_ADA, ("rapat_evaluasi", row, "butir", number), message, hint)
