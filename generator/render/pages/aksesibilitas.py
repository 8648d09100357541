"""The accessibility statement: what was tested, what was not, and whom to tell."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("aksesibilitas", "aksesibilitas/index.md")
ENTRY = Entry("Aksesibilitas", ("aksesibilitas disabilitas tunanetra pembaca layar huruf besar kontras difabel",))


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(env, "fragments/aksesibilitas.html", "aksesibilitas/", site=site, uji=site.uji)
    description = "Apa yang sudah diuji agar portal ini dapat dipakai semua orang, apa yang belum, dan ke mana melapor."
    yield Page(KIND.name, "aksesibilitas/", "Aksesibilitas", description, body, entries=(ENTRY,))
