"""C27: the evaluation meetings of every month, quarter and half-year that is over were held."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi
from generator.kriteria.periode import slot_lewat
from generator.model.satker import Satker
from generator.model.zi import Rapat

KRITERIA = Kriteria(
    kode="C27",
    judul="Rapat evaluasi bulanan, triwulan, dan semester",
    bobot="galat",
    dasar=(rekomendasi(5), Dasar("PermenPANRB 90/2021 LKE PPA3A dan PPA3B")),
    terpenuhi="Setiap bulan, triwulan, dan semester tahun ini yang sudah berakhir punya rapat evaluasi.",
    sebagian="Sebagian bulan, triwulan, dan semester itu punya rapat evaluasi.",
    belum="Tahun ini belum ada rapat evaluasi yang tercatat.",
    cara="Tulis setiap rapat di `rapat_evaluasi` pada zi.yml dengan `jenis` dan `periode`: bulanan 2026-10, triwulan 2026-T3, "
    "semester 2026-S1. Rapat satu periode dihitung setelah periodenya berakhir.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the slots of the year that are over and have their meeting."""
    meetings: dict[tuple[str, str], Rapat] = {(rapat.jenis, rapat.periode.teks): rapat for rapat in satker.zi.rapat_evaluasi}
    due = {kind: [item.teks for item in items] for kind, items in slot_lewat(konteks.per).items() if items}
    if not due:
        return Hasil("tidak_berlaku", f"Belum ada bulan yang berakhir pada {konteks.per.year}.")
    filled = [meetings[kind, text] for kind, texts in due.items() for text in texts if (kind, text) in meetings]
    missing = {kind: [text for text in texts if (kind, text) not in meetings] for kind, texts in due.items()}
    newest = sorted(filled, key=lambda rapat: rapat.tanggal, reverse=True)
    counts = ", ".join(f"{kind} {len(texts) - len(missing[kind])}/{len(texts)}" for kind, texts in due.items())
    total = sum(map(len, due.values()))
    return Hasil(
        status=dari_bagian(len(filled), total),
        alasan=f"{len(filled)} dari {total} rapat evaluasi {konteks.per.year} yang sudah waktunya tercatat ({counts}).",
        bukti=(Bukti("Rapat evaluasi", alamat(satker, "zi/#r5")), *dari_lampiran(satker, (b for r in newest for b in r.bukti)))
        if filled
        else (),
        kurang=tuple(
            f"zi.yml: rapat_evaluasi, jenis {kind}, periode {', '.join(texts)}" for kind, texts in missing.items() if texts
        ),
    )
