"""What portals hand to a national one: made of what its search finds, kept in a folder, taken up by a build."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.daerah import Daerah, Rujukan
from generator.keys import key
from generator.model.kiriman import (
    LONG,
    MAX_SIZE,
    SHORT,
    VERSI,
    BadHandoverError,
    Butir,
    Kiriman,
    Simpanan,
    baca_simpanan,
    tulis,
)
from generator.opendata import alamat
from generator.pipeline import Output
from generator.render.page import Entry, Site

Entries = list[tuple[str, Entry]]

PARTS = ("layanan", "inovasi")  # of a satker that the search of others finds, beside its own page


def kiriman(site: Site, entries: Iterable[tuple[str, Entry]]) -> Output:
    """Return what this portal hands over, of all that its own search finds (*entries*: address and page)."""
    butir = tuple(_butir(url, entry) for url, entry in sorted(entries, key=lambda item: item[0]) if _is_told(url))
    offices = site.index.nyata()
    whole = Kiriman(
        versi=VERSI,
        lisensi=alamat.LISENSI,
        nama=_line(site.identitas.nama) or "",
        instansi=_line(site.identitas.instansi) or "",
        wilayah=_line(site.identitas.wilayah) or "",
        per=site.per,
        satker=len(offices),
        layanan=sum("/layanan/" in item.alamat for item in butir),
        draf=sum(item.status_data == "draf" for item in offices),
        butir=butir,
    )
    return Output(alamat.KIRIMAN, tulis(whole))


def _is_told(url: str) -> bool:
    parts = url.split("/")
    return len(parts) == 3 or parts[2] in PARTS


def _butir(url: str, entry: Entry) -> Butir:
    return Butir(
        alamat=url,
        nama=_line(entry.name) or "",
        kata=_texts(entry.words),
        teks=_texts(entry.text),
        satker=_line(entry.meta.get("satker", "")),
        rinci=_line(entry.meta.get("rinci", "")),
        ringkasan=_line(entry.meta.get("ringkasan", "")),
        kategori=_line(next(iter(entry.filters.get("kategori", ())), "")),
        dari_rumah=bool(entry.filters.get("dari_rumah")),
    )


def _line(text: str) -> str | None:
    """Return *text* in one line and not too long, None if there is none."""
    return _short(text, SHORT) or None


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (_short(text, LONG) for text in texts)))


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def simpanan(folder: Path, rujukan: Rujukan) -> Simpanan | None:
    """Return what *folder* keeps of a portal; nothing of one that was at another address, raises BadHandoverError if damaged."""
    path = berkas(folder, rujukan)
    if not path.is_file():
        return None
    with path.open("rb") as file:
        kept = baca_simpanan(file.read(MAX_SIZE + 1))
    return kept if kept.alamat == rujukan.alamat else None


def berkas(folder: Path, rujukan: Rujukan) -> Path:
    """Return the file in *folder* that keeps a portal."""
    return folder / f"{rujukan.id}.json"


def sesudah(lama: Simpanan | None, rujukan: Rujukan, hari: date, kabar: Kiriman | str) -> Simpanan:
    """Return what is kept after the day *hari*, on which the portal handed over *kabar*, or could not be read for that reason."""
    if isinstance(kabar, Kiriman):
        return Simpanan(versi=VERSI, alamat=rujukan.alamat, diambil=hari, isi=kabar)
    old = lama or Simpanan(versi=VERSI, alamat=rujukan.alamat)
    return old.model_copy(update={"gagal_sejak": old.gagal_sejak or hari, "sebab": _short(kabar, SHORT)})


def daerah(folder: Path, rujukan: Rujukan) -> Daerah:
    """Return what is known of a portal; what is damaged is as if it had never been read."""
    try:
        kept = simpanan(folder, rujukan)
    except BadHandoverError:
        kept = None
    if kept is None or kept.isi is None:
        return Daerah(rujukan.nama, rujukan.alamat, gagal_sejak=kept.gagal_sejak if kept else None)
    isi = kept.isi
    return Daerah(
        nama=rujukan.nama,
        alamat=rujukan.alamat,
        per=isi.per,
        wilayah=isi.wilayah,
        instansi=isi.instansi,
        satker=isi.satker,
        layanan=isi.layanan,
        draf=isi.draf,
        diambil=kept.diambil,
        gagal_sejak=kept.gagal_sejak,
        sidik=key(tulis(kept)),
    )


def temuan(folder: Path, portal: Daerah) -> Entries:
    """Return what the search finds of the portal of a region: each with an address of its own here, and its place there."""
    kept = simpanan(folder, portal)
    label = f"{portal.nama}, draf" if portal.is_draft else portal.nama
    found = kept.isi.butir if kept and kept.isi else ()
    return [(f"@{portal.id}/{item.alamat}", _entry(portal, label, item)) for item in found]


def _entry(portal: Rujukan, label: str, item: Butir) -> Entry:
    said = {"satker": item.satker, "rinci": item.rinci, "ringkasan": item.ringkasan}
    meta = {name: text for name, text in said.items() if text} | {"portal": label, "situs": portal.alamat, "alamat": item.alamat}
    filters: dict[str, tuple[str, ...]] = {
        "portal": (portal.nama,),
        "kategori": (item.kategori,) if item.kategori else (),
        "dari_rumah": ("ya",) if item.dari_rumah else (),
    }
    return Entry(item.nama, item.kata, item.teks, meta, filters)


def salinan(folder: Path, portals: Iterable[Daerah]) -> Iterator[Output]:
    """Yield what is kept of each portal as a file of the site; the next reading starts from it where nothing else was kept."""
    for portal in portals:
        if portal.per:
            yield Output(alamat.json_daerah(portal.id), berkas(folder, portal))


def catatan(portals: Iterable[Daerah]) -> tuple[str, ...]:
    """Return what a maintainer should know of the portals that are joined."""
    known = list(portals)
    absent = [portal.nama for portal in known if not portal.per]
    lines = [f"{len(known) - len(absent)} of {len(known)} portals joined in search and data"] if known else []
    return (*lines, *([f"never read, so left out (`zi regions` reads them): {', '.join(absent)}"] if absent else []))
