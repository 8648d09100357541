"""The findings of reading and of structure; those of values stand in `value_codes`, those between records in `rules`."""

from generator.diagnostic import Code

TERLALU_BESAR = Code(
    "terlalu-besar",
    "Rekaman terlalu besar",
    "Satu rekaman paling besar 256 KiB. Berkas yang lebih besar hampir selalu berisi salinan dokumen; taruh dokumen itu di "
    "folder berkas/ dan tautkan.",
)
BUKAN_UTF8 = Code(
    "bukan-utf8",
    "Berkas tidak disimpan sebagai UTF-8",
    "Semua rekaman disimpan dengan penyandian UTF-8 supaya huruf tidak rusak. Penyunting di GitHub selalu memakainya; Notepad "
    "dan Excel kadang tidak.",
)
KARAKTER_TERLARANG = Code(
    "karakter-terlarang",
    "Karakter yang tidak terlihat",
    "Karakter kendali, pembalik arah tulisan, spasi tanpa lebar, dan karakter lain yang tidak terlihat tidak diterima: pembaca "
    "tidak melihatnya, tetapi pencarian dan tautan menjadi salah, atau kalimat tampak lain daripada isinya. Yang diperlukan "
    "aksara dan emoji, misalnya penyambung huruf Arab dan Jawa, diterima. Hapus karakter itu, atau ketik ulang katanya.",
    file="satker.yml",
    wrong='ringkasan: "Kantor\u200b contoh"',
    right='ringkasan: "Kantor contoh"',
)
BERKAS_KOSONG = Code(
    "berkas-kosong",
    "Berkas kosong",
    "Berkas yang tidak berisi apa pun tidak menyatakan apa pun. Isi, atau hapus.",
)
BUKAN_PEMETAAN = Code(
    "bukan-pemetaan",
    "Seharusnya pasangan kunci dan nilai",
    "Di tempat ini diharapkan pasangan `kunci: nilai`, bukan teks biasa atau daftar.",
    file="satker.yml",
    wrong="kontak: (0999) 000001",
    right="kontak: {telepon: (0999) 000001}",
)
BUKAN_DAFTAR = Code(
    "bukan-daftar",
    "Seharusnya daftar",
    "Di tempat ini diharapkan daftar: setiap butir di baris sendiri, diawali tanda hubung dan spasi.",
    file="layanan/contoh.yml",
    wrong="persyaratan: Ijazah asli",
    right="persyaratan:\n  - Ijazah asli",
)
BUKAN_TEKS = Code(
    "bukan-teks",
    "Seharusnya teks biasa",
    "Di tempat ini diharapkan satu teks, bukan daftar atau pasangan kunci dan nilai.",
    file="satker.yml",
    wrong="ringkasan: [ Kantor, contoh ]",
    right="ringkasan: Kantor contoh",
)
YAML_JANGKAR = Code(
    "yaml-jangkar",
    "Jangkar, rujukan, atau kunci gabung",
    "Tanda `&nama`, `*nama`, dan `<<` tidak dipakai, karena isi yang dirujuk tidak terlihat di tempatnya. Tulis isinya di "
    "setiap tempat; standar yang sama untuk banyak satker memakai `dasar`.",
    file="satker.yml",
    wrong="ringkasan: &ringkas Kantor contoh\nvisi: *ringkas",
    right="ringkasan: Kantor contoh\nvisi: Kantor contoh",
)
YAML_JENIS = Code(
    "yaml-jenis",
    "Tanda jenis",
    "Tanda yang diawali tanda seru, misalnya `!!str`, tidak dipakai: setiap nilai sudah dibaca sebagai teks.",
    file="satker.yml",
    wrong="ringkasan: !!str Kantor contoh",
    right="ringkasan: Kantor contoh",
)
YAML_DOKUMEN = Code(
    "yaml-dokumen",
    "Lebih dari satu dokumen",
    "Satu berkas berisi satu rekaman. Baris `---` di tengah berkas memulai dokumen baru; hapus, atau pindahkan isinya.",
    file="satker.yml",
    wrong="ringkasan: Kantor contoh\n---\nvisi: Melayani",
    right="ringkasan: Kantor contoh\nvisi: Melayani",
)
YAML_TAB = Code(
    "yaml-tab",
    "Jorokan memakai tab",
    "Jorokan baris di YAML hanya boleh memakai spasi; kita memakai dua spasi untuk setiap tingkat.",
    file="satker.yml",
    wrong="kontak:\n\ttelepon: (0999) 000001",
    right="kontak:\n  telepon: (0999) 000001",
)
YAML_TITIK_DUA = Code(
    "yaml-titik-dua",
    "Titik dua di tempat yang salah",
    "Titik dua memisahkan kunci dari nilai dan diikuti satu spasi. Teks yang memuat titik dua dan spasi diapit tanda kutip.",
    file="satker.yml",
    wrong="ringkasan: Motto kami: melayani",
    right='ringkasan: "Motto kami: melayani"',
)
YAML_KUTIP = Code(
    "yaml-kutip",
    "Tanda kutip",
    "Tanda kutip yang dibuka harus ditutup, dan teks yang diawali tanda seperti @, %, atau ` harus diapit tanda kutip.",
    file="satker.yml",
    wrong="ringkasan: @kemenag melayani",
    right='ringkasan: "@kemenag melayani"',
)
YAML_KURUNG = Code(
    "yaml-kurung",
    "Kurung tidak ditutup",
    "Kurung siku atau kurawal yang dibuka harus ditutup, dan isinya dipisahkan koma.",
    file="satker.yml",
    wrong="misi: [ Melayani, Membina\nvisi: Melayani",
    right="misi: [ Melayani, Membina ]\nvisi: Melayani",
)
YAML_KOMA = Code(
    "yaml-koma",
    "Koma di dalam kurung kurawal",
    "Di dalam { } koma memulai kunci baru. Teks yang memuat koma diapit tanda kutip; pecahan memakai titik, dan ribuan ditulis "
    "tanpa tanda.",
    file="layanan/contoh.yml",
    wrong="biaya_tarif:\n  - {rupiah: 0, keterangan: Di kantor, pada jam kerja}",
    right='biaya_tarif:\n  - {rupiah: 0, keterangan: "Di kantor, pada jam kerja"}',
)
YAML_PAGAR = Code(
    "yaml-pagar",
    "Tanda pagar memotong teks",
    "Spasi lalu tanda # memulai catatan, dan sisa barisnya tidak dibaca. Kalau # bagian dari teks, apit teksnya dengan tanda "
    "kutip; kalau memang catatan, beri spasi setelah #.",
    file="satker.yml",
    wrong="ringkasan: Juara #1 tahun ini",
    right='ringkasan: "Juara #1 tahun ini"',
    severity="peringatan",
)
YAML_SUSUNAN = Code(
    "yaml-susunan",
    "Jorokan baris tidak rapi",
    "Baris yang setingkat harus mempunyai jumlah spasi yang sama di depannya.",
    file="satker.yml",
    wrong="ringkasan: Kantor contoh\n  visi: Melayani",
    right="ringkasan: Kantor contoh\nvisi: Melayani",
)
KUNCI_BUKAN_TEKS = Code(
    "kunci-bukan-teks",
    "Nama kunci bukan kata",
    "Di kiri titik dua berdiri satu kata: nama kunci dari panduan.",
    file="satker.yml",
    wrong="? [ ringkasan ]\n: Kantor contoh",
    right="ringkasan: Kantor contoh",
)
KUNCI_GANDA = Code(
    "kunci-ganda",
    "Kunci ditulis dua kali",
    "Satu kunci hanya boleh ditulis sekali di tempat yang sama, karena pembaca tidak tahu mana yang berlaku.",
    file="satker.yml",
    wrong="ringkasan: Kantor contoh\nringkasan: Kantor lain",
    right="ringkasan: Kantor contoh",
)
NILAI_KOSONG = Code(
    "nilai-kosong",
    "Kunci tanpa nilai",
    "Kunci yang ditulis tanpa nilai tidak menyatakan apa pun. Tulis nilainya, atau hapus kuncinya: situs akan mengatakan "
    "“belum dipublikasikan”.",
    file="satker.yml",
    wrong="ringkasan:",
    right="ringkasan: Kantor contoh",
)
TERLALU_DALAM = Code(
    "terlalu-dalam",
    "Susunan terlalu dalam",
    "Pasangan dan daftar paling dalam bertingkat 12, begitu pula folder di bawah berkas/.",
    file="satker.yml",
    wrong="ringkasan: " + "[" * 12 + "x" + "]" * 12,
    right="ringkasan: x",
)
TERLALU_BANYAK = Code(
    "terlalu-banyak",
    "Daftar terlalu panjang",
    "Satu daftar paling banyak 1.000 butir.",
    file="satker.yml",
    wrong="misi: [" + "a, " * 1000 + "a]",
    right="misi: [ a ]",
)
TEMUAN_LAIN = Code(
    "temuan-lain",
    "Masih ada temuan lain",
    "Satu rekaman atau folder menampilkan paling banyak 100 temuan. Perbaiki yang tampil, lalu periksa lagi.",
)
TERLALU_PANJANG = Code(
    "terlalu-panjang",
    "Teks terlalu panjang",
    "Satu teks paling panjang 20.000 karakter, dan beberapa kunci mempunyai batas sendiri (misalnya `nama_pendek`: 40).",
    file="satker.yml",
    wrong="nama_pendek: Kantor Kementerian Agama Kabupaten Contoh Sekali",
    right="nama_pendek: Kankemenag Contoh",
)
KUNCI_WAJIB = Code(
    "kunci-wajib",
    "Kunci wajib belum ada",
    "Kunci ini harus ada; tanpa itu rekaman tidak dapat ditampilkan.",
    file="layanan/contoh.yml",
    wrong="nama: Konsultasi\njangka_waktu: {nilai: 3}",
    right="nama: Konsultasi\njangka_waktu: {nilai: 3, satuan: hari_kerja}",
)
KUNCI_TAK_DIKENAL = Code(
    "kunci-tak-dikenal",
    "Kunci tidak dikenal",
    "Kunci ini tidak ada dalam panduan. Biasanya salah ketik; pesan menyebut kunci yang paling mirip. Catatan sendiri ditulis "
    "di kunci `catatan`, yang tidak pernah diterbitkan.",
    file="layanan/contoh.yml",
    wrong="persaratan:\n  - Ijazah asli",
    right="persyaratan:\n  - Ijazah asli",
)
PILIHAN_SALAH = Code(
    "pilihan-salah",
    "Bukan salah satu pilihan",
    "Kunci ini hanya menerima kata-kata tertentu; pesan menyebut semuanya.",
    file="layanan/contoh.yml",
    wrong="jangka_waktu: {nilai: 3, satuan: hari kerja}",
    right="jangka_waktu: {nilai: 3, satuan: hari_kerja}",
)
NAMA_FOLDER = Code(
    "nama-folder",
    "Nama folder atau berkas bukan alamat",
    "Nama folder satker dan nama berkas layanan serta inovasi menjadi alamat di situs: huruf kecil, angka, dan tanda hubung, "
    "paling panjang 64 karakter, misalnya `kankemenag-contoh` atau `legalisasi-ijazah.yml`.",
)
BERKAS_TAK_DIKENAL = Code(
    "berkas-tak-dikenal",
    "Berkas tidak dikenal",
    "Berkas ini tidak mempunyai tempat dalam rekaman. Nama yang dikenal: satker.yml, layanan/, motto.yml, inovasi/, "
    "pengaduan.yml, zi.yml, survei.yml, informasi.yml, berkas/.",
)
PROFIL_TIDAK_ADA = Code(
    "profil-tidak-ada",
    "satker.yml tidak ada",
    "Setiap folder satker harus mempunyai satker.yml; berkas lainnya boleh menyusul.",
)
BUKAN_BERKAS_BIASA = Code(
    "bukan-berkas-biasa",
    "Tautan simbolik atau berkas khusus",
    "Rekaman dan lampiran harus berupa berkas biasa, supaya tidak ada isi dari luar folder satker yang ikut terbit dan tidak ada "
    "yang dapat dijalankan.",
)
