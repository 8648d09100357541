// The text of a record as the blocks of its top-level keys, so that a proposal replaces only what changed: comments, the keeper's
// notes and everything else stay as they are.

const KUNCI = /^(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_][\w-]*))[ \t]*:(?:\s|$)/;
const LANJUTAN = /^(?:[ \t]|-(?:\s|$))/; // belongs to the key above it
const CATATAN = /^\s*(?:#|-?\s*catatan:)/;

// Returns the lines before the first key and the blocks {kunci, depan, baris}, or undefined where a line is neither.
function pisah(teks) {
  const [awal, blok] = [[], []];
  let tunggu = []; // comments and empty lines: they belong to the key below them
  for (const baris of teks.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n")) {
    const cocok = KUNCI.exec(baris);
    if (cocok) {
      blok.push({ kunci: cocok[1] ?? cocok[2] ?? cocok[3], depan: tunggu, baris: [baris] });
      tunggu = [];
    } else if (/^\s*(?:#|$)/.test(baris) && !(blok.length && /^\s+#/.test(baris))) tunggu.push(baris);
    else if (LANJUTAN.test(baris) && blok.length) {
      blok.at(-1).baris.push(...tunggu, baris);
      tunggu = [];
    } else return undefined;
    if (!blok.length) awal.push(...tunggu.splice(0));
  }
  return { awal, blok, akhir: tunggu };
}

// Returns the lines of one key, or none.
export const barisDari = (teks, kunci) => pisah(teks)?.blok.find((satu) => satu.kunci === kunci)?.baris ?? [];

// The remarks inside a block that is replaced: they stay, as comments above it.
const titipan = (baris) => baris.slice(1).filter((satu) => CATATAN.test(satu)).map((satu) => `# ${satu.trim().replace(/^#\s*/, "")}`);

// Returns *teks* with the blocks of *baru* (key → lines, or null to remove it) in the order of *urutan*; undefined if it cannot be done.
export function ganti(teks, baru, urutan) {
  const bagian = pisah(teks);
  if (!bagian) return undefined;
  const { awal, akhir } = bagian;
  let { blok } = bagian;
  for (const [kunci, baris] of Object.entries(baru)) {
    const ada = blok.find((satu) => satu.kunci === kunci);
    if (ada && baris) Object.assign(ada, { depan: [...ada.depan, ...titipan(ada.baris)], baris });
    else if (ada) blok = blok.filter((satu) => satu !== ada);
    else if (baris) {
      const sesudah = new Set(urutan.slice(urutan.indexOf(kunci) + 1));
      const di = blok.findIndex((satu) => sesudah.has(satu.kunci));
      blok.splice(di < 0 ? blok.length : di, 0, { kunci, depan: [], baris });
    }
  }
  return [...awal, ...blok.flatMap(({ depan, baris }) => [...depan, ...baris]), ...akhir, ""].join("\n");
}
