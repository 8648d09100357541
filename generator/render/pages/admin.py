"""Where an officer edits the records in the browser: which satker, and how to sign in."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site

KIND = Kind("admin", "admin/index.md", script="admin.js")


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(env, "fragments/admin.html", "admin/", site=site)
    description = "Bagi pegawai satuan kerja: mengubah rekaman lewat formulir, tanpa memasang apa pun."
    yield Page(KIND.name, "admin/", "Sunting rekaman", description, body, is_listed=False)
