from collections.abc import Iterator
from inspect import get_annotations
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from generator import skema
from generator.label import LABELS
from generator.load import MODELS
from generator.model.layanan import KOMPONEN_PENGELOLAAN, KOMPONEN_PENYAMPAIAN
from generator.model.record import Rekaman
from generator.pribadi import cari
from generator.read import Source, read
from generator.rules.isian import left
from generator.teks import teks
from generator.validate import validate

BERKAS = Path(skema.__file__).with_name("kunci.yml")
SOURCE, FINDINGS = read(BERKAS.name, BERKAS.read_bytes())
KUNCI: Any = SOURCE.data

ABOUT = ["_judul", "_ringkasan"]
KOMPONEN = (*KOMPONEN_PENYAMPAIAN, *KOMPONEN_PENGELOLAAN)


def mappings(annotation: Any) -> Iterator[type[Rekaman]]:
    """Yield every model that a value of *annotation* may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Rekaman):
        yield annotation
    for part in get_args(annotation):
        yield from mappings(part)


def choices(annotation: Any) -> list[str]:
    """Return the choices of a value of *annotation*, empty if it is free."""
    parts = get_args(annotation)
    return list(parts) if get_origin(annotation) is Literal else [choice for part in parts for choice in choices(part)]


def beside(model: type[Rekaman]) -> Iterator[type[Rekaman]]:
    """Yield the models that *model* holds or is made of."""
    yield from (base for base in model.__bases__ if issubclass(base, Rekaman))
    for annotation in get_annotations(model).values():
        yield from mappings(annotation)


def reached() -> dict[str, type[Rekaman]]:
    """Return every model that can stand in a record, by its name."""
    found: dict[str, type[Rekaman]] = {}
    ahead: list[type[Rekaman]] = list(MODELS.values())
    while ahead:
        model = ahead.pop()
        if found.setdefault(model.__name__, model) is not model:
            raise AssertionError(f"two models are called {model.__name__}")
        ahead += [other for other in beside(model) if other.__name__ not in found]
    return found


MODEL = reached()


def own(model: type[Rekaman]) -> dict[str, Any]:
    """Return the fields that *model* itself declares, with their annotations."""
    return {name: value for name, value in get_annotations(model).items() if name in model.model_fields}


FIELDS = {(name, key): annotation for name, model in MODEL.items() for key, annotation in own(model).items()}


def entry(model: type[Rekaman], key: str) -> dict[str, Any]:
    """Return the words for the field *key* of *model*, which may stand under a base."""
    declaring = next(base for base in model.__mro__ if key in KUNCI.get(base.__name__, {}))
    return dict(KUNCI[declaring.__name__][key])


def example(model: type[Rekaman]) -> dict[str, Any]:
    """Return the record of *model* that all its examples make; the mappings it cannot do without are made of theirs."""
    record = {}
    for key, field in model.model_fields.items():
        if "contoh" in entry(model, key):
            record[key] = entry(model, key)["contoh"]
        elif field.is_required():
            record[key] = example(next(mappings(field.annotation)))
    return record


def test_read() -> None:
    """The file is read as a record is, without a finding, and fits the screen."""
    wide = [line for line in SOURCE.text.splitlines() if len(line) > 130]

    assert [*FINDINGS, *wide] == []


def test_every_key() -> None:
    """Every field of every model is described, in the order of the model, and nothing else is."""
    expected = {name: [*ABOUT, *own(model)] for name, model in MODEL.items()}

    assert expected == {name: list(entries) for name, entries in KUNCI.items()}


def test_form_of_entries() -> None:
    """An entry has a label and advice; an example unless other models have them; words where there is a choice at most."""
    expected, actual = {}, {}
    for (name, key), annotation in FIELDS.items():
        has_example = not any(mappings(annotation)) and (name, key) != ("Rekaman", "catatan")
        expected[name, key] = ["label", "petunjuk", *(["contoh"] if has_example else [])]
        actual[name, key] = [part for part in KUNCI[name][key] if part != "pilihan"]

    assert expected == actual


def test_labels() -> None:
    """A label is short and tells its field from the others of the model; a component is called as the law calls it."""
    wrong = []
    for name, model in MODEL.items():
        labels = {key: entry(model, key)["label"] for key in model.model_fields}
        official = KOMPONEN if name == "Layanan" else ()
        wrong += [(name, key) for key in official if labels[key] != LABELS[key]]
        wrong += [(name, key) for key, label in labels.items() if key not in official and len(label) > 40]
        wrong += [(name, key) for key, label in labels.items() if list(labels.values()).count(label) > 1]

    assert wrong == []


def test_advice() -> None:
    """Advice is a sentence or two that do not begin by saying the label again."""
    wrong = [
        (name, key, len(text))
        for name, key in FIELDS
        if not (text := KUNCI[name][key]["petunjuk"]).endswith(".")
        or len(text) > 240
        or text.casefold().startswith(KUNCI[name][key]["label"].casefold())
    ]

    assert wrong == []


def test_models_have_names() -> None:
    """Every model says in words what it is."""
    wrong = [
        name
        for name, entries in KUNCI.items()
        if not entries["_ringkasan"].endswith(".") or entries["_judul"].endswith(".") or len(entries["_judul"]) > 40
    ]

    assert wrong == []


def test_examples_are_valid() -> None:
    """The examples of a model make a record together, but for two keys of which only one may stand."""
    found = {name: validate(Source("contoh.yml", data=example(model)), model)[1] for name, model in MODEL.items()}
    alternatives = ("Asal", "Bukti", "Dokumen", "Lampiran", "Penilaian", "Skm")
    expected = {(name, "perlu-satu") for name in alternatives}

    assert expected == {(name, problem.code.code) for name, problems in found.items() for problem in problems}


def test_examples_can_be_copied() -> None:
    """No example is a form left to be filled in, or gives a person away."""
    texts = [text for model in MODEL.values() for text in teks(example(model))]

    assert [text for loc, text in texts if left(loc, text) or any(cari(text))] == []


def test_choices_have_words() -> None:
    """Every choice has words, here or where the pages have theirs, and no word is left without its choice."""
    expected, actual = {}, {}
    for (name, key), annotation in FIELDS.items():
        known = choices(annotation)
        expected[name, key] = known
        actual[name, key] = list(KUNCI[name][key].get("pilihan", {})) or [choice for choice in known if choice in LABELS]

    assert expected == actual


def test_choices_differ() -> None:
    """No two choices of a field have the same words."""
    words = {(name, key): list(KUNCI[name][key].get("pilihan", {}).values()) for name, key in FIELDS}

    assert [field for field, texts in words.items() if len(set(texts)) < len(texts)] == []
