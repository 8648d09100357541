// The form of proposals: from the present record to a changed one, ready for the page of GitHub on which it is proposed. Nothing is
// sent from here; what the reader writes leaves the page only when they open that page themselves.

import { bidang, buat, buka, ringkas, tandai } from "./bidang.js";
import { barisDari, ganti } from "./blok.js";
import { berkas, bagian } from "./kanonik.js";
import { periksa } from "./periksa.js";

const AKAR = new URL("../../", import.meta.url);
const TERPANJANG = 8000; // characters of a link that GitHub still takes
const TUNGGAL = { satker: "Profil", motto: "Motto", pengaduan: "Pengaduan", zi: "Zona Integritas", survei: "Survei", informasi: "Informasi publik" };
const TAK_DIWARISI = ["dasar", "alamat_lama", "boleh_tampil", "diperiksa"];
const BANYAK = { layanan: "Layanan", inovasi: "Inovasi" };

const wadah = document.querySelector("[data-usulan]");
const { repo, rekaman: folder } = wadah.dataset;
const teksDari = (nilai) => {
  if (Array.isArray(nilai)) return nilai.map(teksDari);
  if (nilai && typeof nilai === "object") return Object.fromEntries(Object.entries(nilai).map(([kunci, isi]) => [kunci, teksDari(isi)]));
  return String(nilai);
};
const ambil = async (alamat, pilihan) => {
  const jawaban = await fetch(new URL(alamat, AKAR), pilihan);
  if (!jawaban.ok) throw new Error(String(jawaban.status));
  return jawaban;
};
const slug = (teks) => teks.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64).replace(/-+$/, "");
const dibagi = (jalur) => {
  const [satker, ...sisa] = jalur.split("/");
  const nama = sisa.join("/");
  return { satker, nama, jenis: sisa.length > 1 ? sisa[0] : nama.replace(/\.yml$/, "") };
};

// The present text of a record in the repository, which may be newer than this page; undefined if it cannot be had.
async function teksKini(jalur) {
  const cocok = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(repo);
  if (!cocok) return undefined;
  const alamat = `https://api.github.com/repos/${cocok[1]}/contents/${folder}/${jalur}?ref=main`;
  return ambil(alamat, { headers: { Accept: "application/vnd.github.raw+json" } }).then((jawaban) => jawaban.text()).catch(() => undefined);
}

function relasi(rekaman) {
  const pilihan = Object.fromEntries([...document.querySelectorAll("[data-relasi]")].map((satu) => [
    satu.dataset.relasi, [...satu.options].map((isi) => [isi.value, isi.text]),
  ]));
  const nasional = pilihan.kanal;
  const kanal = Object.entries(rekaman["pengaduan.yml"]?.kanal ?? {});
  const layanan = Object.entries(rekaman).map(([nama, isi]) => [/^layanan\/(.+)\.yml$/.exec(nama)?.[1], isi.nama]);
  return {
    ...pilihan,
    nasional,
    kanal: kanal.length ? kanal.map(([id, isi]) => [id, isi.nama ?? nasional.find(([satu]) => satu === id)?.[1] ?? id]) : nasional,
    layanan: layanan.filter(([id]) => id).map(([id, nama]) => [id, nama ?? id]),
  };
}

// What can be changed of a satker: the records it has, and those it may add.
function daftarRekaman(satker, rekaman, standar) {
  const tautan = (jalur, teks) => buat("li", {}, buat("a", { href: `?berkas=${satker}/${jalur}` }, teks));
  const isi = [buat("h2", {}, rekaman["satker.yml"]?.nama ?? satker)];
  isi.push(buat("ul", { className: "zi-daftar" }, ...Object.entries(TUNGGAL).map(([nama, teks]) => (
    tautan(`${nama}.yml`, rekaman[`${nama}.yml`] ? teks : `${teks} (belum ada)`)
  ))));
  for (const [jenis, judul] of Object.entries(BANYAK)) {
    const milik = Object.entries(rekaman).filter(([nama]) => nama.startsWith(`${jenis}/`));
    isi.push(buat("h3", {}, judul), buat("ul", { className: "zi-daftar" },
      ...milik.map(([nama, satu]) => tautan(nama, satu.nama ?? standar[satu.dasar]?.nama ?? nama.slice(jenis.length + 1, -4))),
      tautan(`${jenis}/`, `+ Tambah ${judul.toLowerCase()}`)));
  }
  wadah.replaceChildren(...isi);
  tawarkanEditor(satker);
}

// Who has a GitHub token may edit without copying; a portal without the editor does not offer it.
function tawarkanEditor(satker) {
  const alamat = new URL(`admin/?satker=${satker}`, AKAR);
  if ("penyunting" in wadah.dataset) wadah.append(buat("p", {}, "Sering mengubah? ", buat("a", { href: alamat }, "Sunting semuanya di penyunting"), " dengan akun GitHub Anda."));
}

