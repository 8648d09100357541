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

// A page that was read before the worker came tells it what to keep.
addEventListener("message", (peristiwa) => {
  for (const alamat of peristiwa.data.simpan ?? []) peristiwa.waitUntil(ambil(new Request(alamat), peristiwa).catch(() => {}));
});

addEventListener("fetch", (peristiwa) => {
  const { request } = peristiwa;
  const alamat = new URL(request.url);
  if (request.method !== "GET" || !alamat.href.startsWith(AKAR.href) || alamat.pathname.includes("/pagefind/")) return;
  peristiwa.respondWith(jawab(peristiwa));
});

async function jawab(peristiwa) {
  const { request } = peristiwa;
  const segar = ambil(request, peristiwa);
  const lama = await (await caches.open(SIMPANAN)).match(request, { ignoreSearch: true });
  if (!lama) return segar.catch(() => (request.mode === "navigate" && request.url !== LURING.href ? Response.redirect(LURING) : Response.error()));
  const isiLama = lama.clone().text();
  try {
    return await Promise.race([segar, new Promise((_, gagal) => setTimeout(gagal, SABAR))]);
  } catch {
    if (request.mode !== "navigate") return lama;
    peristiwa.waitUntil(segar.then(async (baru) => {
      if (await baru.clone().text() !== await isiLama) (await clients.get(peristiwa.resultingClientId))?.postMessage({ baru: true });
    }).catch(() => {}));
    return bertanggal(lama);
  }
}

// A page is always asked for anew, so that nobody takes an old one for today's. What was searched for (?q=…) is never kept.
async function ambil(request, peristiwa) {
  const jawaban = await fetch(request, request.mode === "navigate" ? { cache: "no-cache" } : {});
  if (jawaban.ok && jawaban.type === "basic") peristiwa.waitUntil(simpan(request.url.split(/[?#]/)[0], jawaban.clone()).catch(() => {}));
  return jawaban;
}

// A full disk costs the copy, never the page.
async function simpan(kunci, jawaban) {
  const simpanan = await caches.open(SIMPANAN);
  await simpanan.delete(kunci);
  await simpanan.put(kunci, jawaban);
  for (const tua of (await simpanan.keys()).slice(0, -TERBANYAK)) await simpanan.delete(tua);
}

// The copy says of which day it is.
async function bertanggal(jawaban) {
  const tanggal = new Date(jawaban.headers.get("date") ?? 0).toISOString().slice(0, 10);
  const isi = (await jawaban.text()).replace("<html", `<html data-tersimpan="${tanggal}"`);
  return new Response(isi, { status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
}
{% endif %}
