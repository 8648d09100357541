"""C23: a motto hangs on every floor and in every room where the public is served."""

from collections.abc import Iterator

from generator.kriteria.hasil import Bukti, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi, sebut
from generator.model.motto import Titik
from generator.model.profil import Lantai
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C23",
    judul="Motto di setiap lantai dan ruang layanan",
    bobot="peringatan",
    dasar=(rekomendasi(3),),
    terpenuhi="Setiap lantai dan setiap ruang layanan punya motto.",
    sebagian="Sebagian lantai dan ruang layanan punya motto.",
    belum="Tidak satu pun punya motto, atau gedungnya belum ditulis.",
    cara="Tulis `gedung` dengan lantai dan ruangnya di satker.yml (`layanan: true` pada ruang layanan), lalu `titik` setiap "
    "motto di motto.yml dengan nama yang sama.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the floors and service rooms that have a motto."""
    places = list(_tempat(satker))
    if not places:
        return Hasil("belum", "Lantai dan ruang gedung belum ditulis.", kurang=("satker.yml: gedung.lantai",))
    missing = [name for name, found in places if not found]
    met = len(places) - len(missing)
    evidence = [item for motto in satker.motto.motto for titik in motto.titik for item in titik.bukti]
    return Hasil(
        status=dari_bagian(met, len(places)),
        alasan=f"{met} dari {len(places)} lantai dan ruang layanan punya motto."
        + (f" Belum: {sebut(missing)}." if missing else ""),
        bukti=(Bukti("Motto perubahan", alamat(satker, "#motto")), *dari_lampiran(satker, evidence)) if met else (),
        kurang=tuple(f"motto.yml: titik di {name}" for name in missing),
    )


def _tempat(satker: Satker) -> Iterator[tuple[str, bool]]:
    """Yield every floor and service room, and whether a motto hangs there; one in a room hangs on its floor too."""
    titik = [titik for motto in satker.motto.motto for titik in motto.titik]
    for gedung in satker.profil.gedung:
        for lantai in gedung.lantai:
            rooms = [item.ruang for item in titik if item.gedung == gedung.nama and _on(item, lantai)]
            yield f"{lantai.nama} ({gedung.nama})", bool(rooms)
            for ruang in lantai.ruang:
                if ruang.layanan:
                    yield f"{ruang.nama} ({gedung.nama}, {lantai.nama})", ruang.nama in rooms


def _on(titik: Titik, lantai: Lantai) -> bool:
    if titik.lantai is None:
        return titik.ruang in [ruang.nama for ruang in lantai.ruang]
    return titik.lantai == lantai.nama