class Formulir {
  constructor(jalur, skema, rekaman, standar) {
    Object.assign(this, { jalur, skema, standar, ...dibagi(jalur) });
    this.baru = !rekaman[this.nama];
    this.instansi = rekaman["satker.yml"]?.nama ?? this.satker;
    this.dikenal = Object.keys(rekaman);
    this.awal = teksDari(rekaman[this.nama] ?? {});
    this.konteks = { relasi: relasi(rekaman) };
    this.anak = {};
    this.hasil = buat("section", { className: "zi-usulkan__hasil", tabIndex: -1, hidden: true });
  }

  tampil() {
    const judul = `${this.awal.nama ?? this.standar[this.awal.dasar]?.nama ?? TUNGGAL[this.jenis] ?? BANYAK[this.jenis]}`;
    const milik = buat("p", { className: "zi-redup" }, buat("a", { href: `?satker=${this.satker}` }, this.instansi));
    const petunjuk = this.baru
      ? "Isi yang sudah ada saja; yang belum ada biarkan kosong."
      : "Buka bagian yang ingin diubah, perbaiki isinya, lalu tekan Periksa usulan. Bagian lain tidak berubah.";
    const formulir = buat("form", { noValidate: true }, ...this.alamat(), ...this.bagian(), buat("p", {}, buat("button", { className: "zi-tombol" }, "Periksa usulan")));
    formulir.addEventListener("submit", (peristiwa) => { peristiwa.preventDefault(); this.periksa(); });
    formulir.addEventListener("change", () => this.segarkan());
    wadah.replaceChildren(buat("h2", {}, this.baru ? `${judul} baru` : judul), milik, buat("p", {}, petunjuk), formulir, this.hasil);
  }

  // A new service or innovation gets its address from its name.
  alamat() {
    if (!this.jalur.endsWith("/")) return [];
    this.nama = undefined;
    this.alamatBaru = bidang({ title: "Nama alamat", description: "Menjadi alamat halamannya; diisi sendiri dari nama. Huruf kecil, angka, dan tanda hubung.", "x-jenis": "slug" }, undefined, this.konteks);
    return [this.alamatBaru.elemen];
  }

  bagian() {
    return Object.entries(this.skema.properties).filter(([kunci]) => kunci !== "catatan" && kunci !== "boleh_tampil").map(([kunci, skema]) => {
      const wajib = this.skema.required?.includes(kunci);
      const isi = bidang(skema, this.awal[kunci], this.konteks, wajib);
      const keadaan = buat("span", { className: "zi-usulkan__isi" });
      const lipatan = buat("details", {}, buat("summary", {}, buat("strong", {}, skema.title), " ", keadaan));
      const skalar = !["object", "array"].includes(skema.type);
      const pakai = skalar ? "" : buat("p", { className: "zi-redup" }, skema.description);
      const salin = buat("button", { type: "button", className: "zi-usulkan__kecil" }, "Mulai dari isi standar induk");
      salin.addEventListener("click", () => {
        const baru = bidang(skema, teksDari(this.pinjaman(kunci)), this.konteks, wajib);
        this.anak[kunci].elemen.replaceWith(baru.elemen);
        Object.assign(this.anak[kunci], baru);
        this.segarkan();
        baru.elemen.querySelector("input, select, textarea")?.focus();
      });
      lipatan.append(pakai, salin, isi.elemen);
      lipatan.open = this.baru && (this.skema.required?.includes(kunci) || ["nama", "dasar"].includes(kunci));
      this.anak[kunci] = { ...isi, skema, keadaan, lipatan, salin };
      this.segarkanSatu(kunci);
      return lipatan;
    });
  }

  segarkan() {
    Object.keys(this.anak).forEach((kunci) => this.segarkanSatu(kunci));
    if (this.alamatBaru && !this.alamatBaru.nilai()) {
      const nama = this.anak.nama?.nilai() ?? this.anak.dasar?.nilai();
      if (nama) this.alamatBaru.cari().value = slug(nama);
    }
    this.hasil.hidden = true;
  }

  segarkanSatu(kunci) {
    const { keadaan, lipatan, salin, skema } = this.anak[kunci];
    const nilai = this.anak[kunci].nilai();
    const pinjam = nilai === undefined ? this.pinjaman(kunci) : undefined;
    const teks = ringkas(pinjam === undefined ? nilai : teksDari(pinjam), skema, this.konteks);
    keadaan.textContent = pinjam === undefined ? teks : `${teks} (standar induk)`;
    salin.hidden = pinjam === undefined;
    lipatan.classList.toggle("zi-usulkan__ubah", this.berubah(kunci));
  }

