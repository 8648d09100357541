"""C37: complaints can go to the four national channels and to one of the satker's own."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, per_unsur
from generator.model.pengaduan import KanalPengaduan
from generator.model.satker import Satker

KRITERIA = Kriteria(
    kode="C37",
    judul="Kanal pengaduan nasional dan kanal sendiri",
    bobot="galat",
    dasar=(
        Dasar("UU 25/2009 Pasal 36", terverifikasi=False),
        Dasar("Perpres 76/2013"),
        Dasar("PermenPANRB 90/2021 LKE PPF3A"),
    ),
    terpenuhi="SP4N-LAPOR!, Inspektorat Jenderal, Ombudsman, KPK, dan setidaknya satu kanal sendiri ada.",
    sebagian="Sebagian dari kelimanya ada.",
    belum="Kanal pengaduan belum dipublikasikan.",
    cara="Tulis `kanal` di pengaduan.yml: `lapor: bersama`, `itjen: bersama`, `ombudsman: bersama`, `kpk: bersama`, dan "
    "setidaknya satu kanal sendiri seperti loket, telepon, atau WhatsApp.",
)
NASIONAL = {"lapor": "SP4N-LAPOR!", "itjen": "Inspektorat Jenderal", "ombudsman": "Ombudsman", "kpk": "KPK"}
KHUSUS = (*NASIONAL, "wbs", "upg")  # not where the public complains about this office to this office


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for the four national channels by id or kind, and for one of the satker's own."""
    channels = satker.kanal(konteks.bersama)
    known = {*channels, *(channel.jenis for channel in channels.values())}
    unsur = {name: (f"pengaduan.yml: kanal, {id_}: bersama", id_ in known) for id_, name in NASIONAL.items()}
    place = "pengaduan.yml: kanal, satu kanal sendiri (loket, telepon, whatsapp, surel, atau situs)"
    unsur["kanal sendiri"] = (place, any(map(_is_local, satker.pengaduan.kanal.values())))
    return per_unsur("kanal pengaduan", unsur, (Bukti("Kanal pengaduan", alamat(satker, "pengaduan/#kanal")),))


def _is_local(channel: KanalPengaduan | None) -> bool:
    return channel is not None and channel.jenis not in KHUSUS
