// The search. Pagefind's index is loaded when the box is first used. A word that no page has is taken for a typing error or
// for another form of a word, and when hardly any page has all words, those that have most of them are shown.

import { kataBerarti, kataDari } from "./kata.js";

const AKAR = new URL("../../", import.meta.url);
const SEKALI = 10; // results at a time
const SEDIKIT = 3; // fewer pages than this with all words: those with most of them are shown too
const TERBANYAK = 500; // pages a word that are compared

// The number of letters that are wrong, missing, extra or swapped between two words; more than *batas* is not counted.
function jarak(a, b, batas) {
  if (Math.abs(a.length - b.length) > batas) return batas + 1;
  let [lama, kini] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const baru = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const beda = a[i - 1] === b[j - 1] ? 0 : 1;
      baru[j] = Math.min(baru[j - 1] + 1, kini[j] + 1, kini[j - 1] + beda);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) baru[j] = Math.min(baru[j], lama[j - 2] + 1);
    }
    [lama, kini] = [kini, baru];
  }
  return kini[b.length];
}

// The roots that *kata* may have without its affixes: "pemagangan" → "magang", "meneliti" → "teliti".
const AWALAN = ["", "meng", "peng", "mem", "pem", "men", "pen", "me", "pe", "ber", "per", "ter", "di", "ke", "se"]
  .map((awalan) => [awalan, ""]);
AWALAN.push(["meng", "k"], ["peng", "k"], ["mem", "p"], ["pem", "p"], ["men", "t"], ["pen", "t"], ["meny", "s"], ["peny", "s"]);
const akarKata = (kata) =>
  AWALAN.filter(([awalan]) => kata.startsWith(awalan)).map(([awalan, ganti]) => ganti + kata.slice(awalan.length))
    .flatMap((satu) => [satu, satu.replace(/(?:kan|an|i|nya)$/, "")]).filter((satu) => satu.length > 3 && satu !== kata);

// *kata* itself if any page has it; else a root of it, or the nearest word of names and keywords, the most frequent first.
function perbaiki(kata, { nama, lain }) {
  const dikenal = (satu) => nama.includes(satu) || lain.includes(satu);
  if (kata.length < 4 || /\d/.test(kata) || dikenal(kata) || nama.some((satu) => satu.startsWith(kata))) return kata;
  const dasar = akarKata(kata).find(dikenal);
  if (dasar) return dasar;
  let [terbaik, batas] = [kata, kata.length < 9 ? 1 : 2];
  for (const satu of nama) {
    if (satu.length < 4 || (kata.length < 6 && satu[0] !== kata[0])) continue; // "bayar" is no "layar"
    const selisih = jarak(kata, satu, batas);
    if (selisih <= batas) [terbaik, batas] = [satu, selisih - 1];
    if (batas < 1) break;
  }
  return terbaik;
}

let termuat;
function muat() {
  termuat ??= (async () => {
    const [pagefind, jawaban] = await Promise.all([
      import(new URL("pagefind/pagefind.js", AKAR)),
      fetch(new URL("pagefind/kata.json", AKAR)),
    ]);
    await pagefind.options({ baseUrl: AKAR.pathname, ranking: { termFrequency: 0.2, pageLength: 0, termSaturation: 0.5 } });
    await pagefind.init();
    return { pagefind, kamus: await jawaban.json(), saringan: {} };
  })();
  termuat.catch(() => { termuat = undefined; });
  return termuat;
}

// The pages that have most of *kata*, the rarer words counting more; far weaker ones than the best are left out.
async function gabungan(kata, tanya) {
  const nilai = new Map();
  const jawaban = await Promise.all(kata.map((satu) => tanya([satu])));
  for (const { results, unfilteredResultCount } of jawaban) {
    const bobot = 1 / Math.log2(2 + unfilteredResultCount);
    for (const satu of results.slice(0, TERBANYAK)) {
      const lama = nilai.get(satu.id)?.[0] ?? 0;
      nilai.set(satu.id, [lama + bobot * (0.5 + satu.score / results[0].score), satu]);
    }
  }
  const urut = [...nilai.values()].sort(([a], [b]) => b - a);
  return urut.filter(([satu]) => satu >= 0.7 * urut[0][0]).map(([, satu]) => satu);
}

async function temukan(teks, saring) {
  const { pagefind, kamus, saringan: semuaPilihan } = await muat();
  const kata = kataBerarti(teks);
  const dipakai = kata.map((satu) => perbaiki(satu, kamus));
  const tanya = (satu) => pagefind.search(satu.join(" ") || null, { filters: saring });
  const pendek = dipakai.length === 1 && dipakai[0].length < 6 && kamus.nama.includes(dipakai[0]);
  const persis = pendek ? await tanya([`"${dipakai[0]}"`]) : { results: [] }; // "calo" is not the beginning of "calon"
  const penuh = persis.results.length ? persis : await tanya(dipakai);
  if (penuh.results.length >= SEDIKIT || kata.length < 2) return { results: penuh.results, pilihan: penuh.totalFilters, dipakai, kata };
  return { results: await gabungan(dipakai, tanya), pilihan: semuaPilihan, taksiran: true, dipakai, kata };
}

const tempat = document.querySelector("[data-cari]");
if (!tempat) await new Promise(() => {}); // a portal without a search: here the program ends
const [formulir, kotak, saringan] = ["form", "input[type=search]", "fieldset"].map((satu) => tempat.querySelector(satu));
const [status, daftar, lagi] = [".zi-cari__status", ".zi-cari__hasil", ".zi-cari__lagi"].map((satu) => tempat.querySelector(satu));
const saran = document.getElementById("saran");
const unsur = (nama, isi, kelas) => Object.assign(document.createElement(nama), { textContent: isi, className: kelas ?? "" });
let [urutan, tersisa] = [0, []];

