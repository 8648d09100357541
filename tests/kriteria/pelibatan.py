"""C34 to C36: the public, the mentors' notes, and proof of every recommendation."""

from datetime import date

from kriteria.kasus import LEWAT, Kasus, rows

LIBAT = "bentuk: Forum, tanggal: {}, tindak_lanjut: [ {{uraian: Selebaran, status: selesai}} ]"

CASES = [
    # Engagement of the public
    Kasus(
        "C34",
        rows("pelibatan_publik", *(LIBAT.format(day) for day in ("2026-03-31", "2026-04-01", "2026-07-01"))),
        "terpenuhi",
        "3 dari 3 triwulan 2026 yang sudah berakhir punya pelibatan masyarakat dengan tindak lanjut.",
    ),
    Kasus(
        "C34",
        rows("pelibatan_publik", LIBAT.format("2026-02-18"), LIBAT.format("2026-05-19"), "bentuk: Dialog, tanggal: 2026-05-20"),
        "sebagian",
        "1 dari 3 triwulan 2026 yang sudah berakhir punya pelibatan masyarakat dengan tindak lanjut.",
        ("zi.yml: pelibatan_publik, tindak_lanjut (Dialog, 2026-05-20)", "zi.yml: pelibatan_publik pada 2026-T3"),
    ),
    Kasus(
        "C34",
        rows("pelibatan_publik", LIBAT.format("2026-11-11")),
        "belum",
        "0 dari 3 triwulan 2026 yang sudah berakhir punya pelibatan masyarakat dengan tindak lanjut.",
        tuple(f"zi.yml: pelibatan_publik pada 2026-T{number}" for number in (1, 2, 3)),
    ),
    Kasus("C34", {}, "tidak_berlaku", "Belum ada triwulan yang berakhir pada 2026.", per=date(2026, 3, 30)),
    # Notes of the mentors
    Kasus(
        "C35",
        rows(
            "catatan_pendampingan",
            "nomor: 1, catatan: SOP, status: selesai",
            "nomor: 2, catatan: Rapat, status: batal, alasan: Digabung",
            "nomor: 3, catatan: Kabar, status: berjalan, pj: Tim, tenggat: 2026-11-24",
        ),
        "terpenuhi",
        "3 dari 3 catatan pendampingan ditutup atau punya penanggung jawab dan tenggat yang belum lewat; 1 selesai (33 %).",
    ),
    Kasus(
        "C35",
        rows(
            "catatan_pendampingan",
            "nomor: 1, catatan: SOP, status: selesai",
            "nomor: 2, catatan: Rapat, status: belum",
            "nomor: 3, catatan: Kabar, status: berjalan, pj: Tim, tenggat: 2026-11-23",
        ),
        "sebagian",
        "1 dari 3 catatan pendampingan ditutup atau punya penanggung jawab dan tenggat yang belum lewat; 1 selesai (33 %).",
        (
            "zi.yml: catatan_pendampingan nomor 2, pj, tenggat",
            f"zi.yml: catatan_pendampingan nomor 3, {LEWAT}",
        ),
    ),
    Kasus(
        "C35",
        rows("catatan_pendampingan", "nomor: 1, catatan: Kabar, status: belum, tenggat: 2026-12-18"),
        "belum",
        "0 dari 1 catatan pendampingan ditutup atau punya penanggung jawab dan tenggat yang belum lewat; 0 selesai (0 %).",
        ("zi.yml: catatan_pendampingan nomor 1, pj",),
    ),
    Kasus("C35", {}, "belum", "Catatan pendampingan belum dipublikasikan.", ("zi.yml: catatan_pendampingan",)),
    # Proof for every recommendation
    Kasus(
        "C36",
        {
            "layanan/contoh.yml": "nama: Konsultasi\nkanal: [ {jenis: daring, tautan: https://contoh.example} ]\n",
            "motto.yml": "motto: [ {teks: Siap, titik: [ {gedung: Gedung utama, "
            "bukti: [ {judul: Foto, tautan: https://contoh.example/foto} ]} ]} ]\n",
            "inovasi/contoh.yml": "nama: Inovasi contoh\nsk: {nomor: 1, tautan: https://contoh.example/sk}\n",
            "zi.yml": """\
pencanangan: {tanggal: 2026-01-05, bukti: [ {judul: Berita, tautan: https://contoh.example/1} ]}
agen_perubahan: [ {jabatan: Pelaksana, sk: {nomor: 4, tautan: https://contoh.example/4}} ]
rapat_evaluasi: [ {jenis: bulanan, periode: 2026-10, tanggal: 2026-11-02, bukti: [ {judul: 5,
  tautan: https://contoh.example/5} ]} ]
pembinaan: [ {dari: Kepala, kepada: Kasi, tanggal: 2026-10-12, bukti: [ {judul: 6, tautan: https://contoh.example/6} ]} ]
penghargaan: [ {penerima: Tim, kategori: inovasi, tanggal: 2026-10-12, bukti: [ {judul: 7, tautan: https://contoh.example/7} ]} ]
pelatihan: [ {judul: Prima, tanggal: 2026-10-12, bukti: [ {judul: 8, tautan: https://contoh.example/8} ]} ]
pelibatan_publik: [ {bentuk: Forum, tanggal: 2026-10-12, bukti: [ {judul: 10, tautan: https://contoh.example/10} ]} ]
catatan_pendampingan: [ {nomor: 1, catatan: SOP, status: selesai, bukti: [ {judul: 11, tautan: https://contoh.example/11} ]} ]
""",
        },
        "terpenuhi",
        "11 dari 11 rekomendasi punya bukti yang dapat dibuka.",
    ),
    Kasus(
        "C36",
        {
            "zi.yml": "pencanangan: {tanggal: 2026-01-05, bukti: [ {judul: Berita, tautan: https://contoh.example/1} ]}\n"
            "pelatihan: [ {judul: Prima, tanggal: 2026-10-12} ]\n"
        },
        "sebagian",
        "1 dari 11 rekomendasi punya bukti yang dapat dibuka. Belum: nomor 2, 3, 4, 5, 6, 7, 8, 9, 10, 11.",
        (
            "layanan/nama-layanan.yml: kanal, jenis daring dengan tautan",
            "motto.yml: motto, titik, bukti",
            "zi.yml: agen_perubahan, sk.tautan",
            "zi.yml: rapat_evaluasi, bukti",
            "zi.yml: pembinaan, bukti",
            "zi.yml: penghargaan, bukti",
            "zi.yml: pelatihan, bukti",
            "inovasi/nama-inovasi.yml: bukti",
            "zi.yml: pelibatan_publik, bukti",
            "zi.yml: catatan_pendampingan, bukti",
        ),
        slug="induk",
    ),
    Kasus(
        "C36",
        {},
        "belum",
        "0 dari 11 rekomendasi punya bukti yang dapat dibuka. Belum: nomor 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11.",
        (
            "zi.yml: pencanangan.bukti",
            "layanan/nama-layanan.yml: kanal, jenis daring dengan tautan",
            "motto.yml: motto, titik, bukti",
            "zi.yml: agen_perubahan, sk.tautan",
            "zi.yml: rapat_evaluasi, bukti",
            "zi.yml: pembinaan, bukti",
            "zi.yml: penghargaan, bukti",
            "zi.yml: pelatihan, bukti",
            "inovasi/nama-inovasi.yml: bukti",
            "zi.yml: pelibatan_publik, bukti",
            "zi.yml: catatan_pendampingan, bukti",
        ),
        slug="induk",
    ),
]
