// The page luring/: what is kept on this device, and the switch that ends it for good.

import { MATI, SIMPANAN, bolehSimpan, matikan, nyalakan, sudahMati } from "./portal.js";

const tempat = document.querySelector("[data-sakelar]");
const [status, tombol, daftar] = ["[role=status]", "button", "ul"].map((satu) => tempat.querySelector(satu));

// The title of a kept page: a text, whose five escaped characters are as they were.
const TANDA = { amp: "&", lt: "<", gt: ">", quot: "\"", "#x27": "'" };
const judulDari = (isi) => /<title>([^<]*)<\/title>/.exec(isi)?.[1].replace(/ – [^–]*$/, "").replace(/&(amp|lt|gt|quot|#x27);/g, (_, satu) => TANDA[satu]);

async function tersimpan() {
  const simpanan = await caches.open(SIMPANAN);
  const alamat = (await simpanan.keys()).map(({ url }) => url).filter((url) => url.endsWith("/")).reverse();
  return Promise.all(alamat.map(async (url) => {
    const isi = (await (await simpanan.match(url, { ignoreVary: true }))?.text()) ?? "";
    return [url, judulDari(isi) || url];
  }));
}

async function gambar() {
  const mati = sudahMati();
  const halaman = mati ? [] : await tersimpan();
  status.textContent = mati
    ? "Penyimpanan mati. Tidak ada salinan di perangkat ini."
    : `Penyimpanan menyala, ${halaman.length} halaman tersimpan.`;
  tombol.textContent = mati ? "Nyalakan penyimpanan" : "Matikan dan hapus semua salinan";
  daftar.replaceChildren(...halaman.map(([url, judul]) => {
    const butir = document.createElement("li");
    butir.append(Object.assign(document.createElement("a"), { href: url, textContent: judul }));
    return butir;
  }));
  tempat.hidden = false;
}

async function tukar() {
  if (sudahMati()) {
    await nyalakan();
    localStorage.removeItem(MATI);
  } else {
    localStorage.setItem(MATI, "ya");
    await matikan();
  }
  await gambar();
}

if (bolehSimpan) {
  tombol.addEventListener("click", () => tukar().catch(() => {
    status.textContent = "Peramban ini menolak menyimpan atau mengingat pilihan Anda. Tidak ada yang berubah.";
  }));
  gambar();
}
