"""What people call an office when they search for it, and what they find of its side pages."""

from generator.label import label
from generator.model.profil import Profil
from generator.render.page import Entry
from generator.wilayah import nama_wilayah

_SEBUTAN = {
    "kanwil": "kanwil kemenag provinsi",
    "kankemenag": "kemenag depag kantor agama",
    "kua": "kua kantor nikah",
    "min": "min sekolah dasar",
    "mtsn": "mtsn sekolah menengah pertama",
    "man": "man sekolah menengah atas",
}
WEIGHT = 0.3  # so that the office itself comes before its side pages


def sebutan(profil: Profil) -> tuple[str, ...]:
    """Return the names of an office: its own, its kind, its place, and the words of every day."""
    place = nama_wilayah(profil.kode_wilayah) or ""
    return (profil.nama_pendek, profil.nama, label(profil.jenis), place, _SEBUTAN.get(profil.jenis, ""))


def samping(profil: Profil, judul: str, kata: str) -> Entry:
    """Return what the search finds of a side page of an office, by the words *kata*."""
    short = profil.nama_pendek
    words = (kata, *sebutan(profil))
    return Entry(f"{judul} {short}", words, (), {"satker": short}, {"satker": (short,)}, weight=WEIGHT)
