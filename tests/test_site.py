"""The real portal, built with MkDocs in strict mode, and the promise of the stencil."""

import gzip
import html
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Golden
from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from portal import contents, lay_project, pages_of, publish

from generator.editor import styles
from generator.kebijakan import EDITOR, sealed
from generator.pipeline import KINDS
from generator.plugin import ZiConfig
from generator.portal import load_portal
from generator.render.env import Lean
from generator.render.markup import drawn
from generator.render.page import Identitas, Page
from generator.stencil import robots

GOLDEN = Path(__file__).parent / "golden"
URL = "https://portal.contoh.example/zi/"
REPO = "https://github.com/contoh/portal"
SCRIPTS = {kind.name: kind.script for kind in KINDS}


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal with records of its own in a folder of its own, which is the working folder."""
    service = lay_project(tmp_path) / "contoh/layanan/lengkap.yml"
    service.write_text(service.read_text("utf-8").replace("  - pma-22-2024\n", ""), "utf-8")  # a warning, which strict forbids
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTAL_URL", URL)
    monkeypatch.setenv("PORTAL_REPO", REPO)
    return tmp_path


def published(project: Path, site: Path, *, strict: bool = True) -> Path:
    """Build the portal of *project* into *site*."""
    made = publish(Path("satker"), site, project / "mkdocs.yml", strict=strict)

    assert made.folder == site
    return site


class Native(BasePlugin[ZiConfig]):  # type: ignore[no-untyped-call]
    """Give MkDocs every record page as a page of its own: slow, and what a stamped page must equal."""

    def __init__(self, pages: dict[str, Page]) -> None:
        self.pages = {f"{page.url}index.md": page for page in pages.values()}

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Read templates as the portal does."""
        env.add_extension(Lean)
        env.autoescape = lambda name: name in ("main.html", "404.html", "macros/cari.html")
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages."""
        for uri in self.pages:
            files.append(File.generated(config, uri, content="x"))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Set title and description, as text that is already HTML."""
        if record := self.pages.get(page.file.src_uri):
            head = {"title": html.escape(record.title), "description": html.escape(record.description)}
            head |= {"robots": robots(record), "data": record.data}
            page.meta = {key: drawn(text) for key, text in head.items()} | {"rekaman": True}
            page.meta["script"] = SCRIPTS[record.kind]
        return markdown

    def on_page_content(self, content: str, /, *, page: MkDocsPage, **_: Any) -> str:
        """Set the body."""
        record = self.pages.get(page.file.src_uri)
        return drawn(record.body if record else content)

    def on_post_page(self, output: str, /, *, page: MkDocsPage, **_: Any) -> str:
        """Set the policy of the shell, as it is before a record comes to it."""
        script = str(page.meta.get("script", ""))
        return sealed(output, script, styles() if script == EDITOR else ())


def test_a_stamped_page_is_the_page_mkdocs_draws(project: Path, tmp_path: Path) -> None:
    """Byte for byte, for every record page, whatever its depth."""
    stamped = contents(published(project, tmp_path / "stamped"))
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "native"), strict=True)
    identitas = Identitas(config.site_name, "Kementerian Agama", "Provinsi Bengkulu", URL, REPO)
    pages = pages_of(load_portal(Path("satker")), identitas)
    config.plugins = PluginCollection()
    config.plugins["native"] = Native(pages)
    mkdocs_build(config)
    native = contents(tmp_path / "native")

    assert {f"{url}index.html" for url in pages} <= stamped.keys()
    for url in pages:
        assert (url, stamped[f"{url}index.html"]) == (url, native[f"{url}index.html"])


def test_mkdocs_build_gives_the_same_site(project: Path, tmp_path: Path) -> None:
    """`mkdocs build --strict` and `zi build` write the same files with the same bytes."""
    mkdocs_build(load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "mkdocs"), strict=True))

    assert contents(tmp_path / "mkdocs") == contents(published(project, tmp_path / "zi"))


def test_the_site_holds_what_it_should(project: Path, tmp_path: Path, golden: Golden) -> None:
    """Pages, remarks, redirects, attachments and a sitemap of what is no example are there; stencils and unused files are not."""
    site = contents(published(project, tmp_path / "site"))
    locations = set(re.findall(r"<loc>(.*?)</loc>", site["sitemap.xml"].decode()))
    pages = {name.removesuffix("index.html") for name in site if name.endswith("index.html")}
    redirects = {page for page in pages if b'http-equiv="refresh"' in site[f"{page}index.html"]}

    assert gzip.decompress(site["sitemap.xml.gz"]) == site["sitemap.xml"]
    unlisted = ("satker/contoh/", "satker/kua-", "admin/")
    assert locations == {URL + page for page in pages - redirects if not page.startswith(unlisted)}
    onward = {page: re.findall(r'0;url=([^"]*)', site[f"{page}index.html"].decode())[0] for page in sorted(redirects)}
    led = [f"{page} → {target}\n" for page, target in onward.items()]
    assert golden.expected(GOLDEN / "dialihkan.txt", "".join(led)) == "".join(led)
    assert site["satker/contoh/berkas/motto-loket-ptsp.png"].startswith(b"\x89PNG")
    assert [name for name in site if "zi-stensil" in name or "bundle" in name] == []
    assert not any(b"zi-stensil" in content for content in site.values())


def test_no_page_asks_another_host(project: Path, tmp_path: Path) -> None:
    """Scripts, styles and pictures all come from the site itself."""
    site = contents(published(project, tmp_path / "site"))
    pages = [content.decode() for name, content in site.items() if name.endswith(".html")]

    assert [
        link for page in pages for link in re.findall(r'(?:src|<link[^>]*href)="(https?:[^"]*)"', page) if URL not in link
    ] == []


def test_the_real_records_have_no_finding() -> None:
    """What the repository publishes passes its own check, warnings included."""
    portal = load_portal(ROOT / "satker")

    assert portal.findings == ()
    assert len(portal.index.nyata()) == 9


def test_a_portal_may_keep_nothing_on_devices(project: Path, tmp_path: Path) -> None:
    """With `luring: false` no page asks for the worker, the worker removes itself, and no page claims otherwise."""
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  identitas:\n", "  identitas:\n    luring: false\n"), "utf-8")
    site = contents(published(project, tmp_path / "site"))

    assert b"registration.unregister()" in site["sw.js"]
    assert b'"fetch"' not in site["sw.js"]
    assert [name for name, content in site.items() if b"data-luring" in content] == ["assets/javascripts/portal.js"]
    assert b"tidak menyimpan salinan" in site["luring/index.html"]
    assert b"data-sakelar" not in site["luring/index.html"]


def test_the_title_of_prose_is_text(project: Path, tmp_path: Path) -> None:
    """What a maintainer writes above a page is escaped like everything else."""
    (project / "content/tanya.md").write_text('---\ntitle: Tanya & "jawab" <b>x</b>\n---\n\n# Judul\n', "utf-8")
    head = (published(project, tmp_path / "site", strict=False) / "tanya/index.html").read_text("utf-8").partition("</head>")[0]

    assert '<meta property="og:title" content="Tanya &amp; &#34;jawab&#34; x">' in head
    assert "<b>" not in head
