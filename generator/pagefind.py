"""
Pagefind's index with its filters in one order.

Pagefind 1.5 keeps filters in hash maps, so the same pages give other bytes, and other file names, at every run. Its files are
CBOR behind a mark, compressed; each is named for the SHA-1 of its CBOR.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3  # of the list in the meta file: version, pages, chunks of the index, filters, sorts, names of the meta values


def in_order(folder: Path) -> None:
    """Rewrite the filters of the index in *folder*, and what names them, in alphabetical order."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    for language in entry["languages"].values():
        old = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _load(old)
        meta[_FILTERS] = sorted([name, _filter(folder / "filter", file)] for name, file in meta[_FILTERS])
        old.unlink()
        language["hash"] = _save(folder / "pagefind.{}.pf_meta", language["hash"], meta)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _filter(folder: Path, name: str) -> str:
    """Sort the values of the filter *name* and return its new name."""
    old = folder / f"{name}.pf_filter"
    key, values = _load(old)
    old.unlink()
    return _save(folder / "{}.pf_filter", name, [key, sorted(values)])


def _load(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))


def _save(path: Path, old_name: str, value: Any) -> str:
    """Write *value* to *path*, whose ``{}`` becomes the name its bytes give it, and return that name."""
    data = cbor2.dumps(value)
    language, _, digest = old_name.partition("_")
    name = f"{language}_{hashlib.sha1(data, usedforsecurity=False).hexdigest()[: len(digest)]}"
    Path(str(path).format(name)).write_bytes(gzip.compress(_MARK + data, mtime=0))
    return name
