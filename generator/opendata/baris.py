"""The rows that a satker has in each table, in the order of their columns."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.assess import CRITERIA
from generator.ikm import UNSUR, hitung
from generator.model.inovasi import Asal
from generator.model.layanan import KOMPONEN, Kanal, Layanan
from generator.model.pengaduan import KanalPengaduan
from generator.model.record import Diperiksa, Sk, Waktu
from generator.model.satker import Satker
from generator.opendata.butir import Isi, butir
from generator.opendata.sel import Sel, gabung, garis
from generator.render.page import Site
from generator.sama import MOST
from generator.senama import Senama

Baris = tuple[Sel, ...] | str
"""The cells of a row, or some rows as they are written: ends of rows that other satker have too are written once."""

_butir: Senama[tuple[str, ...]] = Senama()
_jalan: Senama[tuple[str, ...]] = Senama()
_kanal: Senama[str] = Senama()


def satker_rows(site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield the satker itself."""
    profil, progress = satker.profil, site.kemajuan[satker.slug]
    known = (profil.nama, profil.nama_pendek, profil.jenis, profil.induk, profil.kode_wilayah, profil.status_data, profil.alamat)
    here = (profil.koordinat.lintang, profil.koordinat.bujur) if profil.koordinat else _none(2)
    stage = profil.zi.tahap if profil.zi else None
    counts = (len(satker.layanan), progress.kelengkapan.persen, progress.jumlah_terpenuhi)
    yield satker.slug, *known, *here, stage, *counts, *_periksa(profil.diperiksa), f"{site.identitas.base}satker/{satker.slug}/"


def layanan_rows(site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield every service."""
    for slug, item in satker.layanan.items():
        who = (item.nama, item.ringkasan, item.kategori, item.dasar, item.sasaran, item.unit_pengelola)
        how = (item.status, item.alasan, item.tatap_muka, item.daring)
        checked = item.ditinjau.tanggal if item.ditinjau else None
        yield (
            *(satker.slug, slug, satker.profil.status_data, *who, *how, *_lama(item.jangka_waktu)),
            *(*_biaya(item), len(KOMPONEN) - len(item.kosong), item.sippn, *_sk(item.sk), checked, *_periksa(item.diperiksa)),
            f"{site.identitas.base}satker/{satker.slug}/layanan/{slug}/",
        )


def komponen_rows(_site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield the fourteen components of every service: whether it is published, whether it is the satker's own, its items."""
    for slug, item in satker.layanan.items():
        own = satker.sendiri.get(slug, KOMPONEN)
        ends = [_ekor_komponen(name, _jumlah(getattr(item, name)), name in own) for name in KOMPONEN]
        yield from _semua(f"{satker.slug},{slug},", ends)


@lru_cache(maxsize=MOST)
def _ekor_komponen(name: str, number: int, said: bool) -> str:  # noqa: FBT001 - said by the satker itself, if at all
    return garis((name, number > 0, number > 0 and said, number))


def _jumlah(isi: Isi) -> int:
    return len(isi) if isinstance(isi, tuple) else int(isi is not None)


def butir_rows(_site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield every item of every component."""
    for slug, item in satker.layanan.items():
        told = [(name, isi) for name in KOMPONEN if (isi := getattr(item, name))]
        ends = list(chain.from_iterable(_butir.all(_ekor_butir, told)))
        yield from _semua(f"{satker.slug},{slug},", ends)


def _ekor_butir(komponen: str, isi: Isi) -> tuple[str, ...]:
    """Return the items of a component as the ends of rows."""
    return tuple(garis((komponen, number, *row)) for number, row in enumerate(butir(isi), 1))


def kanal_rows(site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield the channels: of complaints, which belong to no service, then of each service."""
    channels = satker.kanal(site.bersama).items()
    yield from _semua(f"{satker.slug},,", _kanal.all(_ekor_kanal, channels))
    for slug, item in satker.layanan.items():
        yield from _semua(f"{satker.slug},{slug},,", _jalan.once(_ekor_jalan, "kanal", item.kanal))


def _ekor_kanal(id_: str, channel: KanalPengaduan) -> str:
    said = (channel.jenis, channel.nama, channel.alamat, channel.jam, channel.petugas, *_waktu(channel.tenggat))
    return garis((id_, *said, channel.terhubung_lapor, channel.diuji))


def _ekor_jalan(_name: str, ways: tuple[Kanal, ...]) -> tuple[str, ...]:
    return tuple(garis((way.jenis, way.nama, way.tautan, *_none(6))) for way in ways)


def inovasi_rows(site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield every innovation."""
    for slug, item in satker.inovasi.items():
        said = (item.nama, item.ringkasan, item.tahun, item.status, *_asal(item.asal), item.amati, item.tiru, item.modifikasi)
        address = f"{site.identitas.base}satker/{satker.slug}/inovasi/{slug}/"
        yield satker.slug, slug, *said, gabung(item.layanan), *_sk(item.sk), *_periksa(item.diperiksa), address


def survei_rows(_site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield every survey, the index computed from its elements."""
    for skm in satker.survei.skm:
        found = hitung(skm)
        means = [float(round(found.rata[name], 4)) for name in UNSUR] if found else _none(len(UNSUR))
        index = (float(found.nilai), found.mutu) if found else _none(2)
        yield satker.slug, "skm", str(skm.periode), skm.responden, *index, skm.terbit, *means
    for kind, surveys in (("spak", satker.survei.spak), ("spkp", satker.survei.spkp)):
        for item in surveys:
            yield satker.slug, kind, str(item.periode), item.responden, item.nilai, *_none(2 + len(UNSUR))


def kriteria_rows(site: Site, satker: Satker) -> Iterator[Baris]:
    """Yield the outcome of every criterion."""
    outcomes = site.kemajuan[satker.slug].kelengkapan.hasil.items()
    yield from _semua(f"{satker.slug},", [_ekor_kriteria(kode, item.status) for kode, item in outcomes])


@lru_cache(maxsize=MOST)
def _ekor_kriteria(kode: str, status: str) -> str:
    return garis((kode, CRITERIA[kode][0].judul, status))


def _semua(here: str, ends: Sequence[str]) -> Iterator[str]:
    """Yield rows that begin with *here* and have these *ends*."""
    if ends:
        yield here + here.join(ends)


def _none(number: int) -> tuple[None, ...]:
    return (None,) * number


def _waktu(item: Waktu | None) -> tuple[int | None, str | None]:
    return (item.nilai, item.satuan) if item else (None, None)


def _lama(item: Waktu | None) -> tuple[Sel, ...]:
    return (item.nilai, item.satuan, item.paling_cepat, item.sejak) if item else _none(4)


def _biaya(item: Layanan) -> tuple[int | None, int | None]:
    """Return the lowest and the highest fee."""
    fees = [row.rupiah for row in item.biaya_tarif]
    return min(fees, default=None), max(fees, default=None)


def _sk(item: Sk | None) -> tuple[str | None, date | None]:
    return (item.nomor, item.tanggal) if item else (None, None)


def _periksa(item: Diperiksa | None) -> tuple[date | None, str | None]:
    return (item.tanggal, item.oleh) if item else (None, None)


def _asal(item: Asal | None) -> tuple[str | None, ...]:
    return (item.instansi, item.nama, item.inovasi) if item else _none(3)
