{# The worker that keeps what was read; with `luring: false` in mkdocs.yml it removes itself and everything it kept. #}
const SABAR = 3000; // milliseconds until a slow network is answered by the copy
const TERBANYAK = 80; // files that are kept: pages with what they need, the oldest go first
const AKAR = new URL("./", self.location);
const SIMPANAN = `zi-halaman ${AKAR.pathname}`; // several portals may live on one host
const LURING = new URL("luring/", AKAR); // says that a page is not kept, and which are

addEventListener("install", (peristiwa) => peristiwa.waitUntil(skipWaiting()));
{% if config.extra.identitas.luring == false %}
addEventListener("activate", (peristiwa) => peristiwa.waitUntil(caches.delete(SIMPANAN).then(() => registration.unregister())));
{% else %}
addEventListener("activate", (peristiwa) => peristiwa.waitUntil(clients.claim()));

// A page tells the worker what it needs, because it may have been read before the worker came; or that nothing is to be kept.
let mati = false;
addEventListener("message", (peristiwa) => {
  mati = peristiwa.data.mati === true;
  for (const alamat of peristiwa.data.simpan ?? []) peristiwa.waitUntil(ambil(new Request(alamat), peristiwa).catch(() => {}));
});

addEventListener("fetch", (peristiwa) => {
  const { request } = peristiwa;
  const alamat = new URL(request.url);
  if (request.method !== "GET" || !alamat.href.startsWith(AKAR.href) || /\/(?:pagefind|berkas|admin)\/|\/data\/.|\.(?:xml|ics)$/.test(alamat.pathname)) return;
  const segar = ambil(request, peristiwa);
  peristiwa.waitUntil(segar.catch(() => {})); // an answer that comes late is kept too
  peristiwa.respondWith(jawab(peristiwa, segar));
});

async function jawab(peristiwa, segar) {
  const { request } = peristiwa;
  const cocok = { ignoreSearch: true, ignoreVary: true };
  const lama = await caches.open(SIMPANAN).then((simpanan) => simpanan.match(request, cocok)).catch(() => undefined);
  const tersesat = request.mode === "navigate" && request.url !== LURING.href;
  if (!lama) return segar.catch(() => (tersesat ? Response.redirect(LURING) : Response.error()));
  const isiLama = lama.clone().text();
  try {
    const jawaban = await Promise.race([segar, new Promise((_, gagal) => setTimeout(gagal, SABAR))]);
    if (jawaban.status < 500) return jawaban;
    throw new Error(jawaban.statusText);
  } catch {
    if (request.mode !== "navigate" || !lama.headers.get("content-type")?.startsWith("text/html")) return lama;
    peristiwa.waitUntil(segar.then(async (baru) => {
      if (baru.ok && await baru.clone().text() !== await isiLama) (await clients.get(peristiwa.resultingClientId))?.postMessage({ baru: true });
    }).catch(() => {}));
    return bertanggal(lama);
  }
}

// A page is always asked for anew, so that nobody takes an old one for today's. What was searched for (?q=…) is never kept.
async function ambil(request, peristiwa) {
  const jawaban = await fetch(request, request.mode === "navigate" ? { cache: "no-cache" } : {});
  if (jawaban.ok && jawaban.type === "basic") {
    peristiwa.waitUntil(simpan(request.url.split(/[?#]/)[0], jawaban.clone()).catch(() => {}));
  }
  return jawaban;
}

// A full disk costs the copy, never the page.
async function simpan(kunci, jawaban) {
  if (mati) return;
  const simpanan = await caches.open(SIMPANAN);
  await simpanan.put(kunci, jawaban);
  if (mati) await caches.delete(SIMPANAN);
  for (const tua of (await simpanan.keys()).slice(0, -TERBANYAK)) await simpanan.delete(tua);
}

// The copy says of which day it is.
async function bertanggal(jawaban) {
  const waktu = Date.parse(jawaban.headers.get("date"));
  const tanggal = Number.isNaN(waktu) ? "entah" : new Date(waktu).toISOString().slice(0, 10);
  const isi = (await jawaban.text()).replace("<html", `<html data-tersimpan="${tanggal}"`);
  return new Response(isi, { status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
}
{% endif %}
