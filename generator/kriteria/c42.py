"""C42: the public is asked at least once a year, and the index follows from the answers."""

from generator.ikm import hitung
from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat
from generator.kriteria.periode import terkini
from generator.model.satker import Satker
from generator.model.survei import Skm

KRITERIA = Kriteria(
    kode="C42",
    judul="Survei kepuasan masyarakat",
    bobot="galat",
    dasar=(Dasar("PermenPANRB 14/2017 Pasal 1"), Dasar("PermenPANRB 90/2021 LKE PPF4A")),
    terpenuhi="Setidaknya satu survei dalam 365 hari terakhir, dan indeks terbit semuanya cocok dengan jawabannya.",
    sebagian="Ada survei dalam 365 hari terakhir, tetapi respondennya, jawabannya, atau indeks terbitnya tidak cocok.",
    belum="Tidak ada survei dalam 365 hari terakhir.",
    cara="Tulis `skm` di survei.yml dengan `periode`, `responden`, kesembilan unsur (`total` atau `unsur`), dan `terbit`. Indeks "
    "adalah rata-rata kesembilan unsur dikali 25 dengan bobot tepat 1/9. Nilai penuh LKE: 4 survei setahun.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the surveys of the last year, and recompute the index of each."""
    surveys = terkini(satker.survei.skm, konteks.per)
    if not surveys:
        return Hasil("belum", "Tidak ada survei kepuasan dalam 365 hari terakhir.", kurang=("survei.yml: skm",))
    flaws = [(skm.periode, flaw) for skm in surveys if (flaw := _cacat(skm))]
    more = "" if len(surveys) >= 4 else ", kurang dari 4 untuk nilai penuh LKE"
    return Hasil(
        status="sebagian" if flaws else "terpenuhi",
        alasan=f"{len(surveys)} survei kepuasan dalam 365 hari terakhir{more}; {_sebut(surveys[-1])}."
        + "".join(f" {periode}: {flaw}." for periode, (flaw, _) in flaws),
        bukti=(Bukti("Survei kepuasan masyarakat", alamat(satker, "survei/")),),
        kurang=tuple(f"survei.yml: skm {periode}, {place}" for periode, (_, place) in flaws),
    )


def _sebut(skm: Skm) -> str:
    """Name the newest survey with its number of respondents and its index."""
    ikm = hitung(skm)
    index = f", IKM {ikm.nilai} ({ikm.mutu})".replace(".", ",") if ikm and ikm.is_possible else ""
    return f"terbaru {skm.periode} dengan {skm.responden} responden{index}"


def _cacat(skm: Skm) -> tuple[str, str] | None:
    """Return what is wrong with a survey and what to write instead, or None."""
    ikm = hitung(skm)
    if ikm is None or not skm.responden:
        return "jumlah respondennya 0", "responden"
    if not ikm.is_possible:
        return "ada rata-rata unsur di luar 1 sampai 4", "total dan responden"
    if skm.terbit is None or ikm.is_match(skm.terbit):
        return None
    habit = ", angka yang keluar dari bobot 0,11" if ikm.is_habit(skm.terbit) else ""
    shown = f"IKM terbit {skm.terbit:.2f}, dari jawabannya {ikm.nilai}".replace(".", ",")
    return shown + habit, f"terbit: {ikm.nilai}"
