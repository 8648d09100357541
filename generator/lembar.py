"""The workbook in which an office keeps its service standards: its sheets, their columns, and the key that each column fills."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.layanan import JenisKanal, StatusLayanan, TatapMuka
from generator.model.record import Satuan
from generator.model.satker import Bersama

Isi = Literal["teks", "daftar", "ya_tidak", "tanggal", "angka"]

EXAMPLE = "CONTOH"  # a row that begins with this word is only shown
HEADER_ROWS = 2  # the names of the columns, and the keys below them
PETUNJUK, PILIHAN = "Petunjuk", "Pilihan"  # the sheets that hold no services
YA_TIDAK = {"ya": "true", "tidak": "false"}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column; *key* is where its cells go in the record, with points; *pilihan* names the list that they are chosen from."""

    key: str
    judul: str
    isi: Isi = "teks"
    pilihan: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to the value."""
        return tuple(self.key.split("."))


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet whose rows are services, or items of the list *key* of the service that their first cell names."""

    nama: str
    judul: str
    kolom: tuple[Kolom, ...]
    key: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to the list; none for services themselves."""
        return tuple(self.key.split(".")) if self.key else ()


SLUG = Kolom("slug", "Nama alamat")


def _waktu(key: str, judul: str) -> Iterator[Kolom]:
    yield Kolom(f"{key}.nilai", f"{judul}: lamanya", "angka")
    yield Kolom(f"{key}.satuan", f"{judul}: satuan", pilihan="satuan")
    yield Kolom(f"{key}.sejak", f"{judul}: dihitung sejak")
    yield Kolom(f"{key}.paling_cepat", f"{judul}: paling cepat", "angka")


LAYANAN = Lembar(
    "Layanan",
    "satu baris untuk satu layanan",
    (
        SLUG,
        Kolom("dasar", "Standar induk", pilihan="dasar"),
        Kolom("nama", "Nama layanan"),
        Kolom("ringkasan", "Ringkasan"),
        Kolom("kategori", "Kategori", pilihan="kategori"),
        Kolom("sasaran", "Sasaran"),
        Kolom("kata_kunci", "Kata kunci", "daftar"),
        Kolom("status", "Status", pilihan="status"),
        Kolom("alasan", "Alasan, kalau status bukan buka"),
        Kolom("pengganti.nama", "Pengganti: nama"),
        Kolom("pengganti.tautan", "Pengganti: tautan"),
        Kolom("unit_pengelola", "Unit pengelola"),
        Kolom("tatap_muka", "Tatap muka", pilihan="tatap_muka"),
        Kolom("alasan_tatap_muka", "Alasan tatap muka"),
        Kolom("persyaratan", "Persyaratan", "daftar"),
        *_waktu("jangka_waktu", "Jangka waktu"),
        Kolom("produk_pelayanan", "Produk pelayanan", "daftar"),
        Kolom("penanganan_pengaduan.kanal", "Pengaduan: kanal", "daftar", "kanal"),
        Kolom("penanganan_pengaduan.petugas", "Pengaduan: petugas"),
        *_waktu("penanganan_pengaduan.tenggat", "Pengaduan: tenggat"),
        Kolom("penanganan_pengaduan.keterangan", "Pengaduan: keterangan"),
        Kolom("dasar_hukum", "Dasar hukum", "daftar", "hukum"),
        Kolom("sarana_prasarana_fasilitas", "Sarana, prasarana, fasilitas", "daftar"),
        Kolom("kompetensi_pelaksana", "Kompetensi pelaksana", "daftar"),
        Kolom("pengawasan_internal", "Pengawasan internal", "daftar"),
        Kolom("jumlah_pelaksana.nilai", "Jumlah pelaksana", "angka"),
        Kolom("jumlah_pelaksana.keterangan", "Jumlah pelaksana: keterangan"),
        Kolom("jaminan_pelayanan.teks", "Jaminan pelayanan"),
        *_waktu("jaminan_pelayanan.waktu", "Jaminan pelayanan"),
        Kolom("jaminan_keamanan_keselamatan", "Jaminan keamanan dan keselamatan", "daftar"),
        Kolom("evaluasi_kinerja_pelaksana", "Evaluasi kinerja pelaksana", "daftar"),
        Kolom("kompensasi", "Kompensasi"),
        Kolom("sk.nomor", "SK: nomor"),
        Kolom("sk.tanggal", "SK: tanggal", "tanggal"),
        Kolom("sk.tentang", "SK: tentang"),
        Kolom("sk.tautan", "SK: tautan"),
        Kolom("ditinjau.tanggal", "Ditinjau: tanggal", "tanggal"),
        Kolom("ditinjau.unsur", "Ditinjau: unsur masyarakat", "daftar"),
        Kolom("sippn", "Tautan SIPPN"),
        Kolom("alamat_lama", "Nama alamat yang lama", "daftar"),
        Kolom("diperiksa.tanggal", "Diperiksa: tanggal", "tanggal"),
        Kolom("diperiksa.oleh", "Diperiksa: oleh"),
        Kolom("catatan", "Catatan pengelola (tidak dipublikasikan)"),
    ),
)
PROSEDUR = Lembar(
    "Prosedur",
    "satu baris untuk satu langkah, menurut urutannya",
    (SLUG, Kolom("langkah", "Langkah"), Kolom("pelaku", "Pelaku"), *_waktu("waktu", "Waktu")),
    "sistem_mekanisme_prosedur",
)
BIAYA = Lembar(
    "Biaya",
    "satu baris untuk satu tarif; tulis 0 kalau gratis",
    (
        SLUG,
        Kolom("rupiah", "Rupiah", "angka"),
        Kolom("keterangan", "Keterangan"),
        Kolom("pnbp", "PNBP", "ya_tidak", "ya_tidak"),
        Kolom("dasar", "Dasar hukum", "daftar", "hukum"),
    ),
    "biaya_tarif",
)
KANAL = Lembar(
    "Kanal",
    "satu baris untuk satu cara mengakses layanan",
    (SLUG, Kolom("jenis", "Jenis", pilihan="jenis_kanal"), Kolom("nama", "Nama"), Kolom("tautan", "Tautan")),
    "kanal",
)
_LAMPIRAN = (
    SLUG,
    Kolom("judul", "Judul"),
    Kolom("tautan", "Tautan, kalau ada di web"),
    Kolom("berkas", "Nama di folder berkas/, kalau tidak"),
)
FORMULIR = Lembar("Formulir", "satu baris untuk satu formulir", _LAMPIRAN, "formulir")
BUKTI = Lembar(
    "Bukti tinjauan",
    "satu baris untuk satu bukti bahwa standar ditinjau bersama masyarakat",
    (*_LAMPIRAN, Kolom("tanggal", "Tanggal", "tanggal")),
    "ditinjau.bukti",
)
SUMBER = Lembar(
    "Sumber", "satu baris untuk satu sumber isi rekaman", (SLUG, Kolom("judul", "Judul"), Kolom("tautan", "Tautan")), "sumber"
)

LEMBAR = (LAYANAN, PROSEDUR, BIAYA, KANAL, FORMULIR, BUKTI, SUMBER)

CONTOH: dict[str, dict[str, str]] = {
    "Layanan": {
        "slug": f"{EXAMPLE} legalisasi-ijazah",
        "nama": "Legalisasi ijazah",
        "ringkasan": "Pengesahan fotokopi ijazah madrasah.",
        "kata_kunci": "legalisir\nfotokopi ijazah",
        "status": "buka",
        "tatap_muka": "tidak",
        "persyaratan": "Ijazah asli\nFotokopi ijazah, paling banyak lima lembar",
        "jangka_waktu.nilai": "1",
        "jangka_waktu.satuan": "hari_kerja",
        "jangka_waktu.sejak": "berkas lengkap",
    },
    "Prosedur": {"slug": f"{EXAMPLE} legalisasi-ijazah", "langkah": "Petugas memeriksa berkas", "pelaku": "Petugas PTSP"},
    "Biaya": {"slug": f"{EXAMPLE} legalisasi-ijazah", "rupiah": "0", "keterangan": "Gratis", "pnbp": "tidak"},
    "Kanal": {"slug": f"{EXAMPLE} legalisasi-ijazah", "jenis": "loket", "nama": "PTSP"},
}


def choices(bersama: Bersama) -> dict[str, tuple[str, ...]]:
    """Return every list that cells are chosen from, by the name that the columns call it."""
    return {
        "status": get_args(StatusLayanan),
        "tatap_muka": get_args(TatapMuka),
        "jenis_kanal": get_args(JenisKanal),
        "satuan": get_args(Satuan),
        "ya_tidak": tuple(YA_TIDAK),
        "dasar": tuple(sorted(bersama.layanan)),
        "kategori": tuple(bersama.kategori),
        "hukum": tuple(bersama.hukum),
        "kanal": tuple(bersama.kanal),
    }
