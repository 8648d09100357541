"""C42 to C44: surveys."""

import re

from kriteria.kasus import Kasus

TOTAL = (
    "{persyaratan: 105, prosedur: 101, waktu: 100, biaya: 116, produk: 102, kompetensi: 105, perilaku: 106, "
    "penanganan_pengaduan: 105, sarana_prasarana: 115}"
)
SAMA = re.sub(r"\d+", "87", TOTAL)


def skm(*periods: str, total: str = TOTAL, responden: int = 29, more: str = "") -> dict[str, str]:
    """Return a survei.yml with the same survey in each of *periods*; *more* are further keys of the last."""
    items = [f"  - {{periode: {period}, responden: {responden}, total: {total}" for period in periods]
    return {"survei.yml": "skm:\n" + "}\n".join(items) + f"{more}}}\n"}


def ditindak(*unsur: str) -> str:
    """Return follow-ups for *unsur*, to be added to a survey."""
    return f", tindak_lanjut: [{', '.join(f'{{unsur: {item}, uraian: Perbaikan, status: berjalan}}' for item in unsur)}]"


CASES = [
    # The satisfaction survey
    Kasus(
        "C42",
        skm("2025-T3", "2025-T4", "2026-T1", "2026-T2", "2026-T3", more=", terbit: 91.48"),
        "terpenuhi",
        "4 survei kepuasan dalam 365 hari terakhir; terbaru 2026-T3 dengan 29 responden, IKM 91,48 (A).",
    ),
    Kasus(
        "C42",
        skm("2026-S1"),
        "terpenuhi",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A).",
    ),
    Kasus(
        "C42",
        skm("2026-S1", more=", terbit: 90.56"),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A). 2026-S1: IKM terbit 90,56, dari jawabannya 91,48, angka yang keluar dari bobot 0,11.",
        ("survei.yml: skm 2026-S1, terbit: 91.48",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", more=", terbit: 95"),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A). 2026-S1: IKM terbit 95,00, dari jawabannya 91,48.",
        ("survei.yml: skm 2026-S1, terbit: 91.48",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", responden=0),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 0 responden. "
        "2026-S1: jumlah respondennya 0.",
        ("survei.yml: skm 2026-S1, responden",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", responden=20),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 20 responden. "
        "2026-S1: ada rata-rata unsur di luar 1 sampai 4.",
        ("survei.yml: skm 2026-S1, total dan responden",),
    ),
    Kasus("C42", skm("2025-T3"), "belum", "Tidak ada survei kepuasan dalam 365 hari terakhir.", ("survei.yml: skm",)),
    Kasus(
        "C43",
        skm("2026-T2", "2026-T3", more=ditindak("waktu", "prosedur", "produk")),
        "terpenuhi",
        "3 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut.",
    ),
    Kasus(
        "C43",
        skm("2026-T3", total=SAMA, more=ditindak("biaya", "perilaku", "persyaratan")),
        "terpenuhi",
        "3 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut.",
    ),
    Kasus(
        "C43",
        skm("2026-T3", more=ditindak("waktu", "biaya")),
        "sebagian",
        "1 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut. Belum: sistem, mekanisme, dan prosedur; produk spesifikasi "
        "jenis pelayanan.",
        (
            "survei.yml: skm 2026-T3, tindak_lanjut untuk unsur prosedur",
            "survei.yml: skm 2026-T3, tindak_lanjut untuk unsur produk",
        ),
    ),
    Kasus(
        "C43",
        skm("2026-T3", total=SAMA),
        "belum",
        "0 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut. Belum: persyaratan; sistem, mekanisme, dan prosedur; waktu "
        "penyelesaian.",
        tuple(f"survei.yml: skm 2026-T3, tindak_lanjut untuk unsur {unsur}" for unsur in ("persyaratan", "prosedur", "waktu")),
    ),
    Kasus("C43", {}, "tidak_berlaku", "Belum ada survei kepuasan yang dapat dihitung."),
    Kasus("C43", skm("2026-T3", responden=0), "tidak_berlaku", "Belum ada survei kepuasan yang dapat dihitung."),
    # Perception surveys
    Kasus(
        "C44",
        {
            "survei.yml": "spak:\n  - {periode: 2026-S1, responden: 50, nilai: 3.72}\n"
            "  - {periode: 2025-S2, responden: 50, nilai: 3.6}\n"
            "spkp: [ {periode: 2025-S2, responden: 50, nilai: 3.6} ]\n"
        },
        "terpenuhi",
        "2 dari 2 survei persepsi ada untuk 365 hari terakhir: SPAK 3,72 (2026-S1), SPKP 3,60 (2025-S2).",
    ),
    Kasus(
        "C44",
        {
            "survei.yml": "spak: [ {periode: 2025-S1, responden: 50, nilai: 3.72} ]\n"
            "spkp: [ {periode: 2026-S1, responden: 50, nilai: 3.66} ]\n"
        },
        "sebagian",
        "1 dari 2 survei persepsi ada untuk 365 hari terakhir: SPKP 3,66 (2026-S1). Belum: SPAK.",
        ("survei.yml: spak",),
    ),
    Kasus(
        "C44",
        {},
        "belum",
        "0 dari 2 survei persepsi ada untuk 365 hari terakhir. Belum: SPAK, SPKP.",
        ("survei.yml: spak", "survei.yml: spkp"),
    ),
]
