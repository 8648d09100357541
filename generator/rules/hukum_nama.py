"""A regulation is called by its own name."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.bersama import RegisterHukum
from generator.rules.context import Context, published

SALAH = Code(
    "hukum-salah-nama",
    "Nama peraturan keliru",
    "Peraturan disebut dengan nama resminya. PermenPANRB 15/2014 adalah Pedoman Standar Pelayanan; “Petunjuk Teknis Penyusunan, "
    "Penetapan, dan Penerapan Standar Pelayanan” adalah judul PermenPANRB 36/2012 yang digantikannya. Kementerian “dalam Negeri "
    "dan Reformasi Birokrasi” tidak ada.",
    file="layanan/contoh.yml",
    wrong="pengawasan_internal:\n"
    "  - Permenpan Nomor 15 Tahun 2014 tentang Petunjuk Teknis Penyusunan, Penetapan, dan Penerapan Standar Pelayanan",
    right="pengawasan_internal:\n  - PermenPANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan",
    severity="peringatan",
)
CODES = (SALAH,)

_MINISTRY = re.compile(r"\bMenteri\s+[Dd]alam\s+Negeri\s+dan\s+Reformasi\s+Birokrasi\b")
_TITLE = re.compile(r"\b15\s*(?:Tahun|/)\s*2014\b[^0-9]{0,40}\bPetunjuk\s+Teknis\s+Penyusunan", re.IGNORECASE)


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the name that no regulation has."""
    if _MINISTRY.search(text):
        message = "“Menteri dalam Negeri dan Reformasi Birokrasi” tidak ada, jadi peraturannya pun tidak ada"
        hint = "periksa di jdih.menpan.go.id; mungkin Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
        yield Problem(SALAH, loc, message, hint)
    elif _TITLE.search(text):
        message = "judul itu milik PermenPANRB 36/2012, bukan PermenPANRB 15/2014"
        yield Problem(SALAH, loc, message, "PermenPANRB 15/2014 tentang Pedoman Standar Pelayanan")


check_any = published(_wrong, "reformasi", "petunjuk")


def check_hukum(register: RegisterHukum, context: Context) -> Iterator[Problem]:
    """Yield the entry of PermenPANRB 15/2014 if it bears the title of the regulation that it replaced."""
    for id_, entry in context.bersama.hukum.items():
        if entry.tentang and _TITLE.search(f"{entry.nama} tentang {entry.tentang}") and not _TITLE.search(entry.tentang):
            message = "judul itu milik PermenPANRB 36/2012, bukan PermenPANRB 15/2014"
            yield Problem(SALAH, (id_, "tentang"), message, "tentang: Pedoman Standar Pelayanan")
