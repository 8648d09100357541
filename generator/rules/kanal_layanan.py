"""A service sends complaints to channels that its satker has."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "kanal-tidak-ada",
    "Kanal pengaduan tidak ada",
    "`penanganan_pengaduan.kanal` menyebut kanal yang ada di pengaduan.yml satker itu. Kanal nasional pun didaftarkan di situ, "
    "misalnya `lapor: bersama`.",
    file="layanan/contoh.yml",
    wrong="penanganan_pengaduan: {kanal: [ lapoor ]}",
    right="penanganan_pengaduan: {kanal: [ lapor ]}",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"penanganan_pengaduan"})
FILES = frozenset({"pengaduan.yml"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield each channel that is not the satker's; a standard is judged where it is inherited."""
    if context.satker is None or layanan.penanganan_pengaduan is None:
        return
    known = context.satker.pengaduan.kanal
    for number, id_ in enumerate(layanan.penanganan_pengaduan.kanal):
        if id_ not in known:
            message, hint = absent(id_, known, f"satker/{context.satker.slug}/pengaduan.yml")
            if id_ in context.bersama.kanal:
                hint = f"tambahkan `{id_}: bersama` di bawah `kanal` pada berkas itu"
            yield Problem(TIDAK_ADA, ("penanganan_pengaduan", "kanal", number), message, hint)
