"""
What becomes of every address of a satker: something is there, it leads elsewhere, or a remark says that it was withdrawn.

An address has two parts: a folder, that of the satker or one it had before, and a place in it. The place ``""`` is the satker
itself; the others are ``layanan/…``, ``inovasi/…`` and ``berkas/…``, as the records call them. So a satker that was renamed, with
a service that was renamed, answers at all four addresses.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.model.alamat import Dihapus, SatkerDihapus
from generator.model.satker import Satker

SISI = ("", "kelengkapan/", "zi/", "survei/", "pengaduan/")  # the pages of a satker itself
CETAK = ("standar-pelayanan.pdf", "kartu-loket.pdf")  # what is printed of a service, beside its page
CETAK_SATKER = (  # what is printed of the satker itself, and the page that leads to it
    "dokumen",
    "dokumen/standar-pelayanan.pdf",
    "dokumen/maklumat-a3.pdf",
    "dokumen/motto-a4.pdf",
    "dokumen/motto-a3.pdf",
    "dokumen/pengaduan-a3.pdf",
)
BERKAS = "berkas/"


@dataclass(frozen=True)
class Jejak:
    """
    All addresses of a satker: *lama* are the folders it had before, *tempat* gives for each place the one that it leads to.

    A place that leads to itself has a page, a file or a remark; *nama* are the names of these, *dihapus* the remarks. Of a satker
    that is no more, nothing but its home (``""``) is left.
    """

    slug: str
    lama: tuple[str, ...]
    tempat: dict[str, str]
    nama: dict[str, str]
    dihapus: dict[str, Dihapus]
    is_gone: bool = False

    @property
    def folder(self) -> tuple[str, ...]:
        """Every folder it was ever known by, the present one first."""
        return self.slug, *self.lama

    def alamat(self, tempat: str) -> str:
        """Return the address of what is at *tempat* now: a page, or the file itself."""
        place = f"satker/{self.slug}/{tempat}"
        return place if tempat.startswith(BERKAS) and tempat not in self.dihapus else f"{place}/" if tempat else place

    def pengalihan(self) -> Iterator[tuple[str, str, str]]:
        """Yield every address at which there is a redirect only: it, the place that it leads to, and the address of that."""
        for slug in self.folder:
            for place, target in self.tempat.items():
                is_here = slug == self.slug and place == target
                if is_here and not self.is_gone:
                    continue  # most of them
                there = self.alamat(target)
                for old, side in _halaman(slug, place):
                    if side or not is_here:
                        yield old, target, there if self.is_gone or place else f"{there}{side}"

    def tak_tercetak(self, printed: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Yield likewise each document with a lasting name that is not among the addresses *printed*, now or any more."""
        home = self.alamat("") if self.is_gone else f"satker/{self.slug}/{CETAK_SATKER[0]}/"
        for slug in self.folder:
            found = [(f"satker/{slug}/{name}", "", home) for name in CETAK_SATKER]
            services = [(place, target) for place, target in self.tempat.items() if place.startswith("layanan/")]
            found += [(f"satker/{slug}/{at}/{name}", target, self.alamat(target)) for at, target in services for name in CETAK]
            yield from ((f"{old}/", place, there) for old, place, there in found if old not in printed)


def _halaman(slug: str, place: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the pages at *place*, each with its part behind the home of a satker."""
    if place:
        yield f"satker/{slug}/{place}/", ""
    else:
        yield from ((f"satker/{slug}/{side}", side) for side in SISI)


def jejak(satker: Satker) -> Jejak:
    """Return the addresses of *satker*; what is there comes before what was."""
    found = {place: place for place in ("", *_nama(satker))}
    for folder, records in (("layanan", satker.layanan), ("inovasi", satker.inovasi)):
        for slug, record in records.items():
            for old in record.alamat_lama:
                found.setdefault(f"{folder}/{old}", f"{folder}/{slug}")
    withdrawn = {item.alamat: item for item in satker.profil.alamat_dihapus if item.alamat not in found}
    for item in withdrawn.values():
        for place in nama_dihapus(item):
            found.setdefault(place, item.alamat)
    names = {"": satker.profil.nama, **_nama(satker), **{item.alamat: item.nama for item in withdrawn.values()}}
    return Jejak(satker.slug, satker.profil.alamat_lama, found, names, withdrawn)


def jejak_dihapus(slug: str, item: SatkerDihapus) -> Jejak:
    """Return the addresses of a satker that is no more: all of them lead to its remark."""
    return Jejak(slug, item.alamat_lama, {"": "", **dict.fromkeys(item.alamat, "")}, {"": item.nama}, {}, is_gone=True)


def hadir(satker: Satker) -> frozenset[str]:
    """Return the places of *satker* at which there is a record or an attachment."""
    return frozenset(_nama(satker))


def _nama(satker: Satker) -> dict[str, str]:
    names = {f"layanan/{slug}": item.nama for slug, item in satker.layanan.items()}
    names |= {f"inovasi/{slug}": item.nama for slug, item in satker.inovasi.items()}
    return names | {f"{BERKAS}{name}": name for name in sorted(satker.dirujuk & satker.berkas.keys())}


def nama_dihapus(item: Dihapus) -> Iterator[str]:
    """Yield every place that was withdrawn together: the last one first, then the names it had before."""
    yield item.alamat
    folder = item.alamat.partition("/")[0]
    yield from (f"{folder}/{old}" for old in item.alamat_lama)
