"""The JSON Schemas: what they accept, what they refuse, and that the committed ones are those of the models."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli.schema import command
from generator.read import read
from generator.skema.rekaman import KINDS, skema

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "tests/records"
BY_VALUE = {
    "angka-salah", "bukan-daftar", "bukan-pemetaan", "bukan-teks", "jam-salah", "kode-wilayah-salah", "kunci-tak-dikenal",
    "kunci-wajib", "lokasi-berkas-salah", "periode-salah", "perlu-kunci", "perlu-satu", "pilihan-salah", "rupiah-salah",
    "surel-salah", "tanggal-salah", "tautan-salah", "telepon-salah", "ya-tidak-salah",
}  # fmt: skip
VALIDATORS = {kind: jsonschema.Draft7Validator(skema(kind)) for kind in KINDS}


def records(*folders: Path) -> Iterator[Path]:
    """Yield every record below *folders* that is a plain file at its place."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.yml")):
        if path.is_file() and not path.is_symlink() and kind_of(path) in KINDS:
            yield path


def kind_of(path: Path) -> str:
    """Return the kind of record that a path says."""
    return path.parent.name if path.parent.name in ("layanan", "inovasi") else path.stem


def complaints(path: Path) -> list[str]:
    """Return what the schema has against a record, as text like all that is read."""
    source, _ = read(path.name, path.read_bytes())
    validator: Any = VALIDATORS[kind_of(path)]
    if "_bersama" in path.parts:  # what a standard leaves open is asked for where it is inherited
        conditions = [one for one in validator.schema.get("allOf", []) if "if" not in one]
        validator = validator.evolve(schema=validator.schema | {"allOf": conditions})
    return [f"{path.relative_to(ROOT)}: {error.json_path}: {error.message}" for error in validator.iter_errors(source.data)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one(kind: str) -> None:
    """Each is a sound schema of its draft, without references, with words for every key."""
    jsonschema.Draft7Validator.check_schema(skema(kind))

    assert "$ref" not in repr(skema(kind))


def test_sound_records_pass() -> None:
    """Nothing that the check accepts is refused by an editor."""
    sound = records(ROOT / "satker", RECORDS / "base", RECORDS / "pages", RECORDS / "valid")

    assert [complaint for path in sound for complaint in complaints(path)] == []


def test_wrong_values_are_refused() -> None:
    """What is wrong with a single value or mapping is seen by an editor too, but for what only a person or Python can know."""
    passed = []
    for case in sorted(path for path in (RECORDS / "invalid").iterdir() if path.is_dir()):
        codes = set(re.findall(r"galat\[([a-z-]+)\]", case.with_name(f"{case.name}.txt").read_text("utf-8")))
        if codes and codes <= BY_VALUE and not any(complaints(path) for path in records(case)):
            passed.append(case.name)

    assert passed == []


def test_committed_schemas_are_fresh() -> None:
    """`zi schema` would write nothing new."""
    result = CliRunner().invoke(command, ["--check", "--out", str(ROOT / "content")])

    assert (result.exit_code, result.output) == (0, "")


def test_a_stale_schema_is_told_and_mended(tmp_path: Path) -> None:
    """`zi schema --check` names what differs and writes nothing; without it all is written."""
    runner = CliRunner()
    stale = runner.invoke(command, ["--check", "--out", str(tmp_path)])
    written = runner.invoke(command, ["--out", str(tmp_path)])
    fresh = runner.invoke(command, ["--check", "--out", str(tmp_path)])

    assert (stale.exit_code, stale.output.count("is stale: run zi schema")) == (1, len(KINDS))
    assert (written.exit_code, written.output.count("written")) == (0, len(KINDS))
    assert (fresh.exit_code, fresh.output) == (0, "")
