// At an address that does not exist: whether it was moved or withdrawn, as the portal's own list says; if the list knows nothing,
// the nearest page above it that exists. The search below stays as it is.

const AKAR = new URL("../../", import.meta.url);
const tempat = document.querySelector("[data-pindah]");
const unsur = (nama, isi, sifat = {}) => Object.assign(document.createElement(nama), { textContent: isi, ...sifat });
const tautan = (alamat, isi) => unsur("a", isi, { href: new URL(alamat, AKAR).pathname });
const tanggal = (teks) => new Date(`${teks}T00:00:00Z`).toLocaleDateString("id-ID", { dateStyle: "long", timeZone: "UTC" });

function alamat() {
  try {
    const bagian = decodeURI(location.pathname).replace(AKAR.pathname, "");
    return bagian.replace(/index\.html?$/, "").replace(/\/+$/, "");
  } catch {
    return ""; // an address that is no text
  }
}

// Follow the list at most as often as it may lead on: from a renamed satker to a remark, and from there nowhere.
function cari(daftar, diminta) {
  let ini = `${diminta}/`;
  for (let langkah = 0; langkah < 3 && daftar[ini]?.ke && !daftar[ini].alasan; langkah += 1) ini = daftar[ini].ke;
  return ini === `${diminta}/` && !daftar[ini] ? undefined : { ...daftar[ini], kini: ini };
}

function tampilkan({ nama, tanggal: sejak, alasan, ke, kini }) {
  tempat.append(unsur("h2", alasan ? `“${nama}” sudah tidak ada` : "Halaman ini pindah"));
  if (alasan) tempat.append(unsur("p", `Dihapus ${tanggal(sejak)}. Alasannya: ${alasan}`));
  const tuju = alasan ? ke : kini;
  const jalan = unsur("p", "");
  if (tuju) jalan.append(tautan(tuju, alasan ? "Buka penggantinya" : "Buka alamatnya yang sekarang"));
  tempat.append(jalan);
}

// The heading of a page, as words: the policy lets no text become a page.
function judul(halaman) {
  const isi = /<h1[^>]*>(.*?)<\/h1>/s.exec(halaman)?.[1] ?? "";
  const tanda = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };
  return isi.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (semua, nama) => tanda[nama] ?? semua).trim();
}

// Go up from the address, to the first that the list knows or that exists.
async function temukan(daftar, diminta) {
  for (const bagian = diminta.split("/"); bagian.length; bagian.pop()) {
    const ini = bagian.join("/");
    const ditemukan = cari(daftar, ini);
    if (ditemukan) return tampilkan(ditemukan);
    const jawaban = ini === diminta ? undefined : await fetch(new URL(`${ini}/`, AKAR));
    if (!jawaban?.ok) continue;
    const baris = unsur("p", "Halaman terdekat yang ada: ");
    baris.append(tautan(`${ini}/`, judul(await jawaban.text()) || ini));
    return tempat.append(baris);
  }
  return undefined;
}

try {
  const jawaban = await fetch(new URL("data/alamat.json", AKAR));
  await temukan(jawaban.ok ? (await jawaban.json()).alamat : {}, alamat());
} catch {
  // without a network the page is what it was
}
