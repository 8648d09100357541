"""A service: the page that matters most."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.model.layanan import KOMPONEN_PENGELOLAAN, Layanan
from generator.model.pengaduan import KanalPengaduan
from generator.model.satker import Satker
from generator.render.env import render
from generator.render.hukum import rujukan
from generator.render.jam import untuk_skrip
from generator.render.page import SLUG, Kind, Page, Site
from generator.render.sekilas import sekilas

KIND = Kind("layanan", f"satker/{SLUG}/layanan/{SLUG}.md")


def satker_pages(env: Environment, site: Site, satker: Satker) -> Iterator[Page]:
    """Yield the page of every service of *satker*."""
    for slug, layanan in satker.layanan.items():
        url = f"satker/{satker.slug}/layanan/{slug}/"
        body = render(
            env,
            "fragments/layanan.html",
            url,
            site=site,
            satker=satker,
            slug=slug,
            layanan=layanan,
            sekilas=sekilas(layanan),
            jam=untuk_skrip(satker.profil.jam_layanan) if satker.profil.jam_layanan else "",
            kanal=_channels(site, satker, layanan),
            pengelolaan=KOMPONEN_PENGELOLAAN,
            hukum=rujukan(site.bersama.hukum, layanan.dasar_hukum),
            standar=site.bersama.layanan.get(layanan.dasar or ""),
            serupa=site.index.serupa(satker.slug, layanan),
        )
        yield Page(KIND.name, url, satker.judul(layanan.nama), _description(satker, layanan), body, satker.is_example)


def _channels(site: Site, satker: Satker, layanan: Layanan) -> list[KanalPengaduan]:
    """Return the channels that the service names, or all of the satker's where it names none."""
    known = satker.kanal(site.bersama)
    named = layanan.penanganan_pengaduan.kanal if layanan.penanganan_pengaduan else ()
    return [known[id_] for id_ in named if id_ in known] or list(known.values())


def _description(satker: Satker, layanan: Layanan) -> str:
    answers = "; ".join(f"{item.pertanyaan}: {item.jawaban}" for item in sekilas(layanan)[:2] if item.ada)
    draft = "Draf, belum dikonfirmasi" if satker.profil.status_data == "draf" else ""
    parts = (layanan.ringkasan, f"{satker.profil.nama}.", f"{answers}." if answers else "", f"{draft}." if draft else "")
    return " ".join(part for part in parts if part)
