"""What is kept of the checks of a link, and the verdict over it."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.tautan import (
    ENOUGH_DAYS,
    ENOUGH_SPAN,
    MAX_SIZE,
    MOST_DAYS,
    BadStateError,
    Hasil,
    Jawaban,
    Riwayat,
    Vonis,
    diperbarui,
    dump,
    known,
    parse,
    read_state,
)

FIRST = date(2026, 11, 3)
ANSWERS: dict[str, Hasil] = {"+": "terbuka", "-": "gagal", "?": "tidak_pasti"}
LINK = "https://situs.example/a?b=c"

answers = st.sampled_from(["terbuka", "gagal", "tidak_pasti"])
histories = st.lists(st.tuples(st.integers(0, 9), answers), min_size=1, max_size=30)


def lived(checks: list[tuple[int, Hasil]]) -> Riwayat:
    """Return what is known after *checks*: the day of each from the first on, and its answer."""
    item = None
    for day, hasil in checks:
        item = diperbarui(item, Jawaban(hasil, "" if hasil == "terbuka" else "sebab"), FIRST + timedelta(day))
    assert item is not None
    return item


@pytest.mark.parametrize(
    ("checks", "expected", "since"),
    [
        ("0+", "terbuka", None),
        ("0-", "diragukan", None),
        ("0- 7-", "diragukan", None),
        ("0- 0- 0-", "diragukan", None),
        ("0- 1- 6-", "diragukan", None),
        ("0- 1- 7-", "rusak", 0),
        ("0- 7- 14-", "rusak", 0),
        ("0- 7- 14- 21+", "terbuka", None),
        ("0- 7+ 14- 21-", "diragukan", None),
        ("0+ 7- 14- 21-", "rusak", 7),
        ("0? 7? 14? 21?", "tidak_pasti", None),
        ("0- 7- 14- 21?", "tidak_pasti", None),
        ("0- 7? 14- 21-", "rusak", 0),
        ("0? 7? 14- 21-", "diragukan", None),
        ("0- 7- 7? 7-", "diragukan", None),
    ],
)
def test_the_verdict(checks: str, expected: Vonis, since: int | None) -> None:
    """Broken after three days of failure that span a week; what no program can decide is never called broken."""
    item = lived([(int(check[:-1]), ANSWERS[check[-1]]) for check in checks.split()])

    assert (item.vonis, item.tampak.rusak_sejak) == (expected, None if since is None else FIRST + timedelta(since))


@given(histories)
def test_the_verdict_of_any_history(steps: list[tuple[int, Hasil]]) -> None:
    """It says what a reader of all checks would say, though only some of them are kept."""
    days = [sum(step for step, _ in steps[: number + 1]) for number in range(len(steps))]
    checks = [(day, hasil) for day, (_, hasil) in zip(days, steps, strict=True)]
    item = lived(checks)
    opened = max((number for number, (_, hasil) in enumerate(checks) if hasil == "terbuka"), default=-1)
    failed = sorted({day for day, hasil in checks[opened + 1 :] if hasil == "gagal"})
    is_broken = checks[-1][1] == "gagal" and len(failed) >= ENOUGH_DAYS and failed[-1] - failed[0] >= ENOUGH_SPAN
    expected = "rusak" if is_broken else "diragukan" if checks[-1][1] == "gagal" else checks[-1][1]

    assert item.vonis == expected
    assert item.tampak.rusak_sejak == (FIRST + timedelta(failed[0]) if is_broken else None)
    assert len(item.hari_gagal) <= MOST_DAYS
    assert item.terakhir_terbuka == (FIRST + timedelta(checks[opened][0]) if opened >= 0 else None)


@given(st.dictionaries(st.from_regex(r"https?://[a-z]{1,9}\.example/[a-zü]{0,9}", fullmatch=True), histories, max_size=5))
def test_what_is_kept_comes_back(links: dict[str, list[tuple[int, Hasil]]]) -> None:
    """The same facts, and the same bytes of them."""
    state = {link: lived(sorted(checks)) for link, checks in links.items()}

    assert parse(dump(state)) == state
    assert dump(parse(dump(state))) == dump(state) == dump(dict(reversed(state.items())))


def test_how_it_is_kept() -> None:
    """In the words that the pages use, for whoever reads the published file."""
    state = {LINK: lived([(0, "terbuka"), (7, "gagal")]), "http://a.example": lived([(7, "terbuka")])}

    assert dump(state).decode() == (
        '{\n "versi": 1,\n "tautan": {\n'
        '  "http://a.example": {\n   "diperiksa": "2026-11-10",\n   "hasil": "terbuka",\n   "sebab": "",\n'
        '   "terakhir_terbuka": "2026-11-10",\n   "gagal_sejak": null,\n   "hari_gagal": []\n  },\n'
        '  "https://situs.example/a?b=c": {\n   "diperiksa": "2026-11-10",\n   "hasil": "gagal",\n   "sebab": "sebab",\n'
        '   "terakhir_terbuka": "2026-11-03",\n   "gagal_sejak": "2026-11-10",\n   "hari_gagal": [\n    "2026-11-10"\n   ]\n'
        "  }\n }\n}\n"
    )


def kept(**changes: object) -> dict[str, object]:
    """Return one link as it is kept, with *changes*."""
    whole = json.loads(dump({LINK: lived([(0, "gagal"), (7, "gagal")])}))["tautan"][LINK]
    return {key: value for key, value in (whole | changes).items() if value != "-"}


WRONG: list[dict[str, object]] = [
    {"diperiksa": "-"},
    {"lain": 1},
    {"diperiksa": "20261110"},
    {"diperiksa": "2026-02-30"},
    {"diperiksa": 20261110},
    {"diperiksa": "2026-11-09"},
    {"hasil": "hebat"},
    {"hasil": []},
    {"hasil": "terbuka"},
    {"sebab": "a\u202eb"},
    {"sebab": "<" * 2001},
    {"sebab": 7},
    {"terakhir_terbuka": "2026-11-11"},
    {"gagal_sejak": None},
    {"gagal_sejak": "2026-11-04"},
    {"hari_gagal": []},
    {"hari_gagal": {"2026-11-10": 1}},
    {"hari_gagal": ["2026-11-10", "2026-11-03"]},
    {"hari_gagal": ["2026-11-10", "2026-11-10"]},
    {"hari_gagal": ["2026-11-03", "2026-11-04"]},
    {"hari_gagal": [f"2026-10-{day:02}" for day in range(1, 14)] + ["2026-11-10"], "gagal_sejak": "2026-10-01"},
]
DAMAGED: list[object] = [
    [],
    None,
    "versi",
    {"versi": 1},
    {"versi": 1, "tautan": []},
    {"versi": 1, "tautan": {LINK: None}},
    *(
        {"versi": 1, "tautan": {link: kept()}}
        for link in ("", "situs.example", "javascript:alert(1)", "https://a.example/\n", "https://a b", f"https://{'a' * 2000}")
    ),
    *({"versi": 1, "tautan": {LINK: kept(**changes)}} for changes in WRONG),
]


@pytest.mark.parametrize("value", DAMAGED, ids=lambda value: json.dumps(value)[-60:])
def test_what_cannot_be_true_is_ignored_whole(value: object) -> None:
    """It comes from the published site, where anybody may have put it."""
    with pytest.raises(BadStateError, match="it is damaged"):
        parse(json.dumps(value).encode())


@pytest.mark.parametrize(
    "raw",
    [b"{", b"\xff", b"[" * 200_000, b"1" * 10_000, b'{"versi": 1, "tautan": {"https://\\ud800.example": {}}}'],
    ids=["cut", "bytes", "deep", "long", "surrogate"],
)
def test_bytes_that_are_no_state_are_ignored(raw: bytes) -> None:
    """With a word."""
    assert known(raw) == ({}, ("what was kept of earlier checks of the links is ignored: it is damaged",))


def test_another_version_is_ignored() -> None:
    """What it means is not known here."""
    assert known(b'{"versi": 2, "tautan": {}}')[1] == (
        "what was kept of earlier checks of the links is ignored: it is of another version",
    )


def test_what_is_too_large_is_ignored(tmp_path: Path) -> None:
    """It is not even read to its end."""
    path = tmp_path / "tautan.json"
    with path.open("wb") as file:
        file.truncate(2 * MAX_SIZE)

    assert known(read_state(path))[1] == ("what was kept of earlier checks of the links is ignored: it is larger than 32 MiB",)


def test_nothing_kept_is_no_fault(tmp_path: Path) -> None:
    """As before the first check."""
    assert known(read_state(tmp_path / "tidak-ada.json")) == ({}, ())


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda item: st.lists(item) | st.dictionaries(st.sampled_from(["versi", "tautan", LINK]), item),
    ).map(lambda value: json.dumps(value).encode())
)
def test_anything_may_be_read(raw: bytes) -> None:
    """What is understood can be written, everything else gives a word."""
    state, words = known(raw)

    assert words or parse(dump(state)) == state


def test_days_that_have_not_come_are_forgotten() -> None:
    """A clock that was wrong, or a file that was tampered with, does not break the next check."""
    future = Riwayat(date(2030, 1, 8), "gagal", "x", date(2030, 1, 1), date(2030, 1, 2), (date(2030, 1, 2), date(2030, 1, 8)))

    assert diperbarui(future, Jawaban("gagal", "y"), FIRST) == Riwayat(FIRST, "gagal", "y", None, FIRST, (FIRST,))
    assert diperbarui(future, Jawaban("tidak_pasti", "y"), FIRST) == Riwayat(FIRST, "tidak_pasti", "y")
