"""Adds to MkDocs a page for every satker of the portal beside this project, and for each of its services."""

from pathlib import Path
from typing import Any

from halaman import Halaman, pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).parent
_drawn: dict[str, Halaman] = {}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages."""
    for halaman in pages(PROJECT.parent / "portal", PROJECT):
        _drawn[halaman.uri] = halaman
        files.append(File.generated(config, halaman.uri, content=halaman.isi))


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Give the page its meta, which as front matter would be written only to be parsed again."""
    halaman = _drawn.get(page.file.src_uri)
    if halaman is None:
        return markdown
    page.meta.update(halaman.meta)
    return halaman.isi  # which is kept anyway, while *markdown* is a copy
