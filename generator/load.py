"""One folder becomes one satker: its files are read, joined with their standards, and typed."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from generator.diagnostic import Diagnostic, Loc
from generator.folder import BERSAMA, Folder, has_bersama, list_files, read_bytes
from generator.model.alamat import RegisterDihapus
from generator.model.bersama import Register, RegisterHukum, RegisterKanal, RegisterKategori
from generator.model.informasi import Informasi
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.motto import BerkasMotto
from generator.model.pengaduan import Pengaduan
from generator.model.profil import Profil
from generator.model.record import Diperiksa, Rekaman, RekamanUtama
from generator.model.satker import Bersama, Satker
from generator.model.survei import Survei
from generator.model.zi import Zi
from generator.parse import Data
from generator.read import Source, read
from generator.teks import Item
from generator.validate import validate

FACTS, BERKAS = ("tanggal", "dipasang", "diuji"), "berkas"
NOTES = frozenset({"boleh_tampil", "catatan", "diperiksa"})  # the keys of a register that are no entry

Part = TypeVar("Part", bound=Rekaman)

MODELS: dict[str, type[RekamanUtama]] = {
    "satker.yml": Profil,
    "motto.yml": BerkasMotto,
    "pengaduan.yml": Pengaduan,
    "zi.yml": Zi,
    "survei.yml": Survei,
    "informasi.yml": Informasi,
    "layanan": Layanan,
    "inovasi": Inovasi,
    "hukum.yml": RegisterHukum,
    "kanal.yml": RegisterKanal,
    "kategori.yml": RegisterKategori,
    "dihapus.yml": RegisterDihapus,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One record with where it came from.

    *record* is None when it cannot be typed at all; *wrong* names the top-level keys that have findings and are left out of it.
    """

    name: str
    source: Source
    record: RekamanUtama | None
    wrong: frozenset[str]

    @property
    def kind(self) -> str:
        """The part of the name that says what the record is, such as ``satker.yml`` or ``layanan``."""
        return self.name.partition("/")[0]

    @property
    def slug(self) -> str:
        """The address of a service or an innovation."""
        return self.name.partition("/")[2].removesuffix(".yml")

    @property
    def is_sound(self) -> bool:
        """Say whether every value of the record was right."""
        return self.record is not None and not self.wrong


@dataclass(frozen=True, slots=True)
class LoadedBersama:
    """The shared records; *standards* are the entries of the standards by slug, for those who inherit them."""

    bersama: Bersama
    entries: tuple[Entry, ...]
    standards: dict[str, Entry]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class LoadedSatker:
    """One satker with its entries; *satker* holds fillers for what could not be typed, so that rules can judge the rest."""

    satker: Satker
    entries: tuple[Entry, ...]
    findings: tuple[Diagnostic, ...]


def load_bersama(root: Path) -> LoadedBersama:
    """Return the shared records of *root*; all empty where there is no ``_bersama/``."""
    if not has_bersama(root):
        return LoadedBersama(Bersama(dikenal=_known([])), (), {}, ())
    folder, findings = list_files(root, BERSAMA)
    entries = []
    for name in folder.records:
        entry, found = _enter(name, *_read(root, BERSAMA, name))
        entries.append(entry)
        findings += found
    bersama = Bersama(
        hukum=_register(entries, "hukum.yml"),
        kanal=_register(entries, "kanal.yml"),
        kategori=_register(entries, "kategori.yml"),
        layanan=_slugs(entries, Layanan),
        dihapus=_register(entries, "dihapus.yml"),
        diperiksa=dict(_checked(entries)),
        dikenal=_known(entries),
    )
    standards = {entry.slug: entry for entry in entries if entry.kind == "layanan"}
    return LoadedBersama(bersama, tuple(entries), standards, tuple(findings))


def load_satker(
    root: Path,
    name: str,
    standards: dict[str, Entry],
    only: Collection[str] = MODELS,
    drafts: Mapping[str, Source] = MappingProxyType({}),
) -> LoadedSatker:
    """
    Return the satker in the folder *name*, its services joined with *standards*.

    *only* names the kinds of records to read; *drafts* are records that are to be, and take the places of those on the disk.
    """
    folder, findings = list_files(root, name)
    entries = []
    for record in sorted({*folder.records, *drafts}):
        if record.partition("/")[0] not in only:
            continue
        source, found = (drafts[record], ()) if record in drafts else _read(root, name, record)
        standard = _standard(record, source, standards)
        entry, wrong = _enter(record, _joined(source, standard) if standard else source, found)
        entries.append(replace(entry, wrong=entry.wrong | _inherited(standard.wrong, source)) if standard else entry)
        findings += wrong
    return LoadedSatker(_assemble(folder, entries), tuple(entries), tuple(findings))


