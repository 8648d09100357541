"""A satker of hostile files is judged, published and read back as the commands do it; whatever breaks a promise is named."""

import json
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kontrak import FILES, lost, said, trimmed
from lampiran import pdf
from portal import ENV, IDENTITAS, RECORDS, ROOT

from generator.aksesibilitas import load_uji
from generator.cache import Cache
from generator.catalogue import CODES
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA
from generator.format import formatted
from generator.judge import judge_bersama
from generator.load import LoadedBersama, LoadedSatker, load_bersama
from generator.opendata.bersama import dokumen_bersama
from generator.opendata.dokumen import dokumen
from generator.opendata.satker import data_satker
from generator.pipeline import measured, satker_pages
from generator.portal import look, make_index
from generator.render.page import Site
from generator.report import FORMATS

SLUG = "x"
TODAY = date(2026, 11, 24)
SECONDS = 5.0  # of processor time for one input; a machine at rest needs a tenth
OWN = ("alamat_lama", "catatan", "diperiksa")  # of a standard, never inherited
PROFIL = b'nama: X\nnama_pendek: X\njenis: upt\nkode_wilayah: "17.08"\nstatus_data: draf\n'
PDF = pdf()

Files = dict[str, bytes]


@dataclass
class Arena:
    """Where inputs are tried, in *folder*; *seen* counts what became of them."""

    folder: Path
    seen: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    def __post_init__(self) -> None:
        """Lay the records that every input stands beside."""
        self.root = self.folder / "satker"
        shutil.copytree(RECORDS / "base", self.root)
        base = self.root / BERSAMA
        self.base = {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*.yml")}
        shutil.copytree(ROOT / "satker" / BERSAMA, base, dirs_exist_ok=True)
        self.shared = load_bersama(self.root)
        self.uji = load_uji()
        self.memory = Cache(self.folder / "ingat", "")

    def broken(self, files: Files, *, with_pages: bool = False) -> list[str]:
        """Return what *files*, a satker of its own, break of what is promised; the files of ``_bersama/`` go there."""
        start = time.process_time()
        found = list(self._of_bersama(files) if next(iter(files)).startswith(BERSAMA) else self._of_satker(files, with_pages))
        taken = time.process_time() - start
        self.slowest = max(self.slowest, taken)
        self.seen["inputs"] += 1
        return [*found, *([f"{taken:.1f} s"] if taken > SECONDS else [])]

    def summary(self) -> str:
        """Return how many inputs there were, what was accepted of them, and what was found."""
        kinds = sum(code in CODES for code in self.seen)
        counted = f"{self.seen['inputs']} inputs, {self.seen['accepted']} records accepted"
        return f"{counted}, {self.seen['findings']} findings of {kinds} kinds, slowest {self.slowest:.1f} s"

    def _of_satker(self, files: Files, with_pages: bool) -> Iterator[str]:  # noqa: FBT001 - of this class only
        base = self.root / SLUG
        _lay(base, {"satker.yml": PROFIL, "berkas/formulir.pdf": PDF} | files)
        surveyed, loaded = look(self.root, SLUG, self.shared, TODAY, lambda: self.memory)
        findings = sorted(surveyed.findings)
        yield from self._said(findings, {f"{base.as_posix()}/{name}": raw for name, raw in files.items()})
        index = make_index({SLUG: surveyed}, [SLUG, "induk"])
        site = Site(IDENTITAS, self.shared.bersama, index, TODAY, self.uji)
        if any(entry.name == "satker.yml" and entry.is_sound for entry in loaded.entries):
            site = measured(site, loaded.satker)
            yield from self._lost(loaded, files, findings, json.loads(dokumen(site, loaded.satker)))
            if not any(finding.is_error for finding in findings):
                data_satker(site, loaded.satker)
                self.seen["pages"] += sum(1 for _ in satker_pages(ENV, site, loaded.satker)) if with_pages else 0

    def _lost(self, loaded: LoadedSatker, files: Files, findings: list[Diagnostic], told: object) -> Iterator[str]:
        """Yield what was accepted and is not in the open data."""
        wrong = {finding.path for finding in findings if finding.is_error}
        for entry in loaded.entries:
            if entry.name in files and entry.is_sound and entry.source.path not in wrong:
                self.seen["accepted"] += 1
                record = said(files[entry.name])
                part = _part(told, entry.kind.removesuffix(".yml"), entry.slug)
                if entry.source.base is not None:
                    record, part = self._joined(record, part)
                yield from (f"{entry.name} {place}" for place in lost(record, part))

    def _joined(self, record: object, part: object) -> tuple[object, object]:
        """Return a record with what its standard lends it, and what is told of it without the list of its own keys."""
        assert isinstance(record, dict)
        assert isinstance(part, dict)
        raw = (self.root / BERSAMA / f"layanan/{record['dasar'].strip()}.yml").read_bytes()
        own = set(part.pop("sendiri", ()))
        if own != record.keys() - {"dasar", "catatan", "diperiksa"}:
            return {"sendiri": sorted(record)}, {"sendiri": sorted(own)}
        return {key: value for key, value in said(raw).items() if key not in OWN} | record, part

    def _of_bersama(self, files: Files) -> Iterator[str]:
        """Yield what shared records break; no satker of the base is asked."""
        root = self.folder / "bersama"
        _lay(root / BERSAMA, self.base | {name.removeprefix(f"{BERSAMA}/"): raw for name, raw in files.items()})
        shared = load_bersama(root)
        findings = sorted({*shared.findings, *judge_bersama(shared, TODAY)})
        yield from self._said(findings, {f"{root.as_posix()}/{name}": raw for name, raw in files.items()})
        told = json.loads(dokumen_bersama(shared.bersama))
        yield from self._lost_of_bersama(shared, files, findings, told)

    def _lost_of_bersama(
        self, shared: LoadedBersama, files: Files, findings: list[Diagnostic], told: dict[str, dict[str, object]]
    ) -> Iterator[str]:
        wrong = {finding.path for finding in findings if finding.is_error}
        for entry in shared.entries:
            raw = files.get(f"{BERSAMA}/{entry.name}")
            if raw is not None and entry.is_sound and entry.source.path not in wrong:
                self.seen["accepted"] += 1
                kind = entry.kind.removesuffix(".yml")
                checked = {"diperiksa": told["diperiksa"][kind]} if kind in told["diperiksa"] else {}
                part = told["layanan"][entry.slug] if kind == "layanan" else told[kind] | checked
                yield from (f"{entry.name} {place}" for place in lost(said(raw), part))

    def _said(self, findings: list[Diagnostic], files: Files) -> Iterator[str]:
        """Yield what is wrong with the findings and their reports, and with the canonical form of the files."""
        self.seen["findings"] += len(findings)
        self.seen.update(finding.code for finding in findings)
        yield from (f"unknown code {finding.code}" for finding in findings if finding.code not in CODES)
        for finding in findings:
            if finding.path in files and not _is_inside(finding, files[finding.path]):
                yield f"{finding.path}:{finding.line}:{finding.column} is no place"
        for name, form in FORMATS.items():
            yield from (f"{name} lets {character!r} through" for character in set(_STEERING.findall(form(findings))))
        for path, raw in files.items():
            yield from _reformatted(path, raw)


_STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)


