"""C35: every note of the mentors is done, or has somebody responsible and a deadline that is not over."""

from datetime import date

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi
from generator.kriteria.tugas import is_selesai, utang
from generator.model.satker import Satker
from generator.model.zi import CatatanPendampingan

KRITERIA = Kriteria(
    kode="C35",
    judul="Tindak lanjut catatan pendampingan",
    bobot="galat",
    dasar=(rekomendasi(11), Dasar("PermenPANRB 90/2021 LKE PPA3C")),
    terpenuhi="Setiap catatan selesai, batal dengan alasan, atau punya penanggung jawab dan tenggat yang belum lewat.",
    sebagian="Sebagian catatan demikian.",
    belum="Catatan pendampingan belum dipublikasikan, atau tidak ada yang demikian.",
    cara="Tulis `catatan_pendampingan` di zi.yml dengan `status`, `pj`, dan `tenggat`; perbarui statusnya setelah selesai.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the notes that are done or under way in time."""
    notes = satker.zi.catatan_pendampingan
    if not notes:
        return Hasil("belum", "Catatan pendampingan belum dipublikasikan.", kurang=("zi.yml: catatan_pendampingan",))
    lacks = [(note, lack) for note in notes if (lack := _kurang(note, konteks.per))]
    met, done = len(notes) - len(lacks), sum(note.status == "selesai" for note in notes)
    shown = Bukti("Catatan pendampingan", alamat(satker, "zi/#r11"))
    return Hasil(
        status=dari_bagian(met, len(notes)),
        alasan=f"{met} dari {len(notes)} catatan pendampingan ditutup atau punya penanggung jawab dan tenggat yang belum lewat; "
        f"{done} selesai ({100 * done // len(notes)} %).",
        bukti=(shown, *dari_lampiran(satker, (b for note in notes for b in note.bukti))),
        kurang=tuple(f"zi.yml: catatan_pendampingan nomor {note.nomor}, {lack}" for note, lack in lacks),
    )


def _kurang(note: CatatanPendampingan, per: date) -> str:
    parts = ("" if is_selesai(note) or note.pj else "pj", utang(note, per))
    return ", ".join(filter(None, parts))
