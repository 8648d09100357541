"""The national channels are reached at their own numbers: SMS 1708 of SP4N-LAPOR!, telephone 137 of the Ombudsman."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.bersama import RegisterKanal
from generator.model.pengaduan import KanalPengaduan, Pengaduan
from generator.rules.context import Context

SALAH = Code(
    "kanal-salah-nomor",
    "Nomor kanal nasional keliru",
    "SMS SP4N-LAPOR! adalah 1708, dan telepon singkat Ombudsman RI adalah 137. Ambil saja kanal nasionalnya, misalnya "
    "`lapor-sms: bersama`.",
    file="pengaduan.yml",
    wrong="kanal:\n  lapor: bersama\n  sms: {jenis: sms, nama: SP4N-LAPOR! lewat SMS, alamat: 1780}",
    right="kanal:\n  lapor: bersama\n  sms: {jenis: sms, nama: SP4N-LAPOR! lewat SMS, alamat: 1708}",
    severity="peringatan",
)
CODES = (SALAH,)
KEYS = frozenset({"kanal"})

_LAPOR = re.compile(r"\bSP4N\b|\bLAPOR!")
_OMBUDSMAN = re.compile(r"\bombudsman\b", re.IGNORECASE)


def check_pengaduan(pengaduan: Pengaduan, context: Context) -> Iterator[Problem]:
    """Yield each wrong number of the satker's own channels."""
    for id_, kanal in pengaduan.kanal.items():
        yield from _number(kanal, ("kanal", id_, "alamat"))


def check_kanal(register: RegisterKanal, context: Context) -> Iterator[Problem]:
    """Yield each wrong number of the national channels."""
    for id_, kanal in context.bersama.kanal.items():
        yield from _number(kanal, (id_, "alamat"))


def _number(kanal: KanalPengaduan | None, loc: Loc) -> Iterator[Problem]:
    """Yield the number if it is wrong; the offices of the Ombudsman have long numbers of their own."""
    if kanal is None or kanal.alamat is None:
        return
    digits = re.sub(r"[^0-9]", "", kanal.alamat)
    if kanal.jenis == "sms" and _LAPOR.search(kanal.nama) and digits != "1708":
        yield Problem(SALAH, loc, f"SMS SP4N-LAPOR! adalah 1708, bukan {kanal.alamat}", "alamat: 1708")
    elif kanal.jenis == "telepon" and _OMBUDSMAN.search(kanal.nama) and len(digits) <= 5 and digits != "137":
        yield Problem(SALAH, loc, f"telepon singkat Ombudsman RI adalah 137, bukan {kanal.alamat}", "alamat: 137")
