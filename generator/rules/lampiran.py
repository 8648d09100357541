"""A record points only to attachments that its satker has."""

from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.record import RekamanUtama
from generator.rules.context import Context, TextCheck, absent
from generator.teks import Search

TIDAK_ADA = Code(
    "lampiran-tidak-ada",
    "Lampiran tidak ada",
    "`berkas` menyebut nama berkas di folder berkas/ satker itu sendiri, sama persis sampai huruf besar dan kecilnya.",
    file="layanan/contoh.yml",
    wrong="formulir:\n  - {judul: Formulir, berkas: tidak-ada.pdf}",
    right="formulir:\n  - {judul: Formulir, tautan: https://contoh.example/formulir}",
)
CODES = (TIDAK_ADA,)


def _named(loc: Loc, text: str) -> Iterator[tuple[Loc, str]]:
    yield loc, text.strip().removeprefix("berkas/")


def _check(named: tuple[Loc, str], _record: RekamanUtama, context: Context) -> Iterator[Problem]:
    """Yield the ``berkas`` if it is not there; a standard has no attachments of its own."""
    loc, name = named
    known = context.satker.berkas if context.satker else {}
    if name not in known and loc[0] not in context.wrong:
        where = f"satker/{context.satker.slug}/berkas/" if context.satker else "_bersama/ (standar memakai `tautan`)"
        yield Problem(TIDAK_ADA, loc, *absent(name, known, where))


check_any = TextCheck(Search(_named, keys=("berkas",)), _check)
