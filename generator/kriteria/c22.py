"""C22: there is a change motto, and each has its meaning and its decree."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_sk, rekomendasi
from generator.model.motto import Motto
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C22",
    judul="Motto perubahan",
    bobot="galat",
    dasar=(rekomendasi(3), Dasar("PermenPANRB 90/2021 LKE PPA4C")),
    terpenuhi="Motto ada, dan setiap motto menyebut makna dan SK-nya.",
    sebagian="Motto ada, tetapi makna atau SK-nya belum lengkap.",
    belum="Motto belum dipublikasikan.",
    cara="Tulis `motto` di motto.yml, masing-masing dengan `teks`, `makna`, dan `sk`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the mottos that have both."""
    mottos = satker.motto.motto
    if not mottos:
        return Hasil("belum", "Motto belum dipublikasikan.", kurang=("motto.yml: motto",))
    lacks = [(motto.teks, lack) for motto in mottos if (lack := _kurang(motto))]
    met = len(mottos) - len(lacks)
    return Hasil(
        status="terpenuhi" if met == len(mottos) else "sebagian",
        alasan=f"{met} dari {len(mottos)} motto menyebut makna dan SK-nya.",
        bukti=(Bukti("Motto perubahan", alamat(satker, "#motto")), *dari_sk(motto.sk for motto in mottos)),
        kurang=tuple(f"motto.yml: {lack} (“{text}”)" for text, lack in lacks),
    )


def _kurang(motto: Motto) -> str:
    return ", ".join(key for key, value in (("makna", motto.makna), ("sk", motto.sk)) if value is None)
