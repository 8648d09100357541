"""A record points only to attachments that its satker has."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.record import Rekaman
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "lampiran-tidak-ada",
    "Lampiran tidak ada",
    "`berkas` menyebut nama berkas di folder berkas/ satker itu sendiri, sama persis sampai huruf besar dan kecilnya.",
    file="layanan/contoh.yml",
    wrong="formulir:\n  - {judul: Formulir, berkas: tidak-ada.pdf}",
    right="formulir:\n  - {judul: Formulir, tautan: https://contoh.example/formulir}",
)
CODES = (TIDAK_ADA,)


def check_any(record: Rekaman, context: Context) -> Iterator[Problem]:
    """Yield every ``berkas`` that is not there; a standard has no attachments of its own."""
    known = context.satker.berkas if context.satker else {}
    where = f"satker/{context.satker.slug}/berkas/" if context.satker else "_bersama/ (standar memakai `tautan`)"
    for loc, text in context.source.texts.at("berkas"):
        name = text.strip().removeprefix("berkas/")
        if name not in known and loc[0] not in context.wrong:
            yield Problem(TIDAK_ADA, loc, *absent(name, known, where))
