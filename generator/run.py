"""One build at work: what it knows, the keys of what it makes, and what it has to leave out."""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import cast

from jinja2 import Environment

from generator import editor, gabungan, indexing, printing
from generator.aksesibilitas import load_uji
from generator.cache import Unit
from generator.folder import BERSAMA
from generator.gist import Gist, gist
from generator.kemajuan import Capaian
from generator.keys import key, tree_key
from generator.locks import ABSENT, Locks
from generator.made import Order, intact
from generator.packages import program, unprintable
from generator.pipeline import PORTAL_KINDS
from generator.portal import data_day
from generator.reading import Records
from generator.render.env import make_env
from generator.render.page import Ada, Kind, Site
from generator.shell import Shell
from generator.tautan import Riwayat, Tampak, seen
from generator.unit import Place

DATA, SCHEMA, BERKAS = "data", "skema", "berkas"
KINDS = {f"portal/{module.KIND.name}": module for module in PORTAL_KINDS}
MEASURING = {name: module for name, module in KINDS.items() if "ukuran" in module.KIND.uses}  # the open data
JUDGING = {name: module for name, module in KINDS.items() if "capaian" in module.KIND.uses}  # where each satker stands
PLAIN = {name: module for name, module in KINDS.items() if name not in MEASURING | JUDGING}  # of satker what was read of them


@dataclass(frozen=True)
class Run:
    """
    One build at work; *old* are the units of the last one.

    *checks* says what was found when the links were checked, by link, *told* the gist of each of *old*. *units* grows as they are
    made, *gists* as they are asked for, *rendered* names those that were not there, *pieces* of the search index the units that
    are in each.
    """

    order: Order
    shell: Shell
    records: Records
    place: Place
    old: dict[str, Unit]
    checks: dict[str, Riwayat] = field(default_factory=dict)
    told: dict[str, Gist] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    gists: dict[str, Gist] = field(default_factory=dict)
    rendered: list[str] = field(default_factory=list)
    pieces: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def intact(self) -> frozenset[str]:
        """The units of the last build that lie in the site as they were written; none where a new site is written."""
        if self.place.site is None:
            return frozenset()
        return intact(self.place.site, self.old) if self.order.intact is None else self.order.intact

    @cached_property
    def env(self) -> Environment:
        """The templates."""
        return make_env(Path(self.shell.theme), self.place.cache)

    @cached_property
    def site(self) -> Site:
        """What all pages know."""
        shared, surveyed = self.records.reader.shared.bersama, self.records.surveyed
        site = Site(self.shell.identitas, shared, self.records.index, data_day(surveyed.values()), load_uji())
        regions = tuple(gabungan.daerah(self.order.daerah, rujukan) for rujukan in self.shell.identitas.daerah)
        return replace(site, ada=_has(self.order, self.shell, len(surveyed)), daerah=regions)

    @cached_property
    def press(self) -> printing.Press:
        """What sets the documents."""
        return printing.Press(Path(self.shell.theme) / "pdf", self.order.setters or self.order.jobs)

    @cached_property
    def everyone(self) -> Site:
        """The same with where each satker stands, once all are made."""
        outcomes = _Outcomes({slug: self.units[f"satker/{slug}"].packed for slug in self.records.surveyed})
        return replace(self.site, capaian=outcomes)

    @cached_property
    def tautan(self) -> dict[str, Tampak]:
        """What readers see of the checks, by link."""
        return {link: item.tampak for link, item in self.checks.items()}

    def parts_of(self, slug: str, kind: Kind) -> Iterator[str]:
        """Yield the keys of what a page of the portal shows of a satker; where that stands is known once its unit is made."""
        shown = self.records.surveyed[slug].parts
        yield shown[""]
        yield from (shown[part] for part in kind.uses if part in shown)
        if "capaian" in kind.uses:
            yield self.units[f"satker/{slug}"].parts["capaian"]

    def site_of(self, kind: Kind) -> Site:
        """Return what a page of the portal knows."""
        site = self.everyone if "capaian" in kind.uses else self.site
        return replace(site, tautan=self.links_of(kind), ukuran=self.sizes_of(kind))

    def sizes_of(self, kind: Kind) -> dict[str, int]:
        """Return what a page of the portal shows of the sizes of open data, once these are made."""
        names = (DATA, SCHEMA) if "ukuran" in kind.uses else ()
        return {uri: size for name in names for uri, (size, _, _) in self.units[name].files.items()}

    def links_of(self, kind: Kind) -> dict[str, Tampak]:
        """Return what a page of the portal shows of the checks."""
        shared = self.records.reader.shared.bersama
        links = {
            "hukum": (item.tautan or "" for item in shared.hukum.values()),
            "kanal": (item.alamat or "" for item in shared.kanal.values()),
        }
        return seen(self.tautan, chain.from_iterable(links[name] for name in kind.links))

    def gist(self, name: str) -> Gist:
        """Return the gist of the unit *name*; of one that is left alone the gist that the last build told."""
        if name not in self.gists:
            is_old = self.units[name] is self.old.get(name)
            self.gists[name] = self.told[name] if is_old and name in self.told else gist(self.units[name])
        return self.gists[name]

    @cached_property
    def common(self) -> str:
        """The key of what every record page comes from: templates, stencils, whose portal it is, the shared records."""
        theme = tree_key([Path(self.shell.theme)])
        return key(theme, self.shell.stencils, self.shell.identitas, self.site.ada.dokumen, self.shared)

    @property
    def shared(self) -> str:
        """The key of the shared records; empty if there are none."""
        return self.records.known[BERSAMA].content if BERSAMA in self.records.known else ""


