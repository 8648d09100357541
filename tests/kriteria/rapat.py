"""C27 to C29: meetings, their follow-ups, and coaching."""

from datetime import date

from kriteria.kasus import LEWAT, Kasus, rows

BULAN = [(f"2026-{number:02}", "bulanan") for number in range(1, 11)]
LAIN = [("2026-T1", "triwulan"), ("2026-T2", "triwulan"), ("2026-T3", "triwulan"), ("2026-S1", "semester")]


def rapat(slots: list[tuple[str, str]]) -> dict[str, str]:
    """Return a zi.yml with a meeting for each of *slots*."""
    rows = [f"  - {{jenis: {kind}, periode: {text}, tanggal: 2026-11-02}}" for text, kind in slots]
    return {"zi.yml": "\n".join(["rapat_evaluasi:", *rows])}


def tugas(*tasks: str) -> dict[str, str]:
    """Return a zi.yml with one meeting and its follow-ups."""
    rows = ", ".join(f"{{uraian: Tugas {number}, {task}}}" for number, task in enumerate(tasks, 1))
    return {"zi.yml": f"rapat_evaluasi:\n  - {{jenis: bulanan, periode: 2026-10, tanggal: 2026-11-02, tindak_lanjut: [{rows}]}}"}


PEMBINAAN = ("dari: Kepala, kepada: Kasi, tanggal: 2026-02-02", "dari: Kasi, kepada: Pelaksana, tanggal: 2026-05-04")

CASES = [
    # Meetings
    Kasus(
        "C27",
        rapat(BULAN + LAIN),
        "terpenuhi",
        "14 dari 14 rapat evaluasi 2026 yang sudah waktunya tercatat (bulanan 10/10, triwulan 3/3, semester 1/1).",
    ),
    Kasus(
        "C27",
        rapat(BULAN[:8] + LAIN[1:]),
        "sebagian",
        "11 dari 14 rapat evaluasi 2026 yang sudah waktunya tercatat (bulanan 8/10, triwulan 2/3, semester 1/1).",
        (
            "zi.yml: rapat_evaluasi, jenis bulanan, periode 2026-09, 2026-10",
            "zi.yml: rapat_evaluasi, jenis triwulan, periode 2026-T1",
        ),
    ),
    Kasus(
        "C27",
        rapat([("2025-10", "bulanan"), ("2026-11", "bulanan")]),
        "belum",
        "0 dari 1 rapat evaluasi 2026 yang sudah waktunya tercatat (bulanan 0/1).",
        ("zi.yml: rapat_evaluasi, jenis bulanan, periode 2026-01",),
        per=date(2026, 1, 31),
    ),
    Kasus("C27", {}, "tidak_berlaku", "Belum ada bulan yang berakhir pada 2026.", per=date(2026, 1, 30)),
    # Follow-ups of meetings
    Kasus(
        "C28",
        tugas("status: selesai", "status: batal, alasan: Pindah", "status: belum, tenggat: 2026-11-24"),
        "terpenuhi",
        "3 dari 3 tindak lanjut rapat sudah ditutup (2) atau tenggatnya belum lewat (1).",
    ),
    Kasus(
        "C28",
        tugas("status: selesai", "status: belum", "status: berjalan, tenggat: 2026-11-23"),
        "sebagian",
        "1 dari 3 tindak lanjut rapat sudah ditutup (1) atau tenggatnya belum lewat (0).",
        (
            "zi.yml: rapat_evaluasi bulanan 2026-10, tenggat (Tugas 2)",
            f"zi.yml: rapat_evaluasi bulanan 2026-10, {LEWAT} (Tugas 3)",
        ),
    ),
    Kasus(
        "C28",
        tugas("status: belum"),
        "belum",
        "0 dari 1 tindak lanjut rapat sudah ditutup (0) atau tenggatnya belum lewat (0).",
        ("zi.yml: rapat_evaluasi bulanan 2026-10, tenggat (Tugas 1)",),
    ),
    Kasus("C28", rapat(BULAN), "tidak_berlaku", "Belum ada tindak lanjut rapat yang tercatat."),
    # Coaching
    Kasus(
        "C29",
        rows("pembinaan", *PEMBINAAN[:1]),
        "terpenuhi",
        "1 dari 1 pembinaan tercatat: 1 jenjang kali 1 triwulan yang sudah berakhir.",
        per=date(2026, 3, 31),
    ),
    Kasus(
        "C29",
        rows("pembinaan", *PEMBINAAN),
        "sebagian",
        "2 dari 4 pembinaan tercatat: 2 jenjang kali 2 triwulan yang sudah berakhir.",
        ("zi.yml: pembinaan, Kepala kepada Kasi pada 2026-T2", "zi.yml: pembinaan, Kasi kepada Pelaksana pada 2026-T1"),
        per=date(2026, 7, 1),
    ),
    Kasus(
        "C29",
        rows("pembinaan", "dari: Kepala, kepada: Kasi, tanggal: 2026-10-05"),
        "belum",
        "0 dari 3 pembinaan tercatat: 1 jenjang kali 3 triwulan yang sudah berakhir.",
        tuple(f"zi.yml: pembinaan, Kepala kepada Kasi pada 2026-T{number}" for number in (1, 2, 3)),
    ),
    Kasus(
        "C29",
        rows("pembinaan", "dari: Kepala, kepada: Kasi, tanggal: 2025-10-05"),
        "belum",
        "Belum ada pembinaan pada 2026.",
        ("zi.yml: pembinaan",),
    ),
    Kasus("C29", {}, "tidak_berlaku", "Belum ada triwulan yang berakhir pada 2026.", per=date(2026, 3, 30)),
]
