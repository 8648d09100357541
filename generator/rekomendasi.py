"""The eleven recommendations that the mentors left (29 October 2021), each computed from the criteria that measure it."""

from dataclasses import dataclass

from generator.assess import Kelengkapan
from generator.kriteria.hasil import Bukti, Hasil, Status, alamat, dari_bagian
from generator.model.satker import Satker
from generator.sama import Sama


@dataclass(frozen=True, slots=True)
class Rekomendasi:
    """One recommendation in our own words; *kriteria* are the codes that measure it."""

    nomor: int
    judul: str
    teks: str
    kriteria: tuple[str, ...]


REKOMENDASI = (
    Rekomendasi(
        1,
        "Komitmen bersama",
        "Zona Integritas dicanangkan terbuka, dan semua pimpinan serta pegawai menandatangani komitmen bersama.",
        ("C18", "C19"),
    ),
    Rekomendasi(
        2,
        "Layanan terpadu tanpa tatap muka",
        "Layanan terpadu dan media informasi dibangun sampai semua layanan selesai tanpa bertemu muka.",
        ("C11",),
    ),
    Rekomendasi(3, "Motto perubahan", "Motto perubahan dipasang di setiap lantai dan di setiap ruang layanan.", ("C22", "C23")),
    Rekomendasi(
        4,
        "Agen perubahan",
        "Agen perubahan ditambah, berperan, dipantau program kerjanya, dan inovasi terbaik dihargai.",
        ("C24", "C25"),
    ),
    Rekomendasi(
        5,
        "Rapat evaluasi",
        "Rapat bulanan, triwulanan, dan semesteran membahas pembangunan ZI dan menindaklanjuti masalah menurut rencana kerja.",
        ("C26", "C27", "C28"),
    ),
    Rekomendasi(6, "Pembinaan berjenjang", "Semua pegawai dibina berjenjang dan berkala.", ("C29",)),
    Rekomendasi(7, "Penghargaan pegawai", "Pegawai yang berinovasi dan berprestasi sering dihargai.", ("C30",)),
    Rekomendasi(8, "Pelatihan petugas layanan", "Petugas layanan dilatih pelayanan prima secara intensif.", ("C31",)),
    Rekomendasi(9, "Inovasi: amati, tiru, modifikasi", "Inovasi satuan kerja lain diamati, ditiru, dan dimodifikasi.", ("C32",)),
    Rekomendasi(10, "Dekat dengan masyarakat", "Masyarakat dilibatkan supaya percaya pada mutu layanan.", ("C34",)),
    Rekomendasi(11, "Tindak lanjut pendampingan", "Semua catatan tim pendampingan ditindaklanjuti.", ("C35",)),
)


def nilai(item: Rekomendasi, satker: Satker, kelengkapan: Kelengkapan) -> Hasil:
    """Return the outcome of one recommendation: met when all that measures it is met, partly when some is."""
    parts = [kelengkapan.hasil[kode] for kode in item.kriteria]
    return _of(*parts, _tanpa_tatap_muka(satker)) if item.nomor == 2 else _known.once(_of, *parts)


_known: Sama[Hasil] = Sama()


def _of(*parts: Hasil) -> Hasil:
    counted = [part for part in parts if part.status != "tidak_berlaku"]
    return Hasil(
        status=_joined([part.status for part in counted]),
        alasan=" ".join(dict.fromkeys(part.alasan for part in parts)),
        bukti=tuple({proof.alamat: proof for part in parts for proof in part.bukti}.values()),
        kurang=tuple(dict.fromkeys(gap for part in parts for gap in part.kurang)),
    )


def _joined(statuses: list[Status]) -> Status:
    if statuses and all(status == "belum" for status in statuses):
        return "belum"
    met = dari_bagian(sum(status == "terpenuhi" for status in statuses), len(statuses))
    return "sebagian" if met == "belum" else met


def _tanpa_tatap_muka(satker: Satker) -> Hasil:
    """Measure the target of recommendation 2: every open service can be finished without coming."""
    services = satker.terbuka
    remote = [slug for slug, layanan in services.items() if layanan.tatap_muka == "tidak" and layanan.tautan_daring]
    unsaid = [slug for slug, layanan in services.items() if layanan.tatap_muka is None]
    return Hasil(
        status=dari_bagian(len(remote), len(services)) if services else "belum",
        alasan=f"{len(remote)} dari {len(services)} layanan selesai tanpa bertemu muka lewat tautan daring.",
        bukti=tuple(Bukti(services[slug].nama, alamat(satker, f"layanan/{slug}/#cara")) for slug in remote[:3]),
        kurang=tuple(f"layanan/{slug}.yml: tatap_muka" for slug in unsaid),
    )
