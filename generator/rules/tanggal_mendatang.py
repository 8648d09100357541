"""A fact has happened: its day has come."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.diagnostic import Code, Loc, Problem
from generator.load import FACTS
from generator.model.record import RekamanUtama
from generator.rules.context import Context, TextCheck
from generator.teks import Search, is_note

BELUM_TIBA = Code(
    "tanggal-belum-tiba",
    "Tanggal belum tiba",
    "`tanggal`, `dipasang`, dan `diuji` menyebut kapan sesuatu sudah terjadi. Yang masih direncanakan ditulis dengan `mulai`, "
    "`selesai`, atau `tenggat`.",
    file="satker.yml",
    wrong="diperiksa: {tanggal: 2099-01-05, oleh: Subbag Tata Usaha}",
    right="diperiksa: {tanggal: 2026-01-05, oleh: Subbag Tata Usaha}",
)
CODES = (BELUM_TIBA,)


def _days(loc: Loc, text: str) -> Iterator[tuple[Loc, date, str]]:
    if not is_note(loc):
        with suppress(ValueError):  # a channel may bear such a name
            yield loc, date.fromisoformat(text.strip()), text.strip()


def _check(fact: tuple[Loc, date, str], _record: RekamanUtama, context: Context) -> Iterator[Problem]:
    """Yield the day of a fact if it lies ahead; a plan may lie ahead."""
    loc, day, text = fact
    if day > context.hari_ini and loc[0] not in context.wrong:
        hint = "perbaiki tahun atau bulannya; kalau memang belum terjadi, hapus dulu dari rekaman"
        yield Problem(BELUM_TIBA, loc, f"tanggal {text} belum tiba", hint)


check_any = TextCheck(Search(_days, keys=FACTS), _check)
