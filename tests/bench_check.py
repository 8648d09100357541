"""
`make bench`: what `zi check` costs beside `check-jsonschema` on the very same records; prints Markdown for the README.

All are judged as whole processes, start-up included. `check-jsonschema` takes one schema at a time, so it runs twice over: once
for each kind of record with all files of that kind, and, because most of that is start-up, in a single process whose schema
allows any kind anywhere (fastest, but its errors no longer tell what is wrong). Its schemas ask for less than `zi check` does.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import click
from bench.machine import machine
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.folder import BERSAMA, list_files, list_folders
from generator.load import MODELS
from generator.model import scalar

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ZI = str(BIN / "zi")
RECORDS = "satker"
ONE = "kankemenag-kepahiang"
INDUK = "kanwil-bengkulu"  # the parent that ONE names: without it every copy has a finding
LARGE = 1000  # satker
SCALAR = {"type": ["string", "integer", "number", "boolean", "null"]}  # whatever YAML makes of a text that is not quoted
HEAD = (
    "| | wall s, min | median | max | CPU s, min | median | max |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
)

Command = Sequence[str]
Files = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What processes took: *wall* and *cpu* (user and system) in seconds, *peak* in bytes of the largest of them."""

    wall: float
    cpu: float
    peak: int


class TypedByYaml(GenerateJsonSchema):
    """
    The schema of a model for values that YAML has already typed.

    Keys, lists and choices stay; a scalar may be of any type, because 600000 and true are text to the models and are not to
    `check-jsonschema`. Keys that may be absent may not be null, as in our records.
    """

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return any scalar, with the length that the model allows a text."""
        return super().str_schema(schema) | SCALAR

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of the value itself."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Return any scalar for what the models parse from a text: numbers, dates, links, spans of hours."""
        is_scalar = schema["function"]["function"].__module__ == scalar.__name__
        return dict(SCALAR) if is_scalar else super().function_before_schema(schema)


def schema_of(kind: str) -> JsonSchemaValue:
    """Return the schema of the records of *kind*, with the two things that its model leaves to Python."""
    schema = MODELS[kind].model_json_schema(mode="validation", schema_generator=TypedByYaml)
    if kind == "layanan":  # a name may come from the standard
        schema["required"].remove("nama")
        schema["anyOf"] = [{"required": ["dasar"]}, {"required": ["nama"]}]
    if kind == "pengaduan.yml":  # a word stands for the national channel
        channels = schema["properties"]["kanal"]
        channels["properties"] = {"catatan": SCALAR}
        channels["additionalProperties"] = {"anyOf": [{"const": "bersama"}, channels["additionalProperties"]]}
    return schema


def files_of(root: Path) -> Files:
    """Return the paths of all records below *root* by kind: those that `zi check` reads."""
    files: Files = {}
    for folder in (BERSAMA, *list_folders(root)[0]):
        for name in list_files(root, folder)[0].records:
            files.setdefault(name.partition("/")[0], []).append(str(root / folder / name))
    return files


def count(files: Files) -> int:
    """Return the number of files of all kinds."""
    return sum(len(paths) for paths in files.values())


def any_schema(schemas: list[JsonSchemaValue]) -> JsonSchemaValue:
    """Return the schema of a record of any kind, the most frequent kinds first; definitions of one name must be the same."""
    parts = [dict(schema) for schema in schemas]
    shared: JsonSchemaValue = {}
    for part in parts:
        definitions = part.pop("$defs", {})
        assert all(shared.get(name, definition) == definition for name, definition in definitions.items())
        shared |= definitions
    return {"$defs": shared, "anyOf": parts}


def rival_commands(rival: str, files: Files, folder: Path) -> tuple[list[Command], Command]:
    """Return one command for each kind, and one for all files at once, after writing their schemas to *folder*."""
    schemas = {kind: schema_of(kind) for kind in sorted(files, key=lambda kind: -len(files[kind]))}
    schemas["any"] = any_schema(list(schemas.values()))
    paths = {**files, "any": [path for kind in files.values() for path in kind]}
    commands: dict[str, Command] = {}
    for kind, schema in schemas.items():
        target = folder / f"{kind}.json"
        target.write_text(json.dumps(schema), "utf-8")
        commands[kind] = (rival, "--schemafile", str(target), *paths[kind])
    return [commands[kind] for kind in files], commands["any"]


