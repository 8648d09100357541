"""C02: the head and the officers of every service are named by their function, without numbers that identify a person."""

import re

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian
from generator.model.layanan import Langkah, Layanan
from generator.model.satker import Satker
from generator.sama import Sama

KRITERIA = Kriteria(
    kode="C02",
    judul="Pimpinan dan petugas layanan",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 23", terverifikasi=False), Dasar("UU 27/2022 Pasal 65")),
    terpenuhi="Jabatan pimpinan dan petugas setiap layanan yang buka disebut, tanpa NIP atau NIK.",
    sebagian="Sebagian sudah disebut, atau ada yang memuat NIP atau NIK.",
    belum="Pimpinan dan petugas layanan belum disebut.",
    cara="Tulis `pimpinan` di satker.yml dan `unit_pengelola` (atau `pelaku` pada langkah) di setiap berkas layanan. Nama boleh "
    "ditulis; NIP dan NIK tidak, karena memuat data pribadi.",
)

NOMOR = re.compile(r"\d(?:[ .-]?\d){15,}")  # NIK has 16 digits, NIP 18
PEMOHON = re.compile(r"(?:pemohon|pengguna|masyarakat|warga|calon|wakif|yayasan)\b(?!.*\bdan\b).*", re.IGNORECASE)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the head and the services whose officers are named."""
    head = satker.profil.pimpinan
    services = {f"layanan/{slug}.yml: unit_pengelola atau pelaku": _petugas(layanan) for slug, layanan in satker.terbuka.items()}
    places = {"satker.yml: pimpinan (jabatan)": [head.jabatan, head.nama or ""] if head else []} | services
    numbered = [place for place, words in places.items() if NOMOR.search("\n".join(words))]
    missing = [place for place, words in places.items() if not words]
    return Hasil(
        status=dari_bagian(len(places) - len(missing) - len(numbered), len(places)),
        alasan=f"Pimpinan {'sudah' if head else 'belum'} disebut, dan petugas disebut di "
        f"{sum(map(bool, services.values()))} dari {len(services)} layanan yang buka."
        + (f" {len(numbered)} di antaranya memuat angka sepanjang NIP atau NIK." if numbered else ""),
        bukti=(Bukti("Pimpinan", alamat(satker, "#kontak")),) if head else (),
        kurang=(*missing, *(f"{place}, hapus NIP atau NIK" for place in numbered)),
    )


_actors: Sama[list[str]] = Sama()


def _petugas(layanan: Layanan) -> list[str]:
    """Return who serves: the unit and the actors of the steps, but not those who apply."""
    actors = _actors.once(_pelaku, layanan.sistem_mekanisme_prosedur)
    return [*([layanan.unit_pengelola] if layanan.unit_pengelola else []), *actors]


def _pelaku(steps: tuple[Langkah, ...]) -> list[str]:
    return [step.pelaku for step in steps if step.pelaku and not PEMOHON.fullmatch(step.pelaku)]
