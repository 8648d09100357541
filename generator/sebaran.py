"""Many satker by region, so that no page lists more than its reader can look through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.ringkas import Summary
from generator.wilayah import nama_wilayah

MOST = 60  # satker that a page lists
_PROVINSI, _KABUPATEN = 2, 5  # letters of a code


@dataclass(frozen=True, slots=True)
class Daerah:
    """Some satker of one place; *kode* is its name in addresses."""

    kode: str
    nama: str
    satker: tuple[Summary, ...]

    @property
    def bagian(self) -> tuple["Daerah", ...]:
        """The places in it that have a page each; none where its satker can be listed."""
        return terbagi(self.satker)


def terbagi(satker: Sequence[Summary]) -> tuple[Daerah, ...]:
    """Return *satker*, if they are too many for a page, by province; those of one province by regency, of one regency by name."""
    if len(satker) <= MOST:
        return ()
    ranked = sorted(satker, key=lambda item: (item.kode_wilayah, item.jenis, item.nama))
    for length in (_PROVINSI, _KABUPATEN):
        groups = [(code, tuple(group)) for code, group in groupby(ranked, key=lambda item: item.kode_wilayah[:length])]
        if len(groups) > 1:
            return tuple(_daerah(code, length, group) for code, group in groups)
    return tuple(_menurut_nama(ranked))


def _daerah(code: str, length: int, satker: tuple[Summary, ...]) -> Daerah:
    """Return the place with *code*; the offices of a whole province, beside those of its regencies, are no province."""
    name = nama_wilayah(code) or code
    return Daerah(code, name, satker) if len(code) == length else Daerah(f"{code}.00", f"{name}, tingkat provinsi", satker)


def _menurut_nama(ranked: Sequence[Summary]) -> Iterator[Daerah]:
    code = ranked[0].kode_wilayah[:_KABUPATEN]
    for number, start in enumerate(range(0, len(ranked), MOST), 1):
        some = tuple(ranked[start : start + MOST])
        yield Daerah(f"{code}-{number}", f"{some[0].nama_pendek} sampai {some[-1].nama_pendek}", some)


def semua(parts: Sequence[Daerah], above: tuple[Daerah, ...] = ()) -> Iterator[tuple[Daerah, ...]]:
    """Yield every place in *parts* behind those that it lies in."""
    for part in parts:
        yield (*above, part)
        yield from semua(part.bagian, (*above, part))
