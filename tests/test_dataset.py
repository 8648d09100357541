"""The open data of the portal is joined from groups of satker that stay what they are when others come and go."""

from hypothesis import given
from hypothesis import strategies as st

from generator.dataset import groups

NAMES = st.sets(st.integers(0, 5000).map(lambda number: f"satker/kantor-{number:05}"), max_size=400)


@given(NAMES)
def test_the_order_stays(names: set[str]) -> None:
    """Every name is in one group, in its place."""
    ranked = sorted(names)

    assert [name for group in groups(ranked) for name in group] == ranked


@given(NAMES, st.integers(0, 5000))
def test_one_more_changes_its_own_group(names: set[str], number: int) -> None:
    """Which it may part in two."""
    before = {tuple(group) for group in groups(sorted(names))}
    after = {tuple(group) for group in groups(sorted({*names, f"satker/kantor-{number:05}"}))}

    assert len(after - before) <= 2
    assert len(before - after) <= 1
