"""C01 to C03: who the office is."""

from kriteria.kasus import case, layanan, profil

C02_PELAKU = "sistem_mekanisme_prosedur: [ {langkah: Mengisi, pelaku: Pemohon}, {langkah: Memeriksa, pelaku: Petugas PTSP} ]"
C02_NIP = "unit_pengelola: Seksi A, NIP 19900101 201501 1 001"
C02_PEMOHON = "sistem_mekanisme_prosedur: [ {langkah: Datang, pelaku: Calon pengantin} ]"

CASES = [
    case(
        "01",
        "terpenuhi",
        "4 dari 4 keterangan kantor ada.",
        profil(
            'alamat: Jalan A\nkontak: {telepon: "(0999) 000001", surel: ptsp@contoh.example}\n'
            "jam_layanan: {zona: WIB, hari: {senin: 08.00-16.00}}"
        ),
    ),
    case(
        "01",
        "sebagian",
        "2 dari 4 keterangan kantor ada. Belum: telepon kantor, jam layanan.",
        profil("alamat: Jalan A\nkontak: {surel: ptsp@contoh.example}"),
        "satker.yml: kontak.telepon",
        "satker.yml: jam_layanan",
    ),
    case(
        "01",
        "belum",
        "0 dari 4 keterangan kantor ada. Belum: alamat, telepon kantor, surel kantor, jam layanan.",
        {},
        "satker.yml: alamat",
        "satker.yml: kontak.telepon",
        "satker.yml: kontak.surel",
        "satker.yml: jam_layanan",
    ),
    case(
        "02",
        "terpenuhi",
        "Pimpinan sudah disebut, dan petugas disebut di 2 dari 2 layanan yang buka.",
        profil("pimpinan: {jabatan: Kepala Kantor, nama: Nama}") | layanan("unit_pengelola: Seksi A", C02_PELAKU),
    ),
    case(
        "02",
        "sebagian",
        "Pimpinan sudah disebut, dan petugas disebut di 1 dari 2 layanan yang buka. "
        "1 di antaranya memuat angka sepanjang NIP atau NIK.",
        profil("pimpinan: {jabatan: Kepala Kantor}") | layanan(C02_NIP, C02_PEMOHON),
        "layanan/b.yml: unit_pengelola atau pelaku",
        "layanan/a.yml: unit_pengelola atau pelaku, hapus NIP atau NIK",
    ),
    case(
        "02",
        "belum",
        "Pimpinan belum disebut, dan petugas disebut di 0 dari 1 layanan yang buka.",
        layanan(""),
        "satker.yml: pimpinan (jabatan)",
        "layanan/a.yml: unit_pengelola atau pelaku",
    ),
    case(
        "03",
        "terpenuhi",
        "3 dari 3 unsur profil ada.",
        profil("visi: V\nmisi: [ M ]\nnilai: [ integritas, Profesionalitas, Inovasi, Tanggung jawab, Keteladanan ]"),
    ),
    case(
        "03",
        "sebagian",
        "1 dari 3 unsur profil ada. Belum: misi, lima nilai budaya kerja.",
        profil("visi: V\nnilai: [ Integritas, Inovasi, Keteladanan ]"),
        "satker.yml: misi",
        "satker.yml: nilai (Profesionalitas, Tanggung Jawab)",
    ),
    case(
        "03",
        "belum",
        "0 dari 3 unsur profil ada. Belum: visi, misi, lima nilai budaya kerja.",
        {},
        "satker.yml: visi",
        "satker.yml: misi",
        "satker.yml: nilai (Integritas, Profesionalitas, Inovasi, Tanggung Jawab, Keteladanan)",
    ),
]