def _is_inside(finding: Diagnostic, raw: bytes) -> bool:
    lines = [*re.split(r"\r\n|\r|\n", raw.decode("utf-8", "replace").removeprefix("\ufeff")), ""]
    return 1 <= finding.line <= len(lines) and 1 <= finding.column <= len(lines[finding.line - 1]) + 1


def _reformatted(path: str, raw: bytes) -> Iterator[str]:
    """Yield that the canonical form is not stable, or says something else."""
    folder, _, file = path.rpartition("/")
    kind = folder.rpartition("/")[2]
    name = f"{kind}/{file}" if kind in ("layanan", "inovasi") else file
    new, found = formatted(name, path, raw)
    if found:
        return
    if trimmed(said(new, soon=True)) != trimmed(said(raw, soon=True)):
        yield f"{path}: zi format changed what it says"
    if formatted(name, path, new)[0] != new:
        yield f"{path}: zi format is not stable"


def _part(told: object, kind: str, slug: str) -> object:
    assert isinstance(told, dict)
    part = told[FILES.get(kind, kind)]
    return part[slug] if kind in ("layanan", "inovasi") else part


def _lay(base: Path, files: Files) -> None:
    """Write *files* to *base*, and nothing else."""
    kept = {base / name for name in files}
    for path in [path for path in base.rglob("*") if path.is_file() and path not in kept]:
        path.unlink()
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (base / name).write_bytes(raw)
