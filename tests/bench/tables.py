"""The results as Markdown: how we stand to the others first, then seconds and memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.rounds import EDITS, TEMPLATE, Work
from bench.stopwatch import Cost

Results = Mapping[int, Mapping[Work, Cost]]  # by the number of satker
NAMES = {
    "zi": "`zi build`",
    "hugo": "Hugo",
    "mkdocs": "MkDocs with Material",
    "write": "writing the same bytes, nothing else",
}
CHECK = Work("zi", "check of one satker")
MOST_CHECK = 0.4  # CPU seconds


@dataclass(frozen=True, slots=True)
class Goal:
    """The share of the time of *other* that *ours* may take; None where it is only told."""

    ours: Work
    other: Work
    most: float | None = None

    def __str__(self) -> str:
        search = " with search" if self.ours.search else ""
        return f"{self.ours.what}{search} / {NAMES[self.other.tool]}{_means(self.other)}"


GOALS = (
    Goal(Work("zi"), Work("hugo"), 0.6),
    Goal(Work("zi", search=True), Work("hugo", search=True), 0.6),
    Goal(Work("zi", "nothing changed"), Work("hugo"), 0.05),
    Goal(Work("zi", "nothing changed", search=True), Work("hugo", search=True), 0.05),
    Goal(Work("zi", "one record edited"), Work("hugo"), 0.08),
    Goal(Work("zi", "one record edited", search=True), Work("hugo", search=True), 0.5),
    Goal(Work("zi", TEMPLATE), Work("hugo")),
    Goal(Work("zi", TEMPLATE, search=True), Work("hugo", search=True)),
    Goal(Work("zi"), Work("mkdocs"), 0.08),
    Goal(Work("zi", search=True), Work("mkdocs", search=True)),
    Goal(Work("zi"), Work("write")),
)
ROWS = (
    *(Work("zi", what, search) for search in (False, True) for what in (*EDITS, TEMPLATE)),
    CHECK,
    *(Work(tool, search=search) for tool in ("hugo", "mkdocs") for search in (False, True)),
    Work("write"),
)


def _means(work: Work) -> str:
    if not work.search:
        return ""
    return " with Pagefind" if work.tool == "hugo" else " with its search"


def ratios(results: Results) -> Iterator[str]:
    """Yield the table of ratios: wall, and CPU in brackets; bold where a goal is missed."""
    rows = [(str(goal), f"≤ {goal.most:g}" if goal.most else "", *_ratios(goal, results)) for goal in GOALS]
    rows.append(("`zi check` of one satker, CPU", f"≤ {MOST_CHECK:g} s", *_checks(results)))
    yield from _head("| ours / theirs, wall (CPU) | goal |", results)
    for row in rows:
        if any(row[2:]):
            yield _row(*row)


def _ratios(goal: Goal, results: Results) -> Iterator[str]:
    return (_ratio(goal, costs) for costs in results.values())


def _checks(results: Results) -> Iterator[str]:
    for costs in results.values():
        took = costs[CHECK].cpu if CHECK in costs else None
        yield "" if took is None else _bold(f"{took:.2f} s", took > MOST_CHECK)


def _ratio(goal: Goal, costs: Mapping[Work, Cost]) -> str:
    if goal.ours not in costs or goal.other not in costs:
        return ""
    ours, other = costs[goal.ours], costs[goal.other]
    wall = ours.wall / other.wall
    return f"{_bold(f'{wall:.2f}', goal.most is not None and wall > goal.most)} ({ours.cpu / other.cpu:.2f})"


def _bold(text: str, bold: bool) -> str:  # noqa: FBT001 - a private word
    return f"**{text}**" if bold else text


def seconds(results: Results, pages: Mapping[int, Sequence[int]]) -> Iterator[str]:
    """Yield the table of seconds and memory; *pages* has, for each size, our pages and those that the others build."""
    yield from _head("| wall s / CPU s / peak MiB |", results)
    yield _row("pages, ours / theirs", *(f"{ours:,} / {theirs:,}" for ours, theirs in pages.values()))
    for work in ROWS:
        if any(work in costs for costs in results.values()):
            yield _row(_name(work), *(_cost(costs.get(work)) for costs in results.values()))


def _name(work: Work) -> str:
    if work == CHECK:
        return "`zi check` of one satker"
    what = f", {work.what}" if work.tool == "zi" else ""
    return f"{NAMES[work.tool]}{what}{', with search' if work.tool == 'zi' and work.search else _means(work)}"


def _cost(cost: Cost | None) -> str:
    if cost is None:
        return ""
    peak = f" / {cost.peak / 2**20:,.0f}" if cost.peak else ""
    return f"{cost.wall:.2f} / {cost.cpu:.2f}{peak}"


def _head(first: str, results: Results) -> Iterator[str]:
    names = " | ".join(f"{satker:,} satker" for satker in results)
    yield f"{first} {names} |"
    yield f"|{' --- |' * (first.count('|') - 1)}{' ---: |' * len(results)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