def need_exit(code: int, command: Command) -> None:
    """Stop the benchmark, with what *command* says, unless it ends with *code*."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != code:
        shown = " ".join(command[:4])
        raise click.ClickException(f"`{shown} …` ended with {done.returncode}, not {code}:\n{done.stdout}{done.stderr}")


def need_equals(commands: Iterable[Command], folder: Path) -> None:
    """Stop the benchmark unless both tools accept all records, and every schema refuses an unknown key."""
    need_exit(0, (ZI, "check"))
    wrong = folder / "wrong.yml"
    wrong.write_text("kunci-asing: 1\n", "utf-8")
    for command in commands:
        need_exit(0, command)
        need_exit(1, (*command[:3], str(wrong)))


def run(command: Command, cwd: Path = ROOT) -> Cost:
    """Return what one process took (its resource usage, with the children it waited for); it must end with 0."""
    began = perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise click.ClickException(f"`{' '.join(command[:4])}` ended with {process.returncode}.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def total(costs: Iterable[Cost]) -> Cost:
    """Return the cost of processes that ran one after the other."""
    parts = list(costs)
    return Cost(sum(part.wall for part in parts), sum(part.cpu for part in parts), max(part.peak for part in parts))


def take_turns(rivals: Sequence[Sequence[Command]], runs: int) -> list[list[Cost]]:
    """Return *runs* costs of each rival, itself the sum of its commands; every round begins with another one."""
    costs: list[list[Cost]] = [[] for _ in rivals]
    for number in range(runs):
        for place in range(len(rivals)):
            turn = (number + place) % len(rivals)
            costs[turn].append(total(run(command) for command in rivals[turn]))
    return costs


def repeat(command: Callable[[int], Command], runs: int) -> list[Cost]:
    """Return *runs* costs of a command that is made anew for each number, after one run that does not count."""
    return [run(command(number)) for number in range(runs + 1)][1:]


def spread(values: Iterable[float]) -> tuple[float, float, float]:
    """Return minimum, median and maximum."""
    ordered = sorted(values)
    return ordered[0], median(ordered), ordered[-1]


def figures(costs: Iterable[Cost]) -> tuple[float, ...]:
    """Return the six numbers of a row."""
    taken = list(costs)
    return (*spread(cost.wall for cost in taken), *spread(cost.cpu for cost in taken))


def row(name: str, numbers: Iterable[float], form: str = ".2f") -> str:
    """Return a row of the table."""
    return f"| {name} | {' | '.join(format(number, form) for number in numbers)} |"


def compared(files: Files, each: Sequence[Command], together: Command, runs: int) -> Iterator[str]:
    """Yield a row of `zi check`, and for both ways of the other tool a row and how many times it takes as long."""
    ours, *theirs = (figures(costs) for costs in take_turns([[(ZI, "check")], each, [together]], runs))
    yield row(f"`zi check`, {count(files)} files", ours)
    names = (f"a process for each of {len(each)} kinds", "one process, any kind anywhere")
    for name, numbers in zip(names, theirs, strict=True):
        yield row(f"`check-jsonschema`, the same files, {name}", numbers)
        yield row("ratio to `zi check`", _ratios(numbers, ours), ".1f")


def _ratios(above: Iterable[float], below: Iterable[float]) -> Iterator[float]:
    return (high / low for high, low in zip(above, below, strict=True))


def others(folder: Path, runs: int) -> Iterator[str]:
    """Yield the rows of what else an office waits for; every build goes to a new folder."""
    one = (ZI, "check", "--format", "json", f"{RECORDS}/{ONE}")
    yield row(f"`zi check --format json {RECORDS}/{ONE}`", figures(repeat(lambda _: one, runs)))
    build = repeat(lambda number: (ZI, "build", "--site-dir", str(folder / f"site-{number}")), runs)
    yield row("`zi build`, the whole site", figures(build))


def copy_portal(folder: Path) -> Path:
    """Write a portal of LARGE satker to *folder*: the shared records, the parent, and copies of one satker."""
    root = folder / RECORDS
    for name in (BERSAMA, INDUK):
        shutil.copytree(ROOT / RECORDS / name, root / name)
    for number in range(1, LARGE):
        shutil.copytree(ROOT / RECORDS / ONE, root / f"{ONE}-{number}")
    return root


def large_table(folder: Path) -> Iterator[str]:
    """Yield the table of one check of a large portal, read right after it was written."""
    files = count(files_of(copy_portal(folder)))
    cost = run((ZI, "check"), folder)
    yield "| | satker | files | wall s | CPU s | files/s | peak memory |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    numbers = f"{cost.wall:.1f} | {cost.cpu:.1f} | {files / cost.wall:,.0f} | {cost.peak / 2**20:.0f} MiB"
    yield f"| `zi check`, once | {LARGE:,} | {files:,} | {numbers} |"


def rival_version(rival: str) -> str:
    """Return the version of the other tool and the parser it has, asked of the Python beside it."""
    asked = "import ruamel.yaml as y; print(y.__version__, 'with libyaml' if y.__with_libyaml__ else 'in pure Python')"
    version = _said((rival, "--version")).split()[-1]
    parser = _said((str(Path(rival).with_name("python")), "-c", asked))
    return f"check-jsonschema {version} (ruamel.yaml {parser})"


def _said(command: Command) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def say(lines: Iterable[str]) -> None:
    """Print *lines* as they come."""
    for line in lines:
        click.echo(line)


@click.command()
@click.option("--runs", type=click.IntRange(1), default=7, show_default=True, help="Runs of each tool.")
@click.option("--large", is_flag=True, help=f"Check a portal of {LARGE} satker as well.")
@click.option(
    "--rival",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True),
    default=str(BIN / "check-jsonschema"),
    help="Another check-jsonschema, such as one with a parser in C.",
)
def main(runs: int, rival: str, *, large: bool) -> None:
    """Compare `zi check` with `check-jsonschema`."""
    os.chdir(ROOT)
    files = files_of(Path(RECORDS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        each, together = rival_commands(rival, files, folder)
        need_equals((*each, together), folder)
        say((f"{machine()}; {rival_version(rival)}; {runs} runs each, in turns.", "", *HEAD))
        say(compared(files, each, together, runs))
        say(others(folder, runs))
        if large:
            say(("", *large_table(folder / "large")))


if __name__ == "__main__":
    main()
