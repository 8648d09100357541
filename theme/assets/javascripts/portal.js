// What needs the reader's clock or typing; every page says all it has to say without this file.

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
    return [true, `Buka sekarang, sampai ${tutup(minggu, hari, kini[1])}${lagi ? `, lalu ${jam(lagi[0])}–${jam(lagi[1])}` : ""}`];
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

const TAK_BERARTI = new Set("apa atau bagaimana biaya cara dan dari di ke mau mengurus saya syarat untuk urus yang".split(" "));

// Lower case, without accents and signs: what people type and what records say become alike.
const sederhana = (teks) => teks.normalize("NFD").replace(/[\u0300-\u036f'’-]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

for (const daerah of document.querySelectorAll("[data-saring]")) {
  const baris = daerah.querySelector(".zi-saring");
  if (!baris) continue;
  const [kotak, hasil] = [baris.querySelector("input"), baris.querySelector("output")];
  const butir = [...daerah.querySelectorAll("[data-cari]")].map((satu) => [satu, sederhana(`${satu.dataset.cari} ${satu.textContent}`)]);
  const saring = () => {
    const semua = sederhana(kotak.value).split(" ").filter(Boolean);
    const kata = semua.some((satu) => !TAK_BERARTI.has(satu)) ? semua.filter((satu) => !TAK_BERARTI.has(satu)) : semua;
    let jumlah = 0;
    for (const [satu, isi] of butir) {
      satu.hidden = !kata.every((bagian) => isi.includes(bagian));
      jumlah += satu.hidden ? 0 : 1;
    }
    for (const kelompok of daerah.querySelectorAll("[data-kelompok]")) {
      kelompok.hidden = !kelompok.querySelector("[data-cari]:not([hidden])");
    }
    for (const lain of daerah.querySelectorAll("[data-sembunyi]")) lain.hidden = kata.length > 0;
    const kosong = "Layanan ini belum ada di portal. Coba kata lain, atau hapus kata ini untuk melihat semua layanan.";
    hasil.textContent = kata.length ? (jumlah ? `${jumlah} layanan ditemukan` : kosong) : "";
  };
  kotak.addEventListener("input", saring);
  const awal = new URLSearchParams(location.search).get("q");
  if (awal && kotak.name === "q") {
    kotak.value = awal;
    saring();
  }
}

// On paper nothing is folded away, in browsers whose style sheets cannot say so too.
addEventListener("beforeprint", () => {
  for (const lipat of document.querySelectorAll("details:not(.zi-menu)")) lipat.open = true;
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
const pekerja = "serviceWorker" in navigator ? navigator.serviceWorker : null;
const alamatPekerja = document.currentScript.dataset.luring;
const AKAR = new URL("../../", document.currentScript.src);
const SIMPANAN = `zi-halaman ${AKAR.pathname}`;
const MATI = `zi-luring-mati ${AKAR.pathname}`;

// Some browsers refuse to remember anything: then nothing is kept either.
function sudahMati() {
  try {
    return localStorage.getItem(MATI) !== null;
  } catch {
    return true;
  }
}

function pita(teks, tombol) {
  const baris = Object.assign(document.createElement("p"), { className: "zi-strip zi-luring", textContent: teks });
  baris.setAttribute("role", "status");
  if (tombol) baris.append(" ", tombol);
  document.getElementById("isi").prepend(baris);
}

const tersimpan = document.documentElement.dataset.tersimpan;
if (tersimpan) {
  const tanggal = new Date(tersimpan);
  const kata = Number.isNaN(tanggal.getTime()) ? "yang tidak diketahui" : tanggal.toLocaleDateString("id", { dateStyle: "long", timeZone: "UTC" });
  pita(`Anda membaca salinan yang tersimpan di perangkat ini, data per tanggal ${kata}.`);
}

async function nyalakan() {
  await pekerja.register(alamatPekerja);
  const siap = await pekerja.ready;
  const pakai = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((satu) => satu.href || satu.src);
  siap.active.postMessage({ simpan: [location.href, ...pakai, new URL("luring/", siap.scope).href] });
}

// A page that is on its way must not be kept after all.
async function matikan() {
  pekerja.controller?.postMessage({ mati: true });
  for (const satu of await pekerja.getRegistrations()) if (satu.scope === AKAR.href) await satu.unregister();
  await caches.delete(SIMPANAN);
}

if (pekerja) {
  pekerja.addEventListener("message", ({ data }) => {
    if (!data.baru) return;
    const tombol = Object.assign(document.createElement("button"), { type: "button", className: "zi-tombol", textContent: "Muat versi baru" });
    tombol.addEventListener("click", () => location.reload());
    pita("Halaman ini sudah diperbarui.", tombol);
  });
  if (alamatPekerja && !sudahMati()) nyalakan().catch(() => {});
  else if (!alamatPekerja) matikan().catch(() => {});
}

// The page luring/ shows what is kept and has the switch.
const sakelar = document.querySelector("[data-sakelar]");
if (sakelar && pekerja && alamatPekerja) {
  const gambar = async () => {
    const mati = sudahMati();
    const simpanan = mati ? null : await caches.open(SIMPANAN);
    const alamat = simpanan ? (await simpanan.keys()).map(({ url }) => url).filter((url) => url.endsWith("/")).reverse() : [];
    const halaman = await Promise.all(alamat.map(async (url) => [url, /<title>(.*?)<\/title>/s.exec(await (await simpanan.match(url))?.text() ?? "")?.[1]]));
    sakelar.querySelector("[role=status]").textContent = mati
      ? "Penyimpanan mati. Tidak ada salinan di perangkat ini." : `Penyimpanan menyala, ${halaman.length} halaman tersimpan.`;
    sakelar.querySelector("button").textContent = mati ? "Nyalakan penyimpanan" : "Matikan dan hapus semua salinan";
    sakelar.querySelector("ul").replaceChildren(...halaman.map(([url, judul]) => {
      const butir = document.createElement("li");
      const teks = new DOMParser().parseFromString(judul ?? url, "text/html").body.textContent;
      butir.append(Object.assign(document.createElement("a"), { href: url, textContent: teks }));
      return butir;
    }));
    sakelar.hidden = false;
  };
  sakelar.querySelector("button").addEventListener("click", async () => {
    if (!sudahMati()) {
      localStorage.setItem(MATI, "ya");
      await matikan();
    } else {
      localStorage.removeItem(MATI);
      await nyalakan();
    }
    gambar();
  });
  gambar();
}
