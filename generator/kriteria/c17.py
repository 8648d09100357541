"""C17: the facilities for vulnerable groups are listed."""

from typing import get_args

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat
from generator.model.profil import Ramah
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C17",
    judul="Fasilitas bagi kelompok rentan",
    bobot="peringatan",
    dasar=(
        Dasar("UU 25/2009 Pasal 29"),
        Dasar("PermenPANRB 11/2024"),
        Dasar("UU 8/2016", terverifikasi=False),
    ),
    terpenuhi="Fasilitas bagi kelompok rentan yang ada di kantor disebut, setidaknya satu.",
    belum="Fasilitas bagi kelompok rentan belum disebut.",
    cara="Tulis yang benar-benar ada sebagai `ramah_rentan` di satker.yml, misalnya jalur-landai, kursi-roda, loket-prioritas.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for at least one facility."""
    listed = set(satker.profil.ramah_rentan)
    return Hasil(
        status="terpenuhi" if listed else "belum",
        alasan=f"{len(listed)} dari {len(get_args(Ramah))} jenis fasilitas bagi kelompok rentan disebut.",
        bukti=(Bukti("Fasilitas bagi kelompok rentan", alamat(satker, "#kontak")),) if listed else (),
        kurang=() if listed else ("satker.yml: ramah_rentan",),
    )
