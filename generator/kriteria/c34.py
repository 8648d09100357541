"""C34: the public takes part every quarter, and something follows from it."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi
from generator.kriteria.periode import memuat, triwulan_lewat
from generator.model.satker import Satker
from generator.model.zi import PelibatanPublik

KRITERIA = Kriteria(
    kode="C34",
    judul="Pelibatan masyarakat setiap triwulan",
    bobot="peringatan",
    dasar=(rekomendasi(10), Dasar("PermenPANRB 90/2021 LKE PPA2C dan PPF1C")),
    terpenuhi="Setiap triwulan tahun ini yang sudah berakhir punya pelibatan masyarakat, dan semuanya ditindaklanjuti.",
    sebagian="Sebagian triwulan itu demikian.",
    belum="Tidak ada triwulan yang demikian.",
    cara="Tulis `pelibatan_publik` di zi.yml dengan `bentuk`, `tanggal`, dan `tindak_lanjut`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the quarters that are over and have engagement, all of it followed up."""
    quarters = triwulan_lewat(konteks.per)
    if not quarters:
        return Hasil("tidak_berlaku", f"Belum ada triwulan yang berakhir pada {konteks.per.year}.")
    held = {item.teks: [row for row in satker.zi.pelibatan_publik if memuat(item, row.tanggal)] for item in quarters}
    met = [text for text, rows in held.items() if rows and all(row.tindak_lanjut for row in rows)]
    proofs = [proof for text in met for row in held[text] for proof in row.bukti]
    return Hasil(
        status=dari_bagian(len(met), len(quarters)),
        alasan=f"{len(met)} dari {len(quarters)} triwulan {konteks.per.year} yang sudah berakhir punya pelibatan masyarakat "
        "dengan tindak lanjut.",
        bukti=(Bukti("Pelibatan masyarakat", alamat(satker, "zi/#r10")), *dari_lampiran(satker, proofs)) if met else (),
        kurang=tuple(gap for text, rows in held.items() for gap in _kurang(text, rows)),
    )


def _kurang(text: str, rows: list[PelibatanPublik]) -> list[str]:
    if not rows:
        return [f"zi.yml: pelibatan_publik pada {text}"]
    return [f"zi.yml: pelibatan_publik, tindak_lanjut ({row.bentuk}, {row.tanggal})" for row in rows if not row.tindak_lanjut]
