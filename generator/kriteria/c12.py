"""C12: the satker shows what share of its services is finished without coming in person."""

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan, rekomendasi
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C12",
    judul="Bagian layanan yang selesai tanpa tatap muka",
    bobot="peringatan",
    dasar=(rekomendasi(2), Dasar("PermenPANRB 90/2021 LKE PPF5A")),
    terpenuhi="Setiap layanan yang buka menyebut perlu tidaknya tatap muka, sehingga bagiannya dapat dihitung.",
    sebagian="Sebagian layanan menyebutnya, jadi bagiannya belum pasti.",
    belum="Tidak ada layanan yang menyebutnya.",
    cara="Tulis `tatap_muka: tidak`, `sebagian`, atau `wajib` di setiap berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that say it, and name the share among all that are open."""
    hasil = per_layanan(satker, "menyebut perlu tidaknya tatap muka", lambda layanan: "" if layanan.tatap_muka else "tatap_muka")
    if hasil.status not in ("terpenuhi", "sebagian"):
        return hasil
    services = satker.terbuka.values()
    remote = sum(layanan.tatap_muka == "tidak" for layanan in services)
    share = f"{remote} dari {len(services)} layanan ({100 * remote // len(services)} persen) selesai tanpa tatap muka."
    return hasil._replace(alasan=f"{hasil.alasan} {share}")
