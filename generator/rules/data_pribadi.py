"""No record and no attachment gives away a person's numbers, day of birth or home (UU 27/2022; UU 23/2006 Pasal 84)."""

from collections.abc import Iterable, Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.model.record import RekamanUtama
from generator.model.satker import Lampiran, Satker
from generator.pribadi import DIGITS, DUGAAN, WORDS, allows, bare, cari, local, mungkin, pasti, samar
from generator.rules.context import Context, TextCheck, is_link
from generator.teks import Search

ADA = Code(
    "data-pribadi",
    "Data pribadi",
    "NIK, nomor KK, NIP, NISN, nomor paspor, tanggal lahir, dan alamat rumah seseorang tidak diumumkan: NIK dan NIP pun memuat "
    "tanggal lahir. Pejabat disebut dengan nama dan jabatan. Ini berlaku juga untuk `catatan`, tautan, nama lampiran, isi PDF, "
    "dan keterangan di dalam gambar, karena berkasnya sendiri dapat dibaca siapa saja. Kalau nomornya memang untuk umum, sebut "
    "di `boleh_tampil` dengan alasannya.",
    file="satker.yml",
    wrong="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh NIP 190001011925011001}",
    right="pimpinan: {jabatan: Kepala Kantor, nama: Nama Contoh}",
    is_private=True,
)
MUNGKIN = Code(
    "data-pribadi-mungkin",
    "Mungkin data pribadi",
    "Nomor seluler, surel gratis, dan NPWP sering milik pribadi. Yang milik kantor ditulis di `kontak` atau `kanal`, "
    "supaya pembaca menemukannya; yang lain dihapus. Kalau memang untuk umum, sebut di `boleh_tampil` dengan alasannya.",
    file="satker.yml",
    wrong="ringkasan: Hubungi Budi di 0812-9999-0001.",
    right="kontak: {whatsapp: 0812-9999-0001}",
    severity="peringatan",
    is_private=True,
)
CODES = (ADA, MUNGKIN)

_OFFICIAL = {"telepon", "whatsapp", "surel", "alamat", "kanal", "kontak"}
_HINT = {
    ADA: "hapus; orang cukup disebut dengan jabatannya",
    MUNGKIN: "hapus, atau tulis di `kontak` atau `kanal` kalau milik kantor",
}


def _check(told: tuple[Loc, tuple[tuple[str, str], ...]], record: RekamanUtama, _context: Context) -> Iterator[Problem]:
    """Yield what in one text gives a person away, the keeper's notes included, each kind once."""
    loc, seen = told[0], set()
    for kind, found in told[1]:
        if kind not in seen and not any(allows(isi, kind, found) for isi in record.izin):
            seen.add(kind)
            code = MUNGKIN if kind in DUGAAN else ADA
            yield Problem(
                code, loc, f"{'mungkin ' if code is MUNGKIN else ''}ada {kind} di sini ({samar(kind, found)})", _HINT[code]
            )


def check_berkas(berkas: Lampiran, context: Context) -> Iterator[Problem]:
    """Yield an attachment whose name gives a person away, or what it holds."""
    allowed = context.satker.izin.get(context.slug, ()) if context.satker else ()
    for kind, found in cari(context.slug):
        if not any(allows(isi, kind, found) for isi in allowed):
            hint = "ganti nama lampirannya, juga di rekaman yang menyebutnya"
            yield Problem(ADA, (), f"nama lampiran ini memuat {kind} ({samar(kind, found)})", hint)
    traced = berkas.isi.jejak if berkas.isi else ()
    official = _official(context.satker) if context.satker and any(item.jenis in DUGAAN for item in traced) else ()
    for item in traced:
        code, known = (MUNGKIN, (*allowed, *official)) if item.jenis in DUGAAN else (ADA, allowed)
        if not any(allows(isi, item.jenis, item.isi) for isi in known):
            message = f"lampiran ini {'mungkin ' if code is MUNGKIN else ''}memuat {item.jenis} di {item.tempat}"
            hint = "hapus dari dokumen aslinya, simpan ulang, lalu unggah lagi"
            yield Problem(code, (), f"{message} ({samar(item.jenis, item.isi)})", hint)


def _traces(loc: Loc, text: str) -> Iterator[tuple[str, str]]:
    """Yield what in the *text* at *loc* gives a person away, or may do so; the allowances themselves do not."""
    if loc[0] == "boleh_tampil" and loc[-1] == "isi":
        return
    yield from pasti(text)
    if _OFFICIAL.isdisjoint(loc) and not is_link(text):
        yield from mungkin(text)


def _telling(loc: Loc, text: str) -> Iterator[tuple[Loc, tuple[tuple[str, str], ...]]]:
    found = tuple(_traces(loc, text))
    if found:
        yield loc, found


SEARCH = Search(_telling, WORDS, DIGITS)
check_any = TextCheck(SEARCH, _check)


def _official(satker: Satker) -> Iterable[str]:
    """Return the numbers and addresses at which *satker* can be reached, as its records say."""
    places = [text for loc, text in satker.teks if not _OFFICIAL.isdisjoint(loc)]
    return [text for text in places if "@" in text or len(local(bare(text))) > 6]
