"""Texts in place of every free text of a record, however deep it lies."""

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

ADDED = {"alasan", "catatan"}  # keys that any mapping may have, and few records do
Fill = Callable[[str, str], str]  # the place of a text ("Layanan.nama") and what stands there -> what is to stand there


def infested(kind: Any, value: Any, fill: Fill, place: str = "", form: Fill = lambda _place, old: old) -> Any:
    """Return the data *value* of the type *kind* with what *fill* says for every free text, and *form* for what has a form."""
    if is_text(kind):
        return fill(place, value)
    inner = [infested(part, value, fill, place, form) for part in _parts(kind, value)]
    if inner:
        return inner[0]
    if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
        hints = get_type_hints(kind, include_extras=True)
        free = get_args(hints.get("__pydantic_extra__")) if kind.model_config.get("extra") == "allow" else ()
        extra = free[1] if free else None
        every = dict.fromkeys(ADDED & kind.model_fields.keys(), "") | value
        return {key: infested(hints.get(key, extra), item, fill, f"{kind.__name__}.{key}", form) for key, item in every.items()}
    if get_origin(kind) is tuple and isinstance(value, list):
        return [infested(get_args(kind)[0], item, fill, place, form) for item in value]
    if get_origin(kind) is dict and isinstance(value, dict):
        return {key: infested(get_args(kind)[1], item, fill, place, form) for key, item in value.items()}
    return form(place, value) if isinstance(value, str) else value


def is_text(kind: Any) -> bool:
    """Say whether *kind* is a free text."""
    return any(isinstance(note, StringConstraints) for note in getattr(kind, "__metadata__", ()))


def text_keys(kind: Any, place: str = "") -> Iterator[str]:
    """Yield the place of every free text that the type *kind* may hold, as `infested` names it."""
    if is_text(kind):
        yield place
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        hints = get_type_hints(kind, include_extras=True)
        for key in kind.model_fields:
            yield from text_keys(hints[key], f"{kind.__name__}.{key}")
        for item in get_args(hints.get("__pydantic_extra__")):
            yield from text_keys(item, place)
    else:
        for part in get_args(kind):
            yield from text_keys(part, place)


def _parts(kind: Any, value: Any) -> Iterator[Any]:
    """Yield the types that an annotation wraps, as far as *value* can be one of them."""
    if hasattr(kind, "__metadata__"):
        yield get_args(kind)[0]
    elif get_origin(kind) in (Union, UnionType):
        fits = [part for part in get_args(kind) if part is not type(None)]
        yield fits[0] if len(fits) == 1 or isinstance(value, str) else fits[-1]
