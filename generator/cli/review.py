"""`zi review`: whether a proposal may change what it changes, decided before any of its files is read."""

from pathlib import Path

import click

from generator.cli.common import FINDINGS, WrongUse, records_option, says_why
from generator.cli.summary import add, public_address, summary_option
from generator.diagnostic import has_errors
from generator.folder import list_folders
from generator.git import GitError, changes
from generator.load import load_satker
from generator.report import FORMATS, markdown
from generator.usulan import Perubahan, Usulan, judge_usulan, maintainers

TITLE = "Tinjauan usulan"


@click.command()
@click.argument("proposal")
@click.option("--author", required=True, help="GitHub login of whoever proposes.")
@click.option("--base", default="HEAD", show_default=True, help="Commit that the proposal changes; its files must lie here.")
@records_option
@click.option(
    "--codeowners",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=Path(".github/CODEOWNERS"),
    show_default=True,
    help="File whose owners of `*` are the maintainers.",
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form of the report.")
@summary_option
@click.pass_context
@says_why
def command(  # noqa: PLR0913 - a parameter for each option
    context: click.Context,
    proposal: str,
    *,
    author: str,
    base: str,
    records: Path,
    codeowners: Path,
    form: str,
    summary: Path | None,
) -> None:
    """
    Judge what the commit PROPOSAL changes: by whom, which files, of which kind and size.

    Who may change what is taken from the files here, never from the proposal. Exit codes as those of `zi check`.
    """
    try:
        changed = changes(base, proposal)
    except GitError as error:
        raise WrongUse(f"{error}.") from error
    pengelola = maintainers(codeowners.read_text("utf-8"))
    usulan = Usulan(changed, author, pengelola, _editors(records, changed), records.as_posix())
    findings = judge_usulan(usulan)
    add(summary, markdown(findings, TITLE, public_address()))
    click.echo(FORMATS[form](findings), nl=False)
    context.exit(FINDINGS if has_errors(findings) else 0)


def _editors(records: Path, changed: tuple[Perubahan, ...]) -> dict[str, frozenset[str]]:
    """Return who may change each satker that names somebody; nobody may where its list cannot be read."""
    below = f"{records.as_posix()}/"
    named = {change.path.removeprefix(below).partition("/")[0] for change in changed if change.path.startswith(below)}
    editors = {}
    for slug in named.intersection(list_folders(records)[0]):
        loaded = load_satker(records, slug, {}, only=("satker.yml",))
        is_sound = all(entry.record is not None and "penyunting" not in entry.wrong for entry in loaded.entries)
        if loaded.satker.profil.penyunting or not is_sound:
            editors[slug] = frozenset(loaded.satker.profil.penyunting)
    return editors
