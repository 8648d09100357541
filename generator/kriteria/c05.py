"""C05: the six components of service delivery are published for every service."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, sebut
from generator.model.layanan import KOMPONEN_PENYAMPAIAN
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C05",
    judul="Enam komponen penyampaian layanan",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 21"), Dasar("PermenPANRB 15/2014")),
    terpenuhi="Setiap layanan yang buka memuat keenam komponen penyampaian.",
    sebagian="Sebagian layanan memuat keenamnya.",
    belum="Tidak ada layanan yang memuat keenamnya.",
    cara="Lengkapi persyaratan, sistem_mekanisme_prosedur, jangka_waktu, biaya_tarif, produk_pelayanan, dan penanganan_pengaduan "
    "di setiap berkas layanan.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services that have all six."""
    services = {slug: layanan for slug, layanan in satker.layanan.items() if layanan.is_open}
    gaps = {slug: [key for key in KOMPONEN_PENYAMPAIAN if key in layanan.kosong] for slug, layanan in services.items()}
    complete = [slug for slug, missing in gaps.items() if not missing]
    lacking = {slug: missing for slug, missing in gaps.items() if missing}
    return Hasil(
        status=dari_bagian(len(complete), len(services)) if services else "belum",
        alasan=f"{len(complete)} dari {len(services)} layanan memuat keenam komponen."
        + (f" Belum lengkap: {sebut(services[slug].nama for slug in lacking)}." if lacking else ""),
        bukti=tuple(Bukti(services[slug].nama, alamat(satker, f"layanan/{slug}/")) for slug in complete[:3]),
        kurang=tuple(f"layanan/{slug}.yml: {', '.join(missing)}" for slug, missing in lacking.items()),
    )
