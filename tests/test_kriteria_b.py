"""The criteria C27 to C47: for every outcome of each, records that lead to it."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from portal import lay

from generator.assess import CRITERIA
from generator.kriteria.hasil import Hasil, Konteks, Status
from generator.portal import load_portal

PER = date(2026, 11, 24)
CODES = [f"C{number}" for number in range(27, 48)]
PLACE = re.compile(r"(?:(?:zi|motto|survei|pengaduan|informasi)\.yml|(?:inovasi|layanan)/[a-z-]+\.yml): \S.*")


@dataclass(frozen=True)
class Kasus:
    """Files of the satker *slug* laid over the base, the outcome on the day *per*, and what is still to be written."""

    kode: str
    files: dict[str, str]
    status: Status
    alasan: str
    kurang: tuple[str, ...] = ()
    slug: str = "contoh"
    per: date = field(default=PER)

    def __str__(self) -> str:
        return f"{self.kode}-{self.status}"


def hasil(kasus: Kasus, folder: Path) -> Hasil:
    """Return the outcome of *kasus*, whose records are written to *folder*."""
    for name, text in kasus.files.items():
        path = folder / "kasus" / kasus.slug / name
        if name.startswith("_bersama/"):
            path = folder / "kasus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "kasus").mkdir(exist_ok=True)
    portal = load_portal(lay(folder / "kasus", folder), hari_ini=PER)
    satker = next(item for item in portal.satker if item.slug == kasus.slug)
    return CRITERIA[kasus.kode][1](satker, Konteks(portal.bersama, kasus.per))


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


def rows(key: str, *items: str) -> dict[str, str]:
    """Return a zi.yml with *items* below *key*."""
    return {"zi.yml": "\n".join([f"{key}:", *(f"  - {{{item}}}" for item in items)])}


LEWAT = "tenggat 2026-11-23 sudah lewat, tulis status selesai atau tenggat baru"
PEMBINAAN = ("dari: Kepala, kepada: Kasi, tanggal: 2026-02-02", "dari: Kasi, kepada: Pelaksana, tanggal: 2026-05-04")
LIBAT = "bentuk: Forum, tanggal: {}, tindak_lanjut: [ {{uraian: Selebaran, status: selesai}} ]"
INOVASI = "nama: Antrean\nasal: {instansi: Kantor lain}\ntiru: Nomor\nmodifikasi: Pos\n"
DAMPAK = "layanan: [contoh]\ndampak: [ {ukuran: Lama, sebelum: 90, sesudah: 15} ]\n"
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
TOTAL = (
    "{persyaratan: 105, prosedur: 101, waktu: 100, biaya: 116, produk: 102, kompetensi: 105, perilaku: 106, "
    "penanganan_pengaduan: 105, sarana_prasarana: 115}"
)
SAMA = re.sub(r"\d+", "87", TOTAL)


def skm(*periods: str, total: str = TOTAL, responden: int = 29, more: str = "") -> dict[str, str]:
    """Return a survei.yml with the same survey in each of *periods*; *more* are further keys of the last."""
    items = [f"  - {{periode: {period}, responden: {responden}, total: {total}" for period in periods]
    return {"survei.yml": "skm:\n" + "}\n".join(items) + f"{more}}}\n"}


def ditindak(*unsur: str) -> str:
    """Return follow-ups for *unsur*, to be added to a survey."""
    return f", tindak_lanjut: [{', '.join(f'{{unsur: {item}, uraian: Perbaikan, status: berjalan}}' for item in unsur)}]"


def dokumen(*kinds: str) -> dict[str, str]:
    """Return an informasi.yml with a document of each of *kinds*."""
    items = [
        f"  - {{jenis: {kind}, judul: Dokumen {kind}, tahun: 2025, tautan: https://contoh.example/{kind}}}" for kind in kinds
    ]
    return {"informasi.yml": "\n".join(["dokumen:", *items])}


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
    # The satisfaction survey
    Kasus(
        "C42",
        skm("2025-T3", "2025-T4", "2026-T1", "2026-T2", "2026-T3", more=", terbit: 91.48"),
        "terpenuhi",
        "4 survei kepuasan dalam 365 hari terakhir; terbaru 2026-T3 dengan 29 responden, IKM 91,48 (A).",
    ),
    Kasus(
        "C42",
        skm("2026-S1"),
        "terpenuhi",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A).",
    ),
    Kasus(
        "C42",
        skm("2026-S1", more=", terbit: 90.56"),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A). 2026-S1: IKM terbit 90,56, dari jawabannya 91,48, angka yang keluar dari bobot 0,11.",
        ("survei.yml: skm 2026-S1, terbit: 91.48",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", more=", terbit: 95"),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 29 responden, "
        "IKM 91,48 (A). 2026-S1: IKM terbit 95,00, dari jawabannya 91,48.",
        ("survei.yml: skm 2026-S1, terbit: 91.48",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", responden=0),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 0 responden. "
        "2026-S1: jumlah respondennya 0.",
        ("survei.yml: skm 2026-S1, responden",),
    ),
    Kasus(
        "C42",
        skm("2026-S1", responden=20),
        "sebagian",
        "1 survei kepuasan dalam 365 hari terakhir, kurang dari 4 untuk nilai penuh LKE; terbaru 2026-S1 dengan 20 responden. "
        "2026-S1: ada rata-rata unsur di luar 1 sampai 4.",
        ("survei.yml: skm 2026-S1, total dan responden",),
    ),
    Kasus("C42", skm("2025-T3"), "belum", "Tidak ada survei kepuasan dalam 365 hari terakhir.", ("survei.yml: skm",)),
    Kasus(
        "C43",
        skm("2026-T2", "2026-T3", more=ditindak("waktu", "prosedur", "produk")),
        "terpenuhi",
        "3 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut.",
    ),
    Kasus(
        "C43",
        skm("2026-T3", total=SAMA, more=ditindak("biaya", "perilaku", "persyaratan")),
        "terpenuhi",
        "3 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut.",
    ),
    Kasus(
        "C43",
        skm("2026-T3", more=ditindak("waktu", "biaya")),
        "sebagian",
        "1 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut. Belum: sistem, mekanisme, dan prosedur; produk spesifikasi "
        "jenis pelayanan.",
        (
            "survei.yml: skm 2026-T3, tindak_lanjut untuk unsur prosedur",
            "survei.yml: skm 2026-T3, tindak_lanjut untuk unsur produk",
        ),
    ),
    Kasus(
        "C43",
        skm("2026-T3", total=SAMA),
        "belum",
        "0 dari 3 unsur terendah survei 2026-T3 punya tindak lanjut. Belum: persyaratan; sistem, mekanisme, dan prosedur; waktu "
        "penyelesaian.",
        tuple(f"survei.yml: skm 2026-T3, tindak_lanjut untuk unsur {unsur}" for unsur in ("persyaratan", "prosedur", "waktu")),
    ),
    Kasus("C43", {}, "tidak_berlaku", "Belum ada survei kepuasan yang dapat dihitung."),
    Kasus("C43", skm("2026-T3", responden=0), "tidak_berlaku", "Belum ada survei kepuasan yang dapat dihitung."),
    # Perception surveys
    Kasus(
        "C44",
        {
            "survei.yml": "spak:\n  - {periode: 2026-S1, responden: 50, nilai: 3.72}\n"
            "  - {periode: 2025-S2, responden: 50, nilai: 3.6}\n"
            "spkp: [ {periode: 2025-S2, responden: 50, nilai: 3.6} ]\n"
        },
        "terpenuhi",
        "2 dari 2 survei persepsi ada untuk 365 hari terakhir: SPAK 3,72 (2026-S1), SPKP 3,60 (2025-S2).",
    ),
    Kasus(
        "C44",
        {
            "survei.yml": "spak: [ {periode: 2025-S1, responden: 50, nilai: 3.72} ]\n"
            "spkp: [ {periode: 2026-S1, responden: 50, nilai: 3.66} ]\n"
        },
        "sebagian",
        "1 dari 2 survei persepsi ada untuk 365 hari terakhir: SPKP 3,66 (2026-S1). Belum: SPAK.",
        ("survei.yml: spak",),
    ),
    Kasus(
        "C44",
        {},
        "belum",
        "0 dari 2 survei persepsi ada untuk 365 hari terakhir. Belum: SPAK, SPKP.",
        ("survei.yml: spak", "survei.yml: spkp"),
    ),
    # Public information
    Kasus(
        "C45",
        {"informasi.yml": "ppid: {jabatan: PPID, cara: Isi formulir., surel: ppid@contoh.example}\n"},
        "terpenuhi",
        "3 dari 3 unsur pejabat informasi ada.",
    ),
    Kasus(
        "C45",
        {"informasi.yml": "ppid: {jabatan: PPID}\n"},
        "sebagian",
        "1 dari 3 unsur pejabat informasi ada. Belum: cara meminta informasi, tautan atau surel.",
        ("informasi.yml: ppid.cara", "informasi.yml: ppid.tautan atau ppid.surel"),
    ),
    Kasus("C45", {}, "belum", "Pejabat informasi belum dipublikasikan.", ("informasi.yml: ppid",)),
    Kasus("C46", dokumen("renstra", "pk", "lkj", "dipa"), "terpenuhi", "3 dari 3 dokumen kinerja ada."),
    Kasus(
        "C46",
        dokumen("pk"),
        "sebagian",
        "1 dari 3 dokumen kinerja ada. Belum: rencana strategis, laporan kinerja.",
        ("informasi.yml: dokumen, jenis renstra", "informasi.yml: dokumen, jenis lkj"),
    ),
    Kasus(
        "C46",
        dokumen("dipa"),
        "belum",
        "0 dari 3 dokumen kinerja ada. Belum: rencana strategis, perjanjian kinerja, laporan kinerja.",
        tuple(f"informasi.yml: dokumen, jenis {kind}" for kind in ("renstra", "pk", "lkj")),
    ),
    Kasus("C47", dokumen("lhkpn"), "terpenuhi", "1 dokumen kepatuhan LHKPN ada."),
    Kasus(
        "C47",
        dokumen("pk"),
        "belum",
        "Dokumen persentase kepatuhan LHKPN belum dipublikasikan.",
        ("informasi.yml: dokumen, jenis lhkpn",),
    ),
]


@pytest.mark.parametrize("kasus", CASES, ids=str)
def test_outcome(kasus: Kasus, tmp_path: Path) -> None:
    """The records lead to the outcome, its reason, and what is still to be written; what is met shows its proof."""
    outcome = hasil(kasus, tmp_path)

    assert (outcome.status, outcome.alasan, outcome.kurang) == (kasus.status, kasus.alasan, kasus.kurang)
    assert bool(outcome.kurang) == (outcome.status in ("sebagian", "belum"))
    assert bool(outcome.bukti) >= (outcome.status in ("terpenuhi", "sebagian"))
    assert all(PLACE.fullmatch(line) for line in outcome.kurang)
    assert all(item.alamat.startswith(("https://", f"satker/{kasus.slug}/")) for item in outcome.bukti)


def test_every_outcome_has_a_case() -> None:
    """Each criterion is tried for each outcome that its words speak of; "tidak berlaku" where there may be nothing to measure."""
    tried = {(kasus.kode, kasus.status) for kasus in CASES}
    spoken = {(kode, status) for kode in CODES for status in ("terpenuhi", "belum")}
    spoken |= {(kode, "sebagian") for kode in CODES if CRITERIA[kode][0].sebagian}

    assert {pair for pair in tried if pair[1] != "tidak_berlaku"} == spoken


def test_what_blocks_completeness() -> None:
    """The weights are those of the dossier."""
    blocking = [kode for kode in CODES if CRITERIA[kode][0].bobot == "galat"]

    assert blocking == ["C27", "C32", "C35", "C36", "C37", "C38", "C40", "C42", "C45"]


def test_unverified_bases() -> None:
    """Only the basis that no source read confirms is marked."""
    unverified = [(kode, item.teks) for kode in CODES for item in CRITERIA[kode][0].dasar if not item.terverifikasi]

    assert unverified == [("C37", "UU 25/2009 Pasal 36")]


def test_the_invented_satker() -> None:
    """The satker that shows how to fill every key meets all of these but the proofs of three recommendations."""
    portal = load_portal(ROOT / "satker", hari_ini=PER)
    satker = next(item for item in portal.satker if item.slug == "contoh")
    outcomes = {kode: CRITERIA[kode][1](satker, Konteks(portal.bersama, PER)) for kode in CODES}

    assert {kode for kode, item in outcomes.items() if item.status != "terpenuhi"} <= {"C36"}
