"""What the tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flags of this suite."""
    parser.addoption("--update-golden", action="store_true", help="rewrite expected files; review them as a diff")
    parser.addoption("--campaign", action="store_true", help="run the slow campaigns in full")


@pytest.fixture(name="golden")
def _golden(request: pytest.FixtureRequest) -> "Golden":
    return Golden(update=request.config.getoption("--update-golden"))


class Golden:
    """Expected files, rewritten only when asked."""

    def __init__(self, *, update: bool) -> None:
        self.update = update

    def expected(self, path: Path, actual: str) -> str:
        """Return what *path* says is expected, after writing *actual* to it if that was asked for."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, "utf-8")
        return path.read_text("utf-8")
