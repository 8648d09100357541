"""The records of one satker together, and the registers that all share."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from generator.isi import Isi
from generator.model.alamat import SatkerDihapus
from generator.model.bersama import Hukum, Kategori
from generator.model.informasi import Informasi
from generator.model.inovasi import Inovasi
from generator.model.layanan import Layanan
from generator.model.motto import BerkasMotto
from generator.model.pengaduan import KanalPengaduan, Pengaduan
from generator.model.profil import Profil
from generator.model.record import Diperiksa, RekamanUtama
from generator.model.survei import Survei
from generator.model.zi import Zi
from generator.senama import Senama
from generator.teks import Bagian, Teks


@dataclass(frozen=True, slots=True)
class Lampiran:
    """A file below ``berkas/``: its size in bytes; *isi* is what was seen inside, *sidik* its digest."""

    ukuran: int
    isi: Isi | None = None
    sidik: str = ""

    @property
    def terbit(self) -> int:
        """The size of what is published, which for a picture is another."""
        return (self.isi and self.isi.ukuran) or self.ukuran


@dataclass(frozen=True, slots=True)
class Bersama:
    """
    The registers and standards of ``_bersama/``, by id.

    *diperiksa* says of a register who checked it last. *dikenal* names, for each of them, all entries that exist, those included
    whose values are wrong; a register that cannot be read at all is not in it.
    """

    hukum: dict[str, Hukum] = field(default_factory=dict)
    kategori: dict[str, Kategori] = field(default_factory=dict)
    kanal: dict[str, KanalPengaduan] = field(default_factory=dict)
    layanan: dict[str, Layanan] = field(default_factory=dict)
    dihapus: dict[str, SatkerDihapus] = field(default_factory=dict)
    diperiksa: dict[str, Diperiksa] = field(default_factory=dict)
    dikenal: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Satker:
    """
    One satker; services and innovations by their slug.

    *nama_layanan* and *nama_inovasi* name every one that has a file, those included whose record is wrong; *dirujuk* the
    attachments that some record points to; *sendiri*, for each service with a standard, the keys that are the satker's own; *per*
    is the latest day that a fact of its records speaks of. *izin* says by attachment what may stand in it though it gives a
    person away. *sunyi*, silent, is one whose texts were searched: none gives a person away or was left standing in a form.
    """

    slug: str
    profil: Profil
    layanan: dict[str, Layanan]
    inovasi: dict[str, Inovasi]
    motto: BerkasMotto
    pengaduan: Pengaduan
    zi: Zi
    survei: Survei
    informasi: Informasi
    berkas: dict[str, Lampiran]
    nama_layanan: frozenset[str]
    nama_inovasi: frozenset[str]
    dirujuk: frozenset[str]
    sendiri: dict[str, tuple[str, ...]]
    per: date | None
    izin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sunyi: bool = False

    @property
    def rekaman(self) -> tuple[RekamanUtama, ...]:
        """Every record."""
        records = (self.profil, self.motto, self.pengaduan, self.zi, self.survei, self.informasi)
        return (*records, *self.layanan.values(), *self.inovasi.values())

    @cached_property
    def teks(self) -> Teks:
        """The texts of every record that readers may see, those inherited from standards included."""
        return Teks(chain.from_iterable(map(_published, self.rekaman)))

    @cached_property
    def terbuka(self) -> dict[str, Layanan]:
        """The services that are open; the others are not measured."""
        return {slug: layanan for slug, layanan in self.layanan.items() if layanan.is_open}

    @property
    def is_example(self) -> bool:
        """Say whether the satker is invented, and so never counted."""
        return self.profil.status_data == "contoh"

    def judul(self, nama: str = "") -> str:
        """Return the title of a page of this satker: of itself, or of what it calls *nama*."""
        title = f"{nama} – {self.profil.nama_pendek}" if nama else self.profil.nama
        return f"{title} (contoh)" if self.is_example else title

    def kanal(self, bersama: Bersama) -> dict[str, KanalPengaduan]:
        """Return the complaint channels by id, the national ones filled in."""
        own = self.pengaduan.kanal
        return {id_: channel or bersama.kanal[id_] for id_, channel in own.items() if channel or id_ in bersama.kanal}


_parts: Senama[Bagian] = Senama()


def _published(record: RekamanUtama) -> list[Bagian]:
    """Return the texts of a record that readers may see, by its keys."""

    def made(key: str, _value: object) -> Bagian:  # of the record it asks for this key alone
        return Bagian(key, record.model_dump(include={key}, exclude_none=True).get(key))

    return _parts.all(made, [(key, value) for key, value in vars(record).items() if value])
