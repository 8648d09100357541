"""
C36: there is proof to open for each of the eleven recommendations.

An approximation: it asks only whether the records behind a recommendation hold at least one link or attachment, never what
that proves. Whether the recommendation is met is measured by the criteria of its own.
"""

from collections.abc import Iterable
from typing import Protocol

from generator.kriteria import hasil
from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, dari_sk
from generator.model.record import Bukti
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C36",
    judul="Bukti kesebelas rekomendasi",
    bobot="galat",
    dasar=(Dasar("Sebelas rekomendasi pendampingan ZI, Biro Ortala Kemenag 2021"),),
    terpenuhi="Kesebelas rekomendasi punya setidaknya satu bukti yang dapat dibuka.",
    sebagian="Sebagian rekomendasi punya bukti yang dapat dibuka.",
    belum="Tidak ada rekomendasi yang punya bukti yang dapat dibuka.",
    cara="Tambahkan `bukti: [ {judul: …, tautan: https://…} ]` pada rekaman setiap rekomendasi; `berkas` boleh sebagai ganti "
    "`tautan`.",
)
TEMPAT = {
    1: "zi.yml: pencanangan.bukti",
    2: "layanan/nama-layanan.yml: kanal, jenis daring dengan tautan",
    3: "motto.yml: motto, titik, bukti",
    4: "zi.yml: agen_perubahan, sk.tautan",
    5: "zi.yml: rapat_evaluasi, bukti",
    6: "zi.yml: pembinaan, bukti",
    7: "zi.yml: penghargaan, bukti",
    8: "zi.yml: pelatihan, bukti",
    9: "inovasi/nama-inovasi.yml: bukti",
    10: "zi.yml: pelibatan_publik, bukti",
    11: "zi.yml: catatan_pendampingan, bukti",
}


class Berbukti(Protocol):
    """A record with evidence."""

    @property
    def bukti(self) -> tuple[Bukti, ...]:
        """What a reader can open."""


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the recommendations whose records hold a proof, and show one of each."""
    found = _bukti(satker)
    missing = [number for number in TEMPAT if not found[number]]
    return Hasil(
        status=dari_bagian(len(TEMPAT) - len(missing), len(TEMPAT)),
        alasan=f"{len(TEMPAT) - len(missing)} dari {len(TEMPAT)} rekomendasi punya bukti yang dapat dibuka."
        + (f" Belum: nomor {', '.join(map(str, missing))}." if missing else ""),
        bukti=tuple(proof for number in TEMPAT for proof in found[number][:1]),
        kurang=tuple(TEMPAT[number] for number in missing),
    )


def _bukti(satker: Satker) -> dict[int, tuple[hasil.Bukti, ...]]:
    """Return the proofs by the number of the recommendation."""
    zi, innovations = satker.zi, satker.inovasi.values()
    rows: dict[int, Iterable[Berbukti]] = {
        1: [zi.pencanangan] if zi.pencanangan else [],
        3: [titik for motto in satker.motto.motto for titik in motto.titik],
        5: zi.rapat_evaluasi,
        6: zi.pembinaan,
        7: zi.penghargaan,
        8: zi.pelatihan,
        9: innovations,
        10: zi.pelibatan_publik,
        11: zi.catatan_pendampingan,
    }
    found = {number: dari_lampiran(satker, (proof for row in items for proof in row.bukti)) for number, items in rows.items()}
    online = next(((slug, layanan.nama) for slug, layanan in satker.terbuka.items() if layanan.tautan_daring), None)
    found[2] = (hasil.Bukti(online[1], alamat(satker, f"layanan/{online[0]}/")),) if online else ()
    found[4] = dari_sk(agent.sk for agent in zi.agen_perubahan)
    found[9] = found[9] or dari_sk(item.sk for item in innovations)
    return found
