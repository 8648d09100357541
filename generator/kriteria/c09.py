"""C09: every service names a regulation it rests on, and none that was revoked."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.bersama import Hukum
from generator.model.satker import Satker
from generator.rules.hukum_dicabut import successor
from generator.sama import Sama

KRITERIA = Kriteria(
    kode="C09",
    judul="Dasar hukum yang masih berlaku",
    bobot="peringatan",
    dasar=(Dasar("UU 25/2009 Pasal 21 huruf a", terverifikasi=False),),
    terpenuhi="Setiap layanan yang buka menyebut dasar hukum dari register, dan tidak satu pun sudah dicabut.",
    sebagian="Sebagian layanan demikian.",
    belum="Tidak ada layanan yang menyebut dasar hukum yang masih berlaku.",
    cara="Tulis `dasar_hukum: [ uu-25-2009, … ]` di setiap berkas layanan, dengan id dari _bersama/hukum.yml; ganti yang dicabut "
    "dengan penggantinya.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that cite at least one regulation of the register, and no revoked one."""
    register = konteks.bersama.hukum
    return per_layanan(
        satker, "menyebut dasar hukum yang masih berlaku", lambda item: _lacks.once(_kurang, register, item.dasar_hukum)
    )


_lacks: Sama[str] = Sama()


def _kurang(register: dict[str, Hukum], cited: tuple[str, ...]) -> str:
    if not any(id_ in register for id_ in cited):
        return "dasar_hukum"
    heirs = {id_: successor(register, id_) for id_ in cited}
    revoked = [f"ganti {id_} dengan {heir}" for id_, heir in heirs.items() if heir]
    return f"dasar_hukum, {', '.join(revoked)}" if revoked else ""
