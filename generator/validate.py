"""Data becomes a typed record, or every finding that keeps it from being one, in the words of the office."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import codes, value_codes
from generator.diagnostic import Code, Loc, Problem
from generator.mirip import strange
from generator.model.record import Rekaman
from generator.parse import Data
from generator.read import MAX_FINDINGS, Source
from generator.senama import Senama

Model = TypeVar("Model", bound=Rekaman)

VALUE_CODES = {code.code: code for code in [*vars(value_codes).values(), codes.TERLALU_PANJANG] if isinstance(code, Code)}
MAX_LISTED = 12
MAX_SHOWN = 60
FILLERS: dict[str, str] = {  # stand in for required values that are wrong, so that the rules can judge the others
    "nama": "?",
    "nama_pendek": "?",
    "jenis": "lainnya",
    "kode_wilayah": "00",
    "status_data": "draf",
}


def validate(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """
    Return the record, and the problems of its values.

    When some values are wrong, the record holds the others, so that the rules can still judge those; it is None when there is
    nothing to judge.
    """
    if () in source.rejected:
        return None, ()
    data = source.merged()
    try:
        record = _assembled(model, data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        own = [item for item in errors if not _is_reported(source, item)][:MAX_FINDINGS]
        problems = _without_renamed([_problem(model, item) for item in own])
        return _remainder(model, data, {item["loc"][0] for item in errors if item["loc"]}), problems
    if source.rejected:
        return _remainder(model, data, {loc[0] for loc in source.rejected}), ()
    return record, ()


@cache
def _typed(_model: type[Rekaman]) -> Senama[object]:
    """Return what is remembered of the values in records of a kind."""
    return Senama()


def _assembled(model: type[Model], data: dict[str, Data]) -> Model:
    """
    Return the record in *data*; raises ValidationError.

    No top-level key changes what another means, so values that were typed before, in whatever record, are not typed again: what
    was one object in the data is one object in the records.
    """
    known = _typed(model).among(data)
    if not known:
        return _remembered(model, data, data)
    fresh = {key: value for key, value in data.items() if key not in known}
    record = _remembered(model, {key: FILLERS[key] for key in _required(model) if key in known} | fresh, fresh)
    return record.model_copy(update=known)


@cache
def _required(model: type[Model]) -> tuple[str, ...]:
    return tuple(key for key, field in model.model_fields.items() if field.is_required())


def _remembered(model: type[Model], data: dict[str, Data], keys: Iterable[str]) -> Model:
    """Return the record in *data* after remembering what its *keys* say; raises ValidationError."""
    record = model.model_validate(data)
    values, memory = record.__dict__, _typed(model)
    for key in keys:
        if key in values:
            memory.keep(key, data[key], values[key])
    return record


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of *known* that *word* was probably meant to be, or an empty text; numbers are never guessed at."""
    choices = {choice.casefold(): choice for choice in known if _digits(choice) == _digits(word)}
    return next((choices[near] for near in get_close_matches(word.casefold(), choices, n=1, cutoff=0.65)), "")


def _digits(word: str) -> str:
    return re.sub(r"[^0-9]", "", word)


def _is_reported(source: Source, error: ErrorDetails) -> bool:
    """Say whether the value has its finding elsewhere: from the reader, or in the base, which is judged for itself."""
    loc = error["loc"]
    if error["type"] == "extra_forbidden":
        return source.inherits(loc)
    return source.inherits(loc) or any(loc[:end] in source.rejected for end in range(1, len(loc) + 1))


def _remainder(model: type[Model], data: dict[str, Data], wrong: set[str | int]) -> Model | None:
    rest = {key: value for key, value in data.items() if key not in wrong}
    fillers = {key: FILLERS[key] for key in model.model_fields if key in FILLERS and key not in rest}
    try:
        return model.model_validate(fillers | rest)
    except ValidationError:
        return None


def _without_renamed(problems: list[Problem]) -> tuple[Problem, ...]:
    """Leave out a missing key where an unknown one beside it was probably meant for it."""
    meant = {
        (*problem.loc[:-1], problem.hint.partition(":")[0]) for problem in problems if problem.code is codes.KUNCI_TAK_DIKENAL
    }
    return tuple(item for item in problems if item.code is not codes.KUNCI_WAJIB or item.loc not in meant)


def _problem(model: type[BaseModel], error: ErrorDetails) -> Problem:
    """Word one error of pydantic; errors of our own scalars carry their words with them."""
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    if loc and loc[-1] == "[key]" and kind in VALUE_CODES:
        message = f"{context['message']}{strange(str(loc[-2]))}"
        return Problem(VALUE_CODES[kind], loc[:-1], message, context["hint"], at_key=True)
    if kind in VALUE_CODES:
        return Problem(VALUE_CODES[kind], loc, context["message"], _with_key(loc, context["hint"]))
    if kind == "missing":
        return Problem(codes.KUNCI_WAJIB, loc, f"kunci wajib `{loc[-1]}` belum ada", f"{loc[-1]}: …")
    if kind == "extra_forbidden":
        return _unknown_key(model, loc)
    if kind == "literal_error" and isinstance(error["input"], str):
        return _wrong_choice(loc, error["input"], context["expected"])
    if kind == "string_too_long":
        message = f"teks ini {len(error['input'])} karakter; batasnya {context['max_length']}"
        return Problem(codes.TERLALU_PANJANG, loc, message, f"pendekkan menjadi paling banyak {context['max_length']} karakter")
    return _wrong_shape(model, loc, kind, error["input"])


