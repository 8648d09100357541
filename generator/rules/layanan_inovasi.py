"""An innovation improves services that the satker has."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.inovasi import Inovasi
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "layanan-tidak-ada",
    "Layanan tidak ada",
    "`layanan` pada inovasi menyebut nama berkas di folder layanan/ satker yang sama, tanpa .yml.",
    file="inovasi/contoh.yml",
    wrong="layanan: [ tidak-ada ]",
    right="layanan: [ contoh ]",
)
CODES = (TIDAK_ADA,)
KEYS = frozenset({"layanan"})


def check_inovasi(inovasi: Inovasi, context: Context) -> Iterator[Problem]:
    """Yield each service that has no record; one whose record is wrong still exists."""
    if context.satker is None:
        return
    known = context.satker.nama_layanan
    for number, slug in enumerate(inovasi.layanan):
        if slug not in known:
            place = f"satker/{context.satker.slug}/layanan/"
            yield Problem(TIDAK_ADA, ("layanan", number), *absent(slug, known, place))
