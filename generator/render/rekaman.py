"""The records as data, each with the keys that it has itself: what the form of proposals starts from."""

import json
from collections.abc import Mapping
from typing import Any

from generator.model.record import Rekaman
from generator.model.satker import Bersama, Satker

FOLDER = "data/rekaman"


def isi_satker(satker: Satker) -> bytes:
    """Return the records of *satker* by their paths below its folder, as JSON; a file that is not there is not in it."""
    singles = {
        "satker": satker.profil,
        "motto": satker.motto,
        "pengaduan": satker.pengaduan,
        "zi": satker.zi,
        "survei": satker.survei,
        "informasi": satker.informasi,
    }
    records = {f"{name}.yml": _isi(record) for name, record in singles.items()}
    for slug, layanan in satker.layanan.items():
        records[f"layanan/{slug}.yml"] = _sendiri(_isi(layanan), satker.sendiri.get(slug))
    records |= {f"inovasi/{slug}.yml": _isi(inovasi) for slug, inovasi in satker.inovasi.items()}
    return _json({name: isi for name, isi in records.items() if isi})


def isi_standar(bersama: Bersama) -> bytes:
    """Return the standards that services may follow, by their slugs, as JSON."""
    return _json({slug: _isi(layanan) for slug, layanan in bersama.layanan.items()})


def _sendiri(isi: dict[str, Any], keys: tuple[str, ...] | None) -> dict[str, Any]:
    """Return of a service the keys that its standard has not lent."""
    return isi if keys is None else {key: value for key, value in isi.items() if key in (*keys, "dasar", "diperiksa")}


def _isi(record: Rekaman) -> dict[str, Any]:
    isi: dict[str, Any] = record.model_dump(mode="json", exclude_unset=True)
    return isi


def _json(records: Mapping[str, Any]) -> bytes:
    return json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()
