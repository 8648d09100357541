"""C26: the work plan reaches every one of the six areas with a target, somebody responsible and a date."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian
from generator.model.satker import Satker
from generator.model.zi import RencanaKerja

KRITERIA = Kriteria(
    kode="C26",
    judul="Rencana kerja enam area perubahan",
    bobot="galat",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPA2A dan PPA2B"),),
    terpenuhi="Keenam area punya kegiatan dengan target, penanggung jawab, dan tenggat.",
    sebagian="Sebagian area punya kegiatan demikian.",
    belum="Tidak ada area yang punya kegiatan demikian.",
    cara="Tulis `rencana_kerja` di zi.yml: setidaknya satu baris untuk setiap `area`, dengan `target`, `pj`, dan `tenggat`.",
)

AREA = {
    1: "Manajemen Perubahan",
    2: "Penataan Tatalaksana",
    3: "Penataan Sistem Manajemen SDM Aparatur",
    4: "Penguatan Akuntabilitas",
    5: "Penguatan Pengawasan",
    6: "Peningkatan Kualitas Pelayanan Publik",
}


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the areas with a complete row; a cancelled row plans nothing."""
    covered = {row.area for row in satker.zi.rencana_kerja if row.status != "batal" and _is_complete(row)}
    missing = [number for number in AREA if number not in covered]
    return Hasil(
        status=dari_bagian(len(covered), len(AREA)),
        alasan=f"{len(covered)} dari {len(AREA)} area punya kegiatan dengan target, penanggung jawab, dan tenggat."
        + (f" Belum: area {', '.join(map(str, missing))}." if missing else ""),
        bukti=(Bukti("Rencana kerja", alamat(satker, "zi/#rencana")),) if covered else (),
        kurang=tuple(f"zi.yml: rencana_kerja, area {number} ({AREA[number]}): target, pj, tenggat" for number in missing),
    )


def _is_complete(row: RencanaKerja) -> bool:
    return row.target is not None and row.pj is not None and row.tenggat is not None
