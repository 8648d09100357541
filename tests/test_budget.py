"""What a site weighs is said at the end of a build."""

from generator.budget import budget, together


def test_the_budget() -> None:
    """Pages, the largest of them, the search index, and the share of what the host takes."""
    actual = budget([("index.html", 1_000), ("a/b/index.html", 47_000), ("pagefind/x", 2_000_000), ("berkas.pdf", 8_000_000)])

    assert (actual.pages, actual.size) == (2, 10_048_000)
    assert actual.lines() == ["largest page /a/b/ 47 kB, search index 2.0 MB, 1.0% of the 1 GB that GitHub Pages takes"]


def test_a_warning_at_four_fifths() -> None:
    """Before the host refuses the site."""
    assert len(budget([("index.html", 799_999_999)]).lines()) == 1
    assert budget([("index.html", 800_000_000)]).lines()[1:] == [
        "Warning: that is 80 % of the limit or more; one portal a province keeps below it (see the README)"
    ]


def test_budgets_add_up() -> None:
    """Those of some files at a time are that of all, and of nothing that of nothing."""
    files = [("index.html", 1_000), ("a/b/index.html", 47_000), ("pagefind/x", 2_000_000), ("b/index.html", 47_000), ("c.pdf", 8)]

    assert together(budget(files[start : start + 2]) for start in (0, 2, 4)) == budget(files)
    assert together([]) == budget([])
