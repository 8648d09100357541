"""No record and no attachment gives away a person's numbers, day of birth or home (UU 27/2022; UU 23/2006 Pasal 84)."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.record import Rekaman
from generator.model.satker import Lampiran
from generator.pribadi import DIGITS, WORDS, cari, samar
from generator.rules.context import Context

ADA = Code(
    "data-pribadi",
    "Data pribadi",
    "NIK, nomor KK, NIP, NISN, tanggal lahir, dan alamat rumah seseorang tidak diumumkan: NIK dan NIP pun memuat tanggal lahir. "
    "Pejabat disebut dengan nama dan jabatan. Ini berlaku juga untuk `catatan` dan nama lampiran, karena berkasnya sendiri dapat "
    "dibaca siapa saja.",
    file="satker.yml",
    wrong="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh NIP 190001011925011001}",
    right="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh}",
    is_private=True,
)
CODES = (ADA,)

_HINT = "hapus; orang cukup disebut dengan jabatannya"


def check_any(record: Rekaman, context: Context) -> Iterator[Problem]:
    """Yield each text that gives a person away, the keeper's notes included."""
    for loc, text in context.source.texts.containing(WORDS, DIGITS):
        for kind, masked in given_away(text):
            yield Problem(ADA, loc, f"ada {kind} di sini ({masked})", _HINT)


def check_berkas(berkas: Lampiran, context: Context) -> Iterator[Problem]:
    """Yield an attachment whose name gives a person away, or what it holds."""
    for kind, masked in given_away(context.slug):
        hint = "ganti nama lampirannya, juga di rekaman yang menyebutnya"
        yield Problem(ADA, (), f"nama lampiran ini memuat {kind} ({masked})", hint)
    for item in berkas.isi.jejak if berkas.isi else ():
        message = f"lampiran ini memuat {item.jenis} di {item.tempat} ({samar(item.jenis, item.isi)})"
        yield Problem(ADA, (), message, "hapus dari dokumen aslinya, simpan ulang, lalu unggah lagi")


def given_away(text: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of data in *text* with what may be shown of it."""
    found = dict(reversed([*cari(text)]))
    yield from ((kind, samar(kind, found[kind])) for kind in sorted(found))
