"""C15: the service pledge has its three elements, its decree and its signer."""

import re
from functools import lru_cache

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian
from generator.model.satker import Satker
from generator.sama import MOST

KRITERIA = Kriteria(
    kode="C15",
    judul="Maklumat pelayanan",
    bobot="galat",
    dasar=(Dasar("UU 25/2009 Pasal 22"), Dasar("PermenPANRB 15/2014"), Dasar("PermenPANRB 90/2021 LKE PPF1B dan PPF1D")),
    terpenuhi="Maklumat memuat ketiga unsurnya, SK dengan tanggal, dan penandatangan.",
    sebagian="Maklumat ada, tetapi sebagian unsurnya belum.",
    belum="Maklumat belum dipublikasikan.",
    cara="Tulis `maklumat` di satker.yml: sanggup melayani sesuai standar pelayanan, melakukan perbaikan terus-menerus, dan siap "
    "menerima sanksi atau memberi kompensasi; lengkapi `sk` dan `penandatangan`.",
)

UNSUR = {
    "janji melayani sesuai standar pelayanan": re.compile(r"sanggup[\s\S]*standar pelayanan", re.IGNORECASE),
    "perbaikan terus-menerus": re.compile(r"perbaikan[\s\S]*terus", re.IGNORECASE),
    "sanksi atau kompensasi": re.compile(r"sanksi|kompensasi", re.IGNORECASE),
}


@lru_cache(maxsize=MOST)
def _ada(teks: str) -> tuple[bool, ...]:
    """Say of each element whether *teks*, which other satker may have as well, has it."""
    return tuple(bool(pattern.search(teks)) for pattern in UNSUR.values())


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the three elements, the dated decree and the signer."""
    maklumat = satker.profil.maklumat
    if maklumat is None:
        return Hasil("belum", "Maklumat belum dipublikasikan.", kurang=("satker.yml: maklumat",))
    parts = dict(zip(UNSUR, _ada(maklumat.teks), strict=True))
    parts["SK bertanggal"] = maklumat.sk is not None and maklumat.sk.tanggal is not None
    parts["penandatangan"] = maklumat.penandatangan is not None
    missing = [name for name, found in parts.items() if not found]
    return Hasil(
        status=dari_bagian(len(parts) - len(missing), len(parts)),
        alasan=f"{len(parts) - len(missing)} dari {len(parts)} unsur ada."
        + (f" Belum: {', '.join(missing)}." if missing else ""),
        bukti=(Bukti("Maklumat pelayanan", alamat(satker, "#maklumat")),),
        kurang=tuple(f"satker.yml: maklumat, {name}" for name in missing),
    )
