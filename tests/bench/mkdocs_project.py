"""The project of plain MkDocs with Material."""

import json
from pathlib import Path

from bench import project

SOURCE = Path(__file__).parent / "mkdocs"


def write(folder: Path, portal: Path) -> None:
    """Write to *folder* the project of the *portal*, which must lie beside it under that name."""
    project.copy(SOURCE, folder)
    (folder / "tabel.json").write_text(json.dumps(project.tables(portal)), "utf-8")
    project.outcomes(portal, folder / "hasil")
