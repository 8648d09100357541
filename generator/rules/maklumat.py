"""The service pledge promises three things (UU 25/2009 Pasal 22)."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.profil import Profil
from generator.rules.context import Context

KURANG = Code(
    "maklumat-kurang",
    "Maklumat belum memuat tiga unsur",
    "Maklumat pelayanan menyatakan tiga hal: sanggup melayani sesuai standar pelayanan, memperbaiki pelayanan terus-menerus, dan "
    "siap menerima sanksi atau memberi kompensasi kalau pelayanan tidak sesuai standar.",
    file="satker.yml",
    wrong="maklumat: {teks: Kami siap melayani dengan sepenuh hati.}",
    right="maklumat:\n  teks: >-\n    Kami sanggup melayani sesuai standar pelayanan, memperbaiki pelayanan terus-menerus,\n"
    "    dan siap menerima sanksi apabila tidak menepatinya.",
    severity="peringatan",
)
CODES = (KURANG,)
KEYS = frozenset({"maklumat"})

_ELEMENTS = {
    "kesanggupan melayani sesuai standar pelayanan": re.compile(r"\bstandar\s+(?:pe)?layanan|\bstandar\s+yang\b", re.IGNORECASE),
    "perbaikan terus-menerus": re.compile(
        r"\b(?:mem)?perbaik|\b(?:me|pe)?ningkat|\b(?:me|pe)nyempurna|\bsempurna|\btingkat", re.IGNORECASE
    ),
    "kesediaan menerima sanksi atau memberi kompensasi": re.compile(
        r"\bsanksi|\bkompensasi|\bganti\s+rugi|\bhukuman", re.IGNORECASE
    ),
}


def check_profil(profil: Profil, context: Context) -> Iterator[Problem]:
    """Yield the pledge with all that it lacks."""
    if profil.maklumat is None:
        return
    lacking = [name for name, pattern in _ELEMENTS.items() if not pattern.search(profil.maklumat.teks)]
    if lacking:
        message = f"maklumat belum memuat {', '.join(lacking)}"
        yield Problem(
            KURANG, ("maklumat", "teks"), message, "kutip maklumat yang ditetapkan; kalau memang kurang, tetapkan yang baru"
        )
