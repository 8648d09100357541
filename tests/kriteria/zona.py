"""C18 to C26: the launch, mottos, change agents and the work plan."""

from kriteria.kasus import SK, case, profil

GEDUNG = """
gedung:
  - nama: Gedung A
    lantai:
      - {nama: Lantai 1, ruang: [ {nama: Loket, layanan: true}, {nama: Gudang} ]}
      - {nama: Lantai 2, ruang: [ {nama: Aula} ]}
"""
AGEN = "jabatan: Pelaksana A"


def motto(text: str, gedung: str = "") -> dict[str, str]:
    """Return a file of mottos, beside a profile with *gedung*."""
    return profil(gedung) | {"motto.yml": f"motto:\n{text}\n"}


def pencanangan(text: str) -> dict[str, str]:
    """Return a launch on a day, with *text* added."""
    return {"zi.yml": f"pencanangan: {{tanggal: 2024-02-05{text}}}\n"}


def agen(*extras: str) -> dict[str, str]:
    """Return a file of change agents, each with one of *extras*."""
    return {"zi.yml": "agen_perubahan:\n" + "".join(f"  - {{{AGEN}{extra}}}\n" for extra in extras)}


def rencana(*areas: int, extra: str = "") -> dict[str, str]:
    """Return a work plan with a complete row for each of *areas*, *extra* added to every row."""
    row = "  - {{id: RK-{0}, area: {0}, kegiatan: Kegiatan, target: 1, pj: Ketua, tenggat: 2026-12-31{1}}}\n"
    return {"zi.yml": "rencana_kerja:\n" + "".join(row.format(area, extra) for area in areas)}


C21 = "keterangan tahap ada"
C23 = "lantai dan ruang layanan punya motto"
C25 = "agen perubahan punya program dan monev dalam 90 hari terakhir"
C26 = "area punya kegiatan dengan target, penanggung jawab, dan tenggat"