  // What the standard lends where the record has nothing of its own.
  pinjaman(kunci) {
    return TAK_DIWARISI.includes(kunci) ? undefined : this.standar[this.anak.dasar?.nilai()]?.[kunci];
  }

  berubah(kunci) {
    return JSON.stringify(this.anak[kunci].nilai()) !== JSON.stringify(this.urut(kunci));
  }

  // The value as it was, with the keys in the order in which the fields give them.
  urut(kunci) {
    const rapikan = (nilai, skema) => {
      if (Array.isArray(nilai)) return nilai.map((satu) => rapikan(satu, skema?.items));
      if (!nilai || typeof nilai !== "object") return nilai;
      const urutan = Object.keys(skema?.properties ?? {}).filter((satu) => satu in nilai);
      const nama = urutan.length ? urutan : Object.keys(nilai);
      return Object.fromEntries(nama.map((satu) => [satu, rapikan(nilai[satu], skema?.properties?.[satu])]));
    };
    return rapikan(this.awal[kunci], this.skema.properties[kunci]);
  }

  isi() {
    return Object.fromEntries(Object.keys(this.anak).map((kunci) => [kunci, this.anak[kunci].nilai()]).filter(([, nilai]) => nilai !== undefined));
  }

  salah() {
    // What is published already may stand there for a reason, which the form does not know.
    const daftar = [...periksa(this.skema, this.isi())].filter(({ tempat, pribadi }) => !pribadi || this.berubah(tempat[0]));
    const nama = this.alamatBaru?.nilai();
    if (this.alamatBaru && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(nama ?? "")) daftar.unshift({ pesan: "Nama alamat wajib diisi dengan huruf kecil, angka, dan tanda hubung." });
    else if (this.dikenal.includes(`${this.jenis}/${nama}.yml`)) daftar.unshift({ pesan: `“${nama}” sudah ada; pilih nama alamat lain.` });
    return daftar;
  }

  async periksa() {
    wadah.querySelectorAll("[aria-invalid='true']").forEach((satu) => tandai(satu, ""));
    const salah = this.salah();
    const kunci = Object.keys(this.anak).filter((satu) => this.berubah(satu));
    if (salah.length) this.sebutkan(salah);
    else if (!kunci.length) this.hasil.replaceChildren(buat("p", {}, "Belum ada yang diubah."));
    else await this.siapkan(kunci);
    this.hasil.hidden = false;
    this.hasil.focus();
    this.hasil.scrollIntoView({ block: "start" });
  }

  sebutkan(salah) {
    const butir = salah.map(({ tempat, pesan }) => {
      const elemen = tempat ? this.anak[tempat[0]]?.cari(tempat.slice(1)) : this.alamatBaru.cari();
      if (!elemen) return buat("li", {}, pesan);
      tandai(elemen, pesan);
      const tautan = buat("a", { href: "#" }, tempat ? `${this.anak[tempat[0]].skema.title}: ${pesan}` : pesan);
      tautan.addEventListener("click", (peristiwa) => {
        peristiwa.preventDefault();
        buka(elemen);
        (elemen.matches("input, select, textarea, button") ? elemen : elemen.querySelector("input, select, textarea, button"))?.focus();
      });
      return buat("li", {}, tautan);
    });
    this.hasil.replaceChildren(buat("h2", {}, salah.length === 1 ? "Ada 1 hal yang perlu diperbaiki" : `Ada ${salah.length} hal yang perlu diperbaiki`), buat("ul", {}, ...butir));
  }

  async siapkan(kunci) {
    const isi = this.isi();
    const nama = this.nama ?? `${this.jenis}/${this.alamatBaru.nilai()}.yml`;
    const jalur = `${folder}/${this.satker}/${nama}`;
    if (this.baru) {
      this.usulan(jalur, berkas(isi, this.skema, this.jenis, nama), []);
      return;
    }
    this.hasil.replaceChildren(buat("p", { role: "status" }, "Mengambil berkas terbaru dari GitHub…"));
    this.hasil.hidden = false;
    const kini = await teksKini(`${this.satker}/${nama}`);
    const blok = Object.fromEntries(kunci.map((satu) => [satu, isi[satu] === undefined ? null : bagian(satu, isi[satu], this.skema)]));
    const teks = kini === undefined ? undefined : ganti(kini, blok, Object.keys(this.skema.properties));
    const beda = kunci.map((satu) => ({ judul: this.skema.properties[satu].title, lama: kini === undefined ? [] : barisDari(kini, satu), baru: blok[satu] ?? [] }));
    this.usulan(jalur, teks, beda, kunci.map((satu) => blok[satu] ?? [`(hapus bagian ${satu}:)`]).flat().join("\n"));
  }

