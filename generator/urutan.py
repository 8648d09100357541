"""The keys of a record in the order of its model."""

from generator.diagnostic import Loc
from generator.model.record import Rekaman
from generator.parse import Data
from generator.validate import models_at

LAST = ("boleh_tampil", "diperiksa", "catatan")


def ordered(model: type[Rekaman], data: dict[str, Data]) -> dict[str, Data]:
    """Return *data* with its keys in order: the model's own, then others (free or unknown) as they were, then those of LAST."""
    return _mapping(model, data, ())


def _ordered(model: type[Rekaman], data: Data, loc: Loc) -> Data:
    if isinstance(data, list):
        return [_ordered(model, item, (*loc, number)) for number, item in enumerate(data)]
    return _mapping(model, data, loc) if isinstance(data, dict) else data


def _mapping(model: type[Rekaman], data: dict[str, Data], loc: Loc) -> dict[str, Data]:
    known = next((tuple(found.model_fields) for found in models_at(model, loc)), ())
    last = [key for key in LAST if key in known or key == "catatan"]
    keys = [*(key for key in known if key not in last), *(key for key in data if key not in known and key not in last), *last]
    return {key: _ordered(model, data[key], (*loc, key)) for key in keys if key in data}
