"""C01: everybody can find the office: address, telephone, e-mail and hours."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.profil import Kontak
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C01",
    judul="Identitas, alamat, dan jam layanan",
    bobot="galat",
    dasar=(
        Dasar("UU 25/2009 Pasal 23", terverifikasi=False),
        Dasar("UU 14/2008 dan Perki 1/2021, informasi berkala"),
    ),
    terpenuhi="Alamat, telepon kantor, surel kantor, dan jam layanan ada. Nama, jenis, dan kode wilayah selalu ada.",
    sebagian="Sebagian dari keempatnya ada.",
    belum="Alamat, telepon, surel, dan jam layanan belum dipublikasikan.",
    cara="Tulis `alamat`, `kontak` (telepon dan surel kantor, bukan milik pribadi), dan `jam_layanan` di satker.yml.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the four keys; name, type and code are in every record, and one without `induk` says that it is the top one."""
    profil = satker.profil
    kontak = profil.kontak or Kontak()
    unsur = {
        "alamat": ("satker.yml: alamat", profil.alamat is not None),
        "telepon kantor": ("satker.yml: kontak.telepon", kontak.telepon is not None),
        "surel kantor": ("satker.yml: kontak.surel", kontak.surel is not None),
        "jam layanan": ("satker.yml: jam_layanan", profil.jam_layanan is not None),
    }
    return per_unsur("keterangan kantor", unsur, (Bukti("Alamat dan kontak", alamat(satker, "#kontak")),))
