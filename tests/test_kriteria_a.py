from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from conftest import ROOT
from portal import lay

from generator.kriteria import hasil
from generator.kriteria.hasil import Bukti, Hasil, Konteks, Kriteria
from generator.load import load_satker
from generator.model.record import Lampiran, Sk
from generator.portal import Portal, load_portal

HARI = date(2026, 11, 24)
KODE = ("01", "02", "03", "04", "06", "07", "08", "09", *(str(number) for number in range(10, 27) if number != 15))
PROFIL = """
nama: Kantor Uji
nama_pendek: Kantor Uji
jenis: kankemenag
kode_wilayah: "99.02"
status_data: contoh
"""
TUTUP = "status: ditunda\nalasan: Alat ukur rusak."
TANPA_LAYANAN = "Tidak ada layanan yang buka."
SK = "sk: {nomor: 7 Tahun 2026, tanggal: 2026-01-05}"
TIGA_HARI = "jangka_waktu: {nilai: 3, satuan: hari_kerja}"
JANJI = "jaminan_pelayanan: {waktu: {nilai: 3, satuan: hari_kerja}}"
NIKAH = "biaya_tarif: [ {rupiah: 0}, {rupiah: 600000, dasar: [ uu-25-2009 ]} ]"
DARING = "kanal: [ {jenis: daring, tautan: https://contoh.example/a} ]"
GEDUNG = """
gedung:
  - nama: Gedung A
    lantai:
      - {nama: Lantai 1, ruang: [ {nama: Loket, layanan: true}, {nama: Gudang} ]}
      - {nama: Lantai 2, ruang: [ {nama: Aula} ]}
"""
KELOLA = """
dasar_hukum: [ uu-25-2009 ]
sarana_prasarana_fasilitas: [ Loket ]
kompetensi_pelaksana: [ Teliti ]
pengawasan_internal: [ Kepala seksi memeriksa ]
jumlah_pelaksana: {nilai: 2}
jaminan_pelayanan: {teks: Tepat waktu}
jaminan_keamanan_keselamatan: [ Berkas disimpan terkunci ]
evaluasi_kinerja_pelaksana: [ Setiap tiga bulan ]
"""
AGEN = "jabatan: Pelaksana A"


def layanan(*extras: str) -> dict[str, str]:
    """Return the files of services A, B, …, each with one of *extras*."""
    return {f"layanan/{name.lower()}.yml": f"nama: Layanan {name}\n{extra}\n" for name, extra in zip("ABC", extras, strict=False)}


def profil(text: str) -> dict[str, str]:
    """Return the profile with *text* added."""
    return {"satker.yml": f"{PROFIL}{text}\n"}


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


@dataclass(frozen=True)
class Case:
    """What a satker with *files* gets from the criterion *kode*."""

    kode: str
    status: str
    alasan: str
    files: dict[str, str] = field(default_factory=dict)
    kurang: tuple[str, ...] = ()


def case(kode: str, status: str, alasan: str, files: dict[str, str] | None = None, *kurang: str) -> Case:
    """Return a case; *kurang* is what is still to be written."""
    return Case(kode, status, alasan, files or {}, kurang)


def each(kode: str, isi: str, good: str, lack: str, bad: str = "") -> list[Case]:
    """Return the four outcomes of a criterion that counts services: one with *good* has *isi*, one with *bad* wants *lack*."""
    return [
        case(kode, "terpenuhi", f"2 dari 2 layanan {isi}.", layanan(good, good, TUTUP)),
        case(kode, "sebagian", f"1 dari 2 layanan {isi}. Belum: Layanan B.", layanan(good, bad), f"layanan/b.yml: {lack}"),
        case(kode, "belum", f"0 dari 1 layanan {isi}. Belum: Layanan A.", layanan(bad), f"layanan/a.yml: {lack}"),
        case(kode, "tidak_berlaku", TANPA_LAYANAN, layanan(TUTUP)),
    ]


def one(kode: str, isi: str, extra: str, lack: str = "") -> Case:
    """Return what a single service with *extra* gets; it wants *lack*, or nothing."""
    found, belum = ("0", " Belum: Layanan A.") if lack else ("1", "")
    kurang = (f"layanan/a.yml: {lack}",) if lack else ()
    return case(kode, "belum" if lack else "terpenuhi", f"{found} dari 1 layanan {isi}.{belum}", layanan(extra), *kurang)


