"""
Open data as tables.

A column is a key of the contract, or a key inside another after a point; lists in a cell are joined by " | ".
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.ikm import UNSUR
from generator.model.satker import Satker
from generator.opendata import baris
from generator.opendata.baris import Baris
from generator.opendata.butir import KOLOM_BUTIR
from generator.opendata.sel import garis
from generator.render.page import Site

MARK = "\ufeff"  # by it a spreadsheet knows UTF-8
_PERIKSA = ("diperiksa.tanggal", "diperiksa.oleh")
_SK = ("sk.nomor", "sk.tanggal")


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table; *per_satker* says whether each satker has one of its own beside that of the portal."""

    nama: str
    isi: str
    kolom: tuple[str, ...]
    rows: Callable[[Site, Satker], Iterator[Baris]]
    per_satker: bool = True


TABEL = (
    Tabel(
        "satker",
        "satu baris satu satuan kerja",
        (
            *("satker", "nama", "nama_pendek", "jenis", "induk", "kode_wilayah", "status_data", "alamat"),
            *("koordinat.lintang", "koordinat.bujur", "zi.tahap", "jumlah_layanan", "kelengkapan.persen"),
            *("rekomendasi_terpenuhi", *_PERIKSA, "halaman"),
        ),
        baris.satker_rows,
        per_satker=False,
    ),
    Tabel(
        "layanan",
        "satu baris satu layanan",
        (
            *("satker", "layanan", "status_data", "nama", "ringkasan", "kategori", "dasar", "sasaran", "unit_pengelola"),
            *("status", "alasan", "tatap_muka", "daring"),
            *("jangka_waktu.nilai", "jangka_waktu.satuan", "jangka_waktu.paling_cepat", "jangka_waktu.sejak"),
            *("biaya_tarif.terendah", "biaya_tarif.tertinggi", "komponen_terbit", "sippn"),
            *(*_SK, "ditinjau.tanggal", *_PERIKSA, "halaman"),
        ),
        baris.layanan_rows,
    ),
    Tabel(
        "komponen",
        "satu baris satu dari 14 komponen setiap layanan: sudah terbit atau belum",
        ("satker", "layanan", "komponen", "terbit", "sendiri", "jumlah_butir"),
        baris.komponen_rows,
    ),
    Tabel(
        "butir",
        "satu baris satu butir isi komponen: satu syarat, satu langkah, satu tarif",
        ("satker", "layanan", "komponen", "urutan", *KOLOM_BUTIR),
        baris.butir_rows,
        per_satker=False,
    ),
    Tabel(
        "kanal",
        "satu baris satu kanal layanan atau pengaduan",
        (
            *("satker", "layanan", "kanal", "jenis", "nama", "alamat", "jam", "petugas"),
            *("tenggat.nilai", "tenggat.satuan", "terhubung_lapor", "diuji"),
        ),
        baris.kanal_rows,
    ),
    Tabel(
        "inovasi",
        "satu baris satu inovasi",
        (
            *("satker", "inovasi", "nama", "ringkasan", "tahun", "status", "asal.instansi", "asal.nama", "asal.inovasi"),
            *("amati", "tiru", "modifikasi", "layanan", *_SK, *_PERIKSA, "halaman"),
        ),
        baris.inovasi_rows,
    ),
    Tabel(
        "survei",
        "satu baris satu survei",
        ("satker", "jenis", "periode", "responden", "nilai", "mutu", "terbit", *(f"unsur.{name}" for name in UNSUR)),
        baris.survei_rows,
    ),
    Tabel("kriteria", "satu baris satu hasil kriteria", ("satker", "kriteria", "judul", "hasil"), baris.kriteria_rows),
)


@cache
def kepala(tabel: Tabel) -> bytes:
    """Return the first line of *tabel*, with the mark of UTF-8."""
    return (MARK + _csv([tabel.kolom])).encode()


def isi(tabel: Tabel, site: Site, satker: Satker) -> bytes:
    """Return the rows of *satker*, without the first line."""
    return _csv(tabel.rows(site, satker)).encode()


def _csv(rows: Iterable[Baris]) -> str:
    """Return *rows* as RFC 4180 has them."""
    return "".join(row if isinstance(row, str) else garis(row) for row in rows)
