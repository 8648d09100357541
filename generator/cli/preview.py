"""`zi preview`: what a proposal does to the pages, laid out to be opened from a folder."""

from pathlib import Path

import click

from generator.cli.common import WrongUse, says_why
from generator.cli.summary import add, summary_option
from generator.pratinjau import Pratinjau, outputs, preview
from generator.render.env import make_env
from generator.report import inline
from generator.write import write

MAX_NAMED = 50
MAX_TITLE = 120

folder = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("before", type=folder)
@click.argument("after", type=folder)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--theme", type=folder, default=Path("theme"), show_default=True, help="Folder of the templates.")
@summary_option
@says_why
def command(before: Path, after: Path, out: Path, theme: Path, summary: Path | None) -> None:
    """
    Compare two built sites, BEFORE and AFTER, and write to the new folder OUT the pages that differ.

    Its index.html shows the text of each before and after; it needs no server.
    """
    if out.exists() and any(out.iterdir()):
        raise WrongUse(f"'{out}' is not empty; name a new folder.")
    pratinjau = preview(before, after)
    write(outputs(make_env(theme), pratinjau), out)
    add(summary, _markdown(pratinjau))
    click.echo(f"{pratinjau.jumlah}: {out}/index.html")


def _markdown(pratinjau: Pratinjau) -> str:
    """Return the pages by name, for a job summary."""
    lines = ["## Halaman yang berubah\n", f"{pratinjau.jumlah}.\n"]
    for page in pratinjau.halaman[:MAX_NAMED]:
        kind = "baru" if not page.sebelum else "hilang" if not page.sesudah else "berubah"
        lines.append(f"- {kind}: {inline(page.judul[:MAX_TITLE])} <code>/{inline(page.url)}</code>")
    if len(pratinjau.halaman) > MAX_NAMED:
        lines.append(f"- … dan {len(pratinjau.halaman) - MAX_NAMED} lainnya")
    if pratinjau.halaman:
        lines.append("\nUnduh `pratinjau` di bagian *Artifacts* halaman ini, buka zip-nya, lalu buka `index.html`.")
    return "\n".join(lines)
