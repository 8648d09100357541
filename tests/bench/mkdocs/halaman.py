"""The pages of the portal: their addresses, bodies, and what stands in their heads."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import kata
from hasil import Hasil, hasil_of
from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from jsonld import jsonld_layanan, jsonld_satker, kantor_of
from rapat import kalender
from rekaman import Bersama, Layanan, Record, Satker, bersama_of, satker_of
from sekilas import Sekilas, sekilas

FILTERS = (
    *(kata.biaya, kata.durasi, kata.host, kata.kalimat, kata.nomor),
    *(kata.rupiah, kata.setahun, kata.singkat, kata.tanggal, kata.tenggat),
)


class Lembar(NamedTuple):
    """A page of a satker beside its first: its name in the address, its title, and how its description is worded."""

    nama: str
    judul: str
    keterangan: str


LEMBAR = (
    Lembar("zi", "Zona Integritas", "{terpenuhi} dari 11 rekomendasi Zona Integritas terpenuhi di {nama}."),
    Lembar("kelengkapan", "Kelengkapan", "{persen} % kriteria keterbukaan terpenuhi di {nama}, dengan yang masih kurang."),
    Lembar("pengaduan", "Pengaduan", "Kanal pengaduan {nama}, batas waktu jawaban, dan jumlah pengaduan setiap periode."),
    Lembar("survei", "Survei", "Hasil survei kepuasan masyarakat dan survei persepsi {nama} setiap periode."),
)


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page: the address of its Markdown, its body as HTML, and its meta, which Material prints as it is."""

    uri: str
    isi: str
    meta: Record


def pages(portal: Path, project: Path) -> Iterator[Halaman]:
    """Yield the pages of every satker of *portal*, drawn from the templates of *project*."""
    tabel = json.loads((project / "tabel.json").read_text("utf-8"))
    bersama = bersama_of(portal / "satker/_bersama", tabel["wilayah"])
    pen = Pen(_environment(project / "templates", bersama, tabel["label"]), bersama.kategori)
    for satker in satker_of(portal / "satker", bersama):
        kantor, hasil = kantor_of(satker), hasil_of(project / f"hasil/{satker.slug}.json", tabel)
        yield pen.satker(satker, hasil, kantor)
        yield from pen.lembar(satker, hasil)
        for layanan in satker.layanan:
            yield pen.layanan(satker, layanan, kantor)


def _environment(templates: Path, bersama: Bersama, label: Record) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {words.__name__: words for words in FILTERS}
    environment.globals |= {"label": label, "hukum": bersama.hukum, "hari_ini": datetime.now(UTC).date()}
    return environment


class Pen:
    """Draws pages; *kategori* has the categories of services in their order."""

    def __init__(self, environment: Environment, kategori: Record) -> None:
        self._kategori = kategori
        self._satker = environment.get_template("satker.html")
        self._layanan = environment.get_template("layanan.html")
        self._lembar = [(item, environment.get_template(f"{item.nama}.html")) for item in LEMBAR]

    def satker(self, satker: Satker, hasil: Hasil, kantor: Record) -> Halaman:
        """Return the page of *satker*."""
        profil = satker.profil
        body = self._satker.render(satker=satker, profil=profil, hasil=hasil, kelompok=list(self._kelompok(satker)))
        keterangan = profil.get("ringkasan") or f"Layanan, biaya, waktu, dan kanal pengaduan {profil['nama']}."
        return Halaman(f"satker/{satker.slug}/index.md", body, _meta(profil["nama"], keterangan, jsonld_satker(satker, kantor)))

    def lembar(self, satker: Satker, hasil: Hasil) -> Iterator[Halaman]:
        """Yield the other pages of *satker*."""
        profil = satker.profil
        shared = {"satker": satker, "profil": profil, "hasil": hasil, "rapat": kalender(hasil.per)}
        for item, template in self._lembar:
            keterangan = item.keterangan.format(nama=profil["nama"], terpenuhi=hasil.terpenuhi, persen=hasil.persen)
            meta = _meta(f"{item.judul} – {profil['nama_pendek']}", keterangan, {})
            yield Halaman(f"satker/{satker.slug}/{item.nama}.md", template.render(shared, judul=item.judul), meta)

    def layanan(self, satker: Satker, layanan: Layanan, kantor: Record) -> Halaman:
        """Return the page of a service of *satker*; only one that is open is told to search engines."""
        isi, profil, answers = layanan.isi, satker.profil, sekilas(layanan.isi)
        kategori = self._kategori.get(isi.get("kategori", ""), {})
        shared = {"satker": satker, "profil": profil, "kanal": satker.kanal_of(isi)}
        body = self._layanan.render(shared, layanan=isi, status=layanan.status, kategori=kategori, sekilas=answers)
        jsonld = jsonld_layanan(satker, isi, kategori, kantor) if layanan.status == "buka" else {}
        meta = _meta(f"{isi['nama']} – {profil['nama_pendek']}", _keterangan(satker, isi, answers), jsonld)
        return Halaman(f"satker/{satker.slug}/layanan/{layanan.slug}.md", body, meta)

    def _kelompok(self, satker: Satker) -> Iterator[tuple[str, list[Layanan]]]:
        """Yield the categories that have services, and these by name."""
        by_name = sorted(satker.layanan, key=lambda layanan: str(layanan.isi["nama"]))
        for kunci, kategori in self._kategori.items():
            if layanan := [item for item in by_name if item.isi.get("kategori") == kunci]:
                yield kategori["nama"], layanan


def _meta(judul: str, keterangan: str, jsonld: Record) -> Record:
    return {"title": html.escape(judul), "description": html.escape(keterangan), "jsonld": jsonld}


def _keterangan(satker: Satker, layanan: Record, answers: tuple[Sekilas, ...]) -> str:
    """Return what a service is, whose it is, and what it costs and takes."""
    known = "; ".join(f"{item.pertanyaan}: {item.jawaban}" for item in answers[:2] if item.jawaban)
    whose = f"{layanan['ringkasan']} {satker.profil['nama']}."
    return f"{whose} {known}." if known else whose
