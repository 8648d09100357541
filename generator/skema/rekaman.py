"""
The JSON Schema of every kind of record, made from the models and the dictionary of their keys.

It is one tree without references, in draft 7, which the editors' YAML language server knows best: whoever walks it (the form, the
CMS configuration, the page of all keys) meets each key with its own label (``title``), help (``description``) and example. Beside
the standard's keywords it uses ``patternErrorMessage`` (the words for a value that does not fit), ``x-jenis`` (the kind of a
value, as in `generator.model.scalar`), ``x-relasi`` (the register whose id is asked for), ``x-pilihan`` (the words for each
choice) and ``x-model`` (the class that reads a mapping).
"""

from functools import cache
from typing import Any

from generator.load import MODELS
from generator.model.record import Rekaman, definitions
from generator.parse import MAX_ITEMS
from generator.skema.kunci import istilah, kunci
from generator.urutan import LAST

Node = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_NOTE = Rekaman.model_json_schema()["properties"]["catatan"]
KINDS = {name.removesuffix(".yml"): model for name, model in MODELS.items()}


@cache
def skema(kind: str) -> Node:
    """Return the schema of a *kind* of record, such as ``layanan``; whoever asks only reads it."""
    tree, model = _tree(), KINDS[kind]
    return {"$schema": DRAFT, **tree.mapping(model, tree.definitions[model.__name__])}


@cache
def _tree() -> "_Tree":
    """Return what all kinds are put together from: asked for one by one, what they share would be made for each."""
    return _Tree(definitions(KINDS.values()), {model.__name__: model for model in _models(Rekaman)})


def _models(base: type[Rekaman]) -> list[type[Rekaman]]:
    return [base, *(model for child in base.__subclasses__() for model in _models(child))]


class _Tree:
    """Put the definitions where they are referred to, each with the words for its keys."""

    def __init__(self, definitions: Node, models: dict[str, type[Rekaman]]) -> None:
        self.definitions = definitions
        self.models = models

    def mapping(self, model: type[Rekaman], raw: Node) -> Node:
        """Return the schema of a mapping that *model* reads."""
        words = istilah(model.__name__)
        required = [key for key in raw.get("required", []) if not _is_lent(raw, key)]
        node: Node = {"title": words.judul, "description": words.ringkasan, "type": "object", "x-model": model.__name__}
        names = sorted(raw["properties"], key=lambda name: LAST.index(name) if name in LAST else -1)
        node["properties"] = {name: self._key(model, name, raw["properties"][name]) for name in names}
        node["additionalProperties"] = raw["additionalProperties"] and self._node(raw["additionalProperties"])
        return node | ({"required": required} if required else {}) | {key: raw[key] for key in ("allOf",) if key in raw}

    def _key(self, model: type[Rekaman], name: str, raw: Node) -> Node:
        words = kunci(model, name)
        node = self._node(raw)
        node |= {"title": words.label, "description": words.petunjuk}
        if words.contoh is not None:
            node["examples"] = [words.contoh]
        for part in (node, node.get("items", {})):
            if "enum" in part:
                part["x-pilihan"] = {choice: words.words(choice) for choice in part["enum"]}
        return node

    def _node(self, raw: Node) -> Node:
        """Return *raw* without what only the models need: defaults, their titles, and null for what is left out."""
        if "$ref" in raw:
            name = raw["$ref"].rpartition("/")[2]
            return self.mapping(self.models[name], self.definitions[name])
        choices = [self._node(item) for item in raw.get("anyOf", []) if item != {"type": "null"}]
        if len(choices) == 1:
            return choices[0]
        node: Node = {key: value for key, value in raw.items() if key not in ("default", "title", "anyOf")}
        if choices:
            return node | {"anyOf": choices}
        if "items" in node:
            node |= {"items": self._node(node["items"]), "maxItems": MAX_ITEMS}
        if "patternProperties" in node:
            free = {key.replace("^", "^(?!catatan$)", 1): self._node(item) for key, item in node["patternProperties"].items()}
            node["patternProperties"] = free
            node |= {"properties": {"catatan": self._key(Rekaman, "catatan", _NOTE)}, "additionalProperties": False}
        return node


def _is_lent(raw: Node, key: str) -> bool:
    """Say whether a standard may bring the key, so that the record itself need not."""
    return any({"required": [key]} in condition.get("anyOf", []) for condition in raw.get("allOf", []))
