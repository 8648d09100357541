"""Attachments: what is refused, what is published in their place, and what becomes of files that are nothing at all."""

from pathlib import Path

import pytest
from hostile_files import HOSTILE, TAME
from portal import RECORDS, lay

from generator.portal import load_portal

Codes = dict[str, set[str]]


def attach(files: dict[str, bytes], folder: Path) -> Path:
    """Return records whose satker `contoh` points to each of *files*."""
    records = lay(RECORDS / "base", folder)
    (records / "contoh/berkas").mkdir()
    for name, content in files.items():
        (records / "contoh/berkas" / name).write_bytes(content)
    rows = "".join(f"  - {{judul: Lampiran, berkas: {name}}}\n" for name in files)
    (records / "contoh/layanan/contoh.yml").write_text(f"nama: Konsultasi\nformulir:\n{rows}", "utf-8")
    return records


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory: pytest.TempPathFactory) -> Codes:
    """Return the codes that `zi check` finds, by the name of the attachment."""
    every = HOSTILE | TAME
    records = attach({name: content for name, (content, _) in every.items()}, tmp_path_factory.mktemp("lampiran"))
    found: Codes = {name: set() for name in every}
    for item in load_portal(records).findings:
        found[item.path.rpartition("/")[2]].add(item.code)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str, found: Codes) -> None:
    """A hostile attachment is refused, for the right reason."""
    assert found[name] == HOSTILE[name][1]


@pytest.mark.parametrize("name", TAME)
def test_tame(name: str, found: Codes) -> None:
    """A sound attachment passes; a picture with secrets does so with a warning."""
    assert found[name] == TAME[name][1]
