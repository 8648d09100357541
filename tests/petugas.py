"""An officer who does what findings propose, and nothing else: pastes the text of the hint where the finding points."""

import re
from pathlib import Path
from typing import Any

from generator.diagnostic import Diagnostic
from generator.format import canonical
from generator.read import read

ALASAN = "Tidak dilayani lagi di sini."


def data_of(path: Path) -> dict[str, Any]:
    """Return what the record at *path* says; nothing if there is none."""
    return dict(read(path.as_posix(), path.read_bytes())[0].data) if path.is_file() else {}


def save(path: Path, data: dict[str, Any]) -> None:
    """Write *data* as the record at *path*, which goes when there is nothing left to say."""
    if not data:
        path.unlink()
        return
    kind = path.parent.name if path.parent.name in ("layanan", "inovasi") else path.stem
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(canonical(kind, data), "utf-8")


def pasted(hint: str) -> dict[str, Any]:
    """Return the data in the text that a hint proposes, with a reason in the place that is left open for it."""
    text = re.sub(r"^di bawah (\w+), menjorok dua spasi: - (.*)$", r"\1: [ \2 ]", hint).replace("alasan: …", f"alasan: {ALASAN}")
    source, findings = read("saran.yml", text.encode())
    assert findings == (), (hint, findings)
    return dict(source.data)


def obey(finding: Diagnostic) -> None:
    """Mend one finding about addresses in the records below the working folder."""
    path = Path(finding.path)
    data = data_of(path)
    if finding.code == "alamat-hilang":
        proposed = pasted(finding.hint)
        if path.name != "dihapus.yml" or proposed.keys().isdisjoint({"alamat", "alamat_lama"}):
            proposed = {
                key: [*data.get(key, []), *value] if key == "alamat_dihapus" else value for key, value in proposed.items()
            }
            save(path, data | proposed)
        else:  # keys of a satker that stands there already
            slug = next(slug for slug in data if f"`{slug}`" in finding.message)
            save(path, data | {slug: data[slug] | proposed})
    elif finding.code == "alamat-lama-terpakai":
        used = re.findall("`([^`]+)`", finding.message)[0]
        save(path, data | {"alamat_lama": [slug for slug in data["alamat_lama"] if slug != used]})
    elif finding.code == "alamat-dihapus-terpakai" and path.name == "satker.yml":
        _take_back(path, data, re.findall("`([^`]+)`", finding.message)[0])
    elif finding.code == "pengganti-tanpa-alamat":
        rows = [item if item.get("pengganti", "-") not in finding.message else _without(item) for item in data["alamat_dihapus"]]
        save(path, data | {"alamat_dihapus": rows})
    else:
        raise AssertionError(finding)
    _drop_empty(path)


def _take_back(path: Path, data: dict[str, Any], place: str) -> None:
    """Remove the remark about *place*, which is there again, or that about the whole satker."""
    if "/" not in place:
        register = path.parents[1] / "_bersama/dihapus.yml"
        rows = data_of(register)
        rows = {
            slug: item | {"alamat_lama": [old for old in item.get("alamat_lama", []) if old != place]}
            for slug, item in rows.items()
        }
        save(
            register, {slug: {key: value for key, value in item.items() if value} for slug, item in rows.items() if slug != place}
        )
        return
    folder, _, slug = place.partition("/")
    kept = []
    for item in data["alamat_dihapus"]:
        names = (
            [item["alamat"].partition("/")[2], *item.get("alamat_lama", [])] if item["alamat"].startswith(f"{folder}/") else []
        )
        left = [name for name in names if name != slug]
        if slug not in names:
            kept.append(item)
        elif left:
            kept.append({key: value for key, value in item.items() if key != "alamat_lama"} | {"alamat": f"{folder}/{left[0]}"})
            kept[-1] |= {"alamat_lama": left[1:]} if left[1:] else {}
    save(path, data | {"alamat_dihapus": kept})


def _without(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "pengganti"}


def _drop_empty(path: Path) -> None:
    if path.exists():
        save(path, {key: value for key, value in data_of(path).items() if value})
