"""A service that is no longer the ministry's is not offered (UU 14/2025, Perpres 153/2024, the letter of Imigrasi of 2023)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostic import Code, Loc, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context
from generator.sama import MOST

BERALIH = Code(
    "layanan-sudah-beralih",
    "Layanan ini bukan lagi urusan Kementerian Agama",
    "Haji dan umrah sudah beralih ke Kementerian Haji dan Umrah (UU 14/2025, Perpres 92/2025), sertifikasi halal ke BPJPH "
    "(Perpres 153/2024), dan rekomendasi paspor tidak diminta lagi (surat Dirjen Imigrasi 22 Februari 2023). Layanannya tetap "
    "ditulis, dengan `status` dan penunjuk jalan. Memberi informasi tentang itu tetap boleh.",
    file="layanan/contoh.yml",
    wrong="nama: Pendaftaran haji reguler",
    right="nama: Pendaftaran haji reguler\nstatus: beralih\nalasan: Haji kini diurus Kementerian Haji dan Umrah.",
    severity="peringatan",
)
CODES = (BERALIH,)
KEYS = frozenset({"nama", "status", "kata_kunci"})


@dataclass(frozen=True, slots=True)
class _Gone:
    name: re.Pattern[str]
    words: frozenset[str]
    message: str
    hint: str


_GONE = (
    _Gone(
        re.compile(r"\b(?:rekomendasi|rekom|pengantar)\b.{0,30}\bpas+port?\b.{0,30}\b(?:haji|umrah|umroh)\b"),
        frozenset({"rekomendasi paspor", "rekom paspor", "paspor haji", "paspor umrah", "paspor umroh"}),
        "rekomendasi Kementerian Agama tidak lagi menjadi syarat paspor umrah dan haji",
        "status: dihentikan, alasan: Kantor imigrasi tidak meminta rekomendasi lagi, pengganti: {nama: Kantor imigrasi}",
    ),
    _Gone(
        re.compile(
            r"\b(?:pendaftaran|daftar|porsi|setoran|pelunasan|pembatalan|batal|pelimpahan|mutasi) "
            r"(?:(?:calon|jemaah|jamaah|nomor|porsi|setoran|ibadah|biaya|awal) ){0,3}(?:haji|umrah|umroh)\b"
        ),
        frozenset({"daftar haji", "porsi haji", "nomor porsi", "setoran haji", "batal haji", "pelimpahan porsi", "haji reguler"}),
        "urusan haji dan umrah sudah beralih ke Kementerian Haji dan Umrah",
        "status: beralih, alasan: UU 14/2025 dan Perpres 92/2025, pengganti: {nama: Kementerian Haji dan Umrah}",
    ),
    _Gone(
        re.compile(r"\b(?:sertifikat|sertifikasi|label)\s+(?:produk\s+)?halal\b"),
        frozenset({"sertifikat halal", "sertifikasi halal", "label halal", "daftar halal", "self declare"}),
        "sertifikasi halal sudah beralih ke BPJPH",
        "status: beralih, alasan: Perpres 153/2024, pengganti: {nama: BPJPH, tautan: …}",
    ),
)
_ABOUT = re.compile(r"\b(?:informasi|info|konsultasi|penyuluhan|sosialisasi|edukasi|literasi|pendampingan|bimbingan|pengaduan)\b")


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the open service that its name, or two of its keywords, give away; to inform about it is still allowed."""
    gone = _gone(f"{layanan.nama} / {context.slug.replace('-', ' ')}", layanan.kata_kunci) if layanan.is_open else None
    if gone:
        loc: Loc = ("status",) if "status" in context.source.data else ("nama",)
        yield Problem(BERALIH, loc, gone.message, gone.hint)


@lru_cache(maxsize=MOST)
def _gone(name: str, keywords: tuple[str, ...]) -> _Gone | None:
    name = name.lower()
    if _ABOUT.search(name):
        return None
    words = {word.lower() for word in keywords}
    return next((gone for gone in _GONE if gone.name.search(name) or len(gone.words & words) >= 2), None)
