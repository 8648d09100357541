"""What is HTML already: the only place where a text stops being escaped."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.sama import MOST
from generator.tujuan import leads_well

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}
_SCHEMES = {"https", "mailto", "tel"}


class _Small(MarkdownIt):
    """A Markdown whose links lead where links may; what would lead elsewhere stays the text it is."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Say whether *url* may be a link."""
        return leads_well(url)


_MARKDOWN = _Small("zero", {"maxNesting": 20}).enable(["list", "emphasis", "link", "newline", "escape", "entity"])


def md(text: str) -> Markup:
    """Return the small Markdown of the contract as HTML: paragraphs, lists, bold, italic, links."""
    return drawn(nh3.clean(_MARKDOWN.render(text), tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES))


def kode(text: str) -> Markup:
    """Return plain text whose `pieces` between backticks are code."""
    pieces = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else piece for number, piece in enumerate(pieces)
    )


def drawn(html: str) -> Markup:
    """Return the *html* that a template of ours, MkDocs or a cleaner has made, which is not escaped again."""
    return Markup(html)  # noqa: S704 - nothing else comes here


_escaped = lru_cache(maxsize=MOST)(escape)


def lolos(value: object) -> str:
    """Return *value* escaped, as it stands between other texts: what is safe is not copied, what is known not read again."""
    if type(value) is Markup:
        return value
    return _escaped(value) if type(value) is str else escape(value)
