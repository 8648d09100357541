"""A service does not rest on a regulation that was revoked."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.bersama import Hukum
from generator.model.layanan import Layanan
from generator.rules.context import Context
from generator.rules.hukum import cited

DICABUT = Code(
    "hukum-dicabut",
    "Peraturan sudah dicabut",
    "Layanan menyebut peraturan yang sudah dicabut. Periksa penggantinya, sesuaikan standar pelayanan, lalu ganti rujukannya.",
    file="layanan/contoh.yml",
    wrong="dasar_hukum: [ pma-22-2024 ]",
    right="dasar_hukum: [ pma-30-2024 ]",
    severity="peringatan",
)
CODES = (DICABUT,)
KEYS = frozenset({"dasar_hukum", "biaya_tarif"})


def successor(register: dict[str, Hukum], id_: str) -> str | None:
    """Return the regulation in force at the end of the line of successors, or None if there is no line or no end."""
    if id_ not in register or not register[id_].dicabut_oleh:
        return None
    seen, heir = {id_}, id_
    while (entry := register.get(heir)) and entry.dicabut_oleh:
        heir = entry.dicabut_oleh
        if heir in seen:
            return None
        seen.add(heir)
    return heir if heir != id_ and heir in register else None


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each revoked citation, naming its successor."""
    register = context.bersama.hukum
    for loc, id_ in cited(layanan):
        heir = successor(register, id_)
        if heir is not None:
            message = f"{register[id_].nama} sudah dicabut; penggantinya {register[heir].nama}"
            yield Problem(DICABUT, loc, message, heir)
