"""C28: every follow-up of an evaluation meeting is closed, or has a deadline that is not over."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, rekomendasi
from generator.kriteria.tugas import is_selesai, utang
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C28",
    judul="Tindak lanjut rapat evaluasi",
    bobot="peringatan",
    dasar=(rekomendasi(5), Dasar("PermenPANRB 90/2021 LKE PPA3C")),
    terpenuhi="Setiap tindak lanjut rapat selesai, batal dengan alasan, atau punya tenggat yang belum lewat.",
    sebagian="Sebagian tindak lanjut demikian; sisanya tanpa tenggat atau lewat tenggat.",
    belum="Semua tindak lanjut tanpa tenggat atau lewat tenggat.",
    cara="Perbarui `status` pada `tindak_lanjut` setiap rapat di zi.yml, dan tulis `tenggat` untuk yang belum selesai.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the follow-ups that are closed or dated."""
    tasks = [(rapat, task) for rapat in satker.zi.rapat_evaluasi for task in rapat.tindak_lanjut]
    if not tasks:
        return Hasil("tidak_berlaku", "Belum ada tindak lanjut rapat yang tercatat.")
    lacks = [(rapat, task, lack) for rapat, task in tasks if (lack := utang(task, konteks.per))]
    closed = sum(is_selesai(task) for _, task in tasks)
    met = len(tasks) - len(lacks)
    return Hasil(
        status=dari_bagian(met, len(tasks)),
        alasan=f"{met} dari {len(tasks)} tindak lanjut rapat sudah ditutup ({closed}) atau tenggatnya belum lewat "
        f"({met - closed}).",
        bukti=(Bukti("Tindak lanjut rapat", alamat(satker, "zi/#r5")),) if met else (),
        kurang=tuple(
            f"zi.yml: rapat_evaluasi {rapat.jenis} {rapat.periode}, {lack} ({task.uraian})" for rapat, task, lack in lacks
        ),
    )
