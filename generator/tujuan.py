"""Where a link may lead: one rule for what records say, for their Markdown, and for the pages."""

import re
from functools import lru_cache

from generator.sama import MOST

_REFUSED = re.compile(r"[\s\x00-\x20\x7f-\x9f\"'<>\\^`{|}\ufffd]")  # what a browser drops or takes for an end, what was no text
_OUT = re.compile(r"https?://[^/?#@]+(?:[/?#]|$)|(?:mailto|tel|sms):", re.IGNORECASE)  # no name or password before the host
_IN = re.compile(r"(?!//)[^:/?#]*(?:[/?#]|$)")


def leads_well(link: str) -> bool:
    """Say whether *link* leads to the web, a mailbox, a telephone, or another place of this site, and to nothing else."""
    return not _REFUSED.search(link) and bool(_OUT.match(link) or _IN.match(link))


@lru_cache(maxsize=MOST)
def tujuan(link: str) -> str:
    """Return *link* for a page, or what leads nowhere."""
    return link if leads_well(link) else "#"
