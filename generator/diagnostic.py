"""A finding is a value: one place in one record, worded for the office that keeps it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["galat", "peringatan"]
Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """
    A permanent kind of finding, explained to the public at ``/kriteria/#<code>``.

    *wrong* and *right* are pieces of the record *file* that show it; the tests run both. They stay empty only where a piece of
    YAML cannot show the mistake (a missing file, bytes that are not text).
    """

    code: str
    title: str
    explanation: str
    file: str = ""
    wrong: str = ""
    right: str = ""
    severity: Severity = "galat"
    is_private: bool = False  # the line holds personal data, so no report repeats its digits


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding that knows only its *loc*, the keys and indices (from 0) that lead to it inside one record."""

    code: Code
    loc: Loc
    message: str
    hint: str = ""
    at_key: bool = False


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """A finding at its place: *line* and *column* count characters from 1; *excerpt* is that line of the file."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    heirs: tuple[str, ...] = ()  # records that inherit this place through `dasar`
    key: str = ""  # the top-level key of the record it stands under, which an heir may replace

    @property
    def is_error(self) -> bool:
        """Say whether this finding keeps the site from being built."""
        return self.severity == "galat"


def has_errors(findings: tuple[Diagnostic, ...]) -> bool:
    """Say whether any of *findings* keeps the site from being built."""
    return any(finding.is_error for finding in findings)
