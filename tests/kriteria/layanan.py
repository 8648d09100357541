"""C04 to C17: the service standards."""

from kriteria.kasus import SK, Kasus, case, layanan, profil

TUTUP = "status: ditunda\nalasan: Alat ukur rusak."
TANPA_LAYANAN = "Tidak ada layanan yang buka."
TIGA_HARI = "jangka_waktu: {nilai: 3, satuan: hari_kerja}"
JANJI = "jaminan_pelayanan: {waktu: {nilai: 3, satuan: hari_kerja}}"
NIKAH = "biaya_tarif: [ {rupiah: 0}, {rupiah: 600000, dasar: [ uu-25-2009 ]} ]"
DARING = "kanal: [ {jenis: daring, tautan: https://contoh.example/a} ]"
ENAM = """
persyaratan: [ KTP ]
sistem_mekanisme_prosedur: [ {langkah: Mengisi, pelaku: Pemohon} ]
jangka_waktu: {nilai: 3, satuan: hari_kerja}
biaya_tarif: [ {rupiah: 0} ]
produk_pelayanan: [ Surat ]
penanganan_pengaduan: {kanal: [ lapor ]}
"""
LIMA = "sistem_mekanisme_prosedur, jangka_waktu, biaya_tarif, produk_pelayanan, penanganan_pengaduan"
JANJI_SAJA = "Kami sanggup melayani sesuai standar pelayanan"
MAKLUMAT = f"""
maklumat:
  teks: {JANJI_SAJA}, memperbaikinya lewat perbaikan terus-menerus, dan siap menerima sanksi.
  sk: {{nomor: 1 Tahun 2026, tanggal: 2026-03-02}}
  penandatangan: Kepala Kantor
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


def each(kode: str, isi: str, good: str, lack: str, bad: str = "") -> list[Kasus]:
    """Return the four outcomes of a criterion that counts services: one with *good* has *isi*, one with *bad* wants *lack*."""
    return [
        case(kode, "terpenuhi", f"2 dari 2 layanan {isi}.", layanan(good, good, TUTUP)),
        case(kode, "sebagian", f"1 dari 2 layanan {isi}. Belum: Layanan B.", layanan(good, bad), f"layanan/b.yml: {lack}"),
        case(kode, "belum", f"0 dari 1 layanan {isi}. Belum: Layanan A.", layanan(bad), f"layanan/a.yml: {lack}"),
        case(kode, "tidak_berlaku", TANPA_LAYANAN, layanan(TUTUP)),
    ]


def one(kode: str, isi: str, extra: str, lack: str = "") -> Kasus:
    """Return what a single service with *extra* gets; it wants *lack*, or nothing."""
    found, belum = ("0", " Belum: Layanan A.") if lack else ("1", "")
    kurang = (f"layanan/a.yml: {lack}",) if lack else ()
    return case(kode, "belum" if lack else "terpenuhi", f"{found} dari 1 layanan {isi}.{belum}", layanan(extra), *kurang)


C04 = "menyebut nomor dan tanggal SK"
C07 = "menyebut jangka waktu dengan angka dan satuan"
C08 = "menyebut biaya dengan angka, dan dasar hukumnya bila tidak gratis"
C09 = "menyebut dasar hukum yang masih berlaku"
C10 = "punya jaminan yang sejalan dengan jangka waktunya"
C11 = "punya kanal daring atau alasan tatap muka"
C12 = "menyebut perlu tidaknya tatap muka"
C14 = "ditinjau dalam 365 hari terakhir bersama masyarakat"

CASES = [
    *each("04", C04, SK, "sk.nomor, sk.tanggal")[:3],
    one("04", C04, "sk: {nomor: 7 Tahun 2026}", "sk.tanggal"),
    case("04", "belum", TANPA_LAYANAN, layanan(TUTUP), "layanan/nama-layanan.yml: nama, sk.nomor, sk.tanggal"),
    *each("05", "memuat keenam komponen", ENAM, LIMA, "persyaratan: [ KTP ]"),
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
    case("15", "terpenuhi", "5 dari 5 unsur ada.", profil(MAKLUMAT)),
    case(
        "15",
        "sebagian",
        "1 dari 5 unsur ada. Belum: perbaikan terus-menerus, sanksi atau kompensasi, SK bertanggal, penandatangan.",
        profil(f"maklumat: {{teks: {JANJI_SAJA}., sk: {{nomor: 1 Tahun 2026}}}}"),
        "satker.yml: maklumat, perbaikan terus-menerus",
        "satker.yml: maklumat, sanksi atau kompensasi",
        "satker.yml: maklumat, SK bertanggal",
        "satker.yml: maklumat, penandatangan",
    ),
    case("15", "belum", "Maklumat belum dipublikasikan.", {}, "satker.yml: maklumat"),
    *each("16", "menyebut kompensasinya", "kompensasi: Hasil diantar.", "kompensasi"),
    case(
        "17",
        "terpenuhi",
        "2 dari 8 jenis fasilitas bagi kelompok rentan disebut.",
        profil("ramah_rentan: [ kursi-roda, braille ]"),
    ),
    case("17", "belum", "0 dari 8 jenis fasilitas bagi kelompok rentan disebut.", {}, "satker.yml: ramah_rentan"),
]
