"""The findings of a workbook itself; those of what stands in its cells are the same as in a record."""

from generator.diagnostic import Code

BUKU_RUSAK = Code(
    "buku-rusak",
    "Buku kerja tidak dapat dibaca",
    "Impor membaca buku kerja .xlsx yang tidak dikunci sandi, paling besar 5 MiB (32 MiB setelah dibuka). Simpan ulang sebagai "
    ".xlsx dari Excel atau LibreOffice, atau mulai dari templat baru.",
)
LEMBAR_TAK_DIKENAL = Code(
    "lembar-tak-dikenal",
    "Lembar tidak dikenal atau tidak ada",
    "Nama lembar menentukan ke mana isinya pergi. Pakai nama dari templat; hapus lembar yang bukan dari sana.",
)
KOLOM_TAK_DIKENAL = Code(
    "kolom-tak-dikenal",
    "Kolom tidak dikenal atau tidak ada",
    "Baris 2 setiap lembar berisi nama kunci dari templat. Kolom boleh dipindah atau dihapus, tetapi kuncinya jangan diganti.",
)
SEL_RUMUS = Code(
    "sel-rumus",
    "Sel berisi rumus",
    "Rumus tidak dihitung, dan hasil yang tersimpan bisa sudah usang. Salin selnya, lalu tempel sebagai nilai.",
)
BARIS_TANPA_LAYANAN = Code(
    "baris-tanpa-layanan",
    "Baris tanpa layanan",
    "Kolom pertama setiap baris menyebut nama alamat layanan, dan layanan itu ada di lembar Layanan.",
)
LAYANAN_GANDA = Code(
    "layanan-ganda",
    "Layanan ditulis dua kali",
    "Satu layanan menempati satu baris di lembar Layanan. Langkah, biaya, dan kanalnya ditulis di lembar lain.",
)
LAYANAN_SUDAH_ADA = Code(
    "layanan-sudah-ada",
    "Layanan sudah ada di portal",
    "Supaya isi yang lama tidak hilang tanpa sengaja, layanan yang rekamannya sudah ada hanya ditimpa dengan pilihan --replace.",
)
