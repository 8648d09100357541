"""The project of plain MkDocs with Material."""

import html
import json
import shutil
from pathlib import Path

from bench.pages import body, meta, record_pages

SOURCE = Path(__file__).parent / "mkdocs"


def write(folder: Path, site: Path) -> None:
    """Write to *folder* the project whose pages have the bodies of the record pages of *site*."""
    shutil.copytree(SOURCE, folder)
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Portal\n", "utf-8")
    for page in record_pages(site):
        text = page.read_text("utf-8")
        place = page.relative_to(site).parent
        path = docs / (place / "index.md" if place.parent.name == "satker" else place.with_suffix(".md"))
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {key: html.unescape(meta(text, key)) for key in ("title", "description")}
        path.write_text(f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{body(text)}\n", "utf-8")