// The index knows a page by the name of one file, whose address has "~" for "/".
const alamatDari = (berkas) => berkas.replace(/^\/|\.html$/g, "").replaceAll("~", "/").replace(/^\//, "");

// What comes from another portal says which (`situs`, its root), and leads there.
function baris({ raw_url: berkas, meta }) {
  const { href } = new URL(meta.alamat ?? alamatDari(berkas), meta.situs ?? AKAR);
  const butir = unsur("li", "", "zi-baris");
  butir.append(Object.assign(unsur("a", meta.title), { href }));
  const asal = [meta.satker, meta.portal].filter(Boolean).join(" · ");
  if (asal) butir.append(unsur("span", asal, "zi-baris__satker"));
  if (meta.rinci) butir.append(unsur("span", meta.rinci, "zi-baris__rinci"));
  if (meta.ringkasan) butir.append(unsur("span", meta.ringkasan, "zi-baris__rinci"));
  return butir;
}

// A sentence that the result above has too is said once.
let terakhir = "";
const sekali = (hasil) => {
  const { meta } = hasil;
  const sama = meta.ringkasan === terakhir;
  terakhir = meta.ringkasan;
  return sama ? { ...hasil, meta: { ...meta, ringkasan: "" } } : hasil;
};

async function tampilkan(giliran) {
  const sepenggal = await Promise.all(tersisa.splice(0, SEKALI).map((satu) => satu.data()));
  if (giliran !== urutan) return undefined;
  const butir = sepenggal.map(sekali).map(baris);
  daftar.append(...butir);
  lagi.hidden = !tersisa.length;
  return butir[0];
}

// Every filter shows the choices that still have results, the chosen one included; how many, where that is known.
function isiPilihan(jumlah, taksiran) {
  for (const pilihan of saringan.querySelectorAll("select")) {
    const terpilih = pilihan.value;
    const ada = Object.entries(jumlah[pilihan.name] ?? {}).filter(([nama, banyak]) => banyak || nama === terpilih);
    pilihan.length = 1;
    for (const [nama, banyak] of ada.sort()) {
      pilihan.add(new Option(taksiran ? nama : `${nama} (${banyak})`, nama, false, nama === terpilih));
    }
  }
}

function kabar(banyak, { dipakai, kata, taksiran }) {
  if (!banyak) return "Tidak ada hasil. Periksa ejaannya, pakai kata yang lebih umum, atau hapus saringannya.";
  if (!dipakai.length) return `${banyak} hasil`;
  const pakai = dipakai.join(" ");
  if (taksiran) return `${banyak} hasil yang paling dekat dengan “${pakai}”`;
  return `${banyak} hasil untuk “${pakai}”${pakai === kata.join(" ") ? "" : ", ejaan yang paling mendekati"}`;
}

async function cari() {
  const giliran = (urutan += 1);
  const teks = kotak.value.trim();
  const saring = {};
  for (const { name, type, checked, value } of saringan.elements) {
    if (type === "checkbox" ? checked : value) saring[name] = value;
  }
  if (teks.length < 2 && !Object.keys(saring).length) {
    [daftar.textContent, status.textContent, lagi.hidden] = ["", "", true];
    return;
  }
  status.textContent = "Mencari …";
  try {
    const hasil = await temukan(teks, saring);
    if (giliran !== urutan) return;
    [daftar.textContent, terakhir] = ["", ""];
    tersisa = [...hasil.results];
    isiPilihan(hasil.pilihan ?? {}, hasil.taksiran);
    await tampilkan(giliran);
    if (giliran !== urutan) return;
    status.textContent = kabar(hasil.results.length, hasil);
  } catch {
    gagal(giliran);
  }
}

function gagal(giliran) {
  if (giliran !== urutan) return;
  [daftar.textContent, lagi.hidden] = ["", true];
  status.textContent = "Pencarian tidak dapat dimuat. Pakai daftar layanan A sampai Z.";
}

let tunda;
kotak.addEventListener("focus", () => muat().catch(() => {}), { once: true });
// What can be chosen is loaded when the filters are opened: of many portals it is as large as the index.
saringan.parentElement.addEventListener("toggle", async () => {
  try {
    const mesin = await muat();
    mesin.saringan = await mesin.pagefind.filters();
    if (urutan) await cari();
    else isiPilihan(mesin.saringan);
  } catch {
    // the filters stay without choices
  }
}, { once: true });
kotak.addEventListener("input", () => {
  clearTimeout(tunda);
  tunda = setTimeout(cari, 250);
});
saringan.addEventListener("change", cari);
formulir.addEventListener("submit", (peristiwa) => {
  peristiwa.preventDefault();
  clearTimeout(tunda);
  history.replaceState(null, "", `?q=${encodeURIComponent(kotak.value)}`);
  cari();
});
lagi.addEventListener("click", async () => {
  const giliran = urutan;
  lagi.disabled = true; // a second tap waits for the first
  try {
    (await tampilkan(giliran))?.querySelector("a").focus();
  } catch {
    gagal(giliran);
  }
  lagi.disabled = false;
});

// What was asked on another page stands in the address; at an address that does not exist, its last words are the question.
const ditanya = new URLSearchParams(location.search).get("q");
function kataAlamat() {
  try {
    return kataDari(decodeURI(location.pathname.replace(AKAR.pathname, "")).replace(/\.html?$/, ""));
  } catch {
    return []; // an address that is no text
  }
}
const hilang = tempat.hasAttribute("data-hilang") ? kataAlamat() : [];
kotak.value = (ditanya ?? hilang.slice(-4).join(" ")).slice(0, kotak.maxLength);
if (kotak.value) await cari();
saran?.classList.add("zi-cari__saran--siap");
