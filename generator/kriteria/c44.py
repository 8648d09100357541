"""C44: the perception of corruption and of service quality was surveyed within a year."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian
from generator.kriteria.periode import terkini
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C44",
    judul="Indeks persepsi anti korupsi dan kualitas pelayanan",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE komponen Hasil"),),
    terpenuhi="SPAK dan SPKP dalam 365 hari terakhir ada nilainya (skala 1 sampai 4).",
    sebagian="Hanya salah satunya ada.",
    belum="Keduanya belum ada untuk 365 hari terakhir.",
    cara="Tulis `spak` dan `spkp` di survei.yml: `{periode: 2026-S1, responden: …, nilai: …}`. IPAK di sini indeks persepsi, "
    "bukan Indeks Perilaku Anti Korupsi BPS.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for a value of each survey, and name the newest."""
    surveys = {"spak": terkini(satker.survei.spak, konteks.per), "spkp": terkini(satker.survei.spkp, konteks.per)}
    newest = {key: items[-1] for key, items in surveys.items() if items}
    missing = [key for key in surveys if key not in newest]
    values = ", ".join(f"{key.upper()} {item.nilai:.2f}".replace(".", ",") + f" ({item.periode})" for key, item in newest.items())
    return Hasil(
        status=dari_bagian(len(newest), len(surveys)),
        alasan=f"{len(newest)} dari {len(surveys)} survei persepsi ada untuk 365 hari terakhir{': ' if values else ''}{values}."
        + (f" Belum: {', '.join(missing).upper()}." if missing else ""),
        bukti=(Bukti("Survei persepsi", alamat(satker, "survei/")),) if newest else (),
        kurang=tuple(f"survei.yml: {key}" for key in missing),
    )
