"""Built pages: which are a record's, their parts, and how much of them two sites have in common."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ARTICLE = re.compile(r'<article(?: class="zi-[^"]*")?>.*?</article>', re.DOTALL)  # Material wraps it in another
OWN = ("kelengkapan", "pengaduan", "survei", "zi")  # pages of a satker beside its first
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def record_pages(site: Path) -> Iterator[Path]:
    """Yield the pages that all rivals build: of every satker its own and those of its services."""
    for satker in sorted(site.glob("satker/*/index.html")):
        yield satker
        yield from (satker.parent / f"{kind}/index.html" for kind in OWN)
        yield from sorted(satker.parent.glob("layanan/*/index.html"))


def body(page: str) -> str:
    """Return the body of a *page*, without the shell around it."""
    match = ARTICLE.search(page)
    assert match
    return match[0]


def meta(page: str, key: str) -> str:
    """Return the title or description of a *page*, as HTML."""
    match = re.search(rf'<meta property="og:{key}" content="([^"]*)">', page)
    assert match
    return match[1]


def in_common(ours: Path, theirs: Path, part: Callable[[str], str]) -> tuple[float, float]:
    """Return, for that *part* of all record pages, the share of visible words that both sites have, and their bytes in ours."""
    same = most = mine = other = 0
    for page in record_pages(ours):
        pair = [part(site.joinpath(page.relative_to(ours)).read_text("utf-8")) for site in (ours, theirs)]
        words = [Counter(_words(text)) for text in pair]
        same += (words[0] & words[1]).total()
        most += max(words[0].total(), words[1].total())
        mine += len(pair[0].encode())
        other += len(pair[1].encode())
    return same / most, other / mine


def _words(page: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(_UNSEEN.sub(" ", page)))
