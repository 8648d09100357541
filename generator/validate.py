"""Data becomes a typed record, or every finding that keeps it from being one, in the words of the office."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import codes, value_codes
from generator.diagnostic import Code, Loc, Problem
from generator.model.record import Rekaman
from generator.parse import Data
from generator.read import Source

Model = TypeVar("Model", bound=Rekaman)

VALUE_CODES = {code.code: code for code in vars(value_codes).values() if isinstance(code, Code)}


def validate(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """
    Return the record, and the problems of its values.

    When some values are wrong, the record holds the others, so that the rules can still judge those; it is None when a
    required value is among the wrong.
    """
    if () in source.rejected:
        return None, ()
    data = source.merged()
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        errors = [item for item in error.errors(include_url=False) if not _is_rejected(source, item["loc"])]
        problems = tuple(_problem(model, item) for item in errors)
        return _remainder(model, data, {item["loc"][0] for item in error.errors() if item["loc"]}), problems
    return (record if not source.rejected else _remainder(model, data, {loc[0] for loc in source.rejected})), ()


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of *known* that *word* was probably meant to be, or an empty text."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def _is_rejected(source: Source, loc: Loc) -> bool:
    """Say whether the value has its finding elsewhere: from the reader, or in the base, which is judged for itself."""
    return any(loc[:end] in source.rejected for end in range(1, len(loc) + 1)) or source.inherits(loc)


def _remainder(model: type[Model], data: dict[str, Data], wrong: set[str | int]) -> Model | None:
    try:
        return model.model_validate({key: value for key, value in data.items() if key not in wrong})
    except ValidationError:
        return None


def _problem(model: type[BaseModel], error: ErrorDetails) -> Problem:
    """Word one error of pydantic; errors of our own scalars carry their words with them."""
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    if loc and loc[-1] == "[key]":
        return Problem(VALUE_CODES[kind], loc[:-1], context["message"], context["hint"], at_key=True)
    if kind in VALUE_CODES:
        return Problem(VALUE_CODES[kind], loc, context["message"], _with_key(loc, context["hint"]))
    if kind == "missing":
        return Problem(codes.KUNCI_WAJIB, loc, f"kunci wajib `{loc[-1]}` belum ada", f"{loc[-1]}: …")
    if kind == "extra_forbidden":
        return _unknown_key(model, loc)
    if kind == "literal_error":
        return _wrong_choice(loc, str(error["input"]), context["expected"])
    if kind == "string_too_long":
        message = f"teks ini {len(error['input'])} karakter; batasnya {context['max_length']}"
        return Problem(codes.TERLALU_PANJANG, loc, message, error["input"][: context["max_length"]].strip())
    return _wrong_shape(model, loc, kind, error["input"])


def _wrong_shape(model: type[BaseModel], loc: Loc, kind: str, value: Any) -> Problem:
    name = _name(loc)
    if kind == "tuple_type":
        return Problem(codes.BUKAN_DAFTAR, loc, f"`{name}` harus berupa daftar", _as_list(loc, value))
    if kind == "string_type":
        return Problem(codes.BUKAN_TEKS, loc, f"`{name}` harus berupa satu teks", f"{name}: …")
    known = _known_keys(model, loc)
    hint = f"{name}: {{{known[0] if known else '…'}: …}}"
    return Problem(codes.BUKAN_PEMETAAN, loc, f"`{name}` harus berupa pasangan `kunci: nilai`", hint)


def _name(loc: Loc) -> str:
    return str(next((part for part in reversed(loc) if isinstance(part, str)), "isi"))


def _with_key(loc: Loc, hint: str) -> str:
    """Show the corrected value behind its key, as it will stand in the file."""
    if not loc or isinstance(loc[-1], int) or not hint or re.match(r"\w+: ", hint):
        return hint
    return f"{loc[-1]}: {hint}"


def _unknown_key(model: type[BaseModel], loc: Loc) -> Problem:
    known, word = _known_keys(model, loc[:-1]), str(loc[-1])
    near = nearest(word, known)
    message = f"kunci `{word}` tidak dikenal" + (f"; maksud Anda `{near}`?" if near else "")
    listed = f"kunci di sini: {', '.join(known)}" if len(known) <= 12 else "lihat contoh lengkap di satker/contoh/"
    hint = f"{near}: …" if near else listed
    return Problem(codes.KUNCI_TAK_DIKENAL, loc, message, hint, at_key=True)


def _wrong_choice(loc: Loc, word: str, expected: str) -> Problem:
    choices = re.findall(r"'([^']*)'", expected)
    near = nearest(word.lower().replace(" ", "_"), choices)
    message = f"`{word}` bukan pilihan untuk `{_name(loc)}`" + (f"; maksud Anda `{near}`?" if near else "")
    options = f"pilihan: {', '.join(choices)}"
    hint = f"{_with_key(loc, near)} ({options})" if near else options
    return Problem(codes.PILIHAN_SALAH, loc, message, hint)


def _as_list(loc: Loc, value: Any) -> str:
    item = value if isinstance(value, str) else "…"
    return (
        f"{_name(loc)}: [ {item} ]"
        if len(item) < 60 and not re.search(r"[,:\[\]{}#]", item)
        else f"{_name(loc)}:\\n  - {item[:60]}"
    )


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys of the mapping at *loc*, walking the types from the *model* down."""
    kind: Any = model
    for part in loc:
        kind = next(_inside(kind, part), None)
    found = next(_models(kind), None)
    return [name for name in found.model_fields if name != "catatan"] if found else []


def _inside(kind: Any, part: str | int) -> Iterator[Any]:
    for candidate in _alternatives(kind):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            if part in candidate.model_fields:
                yield candidate.model_fields[str(part)].annotation
            elif "__pydantic_extra__" in candidate.__annotations__:
                yield get_args(candidate.__annotations__["__pydantic_extra__"])[1]
        elif get_origin(candidate) in (tuple, dict):
            yield get_args(candidate)[0 if get_origin(candidate) is tuple else 1]


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    for candidate in _alternatives(kind):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            yield candidate


def _alternatives(kind: Any) -> Iterator[Any]:
    if get_origin(kind) is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for part in get_args(kind):
            yield from _alternatives(part)
    else:
        yield kind
