"""What a rule may look at beside the record it judges."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostic import Loc
from generator.index import Index
from generator.model.satker import Bersama, Satker
from generator.read import Source
from generator.teks import is_note
from generator.validate import nearest


@dataclass(frozen=True, slots=True)
class Context:
    """
    *satker* is None for a record of ``_bersama/``; no fact may lie after *hari_ini*, the day of the check.

    *slug* is the record's own address, if it has one; *wrong* holds its top-level keys that already have a finding.
    """

    satker: Satker | None
    bersama: Bersama
    index: Index
    source: Source
    hari_ini: date
    slug: str = ""
    wrong: frozenset[str] = frozenset()


def absent(word: str, known: Iterable[str], where: str) -> tuple[str, str]:
    """Return message and hint for *word*, which names nothing among *known* in the file or folder *where*."""
    choices = sorted(known)
    near = nearest(word, choices)
    if near:
        return f"`{word}` tidak ada di {where}; maksud Anda `{near}`?", near
    listed = f"yang ada: {', '.join(choices)}" if choices and len(choices) <= 12 else f"lihat nama yang ada di {where}"
    return f"`{word}` tidak ada di {where}", listed


def published(context: Context, *words: str) -> Iterator[tuple[Loc, str]]:
    """
    Yield every text of the record that readers will see, with its loc: no keeper's notes, and no key that has a finding.

    With *words*, in lower case, only the texts that contain one of them.
    """
    texts = context.source.texts
    for loc, text in texts.containing(words) if words else texts:
        if loc[0] not in context.wrong and not is_note(loc):
            yield loc, text


def is_link(text: str) -> bool:
    """Say whether the whole of *text* is an address on the web, whose words and numbers are not the office's own."""
    return text.lstrip().lower().startswith(("https://", "http://"))
