"""The command line; each command is one module, loaded only when it is called, so that `zi check` never waits for MkDocs."""

import gc
import sys
import traceback
from importlib import import_module
from io import TextIOWrapper

import click

from generator.work import RARELY

COMMANDS = {
    "addresses": "Say which addresses of one built site another has no answer for.",
    "build": "Check the records and build the whole site.",
    "check": "Report every finding in the records.",
    "format": "Give records their canonical form.",
    "links": "Ask every link of the records whether it opens, and keep what was found.",
    "import": "Write service records from a workbook.",
    "docs": "Write the documents (PDF) of some satker.",
    "merge": "Build the site from parts made on several machines.",
    "schema": "Write the JSON Schemas of the records.",
    "new": "Write a commented record to start from.",
    "preview": "Lay the pages that differ between two sites side by side.",
    "privacy": "Report what was looked at for personal data, and what was not.",
    "regions": "Read what the portals that this one joins hand over.",
    "review": "Judge what a proposal changes, before its files are read.",
    "serve": "Build, watch and reload the browser.",
    "template": "Write a workbook to fill in for import.",
}


class LazyGroup(click.Group):
    """A group whose commands are the modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"generator.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


def run() -> None:
    """Run `zi`: what the output cannot show is escaped; a bug ends with its traceback and exit code 2, a lost package without."""
    gc.set_threshold(*RARELY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        main()
    except ImportError as error:
        print(f"Error: {error}. `make site` installs what is missing.", file=sys.stderr)  # noqa: T201 - click may be it
        sys.exit(2)
    except Exception:  # noqa: BLE001 - the one place where a bug gets its exit code
        traceback.print_exc()
        sys.exit(2)
    finally:
        gc.freeze()  # the end of the process would look for cycles in all that is left


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portal-zi")
def main() -> None:
    """Turn the YAML records of public offices (satker) into a public website."""