@dataclass(frozen=True, slots=True)
class _Outcomes(Mapping[str, Capaian]):
    """Where each satker stands, unpacked at every call, for a page shows little of what it is given of all."""

    packed: dict[str, bytes]

    def __getitem__(self, slug: str) -> Capaian:
        return cast("Capaian", pickle.loads(self.packed[slug]))  # noqa: S301 - our own

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


def absent(order: Order, shell: Shell, satker: int) -> Iterator[str]:
    """Yield what is left out because a package is not there."""
    if order.with_search and not program():
        yield indexing.ABSENT
    if order.with_docs and satker <= shell.dokumen and (missing := ", ".join(unprintable())):
        yield printing.ABSENT.format(missing)
    if why := editor.missing():
        yield editor.ABSENT.format(why)
    locks = Locks()
    if not locks.python:
        yield ABSENT
    if strays := ", ".join(locks.strays()):
        yield f"requirements.txt pins other versions than are installed (`make site` installs them): {strays}"


def _has(order: Order, shell: Shell, satker: int) -> Ada:
    """Return which parts a site of so many *satker* has."""
    prints = order.with_docs and satker <= shell.dokumen and not unprintable()
    search = order.with_search and program() is not None
    return Ada(dokumen=prints, cari=search, penyunting=not editor.missing(), bahan=bool(Locks().python))


def satker_keys(run: Run) -> dict[str, str]:
    """Return every satker with the key of its pages: its records, its day, what it shows of others, the checks of its links."""
    keys = {}
    for slug, surveyed in run.records.surveyed.items():
        day = run.site.hari(surveyed.per, is_example=surveyed.summary.is_example)
        content, checks = run.records.known[slug].content, seen(run.tautan, surveyed.tautan)
        keys[f"satker/{slug}"] = key(run.common, content, day, run.records.index.tetangga(slug), checks)
    return keys


def berkas_keys(run: Run) -> dict[str, str]:
    """Return the attachments of every satker that has some with the key of what is published: their names and bytes."""
    return {f"{BERKAS}/{slug}": key(surveyed.berkas) for slug, surveyed in run.records.surveyed.items() if surveyed.berkas}


def document_keys(run: Run) -> dict[str, str]:
    """Return the documents of every satker with the key of what they are made from: its records and its day."""
    keys = {}
    for slug, surveyed in run.records.surveyed.items():
        day = run.site.hari(surveyed.per, is_example=surveyed.summary.is_example)
        keys[f"dokumen/{slug}"] = key(run.common, run.records.known[slug].content, day)
    return keys


def portal_keys(run: Run, kinds: Mapping[str, ModuleType]) -> dict[str, str]:
    """Return the pages of *kinds* with the key of each: what it shows of all satker, and of the checks of links."""
    keys = {}
    for name, module in kinds.items():
        kind: Kind = module.KIND
        facts = [(slug, *run.parts_of(slug, kind)) for slug in run.records.surveyed]
        own = facts, run.links_of(kind), run.sizes_of(kind)
        keys[name] = key(run.common, run.site.ada, run.site.per, run.site.uji, run.site.daerah, own)
    return keys
