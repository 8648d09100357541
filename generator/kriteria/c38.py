"""C38: every complaint channel of the satker's own says who answers and by when."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, sebut
from generator.model.pengaduan import KanalPengaduan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C38",
    judul="Petugas dan tenggat pengaduan",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 21 huruf j"), Dasar("Perpres 76/2013")),
    terpenuhi="Setiap kanal pengaduan sendiri menyebut petugas dan tenggat jawabannya.",
    sebagian="Sebagian kanal pengaduan sendiri menyebut keduanya.",
    belum="Tidak ada kanal pengaduan sendiri yang menyebut keduanya.",
    cara="Lengkapi `petugas` (jabatan atau unit, bukan nama orang) dan `tenggat: {nilai: …, satuan: …}` pada setiap kanal di "
    "pengaduan.yml.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the satker's own channels that have both; the national ones are not its to describe."""
    own = {id_: channel for id_, channel in satker.pengaduan.kanal.items() if channel is not None}
    if not own:
        return Hasil("tidak_berlaku", "Belum ada kanal pengaduan sendiri.")
    lacks = {id_: lack for id_, channel in own.items() if (lack := _kurang(channel))}
    met = len(own) - len(lacks)
    return Hasil(
        status=dari_bagian(met, len(own)),
        alasan=f"{met} dari {len(own)} kanal pengaduan sendiri menyebut petugas dan tenggat."
        + (f" Belum: {sebut(own[id_].nama for id_ in lacks)}." if lacks else ""),
        bukti=(Bukti("Kanal pengaduan", alamat(satker, "pengaduan/#kanal")),) if met else (),
        kurang=tuple(f"pengaduan.yml: kanal.{id_}, {lack}" for id_, lack in lacks.items()),
    )


def _kurang(channel: KanalPengaduan) -> str:
    return ", ".join(key for key in ("petugas", "tenggat") if getattr(channel, key) is None)
