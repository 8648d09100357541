"""Regulations as a reader needs them: in force or revoked, and by what."""

from dataclasses import dataclass

from generator.model.bersama import Hukum
from generator.rules.hukum_dicabut import successor
from generator.sama import Sama


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cited regulation; *pengganti* is the id of what replaced it, or None while it is in force."""

    id: str
    hukum: Hukum
    pengganti: str | None
    nama_pengganti: str


_known: Sama[tuple[Rujukan, ...]] = Sama()


def rujukan(register: dict[str, Hukum], ids: tuple[str, ...]) -> tuple[Rujukan, ...]:
    """Return the regulations named by *ids*, in their order."""
    return _known.once(_cited, register, ids)


def _cited(register: dict[str, Hukum], ids: tuple[str, ...]) -> tuple[Rujukan, ...]:
    heirs = [successor(register, id_) for id_ in ids]
    return tuple(
        Rujukan(id_, register[id_], heir, register[heir].nama if heir else "") for id_, heir in zip(ids, heirs, strict=True)
    )
