"""C50: a reader sees who checked the data and when, and who answers for them."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C50",
    judul="Tanggal pemeriksaan dan penanggung jawab",
    bobot="peringatan",
    dasar=(Dasar("UU 14/2008 dan Perki 1/2021, kewajiban akurat"),),
    terpenuhi="Profil dan setiap layanan yang buka menyebut kapan dan oleh siapa diperiksa, dan ada penanggung jawab rekaman.",
    sebagian="Sebagian sudah disebut.",
    belum="Belum ada yang disebut.",
    cara="Tulis `penanggung_jawab` di satker.yml, dan `diperiksa: {tanggal: …, oleh: …}` di satker.yml serta setiap berkas "
    "layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the profile, the person in charge, and the open services."""
    services = {
        f"pemeriksaan {layanan.nama}": (f"layanan/{slug}.yml: diperiksa", layanan.diperiksa is not None)
        for slug, layanan in satker.terbuka.items()
    }
    profile = {
        "penanggung jawab": ("satker.yml: penanggung_jawab", satker.profil.penanggung_jawab is not None),
        "pemeriksaan profil": ("satker.yml: diperiksa", satker.profil.diperiksa is not None),
    }
    return per_unsur(
        "keterangan pemeriksaan", profile | services, (Bukti("Tentang halaman ini", alamat(satker, "#kepercayaan")),)
    )
