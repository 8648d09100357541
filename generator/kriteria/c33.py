"""C33: at least one service became easier, by a number."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C33",
    judul="Layanan yang dipermudah",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PRF1B"),),
    terpenuhi="Setidaknya satu layanan yang buka dipermudah oleh inovasi yang dampaknya terukur.",
    belum="Tidak ada layanan yang buka yang dipermudah oleh inovasi yang dampaknya terukur.",
    cara="Sebut layanannya di `layanan` dan ukurannya di `dampak` (ukuran, sebelum, sesudah) pada berkas inovasi.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that an innovation with a measured effect names."""
    services = satker.terbuka
    if not services:
        return Hasil("tidak_berlaku", "Tidak ada layanan yang buka.")
    measured = {slug: item for slug, item in satker.inovasi.items() if item.dampak and set(item.layanan) & set(services)}
    eased = {name for item in measured.values() for name in item.layanan if name in services}
    missing = tuple(f"inovasi/{slug}.yml: layanan, dampak" for slug in satker.inovasi) or (
        "inovasi/nama-inovasi.yml: layanan, dampak",
    )
    return Hasil(
        status="terpenuhi" if eased else "belum",
        alasan=f"{len(eased)} dari {len(services)} layanan dipermudah oleh inovasi yang dampaknya terukur.",
        bukti=tuple(Bukti(item.nama, alamat(satker, f"inovasi/{slug}/")) for slug, item in measured.items())[:3],
        kurang=() if eased else missing,
    )
