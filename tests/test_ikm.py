"""The satisfaction index, against worked examples."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.ikm import UNSUR, Ikm, bulat, hitung, mutu
from generator.model.survei import NilaiUnsur, Skm, TotalUnsur

TOTAL = (105, 101, 100, 116, 102, 105, 106, 105, 115)  # of 29 respondents


def skm(*values: float, responden: int = 29, total: bool = True) -> Skm:
    """Return a survey with one value an element, in the order of the regulation."""
    texts = {unsur: str(value) for unsur, value in zip(UNSUR, values, strict=True)}
    return Skm.model_validate({"periode": "2026-T3", "responden": str(responden), "total" if total else "unsur": texts})


def ikm(*values: float, responden: int = 29, total: bool = True) -> Ikm:
    """Return the index of such a survey."""
    result = hitung(skm(*values, responden=responden, total=total))
    assert result is not None
    return result


def test_elements_are_those_of_the_records() -> None:
    """Every element of the model has a name, in the order of the regulation."""
    for model in (NilaiUnsur, TotalUnsur):
        assert list(UNSUR) == [key for key in model.model_fields if key != "catatan"]


def test_worked_example() -> None:
    """Sums of answers give an exact index, which the habit of 0.11 misses by almost a point."""
    result = ikm(*TOTAL)

    assert result.tepat == Fraction(25 * 955, 9 * 29)
    assert f"{float(result.tepat):.4f}" == "91.4751"
    assert (result.nilai, result.nilai_011) == (Decimal("91.48"), Decimal("90.56"))
    assert (result.mutu, result.kinerja) == ("A", "Sangat baik")


def test_means() -> None:
    """Means are read as decimals, not as the binary fractions nearest to them."""
    result = ikm(3.62, 3.48, 3.45, 4, 3.52, 3.62, 3.66, 3.97, 3.62, total=False)

    assert result.rata["persyaratan"] == Fraction(362, 100)
    assert (result.tepat, result.nilai) == (Fraction("91.5"), Decimal("91.50"))


def test_the_best_answers_give_a_hundred() -> None:
    """All answers 4 are 100, where 0.11 makes 99 of them."""
    result = ikm(*[40] * 9, responden=10)

    assert (result.nilai, result.nilai_011) == (Decimal("100.00"), Decimal("99.00"))


def test_sums_without_respondents() -> None:
    """What cannot be divided has no index; means need no division."""
    assert hitung(skm(*TOTAL, responden=0)) is None
    assert ikm(*[4] * 9, responden=0, total=False).nilai == 100


@pytest.mark.parametrize(
    ("exact", "rounded", "grade"),
    [
        ("25", "25.00", "D"),
        ("64.994999", "64.99", "D"),
        ("64.995", "65.00", "C"),
        ("65", "65.00", "C"),
        ("76.604999", "76.60", "C"),
        ("76.605", "76.61", "B"),
        ("88.304999", "88.30", "B"),
        ("88.305", "88.31", "A"),
        ("100", "100.00", "A"),
    ],
)
def test_the_grade_is_that_of_the_rounded_index(exact: str, rounded: str, grade: str) -> None:
    """Halves are rounded up before the grade is looked up, so that no index falls between two grades."""
    value = bulat(Fraction(exact))

    assert (str(value), mutu(value)) == (rounded, grade)


def test_weakest_elements() -> None:
    """The lowest comes first; of equal ones the regulation's order decides."""
    assert ikm(*TOTAL).terlemah == ("waktu", "prosedur", "produk")
    assert ikm(*[3] * 9, total=False).terlemah == ("persyaratan", "prosedur", "waktu")


@pytest.mark.parametrize(("values", "possible"), [([29] * 9, True), ([116] * 9, True), ([28] * 9, False), ([117] * 9, False)])
def test_means_off_the_scale(values: list[int], possible: bool) -> None:  # noqa: FBT001 -- a column of the table above
    """Sums that do not belong to 29 respondents show in their means."""
    assert ikm(*values).is_possible is possible


@pytest.mark.parametrize(
    ("terbit", "match", "habit"),
    [(91.48, True, False), (91.49, True, False), (91.47, True, False), (91.5, False, False), (90.56, False, True)],
)
def test_published_index(terbit: float, match: bool, habit: bool) -> None:  # noqa: FBT001 -- columns of the table above
    """A published index may miss by a hundredth; that of the weight 0.11 is recognised."""
    result = ikm(*TOTAL)

    assert (result.is_match(terbit), result.is_habit(terbit)) == (match, habit)


def test_published_index_of_rounded_means() -> None:
    """An index from exact sums is not wrong because the means beside it were rounded to two decimals."""
    result = ikm(3.62, 3.48, 3.45, 4, 3.52, 3.62, 3.66, 3.62, 3.97, total=False)

    assert result.nilai == Decimal("91.50")
    assert result.is_match(91.48)
    assert not result.is_match(91.36)
    assert result.is_habit(90.56)
