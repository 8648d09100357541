"""A few satker of a large portal: of the others only what those say of them is read."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path

from generator.clock import build_day
from generator.diagnostic import Diagnostic
from generator.folder import list_folders, read_bytes
from generator.index import Index
from generator.judge import ACROSS_KINDS, judge_across, judge_bersama
from generator.lampiran.peninjau import Memory, forgetful
from generator.load import LoadedBersama, load_bersama, load_satker
from generator.portal import gather, look
from generator.ringkas import Summary, summarize

KINDS = ACROSS_KINDS | {"layanan"}  # what the rules may ask of others


def check_part(
    root: Path, wanted: Collection[str], hari_ini: date | None = None, memory: Memory = forgetful
) -> tuple[Diagnostic, ...]:
    """
    Return every finding in the satker of *wanted*, in the shared records and in the folder *root* itself.

    They are those that a check of the whole portal gives; but of the records that inherit a finding only those of *wanted* are
    named. Raises OSError when a file cannot be read.
    """
    today = hari_ini or build_day()
    names, found = list_folders(root)
    shared = load_bersama(root)
    looked = {name: look(root, name, shared, today, memory) for name in names if name in wanted}
    own = {name: surveyed.summary for name, (surveyed, _) in looked.items()}
    index = Index(dict(sorted({**_others(root, names, shared, own), **own}.items())), frozenset(names))
    found += [*shared.findings, *judge_bersama(shared, today, names)]
    found += chain.from_iterable(judge_across(loaded, shared.bersama, index, today) for _, loaded in looked.values())
    return gather(found, [surveyed for surveyed, _ in looked.values()])


def _others(root: Path, names: list[str], shared: LoadedBersama, own: dict[str, Summary]) -> dict[str, Summary]:
    """Return those of *names* that the rules may ask of for the sake of *own*: who stands above, who has what they name."""
    others = [name for name in names if name not in own]
    replacing = {alamat.partition("/")[0] for item in own.values() for alamat in item.diganti}
    said = replacing | {item.induk for item in own.values() if item.induk}
    if replacing.difference(names) or any(item.alamat_lama for item in own.values()):
        said |= {name for name in others if _mentions(root, name, b"alamat_lama")}
    if any(one.asal and one.asal.inovasi for item in own.values() for one in item.inovasi):
        said |= {name for name in others if (root / name / "inovasi").is_dir()}
    known: dict[str, Summary] = {}
    while said := said.intersection(others) - known.keys():
        known |= {name: summarize(load_satker(root, name, shared.standards, KINDS).satker) for name in sorted(said)}
        said = {item.induk for item in known.values() if item.induk}
    return known


def _mentions(root: Path, name: str, word: bytes) -> bool:
    """Say whether the profile of the satker *name* has *word* in it; what cannot be read has its finding when its turn comes."""
    with suppress(OSError):
        return word in read_bytes(root, name, "satker.yml")
    return False
