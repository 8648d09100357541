"""A service that asks the citizen to come in person says why (recommendation 2)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context

PERLU = Code(
    "alasan-tatap-muka-belum-ada",
    "Tatap muka tanpa alasan",
    "Layanan yang meminta pemohon datang, sebagian atau seluruhnya, menyebut alasannya di `alasan_tatap_muka`.",
    file="layanan/contoh.yml",
    wrong="tatap_muka: wajib",
    right="tatap_muka: wajib\nalasan_tatap_muka: Dokumen asli harus dicocokkan.",
)
CODES = (PERLU,)
KEYS = frozenset({"tatap_muka", "alasan_tatap_muka"})


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the demand that lacks its reason; a standard is judged where it is inherited, because the heir may give it."""
    in_person = layanan.tatap_muka in ("sebagian", "wajib")
    if context.satker is not None and in_person and layanan.alasan_tatap_muka is None:
        message = f"`tatap_muka: {layanan.tatap_muka}` memerlukan `alasan_tatap_muka`"
        yield Problem(PERLU, ("tatap_muka",), message, "alasan_tatap_muka: Dokumen asli harus dicocokkan.")
