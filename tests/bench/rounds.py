"""What is measured: each rival at one size, taking turns."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from time import sleep

from bench import portal
from bench.stopwatch import Command, Cost, one_after_another, run, timed
from generator.keys import SETTLED

EDITS: dict[str, Callable[[Path], None]] = {
    "full": portal.nothing,
    "nothing changed": portal.nothing,
    "one record edited": portal.edit_record,
}
TEMPLATE = "one template edited"
RIVALS = ("hugo", "mkdocs")
TOOLS = ("zi", *RIVALS, "write")
MOST_MKDOCS = 1000  # satker in all rounds together; more takes it too long


@dataclass(frozen=True, slots=True)
class Work:
    """What *tool* does, with the search index or without."""

    tool: str
    what: str = "full"
    search: bool = False

    def __str__(self) -> str:
        return f"{self.tool}, {self.what}{', with search' if self.search else ''}"


Turn = Callable[[], Iterator[tuple[Work, Cost]]]


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the programs are; *jobs* is how many processes `zi` may use."""

    zi: Path
    hugo: Path
    pagefind: Path
    mkdocs: Path
    jobs: int

    def build(self, site: Path, cache: Path, *, search: bool) -> Command:
        """Return the command that builds our site."""
        places = ("--site-dir", site, "--cache-dir", cache, "--jobs", str(self.jobs))
        return (self.zi, "build", *places, *(() if search else ("--no-search",)))

    def rival(self, tool: str, site: Path, *, search: bool = False) -> Command:
        """Return the command by which Hugo or MkDocs builds its project; only MkDocs has a search of its own."""
        config = "search.yml" if search else "mkdocs.yml"
        commands: dict[str, Command] = {
            "hugo": (self.hugo, "--quiet", "--destination", site),
            "mkdocs": (self.mkdocs, "build", "--quiet", "--config-file", config, "--site-dir", site),
        }
        return commands[tool]


@dataclass(frozen=True, slots=True)
class Field:
    """
    A folder with the portal of one size, the rivals' projects of it, and our *site*.

    Every output goes to a folder of its own and none is deleted: without a journal, ext4 is slow for a minute where much has just
    been deleted.
    """

    folder: Path
    satker: int
    programs: Programs
    tools: tuple[str, ...] = TOOLS
    numbers: Iterator[int] = field(default_factory=count)

    @property
    def portal(self) -> Path:
        """The portal."""
        return self.folder / "portal"

    @property
    def site(self) -> Path:
        """What `zi build` made of it before anything was measured."""
        return self.folder / "site"

    @property
    def has_mkdocs(self) -> bool:
        """Say whether MkDocs takes part."""
        return "mkdocs" in self.tools and self.satker <= MOST_MKDOCS

    def fresh(self) -> Path:
        """Return a folder that does not exist yet."""
        return self.folder / f"out-{next(self.numbers)}"

    def turns(self, number: int) -> list[Turn]:
        """Return the turns of the round with this *number*, from 0."""
        tools = [tool for tool in self.tools if tool != "mkdocs" or self.satker * (number + 1) <= MOST_MKDOCS]
        turns: dict[str, tuple[Turn, ...]] = {
            "zi": (partial(_zi, self, search=False), partial(_zi, self, search=True), partial(_check, self)),
            "hugo": (partial(_hugo, self),),
            "mkdocs": (partial(_mkdocs, self, search=False), partial(_mkdocs, self, search=True)),
            "write": (partial(_write, self),),
        }
        return [turn for tool in TOOLS if tool in tools for turn in turns[tool]]


def take_turns(field: Field, runs: int) -> Iterator[tuple[Work, Cost]]:
    """
    Yield what each turn measures, *runs* times over; every round begins with another one.

    Edited templates come last, because what follows the removal of a whole site pays for it, on ext4 without a journal.
    """
    for number in range(runs):
        turns = field.turns(number)
        for place in range(len(turns)):
            yield from turns[(number + place) % len(turns)]()
    for _ in range(runs if "zi" in field.tools else 0):
        yield from _template(field, search=False)
        yield from _template(field, search=True)


def _zi(field: Field, *, search: bool) -> Iterator[tuple[Work, Cost]]:
    """Build from nothing, and then again and again into the same folders; a record edited just before would be read twice."""
    sleep(SETTLED / 1e9)
    command = field.programs.build(field.fresh(), field.fresh(), search=search)
    for what, edit in EDITS.items():
        edit(field.portal)
        yield Work("zi", what, search), run(command, field.portal)


def _template(field: Field, *, search: bool) -> Iterator[tuple[Work, Cost]]:
    """Edit what every page of a service is drawn from, after a build that is not measured."""
    command = field.programs.build(field.fresh(), field.fresh(), search=search)
    run(command, field.portal)
    portal.edit_template(field.portal)
    yield Work("zi", TEMPLATE, search), run(command, field.portal)


def _check(field: Field) -> Iterator[tuple[Work, Cost]]:
    yield Work("zi", "check of one satker"), run((field.programs.zi, "check", f"satker/{portal.ONE}"), field.portal)


def _hugo(field: Field) -> Iterator[tuple[Work, Cost]]:
    """Build, and then let Pagefind index what a page says of its record."""
    site, programs = field.fresh(), field.programs
    built = run(programs.rival("hugo", site), field.folder / "hugo")
    yield Work("hugo"), built
    indexed = run((programs.pagefind, "--site", site, "--root-selector", "article", "--silent"), field.folder)
    yield Work("hugo", search=True), one_after_another((built, indexed))


def _mkdocs(field: Field, *, search: bool) -> Iterator[tuple[Work, Cost]]:
    command = field.programs.rival("mkdocs", field.fresh(), search=search)
    yield Work("mkdocs", search=search), run(command, field.folder / "mkdocs")


def _write(field: Field) -> Iterator[tuple[Work, Cost]]:
    """Write as many files with as many bytes as our site has, and nothing else."""
    target = field.fresh()
    sizes = {target / path.relative_to(field.site): path.stat().st_size for path in field.site.rglob("*") if path.is_file()}
    folders = sorted({path.parent for path in sizes})
    files = [(str(path), size) for path, size in sizes.items()]
    letters = memoryview(b"x" * max(sizes.values()))

    def write() -> None:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        for name, size in files:
            file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            os.write(file, letters[:size])
            os.close(file)

    yield Work("write"), timed(write)
