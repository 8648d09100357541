"""What a rule may look at beside the record it judges."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic

from generator.diagnostic import Loc, Problem
from generator.index import Index
from generator.model.record import RekamanUtama
from generator.model.satker import Bersama, Satker
from generator.read import MAX_FINDINGS, Source
from generator.teks import Result, Search, is_note
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


@dataclass(frozen=True, slots=True)
class TextCheck(Generic[Result]):
    """A check of what *search* finds in the texts of a record, by *check*; where it finds nothing, it need not be asked."""

    search: Search[Result]
    check: Callable[[Result, RekamanUtama, Context], Iterable[Problem]]

    def __call__(self, record: RekamanUtama, context: Context) -> Iterator[Problem]:
        """Yield what is wrong with what was found."""
        for found in context.source.texts.found(self.search):
            yield from self.check(found, record, context)


def published(find: Callable[[Loc, str], Iterable[Problem]], *words: str, beyond_ascii: bool = False) -> TextCheck[Problem]:
    """
    Return the check for what *find* yields of texts that readers will see: of no keeper's notes, and no key that has a finding.

    With *words*, in lower case, it is asked only about texts that contain one of them.
    """

    def shown(loc: Loc, text: str) -> Iterable[Problem]:
        return () if is_note(loc) else find(loc, text)

    return TextCheck(Search(shown, words, beyond_ascii=beyond_ascii, most=MAX_FINDINGS), _unless_wrong)


def everywhere(search: Search[Problem]) -> TextCheck[Problem]:
    """Return the check for what *search* finds, whatever else is wrong."""
    return TextCheck(search, lambda problem, _record, _context: (problem,))


def _unless_wrong(problem: Problem, _record: RekamanUtama, context: Context) -> tuple[Problem, ...]:
    """Return *problem*, unless its key has a finding already."""
    return () if problem.loc[0] in context.wrong else (problem,)


def is_link(text: str) -> bool:
    """Say whether the whole of *text* is an address on the web, whose words and numbers are not the office's own."""
    return text.lstrip().lower().startswith(("https://", "http://"))
