"""The JSON Schema of a satker's document, made of the models: structure only, the words of the contract explain themselves."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from generator.model.terbuka import SatkerTerbuka

Schema: TypeAlias = "Mapping[str, Schema] | list[Schema] | str | int | float | bool | None"


def skema() -> bytes:
    """Return the schema of version 1."""
    made = SatkerTerbuka.model_json_schema(mode="serialization")
    title, dialect = made.pop("title"), made.pop("$schema")
    plain = {"$schema": dialect, "title": title, **_plain(made)}
    return (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()


def _plain(node: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return *node* without titles made of key names, and without what is said to maintainers."""
    return {key: _inner(key, value) for key, value in node.items() if key not in ("title", "description")}


def _inner(key: str, value: Schema) -> Schema:
    if isinstance(value, list):
        return [_inner("", item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if key in ("properties", "$defs"):
        return {name: _inner("", item) for name, item in value.items()}
    return _plain(value)
