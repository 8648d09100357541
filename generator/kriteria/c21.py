"""C21: the stage of the integrity zone and its year are shown, and every predicate with its decree."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_sk, per_unsur
from generator.model.profil import StatusZi
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C21",
    judul="Tahap zona integritas dan predikat",
    bobot="galat",
    dasar=(Dasar("PermenPANRB 90/2021"),),
    terpenuhi="Tahap dan tahunnya ada; setiap predikat, bila ada, menyebut SK-nya.",
    sebagian="Tahap ada, tetapi tahunnya, predikatnya, atau SK predikat belum.",
    belum="Tahap belum dipublikasikan.",
    cara="Tulis `zi: {tahap: …, tahun: …}` di satker.yml. Tahap wbk dan wbbm memerlukan `predikat` dengan `sk`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count stage, year and the decrees; a stage that is itself a predicate must be among the predicates."""
    zi = satker.profil.zi
    if zi is None:
        return Hasil("belum", "Tahap zona integritas belum dipublikasikan.", kurang=("satker.yml: zi.tahap, zi.tahun",))
    shown = (Bukti("Zona integritas", alamat(satker, "#zi")), *dari_sk(item.sk for item in zi.predikat))
    return per_unsur("keterangan tahap", _unsur(zi), shown)


def _unsur(zi: StatusZi) -> dict[str, tuple[str, bool]]:
    unsur = {"tahap": ("satker.yml: zi.tahap", True), "tahun": ("satker.yml: zi.tahun", zi.tahun is not None)}
    for item in zi.predikat:
        name = f"SK predikat {item.jenis.upper()} {item.tahun}"
        unsur[name] = (f"satker.yml: zi.predikat.sk ({item.jenis} {item.tahun})", item.sk is not None)
    if zi.tahap in ("wbk", "wbbm") and zi.tahap not in [item.jenis for item in zi.predikat]:
        unsur[f"predikat {zi.tahap.upper()}"] = (f"satker.yml: zi.predikat ({zi.tahap}, tahun, sk)", False)
    return unsur
