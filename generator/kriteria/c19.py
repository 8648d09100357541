"""C19: every member of staff signed the joint commitment."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_lampiran, rekomendasi
from generator.model.satker import Satker
from generator.model.zi import Pencanangan

KRITERIA = Kriteria(
    kode="C19",
    judul="Komitmen bersama ditandatangani seluruh pegawai",
    bobot="galat",
    dasar=(rekomendasi(1), Dasar("PermenPANRB 90/2021 LKE PPA4D")),
    terpenuhi="Jumlah penandatangan sama dengan jumlah pegawai.",
    sebagian="Sebagian pegawai menandatangani.",
    belum="Jumlahnya belum ada, belum ada yang menandatangani, atau penandatangan melebihi pegawai.",
    cara="Tulis `jumlah_pegawai` dan `jumlah_penandatangan` pada `pencanangan` di zi.yml. Pegawai dapat menyusul.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Compare the number of signers with that of the staff."""
    pencanangan = satker.zi.pencanangan
    missing = _kurang(pencanangan)
    if pencanangan is None or missing:
        return Hasil("belum", "Jumlah pegawai atau jumlah penandatangan belum ada.", kurang=missing)
    staff, signers = pencanangan.jumlah_pegawai or 0, pencanangan.jumlah_penandatangan or 0
    if signers == staff:
        return Hasil("terpenuhi", f"{signers} dari {staff} pegawai menandatangani.", _bukti(satker, pencanangan))
    if signers > staff:
        alasan = f"Penandatangan ({signers}) lebih banyak daripada pegawai ({staff})."
        return Hasil("belum", alasan, kurang=("zi.yml: pencanangan.jumlah_penandatangan, hitung pegawai saja",))
    return Hasil(
        status="sebagian" if signers else "belum",
        alasan=f"{signers} dari {staff} pegawai menandatangani, kurang {staff - signers}.",
        bukti=_bukti(satker, pencanangan),
        kurang=(f"zi.yml: pencanangan.jumlah_penandatangan, {staff - signers} pegawai belum menandatangani",),
    )


def _kurang(pencanangan: Pencanangan | None) -> tuple[str, ...]:
    """Return the numbers that are absent; a staff of nobody is no number."""
    numbers = {
        "jumlah_pegawai": bool(pencanangan and pencanangan.jumlah_pegawai),
        "jumlah_penandatangan": bool(pencanangan and pencanangan.jumlah_penandatangan is not None),
    }
    return tuple(f"zi.yml: pencanangan.{key}" for key, found in numbers.items() if not found)


def _bukti(satker: Satker, pencanangan: Pencanangan) -> tuple[Bukti, ...]:
    return (Bukti("Pencanangan", alamat(satker, "zi/#r1")), *dari_lampiran(satker, pencanangan.bukti))
