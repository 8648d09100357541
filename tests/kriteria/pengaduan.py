"""C37 to C41: complaints, and what staff must not do."""

from kriteria.kasus import Kasus

KANAL_BERSAMA = """\
lapor: {jenis: lapor, nama: SP4N-LAPOR!, alamat: https://www.lapor.go.id}
itjen: {jenis: itjen, nama: SIMDUMAS, alamat: https://simdumas.kemenag.go.id}
ombudsman: {jenis: ombudsman, nama: Ombudsman, alamat: https://ombudsman.go.id}
kpk: {jenis: kpk, nama: KPK, alamat: https://kws.kpk.go.id}
upg-kpk: {jenis: upg, nama: GOL, alamat: https://gol.kpk.go.id}
"""
NASIONAL = "  lapor: bersama\n  itjen: bersama\n  ombudsman: bersama\n  kpk: bersama\n"
LOKET = "  loket: {jenis: loket, nama: Loket, petugas: Petugas pengaduan, tenggat: {nilai: 3, satuan: hari_kerja}}\n"
KOTAK = "  kotak: {jenis: kotak, nama: Kotak saran}\n"

CASES = [
    # Complaints, and what staff must not do
    Kasus(
        "C37",
        {"_bersama/kanal.yml": KANAL_BERSAMA, "pengaduan.yml": f"kanal:\n{NASIONAL}{LOKET}"},
        "terpenuhi",
        "5 dari 5 kanal pengaduan ada.",
    ),
    Kasus(
        "C37",
        {
            "pengaduan.yml": "kanal:\n  simdumas: {jenis: itjen, nama: SIMDUMAS, alamat: https://simdumas.kemenag.go.id}\n"
            "  wbs: {jenis: wbs, nama: WBS, alamat: https://contoh.example/wbs}\n"
        },
        "sebagian",
        "1 dari 5 kanal pengaduan ada. Belum: SP4N-LAPOR!, Ombudsman, KPK, kanal sendiri.",
        (
            "pengaduan.yml: kanal, lapor: bersama",
            "pengaduan.yml: kanal, ombudsman: bersama",
            "pengaduan.yml: kanal, kpk: bersama",
            "pengaduan.yml: kanal, satu kanal sendiri (loket, telepon, whatsapp, surel, atau situs)",
        ),
    ),
    Kasus(
        "C37",
        {},
        "belum",
        "0 dari 5 kanal pengaduan ada. Belum: SP4N-LAPOR!, Inspektorat Jenderal, Ombudsman, KPK, kanal sendiri.",
        (
            "pengaduan.yml: kanal, lapor: bersama",
            "pengaduan.yml: kanal, itjen: bersama",
            "pengaduan.yml: kanal, ombudsman: bersama",
            "pengaduan.yml: kanal, kpk: bersama",
            "pengaduan.yml: kanal, satu kanal sendiri (loket, telepon, whatsapp, surel, atau situs)",
        ),
        slug="induk",
    ),
    Kasus(
        "C38",
        {"pengaduan.yml": f"kanal:\n  lapor: bersama\n{LOKET}"},
        "terpenuhi",
        "1 dari 1 kanal pengaduan sendiri menyebut petugas dan tenggat.",
    ),
    Kasus(
        "C38",
        {"pengaduan.yml": f"kanal:\n{LOKET}{KOTAK}"},
        "sebagian",
        "1 dari 2 kanal pengaduan sendiri menyebut petugas dan tenggat. Belum: Kotak saran.",
        ("pengaduan.yml: kanal.kotak, petugas, tenggat",),
    ),
    Kasus(
        "C38",
        {"pengaduan.yml": f"kanal:\n{KOTAK}"},
        "belum",
        "0 dari 1 kanal pengaduan sendiri menyebut petugas dan tenggat. Belum: Kotak saran.",
        ("pengaduan.yml: kanal.kotak, petugas, tenggat",),
    ),
    Kasus("C38", {}, "tidak_berlaku", "Belum ada kanal pengaduan sendiri."),
    Kasus(
        "C39",
        {
            "pengaduan.yml": "statistik:\n  - {periode: 2026-T3, masuk: 12, diproses: 2, selesai: 10, median_hari: 3}\n"
            "  - {periode: 2026-T2, masuk: 13, diproses: 0, selesai: 13, median_hari: 4}\n"
        },
        "terpenuhi",
        "Statistik terbaru (2026-T3) berumur 55 hari: 12 masuk, 2 diproses, 10 selesai, median 3 hari.",
    ),
    Kasus(
        "C39",
        {"pengaduan.yml": "statistik: [ {periode: 2026-T3, masuk: 0, diproses: 0, selesai: 0} ]\n"},
        "terpenuhi",
        "Statistik terbaru (2026-T3) berumur 55 hari: 0 masuk, 0 diproses, 0 selesai, tanpa median.",
    ),
    Kasus(
        "C39",
        {"pengaduan.yml": "statistik: [ {periode: 2026-07, masuk: 9, diproses: 1, selesai: 8} ]\n"},
        "sebagian",
        "Statistik terbaru (2026-07) berumur 116 hari, lebih dari 100: 9 masuk, 1 diproses, 8 selesai, tanpa median.",
        (
            "pengaduan.yml: statistik untuk periode sesudah 2026-07, sampai 2026-11-24",
            "pengaduan.yml: statistik 2026-07, median_hari",
        ),
    ),
    Kasus("C39", {}, "belum", "Statistik pengaduan belum dipublikasikan.", ("pengaduan.yml: statistik",)),
    Kasus(
        "C40",
        {
            "_bersama/kanal.yml": KANAL_BERSAMA,
            "pengaduan.yml": "kanal:\n  upg-kpk: bersama\n  wbs: {jenis: wbs, nama: WBS, alamat: https://contoh.example/wbs}\n",
            "informasi.yml": "gratifikasi: {uraian: Dilaporkan dalam 30 hari kerja.}\n",
        },
        "terpenuhi",
        "3 dari 3 unsur pelaporan ada.",
    ),
    Kasus(
        "C40",
        {"informasi.yml": "gratifikasi: {uraian: Dilaporkan dalam 30 hari kerja.}\n"},
        "sebagian",
        "1 dari 3 unsur pelaporan ada. Belum: kanal WBS, kanal UPG.",
        (
            "pengaduan.yml: kanal dengan jenis wbs",
            "pengaduan.yml: kanal, upg-kpk: bersama (atau kanal sendiri dengan jenis upg)",
        ),
    ),
    Kasus(
        "C40",
        {},
        "belum",
        "0 dari 3 unsur pelaporan ada. Belum: kanal WBS, kanal UPG, penjelasan gratifikasi.",
        (
            "pengaduan.yml: kanal dengan jenis wbs",
            "pengaduan.yml: kanal, upg-kpk: bersama (atau kanal sendiri dengan jenis upg)",
            "informasi.yml: gratifikasi",
        ),
    ),
    Kasus(
        "C41",
        {"informasi.yml": "benturan_kepentingan: {uraian: Pegawai digantikan.}\n"},
        "terpenuhi",
        "Pernyataan tentang benturan kepentingan ada.",
    ),
    Kasus(
        "C41",
        {},
        "belum",
        "Pernyataan tentang benturan kepentingan belum dipublikasikan.",
        ("informasi.yml: benturan_kepentingan",),
    ),
]
