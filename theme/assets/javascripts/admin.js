// The page admin/: which satker, and then the editor (Sveltia CMS) with the files of that one alone.

import { kataBerarti, kataDari } from "./kata.js";

const AKAR = new URL("../../", import.meta.url);
const BERSAMA = "_bersama";
const TERBANYAK = 20; // satker that are shown at a time
const SETELAN = "sveltia-cms.prefs"; // where the editor keeps what its user likes

const TERPILIH = "zi-admin"; // which satker, for the time when the page is loaded again: the editor writes addresses of its own

const tempat = document.querySelector("[data-admin]");
const kembali = location.hash.startsWith("#/") && !location.search ? sessionStorage.getItem(TERPILIH) : null;
const dicari = new URLSearchParams(kembali ?? location.search);

// A mapping with free keys is shown as a list, because the editor has no field for it.
function peta(pasangan) {
  const hasil = {};
  for (const [id, isi] of pasangan) {
    if (id in hasil) throw new Error(`Id “${id}” dipakai dua kali. Ganti salah satunya, lalu simpan lagi.`);
    hasil[id] = isi;
  }
  return hasil;
}
const bacaKanal = ([id, isi]) => {
  if (typeof isi !== "string") return { asal: "sendiri", id, ...isi };
  return id === "catatan" ? { asal: "catatan", catatan: isi } : { asal: isi, id };
};
const tulisKanal = ({ asal, id, ...isi }) => {
  if (asal === "catatan") return ["catatan", isi.catatan];
  return [id, asal === "sendiri" ? isi : asal];
};

// For each format of a file how it is shown, and how it is written again.
const BENTUK = {
  rekaman: [(isi) => isi, (isi) => isi],
  register: [
    ({ boleh_tampil, diperiksa, catatan, ...isi }) => ({ isi: Object.entries(isi).map(([id, satu]) => ({ id, ...satu })), ...(boleh_tampil && { boleh_tampil }), diperiksa, catatan }),
    ({ isi = [], ...lain }) => ({ ...peta(isi.map(({ id, ...satu }) => [id, satu])), ...lain }),
  ],
  kanal: [
    ({ kanal, ...lain }) => (kanal ? { kanal: Object.entries(kanal).map(bacaKanal), ...lain } : lain),
    ({ kanal, ...lain }) => (kanal ? { kanal: peta(kanal.map(tulisKanal)), ...lain } : lain),
  ],
};

// The template for one folder: paths below it, and the choices of the registers; what has no choices yet is written by hand.
function siapkan(templat, folder, pilihan) {
  return JSON.parse(JSON.stringify(templat), (kunci, nilai) => {
    if (["folder", "media_folder"].includes(kunci) || (kunci === "file" && nilai.endsWith(".yml"))) return `${folder}/${nilai}`;
    const [acuan] = nilai?.options ?? [];
    if (!acuan?.startsWith) return nilai;
    const { options: _, multiple, ...lain } = nilai;
    const ada = pilihan[acuan.slice(1)];
    return ada.length ? { ...nilai, options: ada } : { ...lain, widget: multiple ? "list" : "string" };
  });
}

function konfigurasi({ konfigurasi: templat, pilihan, rekaman, repo, judul }, satker) {
  const siap = siapkan(templat[satker === BERSAMA ? BERSAMA : "satker"], `${rekaman}/${satker}`, pilihan);
  const logo = { src: new URL("assets/ikon.svg", AKAR).pathname };
  // `&coba` tries the editor on files in this browser alone; nothing leaves it.
  const cara = dicari.has("coba") ? { backend: { name: "test-repo" }, publish_mode: "simple" } : { backend: { ...siap.backend, repo } };
  return { ...siap, ...cara, logo, app_title: judul };
}

// The editor has no Indonesian yet. English is part of it; another language would be asked of another host, which is refused.
function berbahasaInggris() {
  const setelan = JSON.parse(localStorage.getItem(SETELAN) ?? "{}");
  localStorage.setItem(SETELAN, JSON.stringify({ ...setelan, locale: "en-US" }));
}

// The editor itself says only that something went wrong.
function tertulis(tulis, isi, { dump }) {
  try {
    return dump(tulis(isi), { forceQuotes: true, quoteStyle: "double", lineWidth: -1, noRefs: true });
  } catch (salah) {
    alert(salah.message);
    throw salah;
  }
}

async function sunting(data, satker) {
  const [{ default: editor }, yaml] = await Promise.all([
    import(new URL("admin/sveltia/index.js", AKAR)),
    import(new URL("admin/yaml/yaml.js", AKAR)),
  ]);
  for (const [nama, [tampil, tulis]] of Object.entries(BENTUK)) {
    editor.registerCustomFormat(nama, "yml", {
      fromFile: (teks) => tampil(yaml.load(teks, { schema: yaml.FAILSAFE_SCHEMA })),
      toFile: (isi) => tertulis(tulis, isi, yaml),
    });
  }
  for (const gaya of document.querySelectorAll("link[rel=stylesheet]")) gaya.remove();
  // The editor adds no sheet whose id is there: this one has its fonts from here, where its own would ask another host.
  const huruf = { id: data.huruf, rel: "stylesheet", href: new URL("admin/sveltia/huruf.css", AKAR) };
  document.head.append(Object.assign(document.createElement("link"), huruf));
  document.body.style.margin = 0;
  document.body.replaceChildren(Object.assign(document.createElement("div"), { id: "nc-root" }));
  berbahasaInggris();
  sessionStorage.setItem(TERPILIH, `?${dicari}`);
  await editor.init({ config: konfigurasi(data, satker) });
}

function pilih({ satker }) {
  const [kotak, status, hasil] = ["input", "[role=status]", "ul"].map((satu) => tempat.querySelector(satu));
  const semua = [[BERSAMA, "Berkas bersama: peraturan, kanal nasional, kategori, standar layanan"], ...satker];
  const butir = ([slug, nama]) => {
    const [baris, tautan] = ["li", "a"].map((unsur) => document.createElement(unsur));
    baris.append(Object.assign(tautan, { href: `?satker=${slug}`, textContent: nama }));
    return baris;
  };
  const tampilkan = () => {
    const kata = kataBerarti(kotak.value);
    const cocok = semua.filter(([slug, nama]) => {
      const isi = kataDari(`${slug} ${nama}`).join(" ");
      return kata.every((satu) => isi.includes(satu));
    });
    hasil.replaceChildren(...cocok.slice(0, TERBANYAK).map(butir));
    const sisa = cocok.length - TERBANYAK;
    status.textContent = sisa > 0 ? `${sisa} lagi. Ketik nama satuan kerjanya.` : cocok.length ? "" : "Tidak ada yang cocok.";
  };
  kotak.addEventListener("input", tampilkan);
  tampilkan();
}

if (tempat) {
  tempat.querySelector("form").addEventListener("submit", (peristiwa) => peristiwa.preventDefault());
  const data = await (await fetch(new URL("admin/data.json", AKAR))).json();
  const satker = dicari.get("satker");
  if (satker === BERSAMA || data.satker.some(([slug]) => slug === satker)) await sunting(data, satker);
  else pilih(data);
}

export { BENTUK, konfigurasi };
