"""The only module that knows MkDocs: it draws the shell once a page kind, and the records are stamped from it."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator import editor
from generator.cache import Cache
from generator.clock import build_day
from generator.daerah import WrongSettingError
from generator.diagnostic import has_errors
from generator.identitas import identitas
from generator.kebijakan import EDITOR, sealed
from generator.made import Order
from generator.make import make
from generator.packages import BrokenError, program
from generator.pipeline import KINDS
from generator.portal import quietly
from generator.render.env import Lean, listing_own
from generator.render.markup import drawn
from generator.render.page import Entry, Identitas
from generator.report import text
from generator.shell import Shell, contents
from generator.staging import forget
from generator.stencil import BODY, DATA, DESCRIPTION, ROBOTS, TITLE, Stencil, cut
from generator.work import cores

LOGGER = logging.getLogger("mkdocs")
log = get_plugin_logger("zi")


class HostError(Exception):
    """MkDocs refused to build; *is_usage* tells a wrong configuration from a finding in the prose."""

    def __init__(self, message: str, *, is_usage: bool) -> None:
        super().__init__(message)
        self.is_usage = is_usage


class ZiConfig(base.Config):  # type: ignore[no-untyped-call]
    """The options under ``plugins: - zi`` in mkdocs.yml."""

    records = option.Type(str, default="satker")
    """Folder of the records, relative to mkdocs.yml."""
    links = option.Type(str, default=".cache/tautan.json")
    """File with what `zi links` found, relative to mkdocs.yml."""
    daerah = option.Type(str, default=".cache/daerah")
    """Folder with what `zi regions` found, relative to mkdocs.yml."""
    dokumen = option.Type(int, default=50)
    """Up to so many satker the site holds the documents (PDF) of all of them."""


class ZiPlugin(BasePlugin[ZiConfig]):  # type: ignore[no-untyped-call]
    """Give MkDocs one page a kind, and stamp the record pages from them."""

    only_shell = False  # whoever draws the shell alone takes it from here
    kept: "TemporaryDirectory[str] | None" = None  # what the last build of this process left behind
    is_serving = False
    shell: Shell

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Note whether an editor serves the portal."""
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Send all that MkDocs writes to a folder of its own: it becomes part of the site in the end."""
        self.stencils: dict[str, Stencil] = {}
        self.prose: dict[str, Entry] = {}
        self.moved: dict[str, str] = {}
        self.kinds = {kind.source: kind for kind in KINDS}
        _plugin(config)
        self.theme = _custom_dir(config)
        config.extra |= {"melayani": self.is_serving, "cari": program() is not None}
        self.site_dir = Path(config.site_dir)
        self.drawn = TemporaryDirectory(prefix="zi-mkdocs-")
        config.site_dir = self.drawn.name
        config.theme.static_templates.discard("sitemap.xml")  # it would list the stencils; ours lists the record pages
        vars(config.theme)["get_env"] = partial(listing_own, self.theme, config.theme.get_env)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a stencil a page kind, and drop what only documents are set from."""
        for kind in KINDS:
            files.append(File.generated(config, kind.source, content=BODY))
        docs = Path(config.docs_dir)
        for file in [file for file in files if file.abs_src_path]:
            path = Path(str(file.abs_src_path))
            if self.theme / "pdf" in path.parents:
                files.remove(file)
                continue
            if docs in path.parents and (path.is_symlink() or not path.is_file()):
                raise PluginError(f"{path} is a link or no plain file; only plain files of 'docs_dir' are published")
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give the shell's templates the same diet as ours, and escape what they show; Material's own are as they are."""
        env.add_extension(Lean)
        env.autoescape = lambda name: (self.theme / (name or "")).is_file()
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Give a stencil its marks for all that the shell shows of a page."""
        kind = self.kinds.get(page.file.src_uri)
        if kind is not None:
            page.meta = {"title": TITLE, "description": DESCRIPTION, "robots": ROBOTS, "data": DATA, "rekaman": True}
            page.meta["script"] = kind.script
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Give a stencil its mark for the body, without the paragraph that Markdown puts around it."""
        return drawn(BODY if page.file.src_uri in self.kinds else html)

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Keep a drawn stencil from being written; its file holds the record's page in the end, or nothing."""
        kind = self.kinds.get(page.file.src_uri)
        if kind is None:
            self.prose[page.url] = Entry(str(page.title), text=(str(page.meta.get("description", "")),))
            self.moved |= {f"{str(old).strip('/')}/": page.url for old in page.meta.get("alamat_lama", ())}
            return sealed(output)
        styles = editor.styles() if kind.script == EDITOR else ()
        self.stencils[kind.name] = cut(sealed(output, kind.script, styles), page.url)
        return ""

    def on_post_template(self, output: str, **_: Any) -> str:
        """Give the page for addresses that do not exist its policy; it searches."""
        return sealed(output, "cari.js")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep the shell; `mkdocs build` and `mkdocs serve` go on to the record pages."""
        with self.drawn as name:
            self.shell = Shell(
                identitas=_identitas(config, self.config.records),
                theme=_shown(self.theme),
                sources=(_shown(self.theme), _shown(Path(config.docs_dir))),
                site=_shown(self.site_dir),
                stencils=self.stencils,
                files=contents(Path(name)),
                prose=self.prose,
                moved=self.moved,
                dokumen=self.config.dokumen,
            )
        if not self.only_shell and not _strict_warnings(config):  # a strict build with warnings ends by itself
            self.kept = self.kept or TemporaryDirectory(prefix="zi-cache-")
            _publish(self.shell, _order(config, Path(self.shell.site)), Cache(Path(self.kept.name), ""))

    def on_build_error(self, **_: Any) -> None:
        """Leave nothing behind but the last good site."""
        if hasattr(self, "drawn"):
            self.drawn.cleanup()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
        """Build again when a record or a template changes; while it has errors the last good site is served."""
        server.builder = _keeping_the_last(builder)
        server.watch(str(_root(config) / self.config.records))
        server.watch(str(self.theme))
        return server


def draw(config_file: Path) -> Shell:
    """Return what MkDocs makes of the configuration, the theme and the prose; raises HostError."""
    with _saying_why(is_usage=True):
        plugin = _plugin(config := load_config(str(config_file)))
    plugin.only_shell = True
    with _saying_why(is_usage=False) as warnings:
        try:
            mkdocs_build(config)
        finally:
            plugin.on_build_error()  # MkDocs calls it for errors, not for an interrupt
            plugin.only_shell = False  # MkDocs keeps the plugin for the next configuration that it loads
    return replace(plugin.shell, warnings=tuple(warnings))


def identity(config_file: Path) -> Identitas:
    """Return whose portal it is; raises HostError."""
    with _saying_why(is_usage=True):
        config = load_config(str(config_file))
        return _identitas(config, _plugin(config).config.records)


def serve(config_file: Path, address: str | None) -> None:
    """Serve the site and build it again on every change, until the reader stops it; raises HostError."""
    with _saying_why(is_usage=True):
        plugin = _plugin(load_config(str(config_file)))
    handler = logging.StreamHandler()
    handler.addFilter(lambda record: "Page skipped" not in record.getMessage())  # MkDocs on the stencils
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    with _saying_why(is_usage=False):
        mkdocs_serve(str(config_file), dev_addr=address)
    forget(plugin.site_dir)


def _keeping_the_last(builder: Callable[[], None]) -> Callable[[], None]:
    def build_or_say_why() -> None:
        try:
            builder()
        except Abort:
            log.error("The last good site stays until this is mended.")  # noqa: TRY400 - the report stands above

    return build_or_say_why


class _Listener(logging.Handler):
    """Keep what MkDocs warns of, so that it is said once and in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _saying_why(*, is_usage: bool) -> Iterator[list[str]]:
    """Yield the warnings as they come, and turn the ends that MkDocs knows into a HostError with all of them."""
    listener = _Listener()
    LOGGER.addHandler(listener)
    try:
        yield listener.heard
    except (MkDocsException, TemplateError, UnicodeDecodeError) as error:
        raise HostError("\n".join(listener.heard or [str(error)]), is_usage=is_usage) from error
    finally:
        LOGGER.removeHandler(listener)


