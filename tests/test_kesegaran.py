"""How long the check of a record counts."""

from datetime import date

import pytest

from generator.model.record import Diperiksa
from generator.render.kesegaran import kesegaran


@pytest.mark.parametrize(
    ("checked", "until"),
    [
        (date(2025, 11, 1), date(2026, 11, 1)),
        (date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_a_check_counts_for_a_year(checked: date, until: date) -> None:
    """On its last day it still counts, on the next it is overdue."""
    found = kesegaran(Diperiksa.model_validate({"tanggal": f"{checked}", "oleh": "Tata usaha"}), until)
    later = kesegaran(
        Diperiksa.model_validate({"tanggal": f"{checked}", "oleh": "Tata usaha"}), date.fromordinal(until.toordinal() + 1)
    )

    assert (found and found.sampai, found and found.lewat, later and later.lewat) == (until, False, True)


def test_what_nobody_checked_is_not_overdue() -> None:
    """Its page says that it was never checked instead."""
    assert kesegaran(None, date(2026, 11, 24)) is None
