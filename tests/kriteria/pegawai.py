"""C30 to C33: awards, training and innovations."""

from kriteria.kasus import Kasus, rows

INOVASI = "nama: Antrean\nasal: {instansi: Kantor lain}\ntiru: Nomor\nmodifikasi: Pos\n"
DAMPAK = "layanan: [contoh]\ndampak: [ {ukuran: Lama, sebelum: 90, sesudah: 15} ]\n"

CASES = [
    # Awards
    Kasus(
        "C30",
        rows(
            "penghargaan",
            "penerima: Petugas, kategori: pelayanan, tanggal: 2025-11-24, kriteria: Nilai survei",
            "penerima: Tim, kategori: inovasi, tanggal: 2026-08-18",
        ),
        "terpenuhi",
        "1 dari 2 penghargaan dalam 365 hari terakhir menyebut kriterianya.",
    ),
    Kasus(
        "C30",
        rows("penghargaan", "penerima: Tim, kategori: inovasi, tanggal: 2026-08-18"),
        "sebagian",
        "0 dari 1 penghargaan dalam 365 hari terakhir menyebut kriterianya.",
        ("zi.yml: penghargaan, kriteria (Tim, 2026-08-18)",),
    ),
    Kasus(
        "C30",
        rows("penghargaan", "penerima: Tim, kategori: inovasi, tanggal: 2025-11-23, kriteria: Dampak"),
        "belum",
        "Tidak ada penghargaan dalam 365 hari terakhir.",
        ("zi.yml: penghargaan",),
    ),
    # Training
    Kasus(
        "C31",
        {
            "zi.yml": "petugas_layanan: 6\npelatihan:\n  - {judul: Pelayanan prima, tanggal: 2024-11-24, peserta: 4}\n"
            "  - {judul: Disabilitas, tanggal: 2026-09-21, peserta: 6}\n  - {judul: Bahasa isyarat, tanggal: 2026-10-21}"
        },
        "terpenuhi",
        "3 pelatihan dalam 730 hari terakhir, yang terbanyak diikuti 6 peserta untuk 6 petugas layanan (100 %).",
    ),
    Kasus(
        "C31",
        {"zi.yml": "petugas_layanan: 6\npelatihan: [ {judul: Pelayanan prima, tanggal: 2026-03-09, peserta: 4} ]"},
        "sebagian",
        "1 pelatihan dalam 730 hari terakhir, yang terbanyak diikuti 4 peserta untuk 6 petugas layanan (66 %).",
        ("zi.yml: pelatihan, 2 petugas layanan belum ikut",),
    ),
    Kasus(  # the same three officers may have come to both
        "C31",
        {
            "zi.yml": "petugas_layanan: 6\npelatihan:\n  - {judul: Pelayanan prima, tanggal: 2026-03-09, peserta: 3}\n"
            "  - {judul: Disabilitas, tanggal: 2026-09-21, peserta: 3}"
        },
        "sebagian",
        "2 pelatihan dalam 730 hari terakhir, yang terbanyak diikuti 3 peserta untuk 6 petugas layanan (50 %).",
        ("zi.yml: pelatihan, 3 petugas layanan belum ikut",),
    ),
    Kasus(
        "C31",
        rows("pelatihan", "judul: Pelayanan prima, tanggal: 2026-03-09, peserta: 4"),
        "sebagian",
        "1 pelatihan dalam 730 hari terakhir, yang terbanyak diikuti 4 peserta, jumlah petugas belum ada.",
        ("zi.yml: petugas_layanan",),
    ),
    Kasus(
        "C31",
        {"zi.yml": "petugas_layanan: 6\npelatihan: [ {judul: Pelayanan prima, tanggal: 2026-03-09} ]"},
        "belum",
        "1 pelatihan dalam 730 hari terakhir, yang terbanyak diikuti 0 peserta untuk 6 petugas layanan (0 %).",
        ("zi.yml: pelatihan, peserta (Pelayanan prima)",),
    ),
    Kasus(
        "C31",
        rows("pelatihan", "judul: Pelayanan prima, tanggal: 2024-11-23, peserta: 4"),
        "belum",
        "Tidak ada pelatihan dalam 730 hari terakhir.",
        ("zi.yml: petugas_layanan", "zi.yml: pelatihan"),
    ),
    Kasus("C31", {"zi.yml": "petugas_layanan: 0"}, "tidak_berlaku", "Tidak ada petugas layanan."),
    # Innovations
    Kasus(
        "C32",
        {"inovasi/antrean.yml": INOVASI + DAMPAK},
        "terpenuhi",
        "1 dari 2 inovasi menyebut asal, tiru, modifikasi, dan dampak.",
    ),
    Kasus(
        "C32",
        {"inovasi/antrean.yml": INOVASI},
        "sebagian",
        "0 dari 2 inovasi menyebut asal, tiru, modifikasi, dan dampak.",
        ("inovasi/antrean.yml: dampak", "inovasi/contoh.yml: asal, tiru, modifikasi, dampak"),
    ),
    Kasus(
        "C32",
        {},
        "belum",
        "Inovasi belum dipublikasikan.",
        ("inovasi/nama-inovasi.yml: asal, tiru, modifikasi, dampak",),
        slug="induk",
    ),
    Kasus(
        "C33",
        {"inovasi/antrean.yml": INOVASI + DAMPAK},
        "terpenuhi",
        "1 dari 2 layanan dipermudah oleh inovasi yang dampaknya terukur.",
    ),
    Kasus(
        "C33",
        {"inovasi/antrean.yml": INOVASI + "layanan: [contoh]\n"},
        "belum",
        "0 dari 2 layanan dipermudah oleh inovasi yang dampaknya terukur.",
        ("inovasi/antrean.yml: layanan, dampak", "inovasi/contoh.yml: layanan, dampak"),
    ),
    Kasus(
        "C33",
        {"layanan/contoh.yml": "nama: Konsultasi\n"},
        "belum",
        "0 dari 1 layanan dipermudah oleh inovasi yang dampaknya terukur.",
        ("inovasi/nama-inovasi.yml: layanan, dampak",),
        slug="induk",
    ),
    Kasus("C33", {}, "tidak_berlaku", "Tidak ada layanan yang buka.", slug="induk"),
]