def _plugin(config: MkDocsConfig) -> ZiPlugin:
    """Return our plugin, once everything it needs is in mkdocs.yml; raises ConfigurationError."""
    _custom_dir(config)
    plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, ZiPlugin)]
    if len(plugins) != 1:
        raise ConfigurationError("the plugin 'zi' is missing under 'plugins', or stands there twice")
    if config.theme.name != "material" or not config.use_directory_urls:
        raise ConfigurationError("'theme.name' must be material, and 'use_directory_urls' must not be false")
    _identitas(config, plugins[0].config.records)
    return plugins[0]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


def _custom_dir(config: MkDocsConfig) -> Path:
    if not config.theme.custom_dir:
        raise PluginError("theme.custom_dir is missing in mkdocs.yml: it names the folder of the portal's templates")
    return Path(config.theme.custom_dir)


def _order(config: MkDocsConfig, site: Path) -> Order:
    plugin, root = _plugin(config), _root(config)
    records, links, regions = (root / name for name in (plugin.config.records, plugin.config.links, plugin.config.daerah))
    order = Order(Path(_shown(records)), site, build_day(), 1 if plugin.is_serving else cores(), config.strict, setters=cores())
    return replace(order, links=links, daerah=regions, lasting=not plugin.is_serving)


def _publish(shell: Shell, order: Order, cache: Cache) -> None:
    """Make the site for MkDocs, the warnings logged; errors end its build with the whole report."""
    try:
        made = make(order, lambda: (shell, ""), cache, quietly, cache.load())
    except BrokenError as error:
        raise PluginError(error.told()) from error
    if has_errors(made.findings):
        raise PluginError(f"the records have errors\n\n{text(made.findings)}")
    for warning in (*([text(made.findings)] if made.findings else []), *made.warnings):
        log.warning(warning)


def _shown(path: Path) -> str:
    """Return *path* as it is reached from here, so that the same project gives the same keys wherever it lies."""
    return os.path.relpath(path)


def _identitas(config: MkDocsConfig, records: str) -> Identitas:
    try:
        return identitas(config.extra, config.site_name, config.site_url or "", config.repo_url or "", records)
    except WrongSettingError as error:
        raise ConfigurationError(str(error)) from error


def _strict_warnings(config: MkDocsConfig) -> bool:
    return config.strict and any(handler.get_counts() for handler in LOGGER.handlers if isinstance(handler, CountHandler))
