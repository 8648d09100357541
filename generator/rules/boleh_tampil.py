"""What gives a person away is shown only for a reason, and no longer than it stands there."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.record import RekamanUtama
from generator.model.satker import Lampiran
from generator.pribadi import allows, cari
from generator.rules.context import Context
from generator.rules.data_pribadi import SEARCH

LEAST_WORDS = 3
TANPA_ALASAN = Code(
    "boleh-tampil-tanpa-alasan",
    "Alasan boleh tampil terlalu pendek",
    "`alasan` menerangkan mengapa nomor atau teks ini boleh dilihat siapa saja, dalam sekurang-kurangnya tiga kata, supaya "
    "peninjau dapat menilainya.",
    file="satker.yml",
    wrong='ringkasan: Mesin antrean 1771014101900000.\nboleh_tampil:\n  - {isi: "1771014101900000", alasan: boleh}',
    right='ringkasan: Mesin antrean 1771014101900000.\nboleh_tampil:\n  - {isi: "1771014101900000", alasan: Nomor seri mesin}',
)
TIDAK_TERPAKAI = Code(
    "boleh-tampil-tidak-terpakai",
    "Izin tampil yang tidak terpakai",
    "`isi` ini tidak ada di rekaman maupun lampiran yang disebutnya, atau bukan data pribadi. Hapus, supaya tidak ada nomor yang "
    "tertinggal tanpa perlu.",
    file="satker.yml",
    wrong='boleh_tampil:\n  - {isi: "1771014101900000", alasan: Nomor seri mesin}',
    right="ringkasan: Mesin antrean di loket.",
    severity="peringatan",
)
CODES = (TANPA_ALASAN, TIDAK_TERPAKAI)


def check_any(record: RekamanUtama, context: Context) -> Iterator[Problem]:
    """Yield allowances without a proper reason, and those of which nothing is left."""
    found = [*_found(context)] if record.boleh_tampil else []
    for number, item in enumerate(record.boleh_tampil):
        if len(item.alasan.split()) < LEAST_WORDS:
            message = f"alasan ini kurang dari {LEAST_WORDS} kata"
            yield Problem(TANPA_ALASAN, ("boleh_tampil", number, "alasan"), message, "terangkan mengapa boleh dilihat siapa saja")
        if not any(allows(item.isi, kind, text) for kind, text in found):
            message = "teks ini tidak ditemukan sebagai data pribadi di rekaman ini dan lampirannya"
            yield Problem(
                TIDAK_TERPAKAI, ("boleh_tampil", number), message, "hapus butir ini, atau salin `isi` persis dari tempatnya"
            )


def _found(context: Context) -> Iterator[tuple[str, str]]:
    """Yield what gives a person away in the record and the attachments that it points to."""
    for _, told in context.source.texts.found(SEARCH):
        yield from told
    known: dict[str, Lampiran] = context.satker.berkas if context.satker else {}
    for _, text in context.source.texts.at("berkas"):
        name = text.strip().removeprefix("berkas/")
        yield from cari(name)
        isi = known[name].isi if name in known else None
        yield from ((item.jenis, item.isi) for item in (isi.jejak if isi else ()))
