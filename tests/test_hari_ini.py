"""Findings that depend on the day of the check are tried on either side of their limit."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from portal import RECORDS

from generator.portal import load_portal

RESMI = 'nama: Kantor Contoh\nnama_pendek: Contoh\njenis: kankemenag\nkode_wilayah: "17.08"\nstatus_data: resmi\n'
UNSUR = (
    "{persyaratan: 3, prosedur: 3, waktu: 3, biaya: 3, produk: 3, kompetensi: 3, perilaku: 3, "
    "penanganan_pengaduan: 3, sarana_prasarana: 3}"
)
SURVEI = f"skm:\n  - {{periode: 2025-T4, responden: 9, unsur: {UNSUR}}}\n  - {{periode: 2025, responden: 9, unsur: {UNSUR}}}\n"
STATISTIK = "kanal: {lapor: bersama}\nstatistik: [ {periode: 2026-02, masuk: 0, diproses: 0, selesai: 0} ]\n"


@pytest.mark.parametrize(
    ("file", "record", "day", "codes"),
    [
        ("zi.yml", "pencanangan: {tanggal: 2026-03-01}\n", date(2026, 3, 1), []),
        ("zi.yml", "pencanangan: {tanggal: 2026-03-01}\n", date(2026, 2, 28), ["tanggal-belum-tiba"]),
        ("pengaduan.yml", STATISTIK, date(2026, 3, 1), []),
        ("pengaduan.yml", STATISTIK, date(2026, 2, 28), ["periode-belum-berakhir"]),
        ("survei.yml", SURVEI, date(2026, 4, 10), []),
        ("survei.yml", SURVEI, date(2026, 4, 11), ["survei-usang"]),
        ("layanan/contoh.yml", "nama: Konsultasi\nditinjau: {tanggal: 2025-01-01}\n", date(2026, 1, 2), []),
        ("layanan/contoh.yml", "nama: Konsultasi\nditinjau: {tanggal: 2025-01-01}\n", date(2026, 1, 3), ["tinjauan-usang"]),
    ],
)
def test_limit(file: str, record: str, day: date, codes: list[str], tmp_path: Path) -> None:
    """The last sound day has no finding, the next one has."""
    records = shutil.copytree(RECORDS / "base", tmp_path / "satker")
    (records / "contoh/satker.yml").write_text(RESMI, "utf-8")
    (records / "contoh" / file).write_text(record, "utf-8")

    assert codes == [finding.code for finding in load_portal(records, hari_ini=day).findings]
