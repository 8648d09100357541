"""C48, C50 and C51: what every published text is held against."""

from datetime import date
from pathlib import Path

import pytest
from portal import RECORDS, lay

from generator.assess import CRITERIA
from generator.kriteria.hasil import Hasil, Konteks
from generator.load import load_bersama, load_satker

PER = date(2026, 11, 24)
PROFILE = 'nama: Kantor\nnama_pendek: Kantor\njenis: kua\nkode_wilayah: "17.08"\nstatus_data: draf\n'
CHECKED = "diperiksa: {tanggal: 2026-11-01, oleh: Tata Usaha}\n"


def hasil(kode: str, folder: Path, profile: str, layanan: str = "nama: Konsultasi\n") -> Hasil:
    """Return the outcome of *kode* for a satker of one profile and one service, whatever the rules would say of them."""
    records = lay(RECORDS / "base", folder)
    (records / "kua" / "layanan").mkdir(parents=True)
    (records / "kua" / "satker.yml").write_text(profile, "utf-8")
    (records / "kua" / "layanan" / "konsultasi.yml").write_text(layanan, "utf-8")
    shared = load_bersama(records)
    return CRITERIA[kode][1](load_satker(records, "kua", shared.standards).satker, Konteks(shared.bersama, PER))


@pytest.mark.parametrize(
    ("kode", "profile", "layanan", "status", "alasan"),
    [
        ("C48", PROFILE, "nama: Konsultasi\n", "terpenuhi", "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran."),
        (
            "C48",
            f"{PROFILE}ringkasan: NIP 199001012020121001\n",
            "nama: Konsultasi\n",
            "belum",
            "Ada NIP dalam teks yang terbit.",
        ),
        (
            "C48",
            f"{PROFILE}catatan: NIP 199001012020121001\n",
            "nama: Konsultasi\n",
            "terpenuhi",
            "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.",
        ),
        (
            "C48",
            (
                f"{PROFILE}ringkasan: Mesin 199001012020121001\nboleh_tampil:\n"
                '  - {isi: "199001012020121001", alasan: Nomor seri mesin}\n'
            ),
            "nama: Konsultasi\n",
            "terpenuhi",
            "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.",
        ),
        (
            "C50",
            f"{PROFILE}{CHECKED}penanggung_jawab: {{jabatan: Admin}}\n",
            f"nama: Konsultasi\n{CHECKED}",
            "terpenuhi",
            "3 dari 3 keterangan pemeriksaan ada.",
        ),
        (
            "C50",
            f"{PROFILE}{CHECKED}",
            "nama: Konsultasi\n",
            "sebagian",
            "1 dari 3 keterangan pemeriksaan ada. Belum: penanggung jawab, pemeriksaan Konsultasi.",
        ),
        (
            "C50",
            PROFILE,
            "nama: Konsultasi\n",
            "belum",
            "0 dari 3 keterangan pemeriksaan ada. Belum: penanggung jawab, pemeriksaan profil, pemeriksaan Konsultasi.",
        ),
        ("C51", PROFILE, "nama: Konsultasi\n", "terpenuhi", "Tidak ada tanda isian dalam teks yang terbit."),
        ("C51", f'{PROFILE}ringkasan: "${{ttd}}"\n', "nama: Konsultasi\n", "belum", "Masih ada tanda isian: ${ttd}."),
    ],
)
def test_outcome(kode: str, profile: str, layanan: str, status: str, alasan: str, tmp_path: Path) -> None:
    """Each outcome says why."""
    actual = hasil(kode, tmp_path, profile, layanan)

    assert (actual.status, actual.alasan) == (status, alasan)
