"""The files that come from the models and are committed, so that editors find them without the generator."""

import json

from generator.skema.rekaman import KINDS, skema

FOLDER = "data/skema"


def berkas_skema() -> dict[str, bytes]:
    """Return the JSON Schema of every kind of record by its path below ``content/``."""
    return {f"{FOLDER}/{kind}.json": _json(skema(kind)) for kind in KINDS}


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
