"""A payload where a number, a date, a link or a choice belongs is a finding at its line, never a crash and never published."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hostile import written
from infest import infested
from payloads import payloads
from portal import ROOT
from pydantic import BaseModel

from generator.load import MODELS
from generator.portal import load_portal
from generator.read import read
from generator.report import text
from generator.tersembunyi import FORBIDDEN
from generator.validate import validate

pytestmark = pytest.mark.campaign

ROUNDS = 3  # of a short run: the values that have a form are filled with the payloads, one after the other, so often
RECORDS = sorted((ROOT / "satker/contoh").rglob("*.yml")) + sorted((ROOT / "satker/_bersama").glob("*.yml"))
# What a link may well be, and a name that may stand in an address.
FITTING = {"https://jahat.example#@portal.example", "https://xn--80ak6aa92e.example/аррӏе", "constructor"}


def said(value: Any) -> set[str]:
    """Return every text that a model holds."""
    if isinstance(value, BaseModel):
        return set().union(*(said(item) for _, item in value), *(said(item) for item in (value.model_extra or {}).values()))
    if isinstance(value, dict):
        return set().union(*map(said, value.values()))
    return set().union(*map(said, value)) if isinstance(value, tuple) else {value} if isinstance(value, str) else set()


def test_what_has_a_form_keeps_it(request: pytest.FixtureRequest) -> None:
    """Each record says where it is wrong, and holds no payload that is not what the key asks for."""
    texts = list(payloads())
    rounds = len(texts) if request.config.getoption("--campaign") else ROUNDS
    number, accepted = 0, set[str]()

    def form(_place: str, _old: str) -> str:
        nonlocal number
        number += 1
        return texts[number % len(texts)]

    for _ in range(rounds):
        for path in RECORDS:
            kind = MODELS[path.name if path.name in MODELS else path.parent.name]
            data = infested(kind, read(path.name, path.read_bytes())[0].data, lambda _place, old: old, form=form)
            source, findings = read(path.name, written(data).text.encode())
            record, problems = validate(source, kind)
            assert findings or problems, path
            accepted |= said(record) & set(texts)

    assert number > ROUNDS * len(texts)
    assert accepted - FITTING == set()


def test_the_report_shows_no_control_character(tmp_path: Path) -> None:
    """What a terminal, a log or a summary would take for an order is shown as the number of its character."""
    records = tmp_path / "satker"
    shutil.copytree(ROOT / "satker/_bersama", records / "_bersama")
    shutil.copytree(ROOT / "satker/contoh", records / "contoh")
    rest = iter([text for text in payloads() if FORBIDDEN.search(text)] * 60)
    for path in sorted((records / "contoh").rglob("*.yml")):
        kind = MODELS[path.name if path.name in MODELS else path.parent.name]
        data = infested(kind, read(path.name, path.read_bytes())[0].data, lambda _place, old: next(rest, old))
        path.write_text(written(data).text, "utf-8", newline="")
    report = text(load_portal(records).findings)

    assert report.count("karakter-terlarang") > 100
    assert FORBIDDEN.findall(report) == []