CASES = [
    case(
        "18",
        "terpenuhi",
        "3 dari 3 unsur pencanangan ada.",
        pencanangan(", saksi: [ Ombudsman ], bukti: [ {judul: Berita, tautan: https://contoh.example/b} ]"),
    ),
    case(
        "18",
        "sebagian",
        "1 dari 3 unsur pencanangan ada. Belum: saksi, dokumen.",
        pencanangan(""),
        "zi.yml: pencanangan.saksi",
        "zi.yml: pencanangan.bukti",
    ),
    case("18", "belum", "Pencanangan belum dipublikasikan.", {}, "zi.yml: pencanangan"),
    case(
        "19",
        "terpenuhi",
        "40 dari 40 pegawai menandatangani.",
        pencanangan(", jumlah_pegawai: 40, jumlah_penandatangan: 40"),
    ),
    case(
        "19",
        "sebagian",
        "38 dari 40 pegawai menandatangani, kurang 2.",
        pencanangan(", jumlah_pegawai: 40, jumlah_penandatangan: 38"),
        "zi.yml: pencanangan.jumlah_penandatangan, 2 pegawai belum menandatangani",
    ),
    case(
        "19",
        "belum",
        "0 dari 40 pegawai menandatangani, kurang 40.",
        pencanangan(", jumlah_pegawai: 40, jumlah_penandatangan: 0"),
        "zi.yml: pencanangan.jumlah_penandatangan, 40 pegawai belum menandatangani",
    ),
    case(
        "19",
        "belum",
        "Jumlah pegawai atau jumlah penandatangan belum ada.",
        pencanangan(", jumlah_pegawai: 0, jumlah_penandatangan: 0"),
        "zi.yml: pencanangan.jumlah_pegawai",
    ),
    case(
        "19",
        "belum",
        "Jumlah pegawai atau jumlah penandatangan belum ada.",
        {},
        "zi.yml: pencanangan.jumlah_pegawai",
        "zi.yml: pencanangan.jumlah_penandatangan",
    ),
    case(
        "20",
        "terpenuhi",
        "Tim ZI ditetapkan dengan SK Nomor 7 Tahun 2026 tanggal 2026-01-05.",
        profil(f"zi: {{tahap: pembangunan, tim: {{{SK}}}}}"),
    ),
    case(
        "20",
        "sebagian",
        "Tim ZI ada, tetapi SK-nya belum.",
        profil("zi: {tahap: pembangunan, tim: {jumlah_anggota: 9}}"),
        "satker.yml: zi.tim.sk",
    ),
    case(
        "20",
        "sebagian",
        "SK Nomor 7 belum bertanggal.",
        profil("zi: {tahap: pembangunan, tim: {sk: {nomor: 7}}}"),
        "satker.yml: zi.tim.sk.tanggal",
    ),
    case("20", "belum", "Tim ZI belum dipublikasikan.", profil("zi: {tahap: pembangunan}"), "satker.yml: zi.tim"),
    case("20", "belum", "Tim ZI belum dipublikasikan.", {}, "satker.yml: zi.tim"),
    case("21", "terpenuhi", f"2 dari 2 {C21}.", profil("zi: {tahap: pembangunan, tahun: 2021}")),
    case(
        "21",
        "terpenuhi",
        f"3 dari 3 {C21}.",
        profil(f"zi: {{tahap: wbk, tahun: 2025, predikat: [ {{jenis: wbk, tahun: 2025, {SK}}} ]}}"),
    ),
    case(
        "21",
        "sebagian",
        f"1 dari 4 {C21}. Belum: tahun, SK predikat WBK 2025, predikat WBBM.",
        profil("zi: {tahap: wbbm, predikat: [ {jenis: wbk, tahun: 2025} ]}"),
        "satker.yml: zi.tahun",
        "satker.yml: zi.predikat.sk (wbk 2025)",
        "satker.yml: zi.predikat (wbbm, tahun, sk)",
    ),
    case("21", "belum", "Tahap zona integritas belum dipublikasikan.", {}, "satker.yml: zi.tahap, zi.tahun"),
    case(
        "22",
        "terpenuhi",
        "1 dari 1 motto menyebut makna dan SK-nya.",
        motto(f"  - {{teks: Melayani, makna: Ramah, {SK}}}"),
    ),
    case(
        "22",
        "sebagian",
        "0 dari 2 motto menyebut makna dan SK-nya.",
        motto(f"  - {{teks: Melayani}}\n  - {{teks: Berubah, {SK}}}"),
        "motto.yml: makna, sk (“Melayani”)",
        "motto.yml: makna (“Berubah”)",
    ),
    case("22", "belum", "Motto belum dipublikasikan.", {}, "motto.yml: motto"),
    case(
        "23",
        "terpenuhi",
        f"3 dari 3 {C23}.",
        motto("  - {teks: M, titik: [ {gedung: Gedung A, ruang: Loket}, {gedung: Gedung A, lantai: Lantai 2} ]}", GEDUNG),
    ),
    case(
        "23",
        "sebagian",
        f"1 dari 3 {C23}. Belum: Loket (Gedung A, Lantai 1), Lantai 2 (Gedung A).",
        motto("  - {teks: M, titik: [ {gedung: Gedung A, lantai: Lantai 1, ruang: Gudang}, {gedung: Gedung A} ]}", GEDUNG),
        "motto.yml: titik di Loket (Gedung A, Lantai 1)",
        "motto.yml: titik di Lantai 2 (Gedung A)",
    ),
    case(
        "23",
        "belum",
        f"0 dari 3 {C23}. Belum: Lantai 1 (Gedung A), Loket (Gedung A, Lantai 1), Lantai 2 (Gedung A).",
        profil(GEDUNG),
        "motto.yml: titik di Lantai 1 (Gedung A)",
        "motto.yml: titik di Loket (Gedung A, Lantai 1)",
        "motto.yml: titik di Lantai 2 (Gedung A)",
    ),
    case("23", "belum", "Lantai dan ruang gedung belum ditulis.", {}, "satker.yml: gedung.lantai"),
    case("24", "terpenuhi", "1 dari 2 agen perubahan menyebut SK dan perannya.", agen(f", {SK}, peran: Penggerak", "")),
    case(
        "24",
        "sebagian",
        "0 dari 2 agen perubahan menyebut SK dan perannya.",
        agen(", peran: Penggerak", ""),
        "zi.yml: agen_perubahan, sk (Pelaksana A)",
        "zi.yml: agen_perubahan, sk, peran (Pelaksana A)",
    ),
    case("24", "belum", "Agen perubahan belum dipublikasikan.", {}, "zi.yml: agen_perubahan"),
    case(
        "25",
        "terpenuhi",
        f"1 dari 1 {C25}; 2 program untuk 1 agen.",
        agen(", program: [ {judul: P}, {judul: Q} ], monev: [ {tanggal: 2026-01-05}, {tanggal: 2026-08-26} ]"),
    ),
    case(
        "25",
        "sebagian",
        f"1 dari 2 {C25}; 2 program untuk 2 agen.",
        agen(*(f", program: [ {{judul: P}} ], monev: [ {{tanggal: {day}}} ]" for day in ("2026-11-24", "2026-08-25"))),
        "zi.yml: agen_perubahan, monev (2026-08-26 sampai 2026-11-24) (Pelaksana A)",
    ),
    case(
        "25",
        "belum",
        f"0 dari 1 {C25}; 0 program untuk 1 agen.",
        agen(", program: [ {judul: P, status: batal, alasan: Anggaran} ]"),
        "zi.yml: agen_perubahan, program, monev (2026-08-26 sampai 2026-11-24) (Pelaksana A)",
    ),
    case("25", "belum", "Agen perubahan belum dipublikasikan.", {}, "zi.yml: agen_perubahan"),
    case("26", "terpenuhi", f"6 dari 6 {C26}.", rencana(1, 2, 3, 4, 5, 6)),
    case(
        "26",
        "sebagian",
        f"4 dari 6 {C26}. Belum: area 2, 5.",
        rencana(1, 3, 4, 6),
        "zi.yml: rencana_kerja, area 2 (Penataan Tatalaksana): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 5 (Penguatan Pengawasan): target, pj, tenggat",
    ),
    case(
        "26",
        "belum",
        f"0 dari 6 {C26}. Belum: area 1, 2, 3, 4, 5, 6.",
        rencana(1, extra=", status: batal, alasan: Anggaran"),
        "zi.yml: rencana_kerja, area 1 (Manajemen Perubahan): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 2 (Penataan Tatalaksana): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 3 (Penataan Sistem Manajemen SDM Aparatur): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 4 (Penguatan Akuntabilitas): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 5 (Penguatan Pengawasan): target, pj, tenggat",
        "zi.yml: rencana_kerja, area 6 (Peningkatan Kualitas Pelayanan Publik): target, pj, tenggat",
    ),
]