  // The last step: what changes, the text, and the page of GitHub.
  usulan(jalur, teks, beda, potongan = "") {
    const baru = `${repo}/new/main/${jalur.replace(/\/[^/]*$/, "")}?filename=${jalur.split("/").at(-1)}`;
    const terisi = this.baru ? `${baru}&value=${encodeURIComponent(teks)}` : "";
    const muat = this.baru && terisi.length <= TERPANJANG;
    const tujuan = this.baru ? (muat ? terisi : baru) : `${repo}/edit/main/${jalur}`;
    const salinan = teks ?? potongan;
    const isian = buat("textarea", { readOnly: true, rows: 8, value: salinan, ariaLabel: "Teks usulan" });
    const kabar = buat("span", { role: "status" });
    const salin = buat("button", { type: "button", className: "zi-tombol zi-tombol--kedua" }, "Salin teks");
    salin.addEventListener("click", async () => {
      isian.select();
      await navigator.clipboard.writeText(salinan).then(() => { kabar.textContent = " Tersalin."; }, () => { kabar.textContent = " Tekan lama pada teks yang terpilih, lalu Salin."; });
    });
    const buka = buat("a", { className: "zi-tombol", href: tujuan, target: "_blank", rel: "noopener noreferrer" }, muat ? "Buka halaman berkas baru di GitHub" : "Buka berkasnya di GitHub");
    const unduh = buat("a", { href: URL.createObjectURL(new Blob([salinan], { type: "text/yaml" })), download: jalur.split("/").at(-1) }, "unduh berkasnya");
    const tempel = teks === undefined
      ? "Ganti bagian yang sama di berkas itu dengan teks yang Anda salin; yang lain biarkan."
      : "Hapus seluruh isi yang ada di sana (pilih semua), lalu tempel teks yang Anda salin.";
    const langkah = muat
      ? [buat("li", {}, buka, " Isinya sudah terisi."), buat("li", {}, "Tekan “Commit changes…”, lalu “Propose changes”, lalu “Create pull request”.")]
      : [buat("li", {}, salin, kabar), buat("li", {}, buka), buat("li", {}, tempel), buat("li", {}, "Tekan “Commit changes…”, lalu “Propose changes”, lalu “Create pull request”.")];
    this.hasil.replaceChildren(
      buat("h2", {}, "Usulan siap"),
      ...beda.flatMap(({ judul, lama, baru: kini }) => [
        buat("h3", {}, judul),
        ...(lama.length ? [buat("p", { className: "zi-redup" }, "Sekarang"), buat("pre", { className: "zi-usulkan__lama" }, lama.join("\n"))] : []),
        buat("p", { className: "zi-redup" }, "Usulan"),
        buat("pre", {}, kini.length ? kini.join("\n") : "(dihapus)"),
      ]),
      buat("h3", {}, "Kirim lewat GitHub"),
      buat("p", {}, "Anda memerlukan akun GitHub (gratis). Pengelola portal memeriksa usulan sebelum terbit."),
      buat("ol", {}, ...langkah),
      buat("details", {}, buat("summary", {}, "Lihat teks lengkapnya"), isian),
      buat("p", {}, "Tidak punya akun GitHub? ", unduh, ", lalu kirim kepada pengelola portal."),
    );
  }
}

async function mulai() {
  const alamat = new URL(location.href).searchParams;
  const jalur = alamat.get("berkas") ?? (alamat.get("satker") ? `${alamat.get("satker")}/` : "");
  if (!/^[a-z0-9-]+\/(?:[a-z]+\/)?(?:[a-z0-9-]+\.yml)?$/.test(jalur)) {
    wadah.replaceChildren(buat("p", {}, "Buka halaman satuan kerja, layanan, atau inovasi yang ingin diubah, lalu pilih “Usulkan perubahan” di bagian bawahnya. "), buat("p", {}, buat("a", { href: new URL("satker/", AKAR) }, "Cari satuan kerjanya")));
    return;
  }
  const { satker, nama, jenis } = dibagi(jalur);
  const alamatData = [`data/rekaman/${satker}.json`, "data/rekaman/_bersama.json", ...(nama ? [`data/skema/${jenis}.json`] : [])];
  const [rekaman, standar, skema] = await Promise.all(alamatData.map((satu) => ambil(satu).then((jawaban) => jawaban.json()))).catch(() => []);
  if (!rekaman) wadah.replaceChildren(buat("p", { role: "alert" }, "Formulir tidak dapat dimuat. Periksa jaringan Anda, lalu muat ulang halaman ini. Kalau rekamannya memang tidak ada, kembali ke halaman satuan kerja."));
  else if (!nama) daftarRekaman(satker, rekaman, standar);
  else new Formulir(jalur, skema, rekaman, standar).tampil();
}

mulai();
