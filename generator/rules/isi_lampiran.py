"""Attachments can be opened without harm: nothing in them runs, sends, hides or breaks; pictures keep no secrets."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.satker import Lampiran
from generator.rules.context import Context

RUSAK = Code(
    "lampiran-rusak",
    "Lampiran rusak",
    "Isi lampiran terpotong atau susunannya tidak utuh, sehingga tidak setiap program dapat membukanya. Simpan ulang dari "
    "aplikasi asalnya; PDF dapat dicetak ulang ke PDF.",
)
BERLAPIS = Code(
    "lampiran-berlapis",
    "Lampiran yang juga berkas lain",
    "Di belakang gambar atau dokumen ini menempel berkas lain, misalnya arsip, program, atau halaman web. Begitulah isi yang "
    "berbahaya diselundupkan. Simpan ulang dari aplikasi asalnya.",
)
RUMIT = Code(
    "lampiran-terlalu-rumit",
    "Isi lampiran terlalu besar",
    "Berkasnya kecil, tetapi isinya mengembang menjadi sangat besar ketika dibuka: gambar lebih dari 64 juta piksel, dokumen "
    "lebih dari 2.000 halaman, atau isi yang mengembang lebih dari 256 MiB. Telepon pembaca tidak sanggup membukanya.",
)
BERGERAK = Code(
    "lampiran-bergerak",
    "Gambar bergerak",
    "Gambar yang bergerak mengganggu pembaca dan tidak dapat dicetak. Simpan satu gambar diam.",
)
TERKUNCI = Code(
    "lampiran-terkunci",
    "PDF terkunci",
    "PDF yang dikunci atau dibatasi dengan kata sandi tidak dapat diperiksa, dan tidak terbaca oleh pembaca layar. Cetak ulang "
    "ke PDF tanpa kata sandi.",
)
PERINTAH = Code(
    "lampiran-berperintah",
    "PDF yang menjalankan sesuatu",
    "PDF tidak boleh memuat skrip, perintah menjalankan program, formulir yang mengirim isiannya, atau film dan suara. Formulir "
    "yang diisi lalu dicetak boleh. Cetak ulang dokumennya ke PDF: perintahnya hilang, isinya tetap.",
)
TERTANAM = Code(
    "lampiran-berisi-berkas",
    "PDF yang membawa berkas lain",
    "Ada berkas lain yang tertanam di dalam PDF ini; pembaca tidak melihatnya, dan tidak ada yang memeriksanya. Cetak ulang ke "
    "PDF, dan unggah berkas yang lain itu sendiri kalau memang untuk umum.",
)
TAUTAN = Code(
    "lampiran-tautan",
    "Tautan aneh di dalam PDF",
    "Tautan di dalam PDF diawali https://, http://, mailto:, atau tel:. Tautan lain dapat menjalankan sesuatu atau menunjuk ke "
    "komputer pembuatnya.",
)
TIDAK_TERPERIKSA = Code(
    "lampiran-tidak-terperiksa",
    "Lampiran tidak dapat diperiksa",
    "Pemeriksaan lampiran ini melampaui batas waktu atau ingatan, atau terhenti. Yang tidak dapat diperiksa tidak diterbitkan. "
    "Cetak ulang ke PDF, atau simpan ulang gambarnya.",
)
BERKETERANGAN = Code(
    "lampiran-berketerangan",
    "Gambar menyimpan keterangan",
    "Kamera dan aplikasi menyimpan keterangan di dalam gambar: tempat pengambilan (GPS), nama pembuat, komentar. Gambar yang "
    "terbit sudah bersih dari itu, tetapi berkas aslinya di repositori dapat dibuka siapa saja. Hapus keterangannya sebelum "
    "mengunggah: di Windows klik kanan, Properti, Detail, Hapus Properti dan Informasi Pribadi; di telepon matikan "
    "lokasi pada kamera, atau kirim tangkapan layarnya.",
    severity="peringatan",
)
CODES = (RUSAK, BERLAPIS, RUMIT, BERGERAK, TERKUNCI, PERINTAH, TERTANAM, TAUTAN, TIDAK_TERPERIKSA, BERKETERANGAN)

_AGAIN = "simpan ulang dari aplikasi asalnya, atau cetak ulang ke PDF"
_PRINT = "cetak ulang ke PDF (Cetak, lalu pilih Simpan sebagai PDF)"
_SAID = {
    "rusak": (RUSAK, "lampiran ini rusak ({})", _AGAIN),
    "berlapis": (BERLAPIS, "lampiran ini sekaligus berkas lain ({})", _AGAIN),
    "terlalu-besar": (RUMIT, "isi lampiran ini terlalu besar ({})", "perkecil gambarnya, misalnya menjadi 2.000 piksel"),
    "terlalu-rumit": (RUMIT, "isi lampiran ini terlalu besar ({})", "bagi dokumennya, atau cetak ulang ke PDF"),
    "bergerak": (BERGERAK, "gambar ini bergerak ({})", "simpan satu gambar diam"),
    "terkunci": (TERKUNCI, "PDF ini terkunci ({})", f"buka dengan kata sandinya, lalu {_PRINT}"),
    "perintah": (PERINTAH, "PDF ini memuat {}", _PRINT),
    "tertanam": (TERTANAM, "PDF ini memuat {}", f"{_PRINT}; unggah berkas yang tertanam sebagai lampiran sendiri"),
    "tautan": (TAUTAN, "PDF ini memuat {}", "ganti dengan alamat https://, atau hapus tautannya"),
    "tidak-terperiksa": (TIDAK_TERPERIKSA, "lampiran ini tidak dapat diperiksa ({})", _AGAIN),
}


def check_berkas(berkas: Lampiran, context: Context) -> Iterator[Problem]:
    """Yield what keeps the attachment from being published, and what its source tells beside what it shows."""
    if berkas.isi is None:
        return
    for item in berkas.isi.keluhan:
        if item.sebab in _SAID:
            code, message, hint = _SAID[item.sebab]
            yield Problem(code, (), message.format(item.rincian), hint)
    if berkas.isi.keterangan:
        told = ", ".join(berkas.isi.keterangan)
        hint = "hapus keterangannya dari gambar, lalu unggah lagi"
        yield Problem(BERKETERANGAN, (), f"gambar ini juga menyimpan {told}; yang terbit bersih, berkas sumbernya tidak", hint)