def _name(loc: Loc) -> str:
    """Name what stands at *loc*: a key, or an item of a list."""
    key = str(next((part for part in reversed(loc) if isinstance(part, str)), "isi"))
    return f"butir ke-{loc[-1] + 1} dari `{key}`" if loc and isinstance(loc[-1], int) else f"`{key}`"


def _with_key(loc: Loc, hint: str) -> str:
    """Show a corrected value behind its key, as it will stand in the file; words and examples stay as they are."""
    if not loc or isinstance(loc[-1], int) or not hint or " " in hint or ":" in hint.removeprefix("https:"):
        return hint
    return f"{loc[-1]}: {hint}"


def _unknown_key(model: type[BaseModel], loc: Loc) -> Problem:
    known, word = [name for found in models_at(model, loc[:-1]) for name in found.model_fields], str(loc[-1])
    near = nearest(word, known)
    message = f"kunci `{word}` tidak dikenal{strange(word)}" + (f"; maksud Anda `{near}`?" if near else "")
    listed = f"kunci di sini: {', '.join(known)}" if len(known) <= MAX_LISTED else "lihat contoh lengkap di satker/contoh/"
    return Problem(codes.KUNCI_TAK_DIKENAL, loc, message, f"{near}: …" if near else listed, at_key=True)


def _wrong_choice(loc: Loc, word: str, expected: str) -> Problem:
    choices = re.findall(r"'([^']*)'", expected)
    near = nearest(word.replace(" ", "_"), choices)
    message = f"`{word}` bukan pilihan untuk {_name(loc)}" + (f"; maksud Anda `{near}`?" if near else "")
    options = f"pilihan: {', '.join(choices)}"
    return Problem(codes.PILIHAN_SALAH, loc, message, f"{_with_key(loc, near)} ({options})" if near else options)


def _wrong_shape(model: type[BaseModel], loc: Loc, kind: str, value: Any) -> Problem:
    name = _name(loc)
    if kind == "tuple_type":
        item = _skeleton(next(models_at(model, (*loc, 0)), None)) or _quoted(value)
        return Problem(codes.BUKAN_DAFTAR, loc, f"{name} harus berupa daftar", f"di baris baru, menjorok dua spasi: - {item}")
    shape = _skeleton(next(models_at(model, loc), None))
    dash = "- " if loc and isinstance(loc[-1], int) else f"{loc[-1]}: " if loc else ""
    if kind not in ("string_type", "literal_error"):
        hint = f"{dash}{shape or '{kunci: nilai}'}"
        return Problem(codes.BUKAN_PEMETAAN, loc, f"{name} harus berupa pasangan `kunci: nilai`", hint)
    pair = next(iter(value.items()), ("", "")) if isinstance(value, dict) else ("", "")
    hint = f'{dash}"{pair[0]}: {pair[1]}"' if isinstance(pair[1], str) and pair[1] else f"{dash}…"
    return Problem(codes.BUKAN_TEKS, loc, f"{name} harus berupa satu teks", hint)


def _skeleton(model: type[BaseModel] | None) -> str:
    """Return the required keys of a mapping as they are written, or its first key where none is required."""
    if model is None:
        return ""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    keys = required or [next((name for name in model.model_fields if name != "catatan"), "nama-pendek")]
    return f"{{{', '.join(f'{key}: …' for key in keys)}}}"


def _quoted(value: Any) -> str:
    text = re.split(r"[•·\n]", value.strip("•·\n- "))[0].strip() if isinstance(value, str) and len(value) <= MAX_SHOWN else "…"
    return f'"{text}"' if re.search(r"[:#\[\]{},&*!|>'%@`]", text) else text


def models_at(model: type[BaseModel], loc: Loc) -> Iterator[type[BaseModel]]:
    """Yield the model of the mapping at *loc*, walking the types from *model* down."""
    kind: Any = model
    for part in loc:
        kind = next(_inside(kind, part), None)
    for candidate in _alternatives(kind):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            yield candidate


def _inside(kind: Any, part: str | int) -> Iterator[Any]:
    for candidate in _alternatives(kind):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            if part in candidate.model_fields:
                yield candidate.model_fields[str(part)].annotation
            elif "__pydantic_extra__" in candidate.__annotations__:
                yield get_args(candidate.__annotations__["__pydantic_extra__"])[1]
        elif get_origin(candidate) in (tuple, dict):
            yield get_args(candidate)[0 if get_origin(candidate) is tuple else 1]


def _alternatives(kind: Any) -> Iterator[Any]:
    if get_origin(kind) is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for part in get_args(kind):
            yield from _alternatives(part)
    else:
        yield kind