C02_PELAKU = "sistem_mekanisme_prosedur: [ {langkah: Mengisi, pelaku: Pemohon}, {langkah: Memeriksa, pelaku: Petugas PTSP} ]"
C02_NIP = "unit_pengelola: Seksi A, NIP 19900101 201501 1 001"
C02_PEMOHON = "sistem_mekanisme_prosedur: [ {langkah: Datang, pelaku: Calon pengantin} ]"
C04 = "menyebut nomor dan tanggal SK"
C07 = "menyebut jangka waktu dengan angka dan satuan"
C08 = "menyebut biaya dengan angka, dan dasar hukumnya bila tidak gratis"
C09 = "menyebut dasar hukum yang masih berlaku"
C10 = "punya jaminan yang sejalan dengan jangka waktunya"
C11 = "punya kanal daring atau alasan tatap muka"
C12 = "menyebut perlu tidaknya tatap muka"
C14 = "ditinjau dalam 365 hari terakhir bersama masyarakat"
C21 = "keterangan tahap ada"
C23 = "lantai dan ruang layanan punya motto"
C25 = "agen perubahan punya program dan monev dalam 90 hari terakhir"
C26 = "area punya kegiatan dengan target, penanggung jawab, dan tenggat"

IDENTITAS = [
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
LAYANAN = [
    *each("04", C04, SK, "sk.nomor, sk.tanggal")[:3],
    one("04", C04, "sk: {nomor: 7 Tahun 2026}", "sk.tanggal"),
    case("04", "belum", TANPA_LAYANAN, layanan(TUTUP), "layanan/nama-layanan.yml: nama, sk.nomor, sk.tanggal"),
    *each(
        "06",
        "memuat kedelapan komponen pengelolaan",
        KELOLA,
        "sarana_prasarana_fasilitas, kompetensi_pelaksana, pengawasan_internal, jumlah_pelaksana, jaminan_pelayanan, "
        "jaminan_keamanan_keselamatan, evaluasi_kinerja_pelaksana",
        "dasar_hukum: [ uu-25-2009 ]",
    ),
    *each("07", C07, TIGA_HARI, "jangka_waktu"),
    one("07", C07, "jangka_waktu: {nilai: 0, satuan: jam}", "jangka_waktu.nilai (lebih dari 0)"),
    *each("08", C08, NIKAH, "biaya_tarif (rupiah: 0 bila gratis)"),
    one("08", C08, "biaya_tarif: [ {rupiah: 0}, {rupiah: 5000} ]", "biaya_tarif.dasar untuk 5000 rupiah"),
    *each("09", C09, "dasar_hukum: [ uu-25-2009 ]", "dasar_hukum"),
    one("09", C09, "dasar_hukum: [ uu-25-2009, pma-22-2024 ]", "dasar_hukum, ganti pma-22-2024 dengan pma-30-2024"),
    *each("10", C10, f"{TIGA_HARI}\n{JANJI}", "jaminan_pelayanan", TIGA_HARI),
    one("10", C10, f"{TIGA_HARI}\njaminan_pelayanan: {{teks: Tepat waktu}}"),
    one("10", C10, f"{TIGA_HARI}\njaminan_pelayanan: {{catatan: Dirapatkan}}", "jaminan_pelayanan"),
    one("10", C10, JANJI, "jangka_waktu (jaminan sudah menyebut waktu)"),
    one(
        "10",
        C10,
        f"jangka_waktu: {{nilai: 3, satuan: hari}}\n{JANJI}",
        "jaminan_pelayanan.waktu, samakan dengan jangka_waktu (3 hari)",
    ),
    *each("11", C11, DARING, "kanal (jenis: daring), atau alasan_tatap_muka", "kanal: [ {jenis: loket} ]"),
    one("11", C11, "tatap_muka: wajib\nalasan_tatap_muka: Dokumen asli dicocokkan."),
    case(
        "12",
        "terpenuhi",
        f"2 dari 2 layanan {C12}. 1 dari 2 layanan (50 persen) selesai tanpa tatap muka.",
        layanan("tatap_muka: tidak", "tatap_muka: wajib\nalasan_tatap_muka: Akad nikah."),
    ),
    case(
        "12",
        "sebagian",
        f"1 dari 3 layanan {C12}. Belum: Layanan B, Layanan C. 1 dari 3 layanan (33 persen) selesai tanpa tatap muka.",
        layanan("tatap_muka: tidak", "", ""),
        "layanan/b.yml: tatap_muka",
        "layanan/c.yml: tatap_muka",
    ),
    one("12", C12, "", "tatap_muka"),
    case("12", "tidak_berlaku", TANPA_LAYANAN, layanan(TUTUP)),
    *each("13", "punya tautan SIPPN", "sippn: https://sippn.menpan.go.id/a", "sippn"),
    *each("14", C14, "ditinjau: {tanggal: 2025-11-24, unsur: [ Alumni ]}", "ditinjau.tanggal, ditinjau.unsur"),
    one(
        "14",
        C14,
        "ditinjau: {tanggal: 2025-11-23, unsur: [ Alumni ]}",
        "ditinjau.tanggal (2025-11-24 sampai 2026-11-24)",
    ),
    one("14", C14, "ditinjau: {tanggal: 2026-11-24}", "ditinjau.unsur"),
    *each("16", "menyebut kompensasinya", "kompensasi: Hasil diantar.", "kompensasi"),
    case(
        "17",
        "terpenuhi",
        "2 dari 8 jenis fasilitas bagi kelompok rentan disebut.",
        profil("ramah_rentan: [ kursi-roda, braille ]"),
    ),
    case("17", "belum", "0 dari 8 jenis fasilitas bagi kelompok rentan disebut.", {}, "satker.yml: ramah_rentan"),
]
ZI = [
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
CASES = [*IDENTITAS, *LAYANAN, *ZI]


def portal_of(files: dict[str, str], folder: Path) -> Portal:
    """Return the base with *files* as the satker ``uji``."""
    for name, text in (profil("") | files).items():
        path = folder / "case" / "uji" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_portal(lay(folder / "case", folder), hari_ini=HARI)


def hasil_of(kode: str, portal: Portal, slug: str) -> Hasil:
    """Return what the satker *slug* gets from the criterion *kode*."""
    satker = next(item for item in portal.satker if item.slug == slug)
    outcome: Hasil = import_module(f"generator.kriteria.c{kode}").nilai(satker, Konteks(portal.bersama, HARI))
    return outcome


@pytest.mark.parametrize("item", CASES, ids=lambda item: f"{item.kode}-{item.status}")
def test_outcome(item: Case, tmp_path: Path) -> None:
    """Status, reason and what is still to be written follow from the records."""
    actual = hasil_of(item.kode, portal_of(item.files, tmp_path), "uji")

    assert (item.status, item.alasan, item.kurang) == (actual.status, actual.alasan, actual.kurang)


def test_more_signers_than_staff(tmp_path: Path) -> None:
    """Numbers that the check refuses meet nothing either."""
    files = pencanangan(", jumlah_pegawai: 40, jumlah_penandatangan: 41")

    assert hasil_of("19", portal_of(files, tmp_path), "uji") == Hasil(
        "belum",
        "Penandatangan (41) lebih banyak daripada pegawai (40).",
        kurang=("zi.yml: pencanangan.jumlah_penandatangan, hitung pegawai saja",),
    )


@pytest.mark.parametrize("item", CASES, ids=lambda item: f"{item.kode}-{item.status}")
def test_case_is_a_valid_record(item: Case, tmp_path: Path) -> None:
    """No case rests on a value that the model would leave out."""
    records = portal_of(item.files, tmp_path).root

    assert load_satker(records, "uji", {}).findings == ()


def test_every_outcome_is_tried() -> None:
    """Each criterion is met once, not met once, and partly met unless its words rule that out."""
    expected = {}
    for kode in KODE:
        kriteria: Kriteria = import_module(f"generator.kriteria.c{kode}").KRITERIA
        expected[kode] = {"terpenuhi", "belum", *(["sebagian"] if kriteria.sebagian else [])}

    assert expected == {kode: {item.status for item in CASES if item.kode == kode} - {"tidak_berlaku"} for kode in KODE}


@pytest.mark.parametrize("kode", KODE)
def test_the_example_meets_it(kode: str) -> None:
    """The satker that shows how to fill in the portal leaves nothing to be written, and its evidence is there."""
    actual = hasil_of(kode, load_portal(ROOT / "satker", hari_ini=HARI), "contoh")

    assert (actual.status, actual.kurang, bool(actual.bukti)) == ("terpenuhi", (), True)


def test_evidence(tmp_path: Path) -> None:
    """Evidence leads to an attachment or to the web; a link that is not https leads nowhere."""
    satker = portal_of({}, tmp_path).satker[-1]
    items = [
        Lampiran(judul="Foto", berkas="foto.png"),
        Lampiran(judul="Lama", tautan="http://contoh.example"),
        Lampiran(judul="Berita", tautan="https://contoh.example/b"),
    ]

    assert (
        Bukti("Foto", "satker/uji/berkas/foto.png"),
        Bukti("Berita", "https://contoh.example/b"),
    ) == hasil.dari_lampiran(satker, items)


def test_decrees() -> None:
    """A decree that many records name is linked once, and only if it is on the web."""
    sk = Sk(nomor="7", tautan="https://contoh.example/sk")

    assert (Bukti("SK Nomor 7", "https://contoh.example/sk"),) == hasil.dari_sk([sk, None, Sk(nomor="8"), sk])
