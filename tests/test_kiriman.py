"""What a portal hands to a national one, judged: sound texts of any kind come through, and nothing else does."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kiriman import BadHandoverError, Kiriman, Simpanan, baca_kiriman, baca_simpanan, tulis

GOOD: dict[str, Any] = {
    "versi": 1,
    "lisensi": "CC BY 4.0",
    "nama": "Portal Rekaan",
    "instansi": "Instansi",
    "wilayah": "Wilayah",
    "per": "2026-11-24",
    "satker": 1,
    "layanan": 1,
    "draf": 0,
    "butir": [
        {"alamat": "satker/kantor/layanan/utama/", "nama": "Nikah", "kata": ["wali"], "teks": ["Syarat."], "dari_rumah": True}
    ],
}


def _with(**values: object) -> Any:
    return lambda whole: whole | values


def _item(**values: object) -> Any:
    return lambda whole: whole | {"butir": [whole["butir"][0] | values]}


HOSTILE: dict[str, tuple[Any, str]] = {
    "html": (b"<!doctype html><script>alert(1)</script>", "the whole: Invalid JSON"),
    "empty": (b"", "the whole: Invalid JSON"),
    "list": (b"[]", "the whole: Input should be an object"),
    "deep": (b"[" * 500_000, "the whole: Invalid JSON"),
    "no text": (b'{"versi": 1, "nama": "\xff"}', "the whole: Invalid JSON"),
    "half a letter": (b'{"nama": "\\ud800"}', "the whole: Invalid JSON"),
    "version": (_with(versi=2), "versi: Input should be 1"),
    "number as text": (_with(satker="1"), "satker: Input should be a valid integer"),
    "negative": (_with(satker=-1), "satker: Input should be greater than or equal to 0"),
    "huge number": (_with(satker=10**400), "satker: Input should be"),
    "true": (_with(satker=True), "satker: Input should be a valid integer"),
    "no day": (_with(per="besok"), "per: Input should be a valid date"),
    "no name": (_with(nama=None), "nama: Input should be a valid string"),
    "name of spaces": (_with(nama="  "), "nama: Value error"),
    "hidden letters": (_with(wilayah="Jam\u202ebi"), "wilayah: Value error"),
    "long name": (_with(wilayah="x" * 501), "wilayah: String should have at most 500 characters"),
    "two lines": (_item(nama="a\nb"), "butir.0.nama: Value error"),
    "script for an address": (_item(alamat="javascript:alert(1)"), "butir.0.alamat: String should match pattern"),
    "another host": (_item(alamat="//jahat.example/satker/a/"), "butir.0.alamat: String should match pattern"),
    "up and out": (_item(alamat="satker/../../../etc/"), "butir.0.alamat: String should match pattern"),
    "two lines of address": (_item(alamat="satker/a/\n"), "butir.0.alamat: String should match pattern"),
    "mapping for a text": (_item(kata=[{"a": 1}]), "butir.0.kata.0: Input should be a valid string"),
    "too many words": (_item(kata=["a"] * 2_101), "butir.0.kata: Tuple should have at most 2100 items"),
    "long text": (_item(teks=["x" * 20_001]), "butir.0.teks.0: String should have at most 20000 characters"),
    "text for true": (_item(dari_rumah="ya"), "butir.0.dari_rumah: Input should be a valid boolean"),
    "too many pages": (
        lambda whole: whole | {"butir": whole["butir"][:1] * 60_001},
        "butir: Tuple should have at most 60000 items",
    ),
}


@pytest.mark.parametrize(("hostile", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_answers(hostile: Any, reason: str) -> None:
    """Each is refused for its reason, in words that repeat nothing of it."""
    content = hostile if isinstance(hostile, bytes) else json.dumps(hostile(GOOD)).encode()
    with pytest.raises(BadHandoverError) as refused:
        baca_kiriman(content)

    assert str(refused.value).startswith(reason)
    assert len(str(refused.value)) < 400
    assert str(refused.value).isprintable()


def test_what_is_too_large() -> None:
    """More than the largest portal has is not looked at."""
    with pytest.raises(BadHandoverError, match=r"^it is larger than 48 MiB$"):
        baca_kiriman(b" " * ((48 << 20) + 1))


def test_a_later_version_may_say_more() -> None:
    """What is not known is passed over, at any depth."""
    more = GOOD | {"baru": [1], "butir": [GOOD["butir"][0] | {"baru": {"a": 1}}]}

    assert baca_kiriman(json.dumps(more).encode()) == baca_kiriman(json.dumps(GOOD).encode())


def _mutated(chance: random.Random, whole: bytes) -> bytes:
    """Return *whole* with some bytes put out, in, or in the place of others."""
    content = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content))
        piece = chance.choice(
            [b"", b'"', b"{", b"]", b"\\u202e", b"9" * 40, b"null", b"<", b"\xff", bytes([chance.randrange(256)])]
        )
        content[place : place + chance.randint(0, 3)] = piece
    return bytes(content)


def test_mutations(request: pytest.FixtureRequest) -> None:
    """A damaged handover is refused or still one, whose texts are sound and which can be written and read again."""
    chance, whole = random.Random(1), json.dumps(GOOD).encode()  # noqa: S311 - inputs that can be made again
    taken = 0
    for _ in range(200_000 if request.config.getoption("--campaign") else 2_000):
        try:
            found = baca_kiriman(_mutated(chance, whole))
        except BadHandoverError:
            continue
        taken += 1
        assert baca_kiriman(tulis(found)) == found

    assert taken > 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, *GOOD["butir"][0]]), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from([*GOOD]))
def test_any_value_anywhere(value: object, key: str) -> None:
    """Whatever stands in the place of a value, it is refused, or it is one of the contract's own types."""
    try:
        found = baca_kiriman(json.dumps(GOOD | {key: value}).encode())
    except BadHandoverError:
        return

    assert isinstance(found, Kiriman)
    assert baca_simpanan(tulis(Simpanan(versi=1, alamat="https://a.example/", isi=found))).isi == found
