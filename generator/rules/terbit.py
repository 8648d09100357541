"""A published satisfaction index is an index."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.survei import Survei
from generator.rules.context import Context

DI_LUAR = Code(
    "terbit-di-luar-batas",
    "IKM terbit di luar 25 sampai 100",
    "`terbit` adalah IKM seperti yang diumumkan, antara 25 dan 100. Angka ribuan biasanya berasal dari koma yang hilang; angka 1 "
    "sampai 4 adalah rata-rata yang belum dikali 25.",
    file="survei.yml",
    wrong="skm:\n  - {periode: 2025-T4, responden: 10, unsur: {persyaratan: 3.6, prosedur: 3.6, waktu: 3.4, biaya: 4, "
    "produk: 3.5, kompetensi: 3.6, perilaku: 3.7, penanganan_pengaduan: 3.5, sarana_prasarana: 3.4}, terbit: 8972}",
    right="skm:\n  - {periode: 2025-T4, responden: 10, unsur: {persyaratan: 3.6, prosedur: 3.6, waktu: 3.4, biaya: 4, "
    "produk: 3.5, kompetensi: 3.6, perilaku: 3.7, penanganan_pengaduan: 3.5, sarana_prasarana: 3.4}, terbit: 89.72}",
)
CODES = (DI_LUAR,)
KEYS = frozenset({"skm"})


def check_survei(survei: Survei, context: Context) -> Iterator[Problem]:
    """Yield each number that no survey can give."""
    for number, skm in enumerate(survei.skm):
        if skm.terbit is not None and not 25 <= skm.terbit <= 100:
            message = f"IKM {skm.terbit:g} di luar 25 sampai 100"
            yield Problem(DI_LUAR, ("skm", number, "terbit"), message, "tulis IKM yang diumumkan, dengan titik: 91.48")
