"""C29: every level of the hierarchy is coached at least once a quarter."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi
from generator.kriteria.periode import memuat, triwulan_lewat
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C29",
    judul="Pembinaan berjenjang setiap triwulan",
    bobot="peringatan",
    dasar=(rekomendasi(6), Dasar("PermenPANRB 90/2021 LKE PRE1")),
    terpenuhi="Setiap jenjang yang dibina tahun ini dibina pada setiap triwulan yang sudah berakhir.",
    sebagian="Ada jenjang yang belum dibina pada sebagian triwulan itu.",
    belum="Tidak ada pembinaan pada triwulan yang sudah berakhir.",
    cara="Tulis `pembinaan` di zi.yml dengan `dari`, `kepada`, dan `tanggal`. Satu jenjang adalah satu pasangan `dari` dan "
    "`kepada`; tulis keduanya dengan kata yang sama setiap kali.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count, for each level of this year and each quarter that is over, whether there was a session."""
    quarters = triwulan_lewat(konteks.per)
    if not quarters:
        return Hasil("tidak_berlaku", f"Belum ada triwulan yang berakhir pada {konteks.per.year}.")
    sessions = [item for item in satker.zi.pembinaan if item.tanggal.year == konteks.per.year and item.tanggal <= konteks.per]
    if not sessions:
        return Hasil("belum", f"Belum ada pembinaan pada {konteks.per.year}.", kurang=("zi.yml: pembinaan",))
    levels = list(dict.fromkeys((item.dari, item.kepada) for item in sessions))
    held = {
        ((item.dari, item.kepada), quarter.teks) for item in sessions for quarter in quarters if memuat(quarter, item.tanggal)
    }
    missing = [(level, item.teks) for level in levels for item in quarters if (level, item.teks) not in held]
    newest = sorted(sessions, key=lambda item: item.tanggal, reverse=True)
    return Hasil(
        status=dari_bagian(len(held), len(held) + len(missing)),
        alasan=f"{len(held)} dari {len(held) + len(missing)} pembinaan tercatat: {len(levels)} jenjang kali {len(quarters)} "
        "triwulan yang sudah berakhir.",
        bukti=(Bukti("Pembinaan", alamat(satker, "zi/#r6")), *dari_lampiran(satker, (b for item in newest for b in item.bukti))),
        kurang=tuple(f"zi.yml: pembinaan, {dari} kepada {kepada} pada {text}" for (dari, kepada), text in missing),
    )
