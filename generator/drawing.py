"""A satker as a unit of the site: its pages and its open data, drawn where its records were read."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from generator import dataset
from generator.cache import Unit, pack
from generator.keys import key
from generator.model.satker import Bersama, Satker
from generator.opendata import riwayat
from generator.opendata.satker import Bagian, data_satker
from generator.pipeline import Output, measured, satker_outputs
from generator.reading import Reader
from generator.render.env import make_env
from generator.render.page import Site
from generator.stencil import Stencil
from generator.tautan import Tampak
from generator.unit import Place, made, restored


@dataclass(frozen=True, slots=True)
class Task:
    """A satker whose unit is to have this *key*; *old* is that of the last build, *tautan* what was found of its links."""

    slug: str
    key: str
    old: Unit | None = None
    tautan: dict[str, Tampak] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the unit."""
        return f"satker/{self.slug}"


@dataclass(frozen=True)
class Desk:
    """What all units of satker have in common; it travels, so the registers of its *site* are to be filled in where it is."""

    site: Site
    stencils: Mapping[str, Stencil]
    theme: str
    place: Place

    @cached_property
    def env(self) -> Environment:
        """The templates."""
        return make_env(Path(self.theme), self.place.cache)

    def of(self, bersama: Bersama, satker: Satker, tautan: dict[str, Tampak]) -> Site:
        """Return what the pages of *satker* know."""
        return replace(measured(replace(self.site, bersama=bersama), satker), tautan=tautan)


def draw(desk: Desk, reader: Reader, task: Task) -> tuple[Unit, bool]:
    """Return the unit of *task*, and whether it had to be made."""
    unit = restored(desk.place, task.name, task.old, task.key)
    return (unit, False) if unit else (drawn(desk, reader, task), True)


def drawn(desk: Desk, reader: Reader, task: Task) -> Unit:
    """Make the unit of *task*, and leave in the cache what it adds to the open data of the portal."""
    (satker, is_exact), place = reader.load(task.slug), desk.place
    key_ = task.key if is_exact else ""  # then the next build makes it anew
    site = desk.of(reader.shared.bersama, satker, task.tautan)
    pages = satker_outputs(desk.env, site, satker, desk.stencils)
    data = data_satker(site, satker)
    files = data.berkas | riwayat.salinan(satker, data.berkas)
    outputs = chain(pages, (Output(uri, content) for uri, content in files.items()))
    beside = {dataset.PART: pickle.dumps(data.bagian, 5)} if data.bagian else {}
    unit = made(place, task.name, task.old, key_, outputs, beside)
    if not satker.is_example and (lalu := riwayat.lalu(site, satker)):
        unit.listing = pack(replace(unit.listed, lalu=lalu))
    capaian = site.kemajuan[task.slug].capaian(with_criteria=satker.is_example)
    packed, kunci = pickle.dumps(capaian, 5), data.bagian.kunci if data.bagian else ""
    return replace(unit, parts={"capaian": key(capaian)}, packed=packed, data=kunci)


def bagian(desk: Desk, reader: Reader, slug: str) -> Bagian | None:
    """Return once more what a satker adds to the open data, because the cache has lost it."""
    satker, _ = reader.load(slug)
    return data_satker(desk.of(reader.shared.bersama, satker, {}), satker).bagian