def _read(root: Path, folder: str, name: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    return read(f"{root.as_posix()}/{folder}/{name}", read_bytes(root, folder, name))


def _standard(name: str, source: Source, standards: dict[str, Entry]) -> Entry | None:
    """Return the standard of a service; one that does not exist is an entry without a record."""
    slug = source.data.get("dasar")
    if not name.startswith("layanan/") or slug is None:
        return None
    absent = Entry("layanan/", Source(""), None, frozenset())
    return standards.get(slug.strip(), absent) if isinstance(slug, str) else absent


def _joined(source: Source, standard: Entry) -> Source:
    """Return *source* with its standard, which lends at least a name, so that the rules can judge."""
    base = standard.source
    return replace(source, base=base if "nama" in base.data else replace(base, data={"nama": "?"} | base.data))


def _inherited(keys: frozenset[str], source: Source) -> frozenset[str]:
    return frozenset(key for key in keys if key not in source.data)


def _enter(name: str, source: Source, findings: tuple[Diagnostic, ...]) -> tuple[Entry, list[Diagnostic]]:
    record, problems = validate(source, MODELS[name.partition("/")[0]])
    wrong = _top_keys([problem.loc for problem in problems]) | _top_keys(source.rejected)
    return Entry(name, source, record, wrong), [*findings, *(source.diagnose(problem) for problem in problems)]


def _top_keys(locs: list[Loc] | frozenset[Loc]) -> frozenset[str]:
    return frozenset(str(loc[0]) for loc in locs if loc)


def _assemble(folder: Folder, entries: list[Entry]) -> Satker:
    records = {entry.name: entry.record for entry in entries}
    told = {entry.name: list(entry.source.texts.at(*FACTS, BERKAS)) for entry in entries}
    attached = {name: [_place(text) for loc, text in items if loc[-1] == BERKAS] for name, items in told.items()}
    return Satker(
        slug=folder.name,
        profil=_part(records.get("satker.yml"), Profil) or _filler(folder.name),
        layanan=_slugs(entries, Layanan),
        inovasi=_slugs(entries, Inovasi),
        motto=_part(records.get("motto.yml"), BerkasMotto) or _empty(BerkasMotto),
        pengaduan=_part(records.get("pengaduan.yml"), Pengaduan) or _empty(Pengaduan),
        zi=_part(records.get("zi.yml"), Zi) or _empty(Zi),
        survei=_part(records.get("survei.yml"), Survei) or _empty(Survei),
        informasi=_part(records.get("informasi.yml"), Informasi) or _empty(Informasi),
        berkas=folder.berkas,
        nama_layanan=frozenset(entry.slug for entry in entries if entry.kind == "layanan"),
        nama_inovasi=frozenset(entry.slug for entry in entries if entry.kind == "inovasi"),
        dirujuk=frozenset(chain.from_iterable(attached.values())),
        izin=_allowed(entries, attached),
        per=max(_facts(entries, told), default=None),
        sendiri={entry.slug: _own_keys(entry.source.data) for entry in entries if entry.source.base},
    )


def _filler(name: str) -> Profil:
    return Profil.model_construct(nama=name, nama_pendek=name, jenis="lainnya", kode_wilayah="", status_data="draf")


@cache
def _empty(model: type[Part]) -> Part:
    """Return the record of a file that is not there: one for all, so that what is made of it is made once."""
    return model()


def _place(text: str) -> str:
    """Return the attachment that *text* of a record means, below ``berkas/``."""
    return text.strip().removeprefix("berkas/")


def _facts(entries: list[Entry], told: dict[str, list[Item]]) -> Iterator[date]:
    """Yield the days of facts; days of plans (mulai, selesai, tenggat) are not facts yet."""
    for entry in entries:
        for loc, text in told[entry.name]:
            if loc[-1] != BERKAS and loc[0] not in entry.wrong:
                with suppress(ValueError):
                    yield date.fromisoformat(text)


def _allowed(entries: list[Entry], attached: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return for every attachment what the records that point to it allow to stand in it."""
    allowed: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        izin = entry.record.izin if entry.record else ()
        for name in dict.fromkeys(attached[entry.name]) if izin else ():
            allowed[name] = (*allowed.get(name, ()), *izin)
    return allowed


def _own_keys(data: dict[str, Data]) -> tuple[str, ...]:
    return tuple(key for key in data if key != "dasar" and key not in NOTES)


def _part(record: Rekaman | None, model: type[Part]) -> Part | None:
    return record if isinstance(record, model) else None


def _known(entries: list[Entry]) -> dict[str, frozenset[str]]:
    registers = {entry.kind.removesuffix(".yml"): entry for entry in entries if entry.kind != "layanan"}
    found = {kind: frozenset(entry.source.data) - NOTES for kind, entry in registers.items() if () not in entry.source.rejected}
    absent = {kind: frozenset[str]() for kind in ("hukum", "kanal", "kategori", "dihapus") if kind not in registers}
    return found | absent | {"layanan": frozenset(entry.slug for entry in entries if entry.kind == "layanan")}


def _slugs(entries: list[Entry], model: type[Part]) -> dict[str, Part]:
    return {entry.slug: entry.record for entry in entries if isinstance(entry.record, model)}


def _checked(entries: list[Entry]) -> Iterator[tuple[str, Diperiksa]]:
    for entry in entries:
        if isinstance(entry.record, Register) and entry.record.diperiksa:
            yield entry.name.removesuffix(".yml"), entry.record.diperiksa


def _register(entries: list[Entry], name: str) -> dict[str, Any]:
    records = [entry.record for entry in entries if entry.name == name and entry.record is not None]
    return {key: value for record in records for key, value in (record.model_extra or {}).items()}
