"""C30: an award was given within a year, by criteria that anybody can read."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_lampiran, rekomendasi
from generator.kriteria.periode import baru
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C30",
    judul="Penghargaan pegawai",
    bobot="peringatan",
    dasar=(rekomendasi(7), Dasar("PermenPANRB 90/2021 LKE PPC4D dan PPF2C")),
    terpenuhi="Setidaknya satu penghargaan dalam 365 hari terakhir menyebut kriterianya.",
    sebagian="Ada penghargaan dalam 365 hari terakhir, tetapi tidak ada yang menyebut kriterianya.",
    belum="Tidak ada penghargaan dalam 365 hari terakhir.",
    cara="Tulis `penghargaan` di zi.yml dengan `penerima`, `kategori`, `tanggal`, dan `kriteria`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the awards of the last year that name their criteria."""
    awards = [item for item in satker.zi.penghargaan if baru(item.tanggal, konteks.per)]
    if not awards:
        return Hasil("belum", "Tidak ada penghargaan dalam 365 hari terakhir.", kurang=("zi.yml: penghargaan",))
    met = [item for item in awards if item.kriteria]
    shown = (Bukti("Penghargaan", alamat(satker, "zi/#r7")), *dari_lampiran(satker, (b for item in met for b in item.bukti)))
    return Hasil(
        status="terpenuhi" if met else "sebagian",
        alasan=f"{len(met)} dari {len(awards)} penghargaan dalam 365 hari terakhir menyebut kriterianya.",
        bukti=shown,
        kurang=() if met else tuple(f"zi.yml: penghargaan, kriteria ({item.penerima}, {item.tanggal})" for item in awards),
    )
