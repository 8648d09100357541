"""C31: the officers who serve the public are trained."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, dari_lampiran, rekomendasi
from generator.kriteria.periode import baru
from generator.model.satker import Satker
from generator.model.zi import Pelatihan

KRITERIA = Kriteria(
    kode="C31",
    judul="Pelatihan petugas layanan",
    bobot="peringatan",
    dasar=(rekomendasi(8), Dasar("PermenPANRB 90/2021 LKE PPF2A")),
    terpenuhi="Semua petugas layanan ikut sebuah pelatihan dalam dua tahun terakhir.",
    sebagian="Baru sebagian petugas yang ikut, menurut pelatihan yang pesertanya terbanyak, atau jumlah petugas belum ditulis.",
    belum="Tidak ada pelatihan atau peserta yang tercatat dalam dua tahun terakhir.",
    cara="Tulis `petugas_layanan` dan `pelatihan` (dengan `peserta`, yaitu petugas layanan yang ikut) di zi.yml. Pelatihan yang "
    "diulang untuk petugas lain ditulis sekali, dengan jumlah semua pesertanya.",
)
MASA = 730


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """
    Compare the best attended training of the last two years with the officers.

    Participants are not added up: records name nobody, and the same officer may have come to each.
    """
    officers = satker.zi.petugas_layanan
    trainings = [item for item in satker.zi.pelatihan if baru(item.tanggal, konteks.per, MASA)]
    unknown = ("zi.yml: petugas_layanan",) if officers is None else ()
    if officers == 0:
        return Hasil("tidak_berlaku", "Tidak ada petugas layanan.")
    if not trainings:
        return Hasil("belum", "Tidak ada pelatihan dalam 730 hari terakhir.", kurang=(*unknown, "zi.yml: pelatihan"))
    trained = max(item.peserta or 0 for item in trainings)
    covered = min(trained, officers) if officers else 0
    share = f" untuk {officers} petugas layanan ({100 * covered // officers} %)" if officers else ", jumlah petugas belum ada"
    return Hasil(
        status="belum" if not trained else dari_bagian(covered, officers) if officers else "sebagian",
        alasan=f"{len(trainings)} pelatihan dalam 730 hari terakhir, yang terbanyak diikuti {trained} peserta{share}.",
        bukti=(
            Bukti("Pelatihan", alamat(satker, "zi/#r8")),
            *dari_lampiran(satker, (proof for item in trainings for proof in item.bukti)),
        ),
        kurang=(*unknown, *_kurang(trainings, officers, covered)),
    )


def _kurang(trainings: list[Pelatihan], officers: int | None, covered: int) -> tuple[str, ...]:
    """Return the trainings that do not say how many came, or else how many officers are still to be trained."""
    if officers == covered:
        return ()
    unsaid = tuple(f"zi.yml: pelatihan, peserta ({item.judul})" for item in trainings if item.peserta is None)
    return unsaid or ((f"zi.yml: pelatihan, {officers - covered} petugas layanan belum ikut",) if officers else ())
