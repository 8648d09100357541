"""The findings of single values: how a number, a date, a link … is written."""

from generator.diagnostic import Code

ANGKA_SALAH = Code(
    "angka-salah",
    "Bukan bilangan",
    "Bilangan ditulis dengan angka saja, tanpa titik ribuan; pecahan memakai titik, misalnya 3.62.",
    file="layanan/contoh.yml",
    wrong="jumlah_pelaksana: {nilai: dua orang}",
    right="jumlah_pelaksana: {nilai: 2}",
)
RUPIAH_SALAH = Code(
    "rupiah-salah",
    "Bukan rupiah bulat",
    "Uang ditulis sebagai rupiah bulat dengan angka saja: 600000, bukan Rp600.000. Gratis ditulis 0.",
    file="layanan/contoh.yml",
    wrong="biaya_tarif:\n  - {rupiah: Rp600.000}",
    right="biaya_tarif:\n  - {rupiah: 600000}",
)
TANGGAL_SALAH = Code(
    "tanggal-salah",
    "Bukan tanggal",
    "Tanggal ditulis tahun-bulan-hari, misalnya 2026-11-24.",
    file="satker.yml",
    wrong="diperiksa: {tanggal: 24-11-2026, oleh: Subbag Tata Usaha}",
    right="diperiksa: {tanggal: 2026-11-24, oleh: Subbag Tata Usaha}",
)
PERIODE_SALAH = Code(
    "periode-salah",
    "Bukan periode",
    "Periode ditulis 2026 (tahun), 2026-S1 (semester), 2026-T3 (triwulan), atau 2026-11 (bulan).",
    file="pengaduan.yml",
    wrong="statistik:\n  - {periode: Triwulan 3 2026, masuk: 2, diproses: 0, selesai: 2}",
    right="statistik:\n  - {periode: 2026-T3, masuk: 2, diproses: 0, selesai: 2}",
)
JAM_SALAH = Code(
    "jam-salah",
    "Bukan jam layanan",
    "Jam ditulis 08.00-16.00; beberapa rentang dipisahkan koma, berurutan dan tidak bertumpuk. Hari tutup tidak ditulis.",
    file="satker.yml",
    wrong="jam_layanan: {zona: WIB, hari: {senin: 8 pagi sampai 4 sore}}",
    right="jam_layanan: {zona: WIB, hari: {senin: 08.00-16.00}}",
)
YA_TIDAK_SALAH = Code(
    "ya-tidak-salah",
    "Bukan true atau false",
    "Kunci ini hanya menerima true (ya) atau false (tidak).",
    file="pengaduan.yml",
    wrong="kanal:\n  lapor: bersama\n  loket: {jenis: loket, nama: Loket, terhubung_lapor: sudah}",
    right="kanal:\n  lapor: bersama\n  loket: {jenis: loket, nama: Loket, terhubung_lapor: true}",
)
TELEPON_SALAH = Code(
    "telepon-salah",
    "Bukan nomor telepon",
    "Nomor telepon ditulis lengkap dengan kode wilayah, misalnya (0999) 000001 atau 0999000001. "
    "Nomor WhatsApp diawali 08 atau +62 8.",
    file="satker.yml",
    wrong="kontak: {telepon: ext. 12}",
    right="kontak: {telepon: (0999) 000001}",
)
SUREL_SALAH = Code(
    "surel-salah",
    "Bukan alamat surel",
    "Alamat surel ditulis nama@domain, satu alamat saja.",
    file="satker.yml",
    wrong="kontak: {surel: ptsp(at)contoh.example}",
    right="kontak: {surel: ptsp@contoh.example}",
)
TAUTAN_SALAH = Code(
    "tautan-salah",
    "Bukan tautan https",
    "Tautan ditulis lengkap dan diawali https://. Nomor telepon, WhatsApp, dan surel ditulis sebagai nomor atau alamatnya "
    "saja; tautannya dibuat oleh portal.",
    file="satker.yml",
    wrong="kontak: {situs: www.contoh.example}",
    right="kontak: {situs: https://www.contoh.example}",
)
SLUG_SALAH = Code(
    "nama-alamat-salah",
    "Bukan nama alamat",
    "Rujukan ke satker, layanan, kategori, kanal, atau peraturan memakai nama alamatnya: huruf kecil, angka, dan tanda hubung.",
    file="layanan/contoh.yml",
    wrong="kategori: Pendidikan Madrasah",
    right="kategori: pendidikan",
)
LOKASI_BERKAS_SALAH = Code(
    "lokasi-berkas-salah",
    "Bukan berkas di folder berkas/",
    "Lampiran ditulis sebagai nama di dalam folder berkas/ satker itu sendiri: pdf, png, jpg, atau webp.",
    file="layanan/contoh.yml",
    wrong="formulir:\n  - {judul: Formulir, berkas: ../lain/formulir.pdf}",
    right="formulir:\n  - {judul: Formulir, tautan: https://contoh.example/formulir}",
)
KODE_WILAYAH_SALAH = Code(
    "kode-wilayah-salah",
    "Bukan kode wilayah Kemendagri",
    "Kode wilayah ditulis dengan titik: 17 (provinsi), 17.08 (kabupaten/kota), 17.08.01 (kecamatan).",
    file="satker.yml",
    wrong="kode_wilayah: 1708",
    right="kode_wilayah: 17.08",
)
URUTAN_SALAH = Code(
    "urutan-salah",
    "Urutan nilai terbalik",
    "Dua nilai ini harus berurutan: yang paling cepat tidak lebih besar daripada batasnya, mulai tidak sesudah selesai.",
    file="layanan/contoh.yml",
    wrong="jangka_waktu: {paling_cepat: 5, nilai: 3, satuan: hari_kerja}",
    right="jangka_waktu: {paling_cepat: 1, nilai: 3, satuan: hari_kerja}",
)
PERLU_SATU = Code(
    "perlu-satu",
    "Perlu salah satu kunci",
    "Di sini perlu tepat satu dari dua kunci: misalnya `tautan` (alamat di internet) atau `berkas` (nama di folder berkas/).",
    file="layanan/contoh.yml",
    wrong="formulir:\n  - {judul: Formulir}",
    right="formulir:\n  - {judul: Formulir, tautan: https://contoh.example/formulir}",
)
PERLU_KUNCI = Code(
    "perlu-kunci",
    "Nilai ini memerlukan kunci lain",
    "Beberapa pilihan memerlukan penjelasan: kanal daring memerlukan `tautan`, status `batal` memerlukan `alasan`, kanal "
    "pengaduan memerlukan `alamat` (kecuali loket dan kotak).",
    file="layanan/contoh.yml",
    wrong="kanal:\n  - {jenis: daring, nama: PTSP daring}",
    right="kanal:\n  - {jenis: daring, nama: PTSP daring, tautan: https://contoh.example/ptsp}",
)
