"""C03: vision, mission and the five values of the ministry are published."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C03",
    judul="Visi, misi, dan lima nilai budaya kerja",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PRA3"),),
    terpenuhi="Visi, misi, dan kelima nilai budaya kerja Kementerian Agama ada.",
    sebagian="Sebagian dari ketiganya ada.",
    belum="Visi, misi, dan nilai budaya kerja belum dipublikasikan.",
    cara="Tulis `visi`, `misi`, dan `nilai` (Integritas, Profesionalitas, Inovasi, Tanggung Jawab, Keteladanan) di satker.yml.",
)

NILAI = ("Integritas", "Profesionalitas", "Inovasi", "Tanggung Jawab", "Keteladanan")


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count vision, mission and the complete values."""
    profil = satker.profil
    given = {value.casefold() for value in profil.nilai}
    absent = [value for value in NILAI if value.casefold() not in given]
    unsur = {
        "visi": ("satker.yml: visi", profil.visi is not None),
        "misi": ("satker.yml: misi", bool(profil.misi)),
        "lima nilai budaya kerja": (f"satker.yml: nilai ({', '.join(absent)})", not absent),
    }
    return per_unsur("unsur profil", unsur, (Bukti("Profil", alamat(satker, "#profil")),))
