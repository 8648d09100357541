"""Attachments are small documents and pictures of the kind their names say, and some record points to each."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.isi import MAX_BYTES, MAX_MIB
from generator.mirip import strange
from generator.model.satker import Lampiran
from generator.model.scalar import LOKASI_BERKAS
from generator.rules.context import Context

TERLALU_BESAR = Code(
    "lampiran-terlalu-besar",
    "Lampiran terlalu besar",
    "Satu lampiran paling besar 10 MiB. Perkecil pindaian, atau bagi dokumennya.",
)
BUKAN_JENISNYA = Code(
    "lampiran-bukan-jenisnya",
    "Isi lampiran tidak sesuai namanya",
    "Lampiran berupa pdf, png, jpg, atau webp, dan isinya sesuai dengan akhiran namanya. Simpan ulang dari aplikasinya; "
    "mengganti akhiran nama saja tidak mengubah isinya.",
)
NAMA = Code(
    "lampiran-nama",
    "Nama lampiran",
    "Nama lampiran memakai huruf, angka, titik, garis bawah, dan tanda hubung, tanpa spasi, dan berakhiran pdf, png, jpg, "
    "atau webp.",
)
TIDAK_DIRUJUK = Code(
    "lampiran-tidak-dirujuk",
    "Lampiran tidak dirujuk",
    "Tidak ada rekaman yang menyebut lampiran ini, jadi ia tidak diterbitkan. Sebut di rekaman, atau hapus berkasnya.",
    severity="peringatan",
)
CODES = (TERLALU_BESAR, BUKAN_JENISNYA, NAMA, TIDAK_DIRUJUK)


def check_berkas(berkas: Lampiran, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with the attachment named by the context's slug."""
    if not LOKASI_BERKAS.fullmatch(context.slug):
        stem, _, suffix = context.slug.rpartition(".")
        fixed = f"{re.sub(r'[^A-Za-z0-9_/-]+', '-', stem).strip('-')}.{suffix.lower()}"
        hint = fixed if LOKASI_BERKAS.fullmatch(fixed) else "simpan sebagai pdf, png, jpg, atau webp"
        yield Problem(NAMA, (), f"nama lampiran `{context.slug}` tidak dapat diterbitkan{strange(context.slug)}", hint)
        return
    if berkas.ukuran > MAX_BYTES:
        size = berkas.ukuran / 1024 / 1024
        message = f"lampiran ini {size:.1f} MiB; batasnya {MAX_MIB} MiB, jadi isinya tidak dibaca".replace(".", ",", 1)
        yield Problem(TERLALU_BESAR, (), message, "perkecil pindaiannya, atau bagi menjadi beberapa berkas")
    yield from _kind(berkas, context.slug)
    if context.satker is not None and context.slug not in context.satker.dirujuk:
        message = f"tidak ada rekaman yang menyebut `{context.slug}`"
        yield Problem(TIDAK_DIRUJUK, (), message, "sebut di kunci `berkas` sebuah rekaman, atau hapus berkasnya")


def _kind(berkas: Lampiran, name: str) -> Iterator[Problem]:
    for item in berkas.isi.keluhan if berkas.isi else ():
        if item.sebab == "bukan-jenis":
            kind = name.rpartition(".")[2]
            seems = f", melainkan {item.rincian}" if item.rincian else ""
            yield Problem(BUKAN_JENISNYA, (), f"isi `{name}` bukan {kind}{seems}", f"simpan ulang sebagai {kind}")
