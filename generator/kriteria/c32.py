"""C32: an innovation was observed, imitated and modified, and its effect measured before and after."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, rekomendasi
from generator.model.inovasi import Inovasi
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C32",
    judul="Inovasi amati, tiru, modifikasi",
    bobot="galat",
    dasar=(rekomendasi(9), Dasar("PermenPANRB 90/2021 LKE PPF2F dan PRF1A")),
    terpenuhi="Setidaknya satu inovasi menyebut asalnya, yang ditiru, yang dimodifikasi, dan dampaknya.",
    sebagian="Ada inovasi, tetapi belum ada yang menyebut keempatnya.",
    belum="Inovasi belum dipublikasikan.",
    cara="Lengkapi `asal`, `tiru`, `modifikasi`, dan `dampak` (ukuran, sebelum, sesudah) di berkas inovasi.",
)
KUNCI = ("asal", "tiru", "modifikasi", "dampak")


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for at least one innovation that has all four."""
    if not satker.inovasi:
        return Hasil("belum", "Inovasi belum dipublikasikan.", kurang=(f"inovasi/nama-inovasi.yml: {', '.join(KUNCI)}",))
    lacks = {slug: lack for slug, inovasi in satker.inovasi.items() if (lack := _kurang(inovasi))}
    met = [slug for slug in satker.inovasi if slug not in lacks]
    return Hasil(
        status="terpenuhi" if met else "sebagian",
        alasan=f"{len(met)} dari {len(satker.inovasi)} inovasi menyebut asal, tiru, modifikasi, dan dampak.",
        bukti=tuple(Bukti(satker.inovasi[slug].nama, alamat(satker, f"inovasi/{slug}/")) for slug in (met or lacks))[:3],
        kurang=() if met else tuple(f"inovasi/{slug}.yml: {lack}" for slug, lack in lacks.items()),
    )


def _kurang(inovasi: Inovasi) -> str:
    return ", ".join(key for key in KUNCI if not getattr(inovasi, key))
