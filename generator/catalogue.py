"""All kinds of findings, gathered from where each is defined, for the public page that explains them."""

from generator import codes, jaga, kode_buku, usulan, value_codes
from generator.diagnostic import Code
from generator.judge import RULES


def _of(module: object) -> tuple[Code, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Code))


GROUPS: dict[str, tuple[Code, ...]] = {
    "Cara menulis berkas": _of(codes),
    "Cara menulis nilai": _of(value_codes),
    "Buku kerja (impor dari Excel)": _of(kode_buku),
    "Hubungan antarrekaman": tuple(code for rule in RULES for code in rule.CODES),
    "Usulan perubahan": (*usulan.CODES, *jaga.CODES),
}
CODES: dict[str, Code] = {code.code: code for group in GROUPS.values() for code in group}
