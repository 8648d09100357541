"""C14: the standard of every service was reviewed with the public within a year."""

from datetime import date, timedelta
from functools import partial

from generator.kriteria.hasil import Dasar, Hasil, Konteks, Kriteria, per_layanan
from generator.model.layanan import Layanan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C14",
    judul="Peninjauan standar bersama masyarakat",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPF1C"),),
    terpenuhi="Standar setiap layanan yang buka ditinjau dalam 365 hari terakhir bersama setidaknya satu unsur masyarakat.",
    sebagian="Sebagian standar ditinjau demikian.",
    belum="Tidak ada standar yang ditinjau demikian.",
    cara="Tinjau standar setahun sekali bersama penggunanya, lalu tulis `ditinjau: {tanggal: …, unsur: [ … ], bukti: [ … ]}` di "
    "berkas layanan.",
)

MASA = timedelta(days=365)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the open services whose review is recent and names who took part."""
    return per_layanan(satker, "ditinjau dalam 365 hari terakhir bersama masyarakat", partial(_kurang, konteks.per))


def _kurang(per: date, layanan: Layanan) -> str:
    review = layanan.ditinjau
    if review is None:
        return "ditinjau.tanggal, ditinjau.unsur"
    if not per - MASA <= review.tanggal <= per:
        return f"ditinjau.tanggal ({per - MASA} sampai {per})"
    return "" if review.unsur else "ditinjau.unsur"
