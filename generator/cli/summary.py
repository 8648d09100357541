"""The job summary: what a workflow shows on its page beside the marks in the files."""

import os
from pathlib import Path

import click

summary_option = click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to which the same is added as Markdown, such as $GITHUB_STEP_SUMMARY; codes link to $PORTAL_URL.",
)


def public_address() -> str:
    """Return where the portal is published, with a slash at its end, or an empty text."""
    address = os.environ.get("PORTAL_URL", "")
    return f"{address.rstrip('/')}/" if address.startswith("https://") else ""


def add(summary: Path | None, text: str) -> None:
    """Add *text* to the file *summary*, if one was named."""
    if summary is not None:
        with summary.open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")
