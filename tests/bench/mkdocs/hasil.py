"""The outcomes of the criteria, which stand in this project ready: a file a satker."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rekaman import Record

STATUS = ("belum", "sebagian", "terpenuhi", "tidak_berlaku")
MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class Kriteria:
    """A criterion: *isi* says what it asks for, *hasil* how far that is met."""

    kode: str
    isi: Record
    hasil: Record


@dataclass(frozen=True, slots=True)
class Hasil:
    """All outcomes of a satker on the day *per*; *rekomendasi* has what each asks for, and how far that is met."""

    per: date
    persen: int
    terpenuhi: int
    kriteria: list[Kriteria]
    rekomendasi: list[tuple[Record, Record]]

    @property
    def kelompok(self) -> dict[str, list[Kriteria]]:
        """The criteria by their status, what is missing first."""
        found: dict[str, list[Kriteria]] = {status: [] for status in STATUS}
        for item in self.kriteria:
            found[item.hasil["status"]].append(item)
        return found

    @property
    def celah(self) -> list[Kriteria]:
        """The gravest gaps: what must be met first, and of that what is not begun."""
        gaps = [item for item in self.kriteria if item.hasil["status"] in ("belum", "sebagian")]
        return sorted(gaps, key=lambda item: (not item.isi["wajib"], item.hasil["status"], item.kode))[:MOST_GAPS]

    @property
    def is_lengkap(self) -> bool:
        """Whether all that must be met is met, as far as it can be judged."""
        return all(item.hasil["status"] in ("terpenuhi", "tidak_berlaku") for item in self.kriteria if item.isi["wajib"])


def hasil_of(path: Path, tabel: Record) -> Hasil:
    """Return the outcomes in the file *path*; *tabel* has what was asked for."""
    found = json.loads(path.read_bytes())
    return Hasil(
        per=date.fromisoformat(found["per"]),
        persen=found["persen"],
        terpenuhi=found["terpenuhi"],
        kriteria=[Kriteria(kode, tabel["kriteria"][kode], hasil) for kode, hasil in found["kriteria"].items()],
        rekomendasi=list(zip(tabel["rekomendasi"], found["rekomendasi"], strict=True)),
    )
