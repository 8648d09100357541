"""C39: the complaints of the last quarter are counted, and how long they took."""

from datetime import date

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat
from generator.kriteria.periode import terbaru
from generator.model.pengaduan import Statistik
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C39",
    judul="Statistik pengaduan",
    bobot="peringatan",
    dasar=(Dasar("Perpres 76/2013"), Dasar("PermenPANRB 90/2021 LKE PPE3B dan PRE2A")),
    terpenuhi="Statistik terbaru berakhir paling lama 100 hari yang lalu dan menyebut median lama penyelesaian.",
    sebagian="Statistik ada, tetapi terlalu lama atau tanpa median.",
    belum="Statistik pengaduan belum dipublikasikan.",
    cara="Setelah satu triwulan berakhir, tulis `statistik` di pengaduan.yml: `{periode: 2026-T3, masuk: …, diproses: …, "
    "selesai: …, median_hari: …}`. Median tidak perlu kalau belum ada yang selesai.",
)
MASA = 100  # a quarter, and the days it takes to count it


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look at the age and the median of the newest period."""
    newest = terbaru(satker.pengaduan.statistik, konteks.per)
    if newest is None:
        return Hasil("belum", "Statistik pengaduan belum dipublikasikan.", kurang=("pengaduan.yml: statistik",))
    age = max(0, (konteks.per - newest.periode.akhir).days)
    missing = _kurang(newest, age, konteks.per)
    late = f", lebih dari {MASA}" if age > MASA else ""
    median = "tanpa median" if newest.median_hari is None else f"median {newest.median_hari} hari"
    counts = f"{newest.masuk} masuk, {newest.diproses} diproses, {newest.selesai} selesai"
    return Hasil(
        status="sebagian" if missing else "terpenuhi",
        alasan=f"Statistik terbaru ({newest.periode}) berumur {age} hari{late}: {counts}, {median}.",
        bukti=(Bukti("Statistik pengaduan", alamat(satker, "pengaduan/#statistik")),),
        kurang=missing,
    )


def _kurang(newest: Statistik, age: int, per: date) -> tuple[str, ...]:
    stale = (f"pengaduan.yml: statistik untuk periode sesudah {newest.periode}, sampai {per}",) if age > MASA else ()
    median = newest.median_hari is None and newest.selesai > 0
    return (*stale, *((f"pengaduan.yml: statistik {newest.periode}, median_hari",) if median else ()))
