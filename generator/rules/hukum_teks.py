"""No text of a service or of an office still leans on a regulation that was revoked."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.record import RekamanUtama
from generator.rules.context import Context, TextCheck
from generator.rules.hukum_dicabut import successor
from generator.teks import Search, is_note

DICABUT = Code(
    "hukum-dicabut-di-teks",
    "Teks menyebut peraturan yang sudah dicabut",
    "Sebuah teks menyebut peraturan yang menurut register sudah dicabut, seolah-olah masih berlaku. Periksa penggantinya, lalu "
    "sesuaikan teksnya. Kalimat yang justru menerangkan pencabutannya tidak dipersoalkan.",
    file="layanan/contoh.yml",
    wrong="persyaratan: [ Berkas menurut PMA Nomor 22 Tahun 2024 ]",
    right="persyaratan: [ Berkas menurut PMA Nomor 30 Tahun 2024 ]",
    severity="peringatan",
)
CODES = (DICABUT,)

_KINDS = {
    "pma": r"PMA|Permenag|Peraturan\s+Menteri\s+Agama",
    "permenpanrb": r"Permen\s?PAN(?:\s?(?:dan|&|-)?\s?RB)?|Peraturan\s+Menteri\s+(?:PAN|Pendayagunaan\s+Aparatur\s+Negara)"
    r"(?:\s?(?:dan|&|-)?\s?(?:RB|Reformasi\s+Birokrasi))?",
    "perki": r"Perki|Peraturan\s+Komisi\s+Informasi(?:\s+Pusat)?",
    "pp": r"PP|Peraturan\s+Pemerintah",
}
_CITED = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{names})' for kind, names in _KINDS.items())})\s+(?:RI\s+)?(?:(?:Nomor|No\.?)\s*)?"
    r"0{0,2}(?P<number>[0-9]{1,3})\s*(?:Tahun|Thn?\.?|/)\s*(?P<year>[0-9]{4})(?![0-9])",
    re.IGNORECASE,
)
_ABBREVIATED = ("pma", "permen", "perki", "pp")
_HISTORY = re.compile(
    r"cabut|ganti|ubah|tidak (?:lagi )?berlaku|\b(?:dulu|dahulu|lama|semula|sebelum|sejak|hingga|sampai)", re.IGNORECASE
)
_NEAR = 60  # characters about the citation that may tell its history
_RECORDS_OF_THE_PAST = frozenset({"sumber", "sk", "ditinjau", "bukti", "dokumen", "zi"})


def _cited(loc: Loc, text: str) -> Iterator[tuple[Loc, str, str]]:
    """Yield each regulation that is cited as in force, as it is called and by its id; sources and minutes may well be older."""
    if loc[0] in _RECORDS_OF_THE_PAST or loc[0] == "dasar_hukum" or is_note(loc):
        return
    for match in _CITED.finditer(text):
        if not _HISTORY.search(text, max(match.start() - _NEAR, 0), match.end() + _NEAR):
            kind = next(kind for kind in _KINDS if match[kind])
            yield loc, match[0], f"{kind}-{match['number']}-{match['year']}"


def _check(cited: tuple[Loc, str, str], _record: RekamanUtama, context: Context) -> Iterator[Problem]:
    """Yield the regulation if it was revoked, naming its successor."""
    loc, called, id_ = cited
    register = context.bersama.hukum
    heir = successor(register, id_)
    if heir is not None and loc[0] not in context.wrong:
        yield Problem(DICABUT, loc, f"{called} sudah dicabut; penggantinya {register[heir].nama}", register[heir].nama)


check_layanan = check_profil = check_pengaduan = check_informasi = TextCheck(Search(_cited, (*_ABBREVIATED, "peraturan")), _check)
