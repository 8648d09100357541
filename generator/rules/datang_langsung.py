"""A service that sends the citizen to the office first says whether there is no other way (recommendation 2)."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.rules.context import Context

DATANG = Code(
    "datang-langsung",
    "Langkah pertama meminta datang",
    "Langkah pertama meminta pemohon datang ke kantor, padahal tidak ada kanal lain dan `tatap_muka` belum diisi. Buka satu "
    "kanal jarak jauh, atau katakan mengapa harus datang.",
    file="layanan/contoh.yml",
    wrong="sistem_mekanisme_prosedur:\n  - {langkah: Pemohon datang langsung ke loket}",
    right="sistem_mekanisme_prosedur:\n  - {langkah: Pemohon datang langsung ke loket}\n"
    "kanal:\n  - {jenis: whatsapp, nama: WhatsApp PTSP}",
    severity="peringatan",
)
CODES = (DATANG,)
KEYS = frozenset({"sistem_mekanisme_prosedur", "kanal", "tatap_muka", "status"})

_COME = re.compile(r"\bdatang(?:lah)?\s+(?:langsung|ke\s+(?:kantor|loket|PTSP|KUA|madrasah))\b", re.IGNORECASE)
_REMOTE = ("daring", "telepon", "whatsapp", "surel")


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield the first step; a standard is judged where it is inherited, because the heir may open a channel."""
    steps = layanan.sistem_mekanisme_prosedur
    if context.satker is None or not layanan.is_open or layanan.tatap_muka is not None or not steps:
        return
    if _COME.search(steps[0].langkah) and not any(kanal.jenis in _REMOTE for kanal in layanan.kanal):
        message = "langkah pertama meminta datang, padahal tidak ada kanal jarak jauh"
        hint = "tambahkan kanal daring, telepon, whatsapp, atau surel; atau tulis tatap_muka: wajib dengan alasan_tatap_muka"
        yield Problem(DATANG, ("sistem_mekanisme_prosedur", 0, "langkah"), message, hint)
