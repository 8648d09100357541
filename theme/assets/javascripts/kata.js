// How words are cut and which of them say nothing: shared by the search and by the boxes that filter a list. The index is cut the
// same way by `words` in generator/search.py.

const TAK_BERARTI = new Set(
  `ada aja apa apakah atau bagaimana bagi berapa biaya bikin bisa buat butuh cara caranya cari dan dapat dari dengan di dimana diurus
  ga gak gimana gmn harus ingin ini itu jadi kah kalau kapan ke ku lama lewat mana masih mau mengurus minta mohon nya online pada
  perlu resmi saja saya sekarang siapa supaya syarat tidak tolong untuk urus ya yang`.split(/\s+/),
);

const kataDari = (teks) =>
  teks.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/\b([a-z]{2,})([0-9]+)\b/g, "$1 $2")
    .split(/[^a-z0-9]+/).filter(Boolean);

// The words of a question that say something, or all of them where none does.
function kataBerarti(teks) {
  const semua = kataDari(teks).slice(0, 12);
  const berarti = semua.filter((satu) => !TAK_BERARTI.has(satu));
  return berarti.length ? berarti : semua;
}

export { kataBerarti, kataDari };
