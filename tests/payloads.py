"""What somebody may write to be let in (`muatan.tsv`), and portals that hold it in every text of every record."""

import re
import shutil
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hostile import written
from infest import infested
from portal import RECORDS, ROOT, lay

from generator.load import MODELS
from generator.portal import load_portal
from generator.read import read
from generator.rules.isian import left

SHORT = {"Profil.nama_pendek": 40}  # characters
FORM = " {{ x }}"  # says of a text that it was left in a form, which pages count as a gap
REFERENCES = {  # texts of an office that must be the same where one names the other
    "RencanaKerja.id": "rencana",
    "Rapat.butir": "rencana",
    "Gedung.nama": "gedung",
    "Titik.gedung": "gedung",
    "Lantai.nama": "lantai",
    "Titik.lantai": "lantai",
    "Ruang.nama": "ruang",
    "Titik.ruang": "ruang",
}
ENTRIES = {"hukum.yml": ("nama", "tentang"), "kategori.yml": ("nama", "ringkasan")}
REASONS, ENOUGH = ("Dihapus.alasan", "SatkerDihapus.alasan", "BolehTampil.alasan"), "demikian alasannya"
GONE = "catatan: a\nkua-bubar: {nama: KUA, tanggal: 2026-06-30, alasan: Digabung, catatan: b}\n"
MORE = {  # of a profile, what no record of the repository says
    "boleh_tampil": [{"isi": "0", "alasan": "Nomor mesin", "catatan": "a"}],
}
ADDRESS = "KanalPengaduan.alamat"  # words, unless it begins like a link
NOTE = "rahasia pengisi "  # before every note of a keeper, which is never published


@cache
def payloads() -> dict[str, str]:
    """Return every payload with its class."""
    lines = (ROOT / "tests/muatan.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t", 1) for line in lines if not line.startswith("#")]
    return {_written_out(text): kind for kind, text in rows}


def _written_out(text: str) -> str:
    repeated = re.sub(r"\{(\d+)x (.+?)\}", lambda found: found[2] * int(found[1]), text)
    return re.sub(r"\{U\+([0-9A-F]{4})\}", lambda found: chr(int(found[1], 16)), repeated)


@cache
def allowed() -> list[str]:
    """Return the payloads that a record may hold; the others are found, by a character or by what they pretend."""
    with TemporaryDirectory() as name:
        records = lay(RECORDS / "base", Path(name))
        for number, text in enumerate(payloads()):
            record = written({"nama": "Coba", "ringkasan": text, "uraian": text}).text
            (records / f"contoh/inovasi/{number}.yml").write_text(record, "utf-8")
        refused = {Path(finding.path).stem for finding in load_portal(records).findings if finding.is_error}
    return [text for number, text in enumerate(payloads()) if f"{number}" not in refused]


def together(number: int) -> list[str]:
    """Return the same, so many in each text."""
    texts = allowed()
    return [" ".join(texts[start : start + number]) for start in range(0, len(texts), number)]


class Infestation:
    """Gives every text of a portal a payload, one after the other; or instead a word of its own that stands for the payload."""

    def __init__(self, texts: list[str], *, is_hostile: bool) -> None:
        self.is_hostile = is_hostile
        self.all, self.turns = texts, 0
        self.texts = cycle(texts)
        self.short = {place: cycle([text for text in allowed() if len(text) <= most]) for place, most in SHORT.items()}
        self.words: dict[str, str] = {}  # the word that stands for each payload at one place
        self.places: set[tuple[str, str]] = set()
        self.office = ""
        self.same: dict[tuple[str, str, str], str] = {}

    def turn(self, office: str = "") -> None:
        """Begin again, one payload further than the last time: after so many turns as there are, each place had them all."""
        self.turns, self.office = self.turns + 1, office or self.office
        self.texts = cycle([*self.all[self.turns % len(self.all) :], *self.all[: self.turns % len(self.all)]])

    def fill(self, place: str, old: str) -> str:
        """Return the text for *place*; what has a form of its own keeps it."""
        if place == ADDRESS and re.match(r"[(+0-9]|https?:|\S+@", old):
            return old
        if place.endswith(".catatan") and place != "CatatanPendampingan.catatan":
            return NOTE + self.next(place)
        if place in REASONS:
            return f"{self.next(place)} {ENOUGH}"
        if place in REFERENCES:
            spot = (self.office, REFERENCES[place], old)
            if spot not in self.same:
                self.same[spot] = self.next(place)
            self.places.add((place, self.words.get(self.same[spot], self.same[spot])))
            return self.same[spot]
        return self.next(place)

    def next(self, place: str) -> str:
        """Return the next payload that is short enough for *place*, or the word for it."""
        text = next(self.short.get(place, self.texts))
        if place == ADDRESS and text.lower().startswith("http"):
            text = self.all[0]
        self.places.add((place, text))
        word = f"Qz{len(self.words):05}"
        if left((place.rpartition(".")[2],), text.strip()):
            word += FORM
        self.words[word] = text
        return text if self.is_hostile else word


def lay_infested(folder: Path, names: list[str], infestation: Infestation) -> Path:
    """Return records in *folder*: the shared ones of the repository, and its fullest office under each of *names*."""
    records = folder / "satker"
    shutil.copytree(ROOT / "satker/_bersama", records / "_bersama")
    (records / "_bersama/dihapus.yml").write_text(GONE, "utf-8")
    for name in names:
        shutil.copytree(ROOT / "satker/contoh", records / name)
    for office in sorted(records.iterdir()):
        infestation.turn(office.name)
        for path in sorted(office.rglob("*.yml")):
            infest(path, infestation, len(names))
    return records


def infest(path: Path, infestation: Infestation, more: int) -> None:
    """Give every text of the record at *path* a payload; the office is no invented one, a register has so many entries *more*."""
    name = infestation.office
    kind = MODELS[path.name if path.name in MODELS else path.parent.name]
    source: dict[str, Any] = read(path.name, path.read_bytes())[0].data
    if path.name == "satker.yml":
        source |= MORE | {"alamat_dihapus": [{**item, "catatan": "a"} for item in source["alamat_dihapus"]]}
    data = infested(kind, source, infestation.fill)
    if path.name == "satker.yml":
        data |= {"status_data": "draf", "kode_wilayah": "17.08", "alamat_lama": [f"lama-{name}"]}
    elif path.name in ENTRIES:
        for number in range(more):
            infestation.turn()
            data[f"tambahan-{number}"] = {key: infestation.next(f"{kind.__name__[8:]}.{key}") for key in ENTRIES[path.name]}
    elif path.name == "pengaduan.yml":  # an id that every object of JavaScript has
        data["kanal"] = {"constructor": {"jenis": "kotak", "nama": infestation.next("KanalPengaduan.nama")}} | data["kanal"]
    elif "alamat_lama" in data:
        data["alamat_lama"] = [f"lama-{slug}" for slug in data["alamat_lama"]]
    text = written(data).text
    path.write_text(text.replace('"contoh/', f'"{name}/').replace("'contoh/", f"'{name}/"), "utf-8")
