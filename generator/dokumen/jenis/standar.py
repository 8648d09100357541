"""The service standard with its fourteen components: of each service, and of the whole satker."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dokumen.naskah import Dokumen, Naskah, keputusan, kop
from generator.label import label
from generator.model.layanan import KOMPONEN_PENGELOLAAN, KOMPONEN_PENYAMPAIAN, Biaya, Langkah, Layanan, PenangananPengaduan
from generator.model.record import Waktu
from generator.model.satker import Bersama, Satker
from generator.render.hukum import rujukan
from generator.render.page import Site
from generator.render.words import angka, durasi, kalimat, rupiah, tanggal

Fakta = tuple[tuple[str, str], ...]

_KEHADIRAN = {"tidak": "Tidak perlu", "sebagian": "Sebagian", "wajib": "Ya"}


@dataclass(frozen=True)
class BarisLangkah:
    """A row of the procedure."""

    langkah: str
    pelaku: str
    waktu: str


@dataclass(frozen=True)
class BarisBiaya:
    """A row of the fees."""

    tarif: str
    keterangan: str
    dasar: str


@dataclass(frozen=True)
class Komponen:
    """One of the fourteen: *bentuk* says whether its *langkah*, its *biaya*, or its *butir* (list or sentences) are shown."""

    nama: str
    bentuk: str
    butir: tuple[str, ...] = ()
    langkah: tuple[BarisLangkah, ...] = ()
    biaya: tuple[BarisBiaya, ...] = ()


@dataclass(frozen=True)
class Bagian:
    """One service; *pemberitahuan* says why it is not offered now, *fakta* and *penutup* are names with their texts."""

    nama: str
    pemberitahuan: str
    ringkasan: str
    sk: str
    fakta: Fakta
    komponen: tuple[Komponen, ...]
    penutup: Fakta


@dataclass(frozen=True)
class Keputusan:
    """A decree and how many services it covers."""

    sk: str
    cakupan: str


@dataclass(frozen=True)
class Beralih:
    """A service that is no longer offered, and where to go instead."""

    nama: str
    pemberitahuan: str


@dataclass(frozen=True)
class Isi(Naskah):
    """The whole document: with *satu* it is that of one service, without cover and contents."""

    satu: bool
    layanan: tuple[Bagian, ...]
    keputusan: tuple[Keputusan, ...] = ()
    tanpa_sk: str = ""
    fakta: Fakta = ()
    beralih: tuple[Beralih, ...] = ()


def dokumen(site: Site, satker: Satker) -> Iterator[Dokumen]:
    """Yield the standard of the satker, and that of each service that it offers."""
    kept = {slug: item for slug, item in satker.layanan.items() if item.status in ("buka", "ditunda")}
    sections = {slug: _bagian(site.bersama, satker, item) for slug, item in kept.items()}
    home = f"satker/{satker.slug}/"
    if sections:
        isi = Isi(
            satu=False,
            layanan=tuple(sections.values()),
            keputusan=_keputusan(kept),
            tanpa_sk=_tanpa_sk(kept),
            fakta=_fakta_satker(satker),
            beralih=tuple(Beralih(item.nama, pemberitahuan(item)) for slug, item in satker.layanan.items() if slug not in kept),
        )
        head = kop(site, satker, "Standar Pelayanan", f"{home}#layanan")
        yield Dokumen(f"{home}dokumen/standar-pelayanan.pdf", "Standar pelayanan", "standar", "standar.typ", head, isi)
    for slug, section in sections.items():
        page = f"{home}layanan/{slug}/"
        head = kop(site, satker, f"Standar pelayanan {section.nama}", page)
        isi = Isi(satu=True, layanan=(section,))
        yield Dokumen(f"{page}standar-pelayanan.pdf", "Standar pelayanan", f"layanan/{slug}", "standar.typ", head, isi)


def pemberitahuan(item: Layanan) -> str:
    """Return why the public cannot have *item* here now, and what there is instead; an empty text for an open service."""
    if item.is_open:
        return ""
    parts = [f"{label(item.status)}.", kalimat(item.alasan) if item.alasan else ""]
    if item.pengganti:
        parts.append(kalimat(f"Sebagai gantinya: {' '.join(filter(None, (item.pengganti.nama, item.pengganti.tautan)))}"))
    return " ".join(part for part in parts if part)


def _bagian(bersama: Bersama, satker: Satker, item: Layanan) -> Bagian:
    channels = ", ".join(" ".join(filter(None, (one.nama or label(one.jenis), one.tautan))) for one in item.kanal)
    visit = _KEHADIRAN[item.tatap_muka] if item.tatap_muka else ""
    facts = (
        ("Pengelola", item.unit_pengelola or ""),
        ("Pengguna layanan", item.sasaran or ""),
        ("Cara mengajukan", channels),
        ("Perlu datang", ". ".join(part for part in (visit, item.alasan_tatap_muka or "") if part)),
    )
    review = f"{tanggal(item.ditinjau.tanggal)}, bersama {', '.join(item.ditinjau.unsur)}" if item.ditinjau else ""
    checked = f"{tanggal(item.diperiksa.tanggal)} oleh {item.diperiksa.oleh}" if item.diperiksa else ""
    ends = (("Kompensasi", item.kompensasi or ""), ("Ditinjau", review.removesuffix(", bersama ")), ("Diperiksa", checked))
    components = (*KOMPONEN_PENYAMPAIAN, *KOMPONEN_PENGELOLAAN)
    return Bagian(
        nama=item.nama,
        pemberitahuan=pemberitahuan(item),
        ringkasan=item.ringkasan or "",
        sk=keputusan(item.sk),
        fakta=facts,
        komponen=tuple(_komponen(bersama, satker, item, kunci) for kunci in components),
        penutup=tuple((name, kalimat(text)) for name, text in ends if text),
    )


def _komponen(bersama: Bersama, satker: Satker, item: Layanan, kunci: str) -> Komponen:
    nama = label(kunci)
    if kunci == "sistem_mekanisme_prosedur":
        return Komponen(nama, "langkah", langkah=tuple(map(_langkah, item.sistem_mekanisme_prosedur)))
    if kunci == "biaya_tarif":
        return Komponen(nama, "biaya", biaya=tuple(_biaya(bersama, row) for row in item.biaya_tarif))
    if kunci == "dasar_hukum":
        return Komponen(nama, "daftar", _hukum(bersama, item))
    sentences = {
        "jangka_waktu": lambda: _waktu(item.jangka_waktu),
        "penanganan_pengaduan": lambda: _pengaduan(bersama, satker, item.penanganan_pengaduan),
        "jumlah_pelaksana": lambda: _pelaksana(item),
        "jaminan_pelayanan": lambda: _jaminan(item),
    }
    if kunci in sentences:
        return Komponen(nama, "kalimat", tuple(text for text in sentences[kunci]() if text))
    return Komponen(nama, "daftar", getattr(item, kunci))


def _langkah(row: Langkah) -> BarisLangkah:
    return BarisLangkah(row.langkah, row.pelaku or "", durasi(row.waktu) if row.waktu else "")


def _biaya(bersama: Bersama, row: Biaya) -> BarisBiaya:
    bases = [bersama.hukum[id_].nama for id_ in row.dasar]
    kind = ["Penerimaan negara bukan pajak (PNBP)"] if row.pnbp else []
    return BarisBiaya(rupiah(row.rupiah), row.keterangan or "", "; ".join((*kind, *bases)))


def _hukum(bersama: Bersama, item: Layanan) -> tuple[str, ...]:
    return tuple(
        f"{one.hukum.nama}{f' tentang {one.hukum.tentang}' if one.hukum.tentang else ''}"
        f"{f' (dicabut, diganti {one.nama_pengganti})' if one.pengganti else ''}"
        for one in rujukan(bersama.hukum, item.dasar_hukum)
    )


def _waktu(waktu: Waktu | None) -> Iterator[str]:
    if waktu:
        span = durasi(waktu) if waktu.paling_cepat else f"Paling lama {durasi(waktu)}"
        yield f"{span}{f', dihitung sejak {waktu.sejak}' if waktu.sejak else ''}."


def _pengaduan(bersama: Bersama, satker: Satker, item: PenangananPengaduan | None) -> Iterator[str]:
    if item is None:
        return
    known = satker.kanal(bersama)
    for channel in (known[id_] for id_ in item.kanal if id_ in known):
        yield f"{channel.nama}: {channel.alamat}" if channel.alamat else channel.nama
    yield f"Ditangani {item.petugas}." if item.petugas else ""
    yield f"Ditanggapi paling lama {durasi(item.tenggat)}." if item.tenggat else ""
    yield item.keterangan or ""


def _pelaksana(item: Layanan) -> Iterator[str]:
    if item.jumlah_pelaksana:
        yield f"{angka(item.jumlah_pelaksana.nilai)} orang. {item.jumlah_pelaksana.keterangan or ''}".strip()


def _jaminan(item: Layanan) -> Iterator[str]:
    if item.jaminan_pelayanan:
        yield item.jaminan_pelayanan.teks or ""
        yield f"Paling lama {durasi(item.jaminan_pelayanan.waktu)}." if item.jaminan_pelayanan.waktu else ""


def _keputusan(services: dict[str, Layanan]) -> tuple[Keputusan, ...]:
    """Return every decree once, the one of most services first."""
    counted = Counter(keputusan(item.sk) for item in services.values() if item.sk)
    return tuple(Keputusan(sk, f"{number} layanan") for sk, number in sorted(counted.items(), key=lambda row: (-row[1], row[0])))


def _tanpa_sk(services: dict[str, Layanan]) -> str:
    """Return how many services lack a decree, where some have one."""
    without = sum(item.sk is None for item in services.values())
    return f"SK untuk {without} layanan belum dipublikasikan." if 0 < without < len(services) else ""


def _fakta_satker(satker: Satker) -> Fakta:
    profil = satker.profil
    chief = ", ".join(filter(None, (profil.pimpinan.nama, profil.pimpinan.jabatan))) if profil.pimpinan else ""
    contact = profil.kontak
    reach = ", ".join(filter(None, (contact.telepon, contact.whatsapp, contact.surel, contact.situs))) if contact else ""
    return (("Alamat", profil.alamat or ""), ("Kontak", reach), ("Pimpinan", chief))
