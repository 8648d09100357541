"""A fact has happened: its day has come."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.diagnostic import Code, Problem
from generator.load import FACTS
from generator.model.record import Rekaman
from generator.rules.context import Context
from generator.teks import is_note

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


def check_any(record: Rekaman, context: Context) -> Iterator[Problem]:
    """Yield each day of a fact that lies ahead; a plan may lie ahead."""
    for loc, text in context.source.texts.at(*FACTS):
        if loc[0] in context.wrong or is_note(loc):
            continue
        with suppress(ValueError):  # a channel may bear such a name
            if date.fromisoformat(text.strip()) > context.hari_ini:
                hint = "perbaiki tahun atau bulannya; kalau memang belum terjadi, hapus dulu dari rekaman"
                yield Problem(BELUM_TIBA, loc, f"tanggal {text.strip()} belum tiba", hint)
