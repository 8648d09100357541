"""Home: one question, the most offered services, and the way to everything else."""

from collections import Counter
from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Kind, Page, Site, tautan_umpan
from generator.render.pages.daftar_layanan import semua
from generator.render.pages.daftar_satker import menurut_wilayah
from generator.render.pages.kemajuan import kumpulan
from generator.render.schemaorg import portal
from generator.sebaran import terbagi

KIND = Kind("beranda", "index.md", uses=("layanan", "capaian"))
MOST = 6


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    every, satker = semua(site.index), site.index.nyata()
    parts = terbagi(satker)
    groups = [group for group in every if group.utama.is_open]
    counts = Counter(group.utama.kategori for group in every)
    body = render(
        env,
        "fragments/beranda.html",
        "",
        site=site,
        tersering=sorted(groups, key=lambda group: (-len(group.layanan), group.nama))[:MOST],
        jumlah_layanan=len(groups),
        kategori=[(id_, item, counts[id_]) for id_, item in site.bersama.kategori.items()],
        wilayah=menurut_wilayah(satker),
        jumlah_satker=len(satker),
        contoh=site.index.contoh(),
        kemajuan=[] if parts else [(item, site.capaian[item.slug]) for item in satker],
        bagian=[(part, kumpulan(site, part.satker)) for part in parts],
        terpenuhi=kumpulan(site, satker).jumlah_terpenuhi,
    )
    description = "Apa yang dibawa, berapa lama, berapa biayanya, bisakah dari rumah, dan ke mana mengadu."
    data = portal(site.identitas) + tautan_umpan(site.identitas)
    yield Page(KIND.name, "", site.identitas.nama, description, body, data=data)
