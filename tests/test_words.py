"""Typed values in the words of a reader."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from generator.model.kala import periode
from generator.model.layanan import Biaya
from generator.model.profil import JamLayanan
from generator.model.record import Waktu
from generator.render import words
from generator.render.jam import minggu, untuk_skrip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026", "2026"),
        ("2026-S1", "Semester 1 2026"),
        ("2026-S2", "Semester 2 2026"),
        ("2026-T1", "Triwulan 1 2026"),
        ("2026-T4", "Triwulan 4 2026"),
        ("2026-11", "November 2026"),
    ],
)
def test_periode(text: str, shown: str) -> None:
    """A period is named as people say it."""
    assert words.periode(periode(text)) == shown


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ((), "belum dipublikasikan"),
        ((0,), "Gratis"),
        ((600000,), "Rp600.000"),
        ((600000, 0), "Gratis atau Rp600.000"),
        ((25000, 50000, 10000), "Rp10.000 sampai Rp50.000"),
    ],
)
def test_biaya(amounts: tuple[int, ...], shown: str) -> None:
    """A fee at a glance never says gratis where it only may be."""
    assert words.biaya(tuple(Biaya.model_construct(rupiah=amount) for amount in amounts)) == shown


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("(0736) 21097", "tel:+6273621097"),
        ("+62 811-1890-444", "tel:+628111890444"),
        ("137", "tel:137"),
        ("1708", "tel:1708"),
    ],
)
def test_tautan_telepon(number: str, link: str) -> None:
    """A number with an area code is dialled from anywhere, a short one as it is."""
    assert words.tautan_telepon(number) == link


@pytest.mark.parametrize("number", ["0811-1890-444", "+62 811 1890 444", "628111890444"])
def test_tautan_whatsapp(number: str) -> None:
    """wa.me takes the number with its country code and nothing else."""
    assert words.tautan_whatsapp(number) == "https://wa.me/628111890444"


def test_durasi() -> None:
    """A span is shown only where it is one."""
    assert words.durasi(Waktu(nilai="3", satuan="hari_kerja", paling_cepat="1")) == "1–3 hari kerja"
    assert words.durasi(Waktu(nilai="3", satuan="jam", paling_cepat="3")) == "3 jam"


def test_tanggal_and_angka() -> None:
    """Dates and numbers are written as Indonesians write them."""
    assert words.tanggal(date(2026, 11, 24)) == "24 November 2026"
    assert words.angka(1250.5) == "1.250,5"


def test_inisial() -> None:
    """What does not begin with a letter has a place of its own."""
    assert (words.inisial("akta"), words.inisial("5S")) == ("A", "#")


def test_minggu_joins_days_alike() -> None:
    """Days in a row with the same hours are one row; a day left out is closed."""
    jam = JamLayanan.model_validate(
        {"zona": "WIT", "hari": {"senin": "08.00-16.00", "selasa": "08:00–16:00", "jumat": "8.30-11.00"}}
    )

    assert [(item.hari, item.jam) for item in minggu(jam)] == [
        ("Senin–Selasa", ("08.00–16.00",)),
        ("Rabu–Kamis", ()),
        ("Jumat", ("08.30–11.00",)),
        ("Sabtu–Minggu", ()),
    ]
    assert untuk_skrip(jam) == "[9,[[[480,960]],[[480,960]],[],[],[[510,660]],[],[]]]"


@pytest.mark.parametrize(("zone", "name"), [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura")])
def test_zones_are_those_of_the_time_zone_database(zone: str, name: str) -> None:
    """The hours ahead of UTC that the script gets are the true ones."""
    jam = JamLayanan.model_validate({"zona": zone, "hari": {"senin": "08.00-16.00"}})
    offset = datetime(2026, 11, 24, tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset()

    assert offset is not None
    assert untuk_skrip(jam).startswith(f"[{offset.total_seconds() / 3600:.0f},")
