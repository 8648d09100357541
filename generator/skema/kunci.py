"""The words for every key of the records: its label, how to write it, an example, and the words for its choices."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from inspect import get_annotations
from pathlib import Path

from generator.label import label
from generator.model.record import Rekaman
from generator.parse import Data
from generator.read import read

KAMUS = Path(__file__).parent / "kunci.yml"


@dataclass(frozen=True, slots=True)
class Kunci:
    """What an office is told of one key; *contoh* is None where the keys below it have the examples."""

    label: str
    petunjuk: str
    contoh: Data | None = None
    pilihan: dict[str, str] = field(default_factory=dict)

    def words(self, choice: str) -> str:
        """Return the words for one choice."""
        return self.pilihan.get(choice) or label(choice)


@dataclass(frozen=True, slots=True)
class Istilah:
    """What an office is told of one mapping: its name in the singular, and what it is."""

    judul: str
    ringkasan: str


def istilah(model: str) -> Istilah:
    """Return the words for the model of that name."""
    own = _kamus()[model]
    return Istilah(_text(own["_judul"]), _text(own["_ringkasan"]))


def kunci(model: type[Rekaman], name: str) -> Kunci:
    """Return the words for the key *name*, from the class that declares it first."""
    home = [base.__name__ for base in model.__mro__ if name in get_annotations(base)][-1]
    entry = _kamus()[home][name]
    if not isinstance(entry, dict):
        raise TypeError(name)
    choices = entry.get("pilihan", {})
    pilihan = dict(_pairs(choices)) if isinstance(choices, dict) else {}
    return Kunci(_text(entry["label"]), _text(entry["petunjuk"]), entry.get("contoh"), pilihan)


@cache
def _kamus() -> dict[str, dict[str, Data]]:
    source, findings = read(KAMUS.name, KAMUS.read_bytes())
    if findings:
        raise ValueError(*findings)
    return {name: dict(entry) for name, entry in source.data.items() if isinstance(entry, dict)}


def _pairs(choices: dict[str, Data]) -> Iterator[tuple[str, str]]:
    yield from ((choice, _text(words)) for choice, words in choices.items())


def _text(value: Data) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
