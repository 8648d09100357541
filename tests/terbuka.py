"""How the open data are read back: JSON to the models it came from, tables to texts."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.informasi import Informasi
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.motto import BerkasMotto
from generator.model.pengaduan import Pengaduan
from generator.model.profil import Profil
from generator.model.satker import Lampiran, Satker
from generator.model.survei import Survei
from generator.model.zi import Zi


def as_written(value: Any) -> Any:
    """Return *value* as a record writes it: every scalar is a text."""
    if isinstance(value, dict):
        return {key: as_written(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_written(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(Decimal(repr(value)), "f") if isinstance(value, int | float) else value


def satker_from(document: bytes) -> Satker:
    """Return the satker that *document* describes; of its files it has no more than their sizes."""
    data = json.loads(document)
    own = {slug: tuple(item.pop("sendiri")) for slug, item in data["layanan"].items() if "sendiri" in item}
    records = as_written({key: data[key] for key in ("profil", "motto", "pengaduan", "zi", "survei", "informasi")})
    services = {slug: Layanan.model_validate(as_written(item)) for slug, item in data["layanan"].items()}
    innovations = {slug: Inovasi.model_validate(as_written(item)) for slug, item in data["inovasi"].items()}
    return Satker(
        slug=data["id"],
        profil=Profil.model_validate(records["profil"]),
        layanan=services,
        inovasi=innovations,
        motto=BerkasMotto.model_validate(records["motto"]),
        pengaduan=Pengaduan.model_validate(records["pengaduan"]),
        zi=Zi.model_validate(records["zi"]),
        survei=Survei.model_validate(records["survei"]),
        informasi=Informasi.model_validate(records["informasi"]),
        berkas={name: Lampiran(size) for name, size in data["berkas"].items()},
        nama_layanan=frozenset(services),
        nama_inovasi=frozenset(innovations),
        dirujuk=frozenset(data["berkas"]),
        sendiri=own,
        per=date.fromisoformat(data["fakta"]) if "fakta" in data else None,
    )


def rows_from(table: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by their columns, the guard before what looks like a formula taken away."""
    rows = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]
