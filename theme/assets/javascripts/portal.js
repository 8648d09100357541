// What needs the reader's clock or typing; every page says all it has to say without this file.

const AKAR = new URL("../../", import.meta.url);

// The page's policy lets no text become HTML or a script; the only programs with an address of their own are the portal's.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (alamat) => (new URL(alamat, location.href).href.startsWith(AKAR.href) ? alamat : null),
});

const HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

const jam = (menit) => `${String(Math.floor(menit / 60)).padStart(2, "0")}.${String(menit % 60).padStart(2, "0")}`;

// [hours ahead of UTC, seven lists of [from, to] in minutes, Monday first] -> [open?, words]
function keadaan([utc, minggu], sekarang) {
  const lokal = new Date(sekarang.getTime() + utc * 3600000);
  const hari = (lokal.getUTCDay() + 6) % 7;
  const menit = lokal.getUTCHours() * 60 + lokal.getUTCMinutes();
  const kini = minggu[hari].find(([mulai, selesai]) => mulai <= menit && menit < selesai);
  if (kini) {
    const lagi = minggu[hari].find(([mulai]) => mulai >= kini[1]);
    return [true, `Buka sekarang sampai ${tutup(minggu, hari, kini[1])}${lagi ? `, lalu ${jam(lagi[0])}–${jam(lagi[1])}` : ""}`];
  }
  for (let maju = 0; maju < 8; maju += 1) {
    const indeks = (hari + maju) % 7;
    const nanti = minggu[indeks].find(([mulai]) => maju > 0 || mulai > menit);
    if (nanti) {
      const kapan = maju === 0 ? "hari ini" : maju === 1 ? "besok" : HARI[indeks];
      return [false, `Tutup sekarang, buka ${kapan} ${jam(nanti[0])}`];
    }
  }
  return [false, "Tutup"];
}

// When a span that ends at midnight goes on the next day, it closes there.
function tutup(minggu, hari, selesai) {
  const besok = selesai === 1440 && minggu[(hari + 1) % 7].find(([mulai]) => mulai === 0);
  return jam(besok ? besok[1] : selesai);
}

for (const tempat of document.querySelectorAll("[data-jam]")) {
  const tampilkan = () => {
    const [buka, kata] = keadaan(JSON.parse(tempat.dataset.jam), new Date());
    tempat.textContent = `${kata} (kecuali hari libur)`;
    tempat.dataset.buka = buka ? "ya" : "tidak";
  };
  tampilkan();
  setInterval(tampilkan, 60000);
}

// On paper nothing is folded away, in browsers whose style sheets cannot say so too.
let terlipat = [];
addEventListener("beforeprint", () => {
  terlipat = [...document.querySelectorAll("details:not(.zi-menu):not([open])")];
  for (const lipat of terlipat) lipat.open = true;
});
addEventListener("afterprint", () => {
  for (const lipat of terlipat) lipat.open = false;
});

// A link to a part that is folded away unfolds it.
function bukaLipatan() {
  let nama = "";
  try {
    nama = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  const tujuan = nama && document.getElementById(nama);
  for (let lipat = tujuan && tujuan.closest("details"); lipat; lipat = lipat.parentElement.closest("details")) lipat.open = true;
  if (tujuan) tujuan.scrollIntoView();
}
addEventListener("hashchange", bukaLipatan);
addEventListener("click", (peristiwa) => {
  if (peristiwa.target.closest('a[href*="#"]')) setTimeout(bukaLipatan);
});
addEventListener("keydown", (peristiwa) => {
  const menu = document.querySelector(".zi-menu[open]");
  if (peristiwa.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
if (location.hash) bukaLipatan();

// Copies for times without a network (sw.js): pages that were read are kept, unless the reader has turned that off at luring/.
const SIMPANAN = `zi-halaman ${AKAR.pathname}`;
const MATI = `zi-luring-mati ${AKAR.pathname}`;
const pekerja = navigator.serviceWorker;
const diurus = Boolean(pekerja?.controller); // the worker has seen this page come
const bolehSimpan = Boolean(pekerja && document.querySelector("script[data-luring]"));

// Some browsers refuse to remember anything: then nothing is kept either.
function sudahMati() {
  try {
    return localStorage.getItem(MATI) !== null;
  } catch {
    return true;
  }
}

// A page that was loaded before the worker came is told to it, with all it needs.
async function nyalakan() {
  await pekerja.register(new URL("sw.js", AKAR));
  const { active } = await pekerja.ready;
  const berkas = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
  const luring = ["luring/", "assets/javascripts/sakelar.js"].map((satu) => new URL(satu, AKAR).href);
  active.postMessage({ simpan: diurus ? [] : [location.href, ...[...berkas].map((satu) => satu.href || satu.src), ...luring] });
}

// A page that is on its way must not be kept after all.
async function matikan() {
  pekerja.controller?.postMessage({ mati: true });
  for (const satu of await pekerja.getRegistrations()) if (satu.scope === AKAR.href) await satu.unregister();
  await caches.delete(SIMPANAN);
}

const pita = document.querySelector(".zi-luring");
const tersimpan = document.documentElement.dataset.tersimpan;
if (tersimpan) {
  const tanggal = new Date(tersimpan);
  const tampil = { dateStyle: "long", timeZone: "UTC" };
  const kata = Number.isNaN(tanggal.getTime()) ? "yang tidak diketahui" : tanggal.toLocaleDateString("id", tampil);
  pita.textContent = `Anda membaca salinan yang tersimpan di perangkat ini, data per tanggal ${kata}.`;
}
if (pekerja) {
  pekerja.addEventListener("message", ({ data }) => {
    if (!data.baru) return;
    const tombol = document.createElement("button");
    Object.assign(tombol, { type: "button", className: "zi-tombol", textContent: "Muat versi baru" });
    tombol.addEventListener("click", () => location.reload());
    pita.textContent = "Halaman ini sudah diperbarui. ";
    pita.append(tombol);
  });
  if (bolehSimpan && !sudahMati()) nyalakan().catch(() => {});
  else if (!bolehSimpan) matikan().catch(() => {});
}

export { MATI, SIMPANAN, bolehSimpan, matikan, nyalakan, sudahMati };
