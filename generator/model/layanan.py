"""``layanan/<slug>.yml``: one service and the fourteen components of its standard (UU 25/2009 Pasal 21)."""

from typing import Literal

from pydantic import model_validator

from generator import value_codes
from generator.model.record import Bukti, Diperiksa, Lampiran, Rekaman, RekamanUtama, Sk, Waktu
from generator.model.scalar import Bilangan, IdHukum, IdKanal, IdKategori, IdStandar, Rupiah, Slug, Tanggal, Tautan, Teks, YaTidak
from generator.model.syarat import at_least_one, needs, schema
from generator.model.wrong import wrong

StatusLayanan = Literal["buka", "ditunda", "beralih", "dihentikan"]
TatapMuka = Literal["tidak", "sebagian", "wajib"]
JenisKanal = Literal["daring", "loket", "telepon", "whatsapp", "surel", "pos"]

KOMPONEN_PENYAMPAIAN = (
    "persyaratan",
    "sistem_mekanisme_prosedur",
    "jangka_waktu",
    "biaya_tarif",
    "produk_pelayanan",
    "penanganan_pengaduan",
)
KOMPONEN_PENGELOLAAN = (
    "dasar_hukum",
    "sarana_prasarana_fasilitas",
    "kompetensi_pelaksana",
    "pengawasan_internal",
    "jumlah_pelaksana",
    "jaminan_pelayanan",
    "jaminan_keamanan_keselamatan",
    "evaluasi_kinerja_pelaksana",
)
KOMPONEN = (*KOMPONEN_PENYAMPAIAN, *KOMPONEN_PENGELOLAAN)


class Pengganti(Rekaman):
    """Where to go instead."""

    nama: Teks
    tautan: Tautan | None = None


class Kanal(Rekaman):
    """A way to reach the service; only an online one needs its link."""

    model_config = schema(needs("jenis", "daring", then="tautan"))

    jenis: JenisKanal
    nama: Teks | None = None
    tautan: Tautan | None = None

    @model_validator(mode="after")
    def _link(self) -> "Kanal":
        if self.jenis == "daring" and self.tautan is None:
            raise wrong(value_codes.PERLU_KUNCI, "kanal daring memerlukan `tautan`", "tautan: https://…")
        return self


class Langkah(Rekaman):
    """A step of the procedure."""

    langkah: Teks
    pelaku: Teks | None = None
    waktu: Waktu | None = None


class Biaya(Rekaman):
    """A fee in whole rupiah; 0 says "gratis", and so does not silence."""

    rupiah: Rupiah
    keterangan: Teks | None = None
    pnbp: YaTidak = False
    dasar: tuple[IdHukum, ...] = ()


class PenangananPengaduan(Rekaman):
    """How to complain about this very service; *kanal* names channels of the satker's ``pengaduan.yml``."""

    kanal: tuple[IdKanal, ...] = ()
    petugas: Teks | None = None
    tenggat: Waktu | None = None
    keterangan: Teks | None = None


class JumlahPelaksana(Rekaman):
    """How many officers serve."""

    nilai: Bilangan
    keterangan: Teks | None = None


class JaminanPelayanan(Rekaman):
    """The guarantee; its time must not promise another than *jangka_waktu*."""

    teks: Teks | None = None
    waktu: Waktu | None = None


class Tinjauan(Rekaman):
    """A review of the standard together with the public."""

    tanggal: Tanggal
    unsur: tuple[Teks, ...] = ()
    bukti: tuple[Bukti, ...] = ()


class Sumber(Rekaman):
    """Where the facts of a record come from."""

    judul: Teks
    tautan: Tautan | None = None


class Layanan(RekamanUtama):
    """
    One service.

    The first six components are those of service delivery, the following eight those of service management; an empty one is
    not published yet. *dasar* names the standard in ``_bersama/layanan/`` whose keys fill in what the record lacks.
    """

    model_config = schema(
        at_least_one("nama", "dasar"),
        needs("status", "ditunda", "beralih", "dihentikan", then="alasan", unless="dasar"),
        needs("tatap_muka", "sebagian", "wajib", then="alasan_tatap_muka", unless="dasar"),
    )

    dasar: IdStandar | None = None
    nama: Teks
    ringkasan: Teks | None = None
    kategori: IdKategori | None = None
    sasaran: Teks | None = None
    kata_kunci: tuple[Teks, ...] = ()
    status: StatusLayanan = "buka"
    alasan: Teks | None = None
    pengganti: Pengganti | None = None
    unit_pengelola: Teks | None = None
    kanal: tuple[Kanal, ...] = ()
    tatap_muka: TatapMuka | None = None
    alasan_tatap_muka: Teks | None = None
    persyaratan: tuple[Teks, ...] = ()
    sistem_mekanisme_prosedur: tuple[Langkah, ...] = ()
    jangka_waktu: Waktu | None = None
    biaya_tarif: tuple[Biaya, ...] = ()
    produk_pelayanan: tuple[Teks, ...] = ()
    penanganan_pengaduan: PenangananPengaduan | None = None
    dasar_hukum: tuple[IdHukum, ...] = ()
    sarana_prasarana_fasilitas: tuple[Teks, ...] = ()
    kompetensi_pelaksana: tuple[Teks, ...] = ()
    pengawasan_internal: tuple[Teks, ...] = ()
    jumlah_pelaksana: JumlahPelaksana | None = None
    jaminan_pelayanan: JaminanPelayanan | None = None
    jaminan_keamanan_keselamatan: tuple[Teks, ...] = ()
    evaluasi_kinerja_pelaksana: tuple[Teks, ...] = ()
    kompensasi: Teks | None = None
    formulir: tuple[Lampiran, ...] = ()
    sk: Sk | None = None
    ditinjau: Tinjauan | None = None
    sippn: Tautan | None = None
    sumber: tuple[Sumber, ...] = ()
    alamat_lama: tuple[Slug, ...] = ()
    diperiksa: Diperiksa | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the public can ask for it here and now."""
        return self.status == "buka"

    @property
    def tautan_daring(self) -> str | None:
        """The first online address, or None."""
        return next((kanal.tautan for kanal in self.kanal if kanal.jenis == "daring"), None)

    @property
    def loket(self) -> Kanal | None:
        """The first counter, or None."""
        return next((kanal for kanal in self.kanal if kanal.jenis == "loket"), None)

    @property
    def daring(self) -> bool:
        """Say whether it can be asked for online."""
        return self.tautan_daring is not None

    @property
    def kosong(self) -> tuple[str, ...]:
        """The components that are not published yet, in the order of the law."""
        return tuple([key for key in KOMPONEN if not getattr(self, key)])
