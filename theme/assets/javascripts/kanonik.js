// The data of a record as YAML in the one form that all writers share: the twin of generator/kanonik.py, tried on the same examples.

import { pilih, skemaKunci } from "./periksa.js";

const LEBAR = 100; // columns
const TAK_TERLIHAT = "\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\ufffe\\uffff";
const DILOLOSKAN = new RegExp(`[${TAK_TERLIHAT}]`, "gu");
const BARIS = new RegExp(`^(?:[^${TAK_TERLIHAT}]*[^ ${TAK_TERLIHAT}])?$`, "u");
const KATA_KATA = new RegExp(`^[^ ${TAK_TERLIHAT}]+(?: [^ ${TAK_TERLIHAT}]+)+$`, "u");
const TEKS = new RegExp(`^(?:[A-Za-z]|[0-9]+ [A-Za-z(])(?:[^ :${TAK_TERLIHAT}]|:(?=[^ ])| (?=[^ #]))*$`, "u");
const TEPI = /^(?:(?!\ufeff)[\s\x1c-\x1f\x85])+|(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/g; // what Python's reader takes off
const BERMAKNA = /^(?:y|n|yes|no|on|off|true|false|null)$/i; // what YAML 1.1 takes for a truth or for nothing
const NILAI = new RegExp(
  "^(?:true|false"
  + "|(?!-0$|-?0\\.000)-?(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{0,5}[1-9])?"
  + "|[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
  + "|[12][0-9]{3}-(?:S[12]|T[1-4]|0[1-9]|1[0-2])"
  + "|[0-9]{2}\\.[0-9]{2}-[0-9]{2}\\.[0-9]{2}(?:, [0-9]{2}\\.[0-9]{2}-[0-9]{2}\\.[0-9]{2})*)$",
);

const panjang = (teks) => [...teks].length;
const kata = (teks) => TEKS.test(teks) && !BERMAKNA.test(teks);
const kutip = (teks) => JSON.stringify(teks).replace(DILOLOSKAN, (satu) => `\\u${satu.charCodeAt(0).toString(16).padStart(4, "0")}`);

function lipat(teks, lebar) {
  const baris = [];
  for (const satu of teks.split(" ")) {
    const muat = baris.length && panjang(baris.at(-1)) + 1 + panjang(satu) <= lebar;
    if (muat) baris.push(`${baris.pop()} ${satu}`);
    else baris.push(satu);
  }
  return baris;
}

// A text as it is written behind *kepala*, and the lines below it.
function teksYaml(kepala, teks, jorok) {
  const baris = teks.split("\n");
  const bawah = (isi) => isi.map((satu) => (satu ? " ".repeat(jorok + 2) + satu : ""));
  if (baris.length > 1 && /^[^ ]/u.test(baris[0]) && baris.at(-1) && baris.every((satu) => BARIS.test(satu))) return [`${kepala}|-`, ...bawah(baris)];
  const satu = NILAI.test(teks) || kata(teks) ? teks : kutip(teks);
  if (jorok + panjang(kepala) + panjang(satu) > LEBAR && KATA_KATA.test(teks)) return [`${kepala}>-`, ...bawah(lipat(teks, LEBAR - jorok - 2))];
  return [kepala + satu];
}

const sela = (nilai) => typeof nilai === "object" && Object.keys(nilai).length > 0;
const nilaiYaml = (kepala, nilai, jorok) => {
  if (typeof nilai === "string") return teksYaml(kepala, nilai.replace(TEPI, ""), jorok);
  return [kepala + (Array.isArray(nilai) ? "[]" : "{}")];
};

// The entries of a mapping in the order of its schema; free keys keep their own, and what may be shown, who checked it and the note are last.
function berurut(peta, skema) {
  const urutan = Object.keys(skema?.properties ?? {});
  const akhir = urutan.includes("diperiksa") ? ["boleh_tampil", "diperiksa", "catatan"] : ["catatan"];
  const tempat = (kunci) => {
    if (akhir.includes(kunci)) return urutan.length + 1 + akhir.indexOf(kunci);
    return urutan.includes(kunci) ? urutan.indexOf(kunci) : urutan.length;
  };
  return Object.entries(peta).sort(([a], [b]) => tempat(a) - tempat(b));
}

// The lines of a mapping or a list that holds something, each behind *jorok* spaces.
function isiYaml(nilai, skema, jorok) {
  const aturan = skema && pilih(skema, nilai);
  const spasi = " ".repeat(jorok);
  if (!Array.isArray(nilai)) return berurut(nilai, aturan).flatMap(([kunci, isi]) => pasangan(kunci, isi, aturan && skemaKunci(aturan, kunci), jorok));
  return nilai.flatMap((isi) => {
    if (!sela(isi)) return tambahSpasi(nilaiYaml("- ", isi, jorok), spasi);
    const [pertama, ...sisa] = isiYaml(isi, aturan?.items, jorok + 2);
    return [`${spasi}- ${pertama.trimStart()}`, ...sisa];
  });
}

// Only the first line of a value lacks its indent.
const tambahSpasi = ([pertama, ...sisa], spasi) => [spasi + pertama, ...sisa];

function pasangan(kunci, isi, skema, jorok) {
  const spasi = " ".repeat(jorok);
  const kepala = kata(kunci) ? kunci : kutip(kunci);
  if (sela(isi)) return [`${spasi}${kepala}:`, ...isiYaml(isi, skema, jorok + 2)];
  return tambahSpasi(nilaiYaml(`${kepala}: `, isi, jorok), spasi);
}

// The lines of one top-level key.
export const bagian = (kunci, nilai, skema) => pasangan(kunci, nilai, skemaKunci(skema, kunci), 0);

// A whole mapping.
export const tulis = (isi, skema) => (Object.keys(isi).length ? `${isiYaml(isi, skema, 0).join("\n")}\n` : "{}\n");

// A whole record; *nama* is its path below the folder of its satker.
export function berkas(isi, skema, jenis, nama) {
  const naik = "../".repeat(nama.split("/").length + 1);
  return `# yaml-language-server: $schema=${naik}content/data/skema/${jenis}.json\n${tulis(isi, skema)}`;
}
