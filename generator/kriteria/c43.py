"""C43: something is done about what the public liked least."""

from generator.ikm import UNSUR, Ikm, hitung
from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian
from generator.kriteria.periode import terbaru
from generator.model.satker import Satker
from generator.model.survei import Skm, Unsur

KRITERIA = Kriteria(
    kode="C43",
    judul="Tindak lanjut survei kepuasan",
    bobot="peringatan",
    dasar=(Dasar("PermenPANRB 90/2021 LKE PPF4C"),),
    terpenuhi="Ketiga unsur terendah survei terbaru punya tindak lanjut.",
    sebagian="Sebagian dari ketiga unsur terendah punya tindak lanjut.",
    belum="Tidak satu pun unsur terendah punya tindak lanjut.",
    cara="Tulis `tindak_lanjut` pada survei terbaru di survei.yml: `{unsur: …, uraian: …, pj: …, tenggat: …, status: …}`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the follow-ups of the newest survey for its three weakest elements."""
    skm = terbaru(satker.survei.skm, konteks.per)
    ikm = hitung(skm) if skm else None
    if skm is None or ikm is None:
        return Hasil("tidak_berlaku", "Belum ada survei kepuasan yang dapat dihitung.")
    missing = _kurang(skm, ikm)
    met = len(ikm.terlemah) - len(missing)
    return Hasil(
        status=dari_bagian(met, len(ikm.terlemah)),
        alasan=f"{met} dari {len(ikm.terlemah)} unsur terendah survei {skm.periode} punya tindak lanjut."
        + (f" Belum: {'; '.join(UNSUR[unsur] for unsur in missing)}." if missing else ""),
        bukti=(Bukti("Tindak lanjut survei", alamat(satker, "survei/")),) if met else (),
        kurang=tuple(f"survei.yml: skm {skm.periode}, tindak_lanjut untuk unsur {unsur}" for unsur in missing),
    )


def _kurang(skm: Skm, ikm: Ikm) -> list[Unsur]:
    """Return the weakest elements without a follow-up; one that is as weak as the third may stand in for it."""
    done = {task.unsur for task in skm.tindak_lanjut}
    third = ikm.rata[ikm.terlemah[-1]]
    spare = sum(unsur in done for unsur in UNSUR if ikm.rata[unsur] == third and unsur not in ikm.terlemah)
    missing = [unsur for unsur in ikm.terlemah if unsur not in done]
    equal = [unsur for unsur in missing if ikm.rata[unsur] == third]
    return [unsur for unsur in missing if unsur not in equal[:spare]]
