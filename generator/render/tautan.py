"""What the checks of the links say on a page: beside each that is broken, and once how old the checks are."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from jinja2 import Environment

from generator.render.markup import drawn
from generator.render.page import Page
from generator.tautan import Tampak

PLACE = "<!--tautan-->"  # where the line about the checks belongs; no record can write it

# A link, and the name of its host where that stands beside it.
_ANCHOR = re.compile(r'<a [^>]*?href="(https?://[^"]*)"[^>]*>.*?</a>(?: <small class="zi-redup">[^<]*</small>)?', re.DOTALL)


def marked(env: Environment, page: Page, checks: Mapping[str, Tampak]) -> Page:
    """Return *page* with what *checks* says of its links; without any it is what it was."""
    if not checks:
        return page
    words = env.get_template("macros/tautan.html").module
    seen: list[Tampak] = []

    def mark(anchor: re.Match[str]) -> str:
        check = checks.get(html.unescape(anchor[1]))
        if check is None:
            return anchor[0]
        seen.append(check)
        if check.rusak_sejak is None:
            return anchor[0]
        return str(words.rusak(drawn(anchor[0]), check.rusak_sejak))  # type: ignore[attr-defined]

    body = _ANCHOR.sub(mark, page.body)
    line = words.diperiksa(min(check.diperiksa for check in seen)) if seen else ""  # type: ignore[attr-defined]
    return replace(page, body=body.replace(PLACE, str(line)))
