"""
Two states of the records: no address of the earlier one is lost, and none leads to another record than it did.

The records say it all, so no page is drawn for this. What a finding proposes can be pasted where it points.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.alamat import BERKAS, Jejak, jejak, jejak_dihapus
from generator.diagnostic import Code, Diagnostic
from generator.folder import BERSAMA, list_folders
from generator.load import LoadedBersama, LoadedSatker, load_bersama, load_satker
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.satker import Satker
from generator.place import Place
from generator.read import Source
from generator.teks import teks

HILANG = Code(
    "alamat-hilang",
    "Alamat yang sudah terbit hilang",
    "Alamat yang pernah terbit tidak boleh mati: orang memegang poster, kode QR, dan tautan lama. Rekaman yang berganti nama "
    "mencatat nama lamanya di `alamat_lama`; rekaman yang dihapus dicatat di `alamat_dihapus` (satker: `_bersama/dihapus.yml`) "
    "dengan tanggal dan alasannya. Saran di temuan ini dapat langsung disalin.",
)
BERGANTI = Code(
    "alamat-berganti-isi",
    "Alamat lama menuju rekaman lain",
    "Alamat yang sudah dikenal orang sekarang menampilkan rekaman yang lain, padahal rekaman yang dulu masih ada di tempat lain. "
    "Beri rekaman yang baru nama yang belum pernah dipakai, dan catat nama lamanya di rekaman yang berpindah.",
)
CODES = (HILANG, BERGANTI)
ALIKE = 0.5  # of the texts of the shorter record: so much of it makes two records the same one under another name

Rekam = Layanan | Inovasi


@dataclass(frozen=True)
class Keadaan:
    """Some satker as their records were at one time, with the shared records; *folders* names every satker there was."""

    root: Path
    satker: dict[str, LoadedSatker]
    shared: LoadedBersama
    folders: frozenset[str]

    @property
    def jejak(self) -> Iterator[Jejak]:
        """The addresses of all these satker, and of those that were no more."""
        yield from (jejak(item.satker) for item in self.satker.values())
        yield from (jejak_dihapus(slug, item) for slug, item in self.shared.bersama.dihapus.items())

    def source(self, name: str) -> Source:
        """Return the record called *name* (``<satker>/satker.yml``); an empty one if there is none yet."""
        folder, _, record = name.partition("/")
        entries = self.shared.entries if folder == BERSAMA else self.satker[folder].entries
        return next((item.source for item in entries if item.name == record), Source(f"{self.root.as_posix()}/{name}"))


def keadaan(root: Path, names: Collection[str]) -> Keadaan:
    """Return what the records in *root* say of the satker *names*, of which some may not be there."""
    shared, folders = load_bersama(root), list_folders(root)[0]
    loaded = {name: load_satker(root, name, shared.standards) for name in folders if name in names}
    return Keadaan(root, loaded, shared, frozenset(folders))


def jaga(before: Keadaan, after: Keadaan, hari_ini: date) -> tuple[Diagnostic, ...]:
    """Return what became of the addresses of *before* without a word in *after*; of both only what differs need be there."""
    return tuple(sorted(_Penjaga(before, after, hari_ini).found()))


class _Penjaga:
    """Both states, and where each folder of the earlier one is found in the later."""

    def __init__(self, before: Keadaan, after: Keadaan, hari_ini: date) -> None:
        self.before, self.after, self.hari_ini = before, after, hari_ini
        self.homes = {folder: trace for trace in after.jejak for folder in trace.folder}

    def found(self) -> Iterator[Diagnostic]:
        for trace in self.before.jejak:
            home = self.homes.get(trace.slug)
            gone = [folder for folder in trace.folder if folder not in self.homes]
            if home is None:
                yield self.without_home(trace)
            elif gone:
                yield self.folders(home, gone)
            if home and (heir := self._replaced(trace)):
                message = f"alamat satker `{trace.slug}` dulu milik “{trace.nama['']}”, yang sekarang di `{heir}`"
                yield self.at(f"{trace.slug}/satker.yml", "nama", BERGANTI, message, "pakai nama folder lain untuk satker ini")
            elif home:
                yield from self.inside(trace, home)
                yield from self.elsewhere(trace, home)

    def without_home(self, trace: Jejak) -> Diagnostic:
        """Return the finding of a satker that is nowhere: it has another folder now, or is no more."""
        heir = self._renamed(trace)
        if heir:
            return self.folders(jejak(self.after.satker[heir].satker), list(trace.folder))
        old = self.before.shared.bersama.dihapus.get(trace.slug)
        rows = {
            "nama": _teks(trace.nama[""]),
            "tanggal": (old.tanggal if old else self.hari_ini).isoformat(),
            "alasan": _teks(old.alasan) if old else "…",
            "pengganti": (old.pengganti if old else "") or "",
            "alamat_lama": _daftar(trace.lama) if trace.lama else "",
            "alamat": _daftar(sorted(trace.tempat.keys() - {""})) if len(trace.tempat) > 1 else "",
        }
        message = f"semua alamat satker `{trace.slug}` hilang; kalau satkernya memang tidak ada lagi, catat di sini"
        return self.at(f"{BERSAMA}/dihapus.yml", "", HILANG, message, f"{trace.slug}: {_pasangan(rows)}")

    def folders(self, home: Jejak, lost: list[str]) -> Diagnostic:
        """Return the finding of folders that a satker had before and does not name."""
        listed = _daftar([*home.lama, *lost])
        message = f"alamat satker `{'`, `'.join(lost)}` hilang; satkernya sekarang `{home.slug}`"
        if home.is_gone:
            return self.at(f"{BERSAMA}/dihapus.yml", home.slug, HILANG, message, f"alamat_lama: {listed}")
        return self.at(f"{home.slug}/satker.yml", "alamat_lama", HILANG, message, f"alamat_lama: {listed}")

    def below(self, home: Jejak, lost: Collection[str]) -> Iterator[Diagnostic]:
        """Yield the finding of what was below a satker that is no more."""
        if lost:
            message = f"{len(lost)} alamat di bawah satker `{home.slug}` hilang: {', '.join(sorted(lost)[:3])}"
            places = _daftar(sorted({*home.tempat, *lost} - {""}))
            yield self.at(f"{BERSAMA}/dihapus.yml", home.slug, HILANG, message, f"alamat: {places}")

    def inside(self, trace: Jejak, home: Jejak) -> Iterator[Diagnostic]:
        """Yield what is wrong with the places of a satker that is at *home* now."""
        if home.is_gone:
            yield from self.below(home, trace.tempat.keys() - home.tempat.keys())
        else:
            yield from self.places(trace, home)
            yield from self.changed(trace, home)

    def elsewhere(self, trace: Jejak, home: Jejak) -> Iterator[Diagnostic]:
        """Yield what is wrong with folders that another satker has now; where the first is no more, that answers for both."""
        for folder in trace.lama:
            other = self.homes.get(folder, home)
            if other is not home and home.is_gone:
                yield from self.inside(trace, other)
            elif other is not home:
                message = f"alamat satker `{folder}` dulu menuju “{trace.nama['']}”, yang sekarang di `{home.slug}`"
                yield self.at(f"{other.slug}/satker.yml", "", BERGANTI, message, "pakai nama folder lain untuk satker ini")

    def places(self, trace: Jejak, home: Jejak) -> Iterator[Diagnostic]:
        """Yield a finding for each record, attachment or remark of which an address is lost."""
        groups: dict[str, list[str]] = {}
        for place, target in trace.tempat.items():
            if place not in home.tempat:
                groups.setdefault(target or place, []).append(place)
        withdrawn: list[tuple[str, str]] = []
        for target, lost in groups.items():
            nama = trace.nama.get(target, target)
            said = f"alamat {', '.join(f'`{home.slug}/{place}`' for place in lost)} (“{nama}”) hilang"
            heir = home.tempat.get(target) or self._moved(trace, home, target)
            record = f"{home.slug}/{heir}.yml"
            if heir and heir not in home.dihapus and not heir.startswith(BERKAS):
                names = [*self._lama(home, heir), *(place.partition("/")[2] for place in lost)]
                message = f"{said}; rekamannya sekarang `{heir}`"
                yield self.at(record, "alamat_lama", HILANG, message, f"alamat_lama: {_daftar(names)}")
            else:
                withdrawn.append((said, self._remark(trace, target, lost, "" if heir in home.dihapus else heir)))
        yield from self._withdrawn(home, withdrawn)

    def changed(self, trace: Jejak, home: Jejak) -> Iterator[Diagnostic]:
        """Yield a finding for each address that leads to another record than before, while that is somewhere else."""
        for place, target in trace.tempat.items():
            now, stays = home.tempat.get(place, ""), home.tempat.get(target, "")
            there = self._moved(trace, home, target) if target and stays == target else stays
            there = there or (stays if place != target else "")
            if not there or not now or there == now or there in home.dihapus:
                continue
            remark = home.dihapus.get(now)
            if remark and home.tempat.get(remark.pengganti or "") != there:
                said = f"`{home.slug}/{place}` tertulis dihapus, tetapi rekamannya (“{trace.nama[target]}”) sekarang `{there}`"
                names = _daftar([*self._lama(home, there), place.partition("/")[2]])
                yield self.at(f"{home.slug}/{there}.yml", "alamat_lama", HILANG, said, f"alamat_lama: {names}")
            elif not remark:
                message = f"alamat `{home.slug}/{place}` dulu menuju “{trace.nama[target]}”, yang sekarang di `{there}`"
                listed = _daftar([place.partition("/")[2]])
                hint = f"pakai nama lain untuk rekaman ini, dan tulis alamat_lama: {listed} di {there}.yml"
                yield self.at(f"{home.slug}/{now}.yml", "", BERGANTI, message, hint)

    def _withdrawn(self, home: Jejak, remarks: list[tuple[str, str]]) -> Iterator[Diagnostic]:
        """Yield the findings of what has no record any more: one with all of the key, or one for each item that it lacks."""
        name, key, end = f"{home.slug}/satker.yml", "alamat_dihapus", "; kalau memang dihapus, catat di sini"
        if self.after.source(name).data.get(key):
            for said, item in remarks:
                yield self.at(name, key, HILANG, said + end, f"di bawah {key}, menjorok dua spasi: - {item}")
        elif remarks:
            said = "; ".join(said for said, _ in remarks)
            yield self.at(name, key, HILANG, said + end, f"{key}: [ {', '.join(item for _, item in remarks)} ]")

    def at(self, name: str, key: str, code: Code, message: str, hint: str) -> Diagnostic:
        """Return a finding at *key* of the record *name*, or at its beginning."""
        source = self.after.source(name)
        spot = source.spots.get((key,))
        place = spot.key if spot else Place(1, 1)
        line = source.lines[place.line] if source.text else ""
        return Diagnostic(source.path, place.line, place.column, code.code, code.severity, message, hint, line)

    def _remark(self, trace: Jejak, target: str, lost: list[str], heir: str) -> str:
        """Return what says that *target* was withdrawn, with all that is *lost* of it, as an item of `alamat_dihapus`."""
        old = trace.dihapus.get(target)
        place = target if target in lost else lost[0]
        names = [other.partition("/")[2] for other in lost if other != place]
        rows = {
            "alamat": place,
            "nama": _teks(trace.nama.get(target, "…")),
            "tanggal": (old.tanggal if old else self.hari_ini).isoformat(),
            "alasan": _teks(old.alasan) if old else "…",
            "pengganti": (old.pengganti if old else heir) or "",
            "alamat_lama": _daftar(names) if names else "",
        }
        return _pasangan(rows)

    def _lama(self, home: Jejak, place: str) -> tuple[str, ...]:
        record = _rekaman(self.after.satker[home.slug].satker).get(place)
        return record.alamat_lama if record else ()

    def _replaced(self, trace: Jejak) -> str:
        """Return the folder of the satker of *trace* if another one is in its own now."""
        old, new = self.before.satker.get(trace.slug), self.after.satker.get(trace.slug)
        return self._renamed(trace) if old and new and _sama_satker(old.satker, new.satker) < ALIKE else ""

    def _renamed(self, trace: Jejak) -> str:
        """Return the new folder in which the satker of *trace* is found again, or an empty text."""
        old = self.before.satker.get(trace.slug)
        if old is None:
            return ""
        others = {slug: item.satker for slug, item in self.after.satker.items() if slug != trace.slug}
        known = {slug: item.satker for slug, item in self.before.satker.items()}
        new = {slug: item for slug, item in others.items() if slug not in known or _sama_satker(known[slug], item) < ALIKE}
        alike = {slug: _sama_satker(old.satker, item) for slug, item in new.items()}
        best = max(alike, key=lambda slug: alike[slug], default="")
        return best if best and alike[best] >= ALIKE else ""

    def _moved(self, trace: Jejak, home: Jejak, target: str) -> str:
        """Return the place at which what was at *target* is found again, and was not before; or an empty text."""
        old = self.before.satker.get(trace.slug)
        if old is None or target in trace.dihapus:
            return ""
        new = self.after.satker[home.slug].satker
        if target.startswith(BERKAS):
            size = old.satker.berkas[target.removeprefix(BERKAS)].ukuran
            names = (name for name in sorted(new.dirujuk & new.berkas.keys()) if f"{BERKAS}{name}" not in trace.tempat)
            return next((f"{BERKAS}{name}" for name in names if new.berkas[name].ukuran == size), "")
        before, after = _rekaman(old.satker), _rekaman(new)
        kind, record = target.partition("/")[0], before[target]
        if target in after and _sama(record, after[target]) >= ALIKE:
            return ""
        others = {place: item for place, item in after.items() if place.startswith(f"{kind}/") and place != target}
        fresh = {place: item for place, item in others.items() if place not in before or _sama(before[place], item) < ALIKE}
        best = max(fresh, key=lambda place: _sama(record, fresh[place]), default="")
        return best if best and _sama(record, fresh[best]) >= ALIKE else ""


def _rekaman(satker: Satker) -> dict[str, Rekam]:
    found: dict[str, Rekam] = {f"layanan/{slug}": item for slug, item in satker.layanan.items()}
    return found | {f"inovasi/{slug}": item for slug, item in satker.inovasi.items()}


def _sama(old: Rekam, new: Rekam) -> float:
    """Return how much of the shorter of two records stands in the other; all of it if they have the same name."""
    if old.nama.casefold() == new.nama.casefold():
        return 1
    first, second = (
        set(teks(item.model_dump(mode="json", exclude_defaults=True, exclude={"alamat_lama"}))) for item in (old, new)
    )
    return len(first & second) / max(1, min(len(first), len(second)))


def _sama_satker(old: Satker, new: Satker) -> float:
    """Return how likely two satker are the same: by name, or by the share of records that both have."""
    if old.profil.nama.casefold() == new.profil.nama.casefold():
        return 1
    first, second = _rekaman(old), _rekaman(new)
    same = [place for place in first.keys() & second.keys() if _sama(first[place], second[place]) >= ALIKE]
    return len(same) / max(1, len(first), len(second)) if old.profil.kode_wilayah == new.profil.kode_wilayah else 0


def _daftar(names: Iterable[str]) -> str:
    return f"[ {', '.join(dict.fromkeys(names))} ]"


def _pasangan(rows: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in rows.items() if value)}}}"


def _teks(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
