"""Regulations as a reader needs them: in force or revoked, and by what."""

from dataclasses import dataclass

from generator.model.bersama import Hukum
from generator.rules.hukum_dicabut import successor


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cited regulation; *pengganti* is the id of what replaced it, or None while it is in force."""

    id: str
    hukum: Hukum
    pengganti: str | None
    nama_pengganti: str


def rujukan(register: dict[str, Hukum], ids: tuple[str, ...]) -> list[Rujukan]:
    """Return the regulations named by *ids*, in their order."""
    found = []
    for id_ in ids:
        heir = successor(register, id_)
        found.append(Rujukan(id_, register[id_], heir, register[heir].nama if heir else ""))
    return found
