"""The published index is the one that the answers give: exact ninths, rounded once (PermenPANRB 14/2017)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostic import Code, Problem
from generator.ikm import Ikm, hitung
from generator.model.survei import Survei
from generator.rules.context import Context

TIDAK_COCOK = Code(
    "ikm-tidak-cocok",
    "IKM terbit tidak cocok dengan jawabannya",
    "IKM adalah rata-rata kesembilan unsur dikali 25, dengan bobot tepat 1/9, lalu dibulatkan satu kali ke dua angka di belakang "
    "koma. Bobot yang dibulatkan menjadi 0,11 menurunkan IKM satu persen: semua jawaban 4 hanya menjadi 99,00.",
    file="survei.yml",
    wrong="skm:\n  - {periode: 2025-T4, responden: 10, total: {persyaratan: 40, prosedur: 40, waktu: 40, biaya: 40, produk: 40, "
    "kompetensi: 40, perilaku: 40, penanganan_pengaduan: 40, sarana_prasarana: 40}, terbit: 99.00}",
    right="skm:\n  - {periode: 2025-T4, responden: 10, total: {persyaratan: 40, prosedur: 40, waktu: 40, biaya: 40, produk: 40, "
    "kompetensi: 40, perilaku: 40, penanganan_pengaduan: 40, sarana_prasarana: 40}, terbit: 100}",
    severity="peringatan",
)
CODES = (TIDAK_COCOK,)
KEYS = frozenset({"skm"})

_EARLY = Decimal("0.13")  # the most that rounding each mean to two decimals first can change


def check_survei(survei: Survei, context: Context) -> Iterator[Problem]:
    """Yield each index that the answers do not give; answers that are themselves impossible say nothing."""
    for number, skm in enumerate(survei.skm):
        ikm = hitung(skm)
        if skm.terbit is None or not 25 <= skm.terbit <= 100 or not skm.responden or ikm is None:
            continue
        if ikm.is_possible and not ikm.is_match(skm.terbit):
            message = f"IKM dari jawaban ini {ikm.nilai}, bukan {skm.terbit:.2f}{_cause(ikm, skm.terbit)}"
            hint = f"hitung ulang dengan bobot 1/9; hasilnya terbit: {ikm.nilai}"
            yield Problem(TIDAK_COCOK, ("skm", number, "terbit"), message, hint)


def _cause(ikm: Ikm, terbit: float) -> str:
    """Name the habit that leads to *terbit*, if one does."""
    if ikm.is_habit(terbit):
        return "; angka itu keluar kalau bobot 1/9 dibulatkan menjadi 0,11"
    if abs(ikm.nilai - Decimal(str(terbit))) <= _EARLY:
        return "; selisih sekecil ini biasanya karena rata-rata unsur dibulatkan lebih dulu"
    return ""
