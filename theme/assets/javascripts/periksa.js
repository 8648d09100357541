// Holds data against the JSON Schema of its kind: every mistake with its place, in the words of the office. Only the keywords that
// the project's schemas use; as in the records, every value is text.

const SATU_NIK = /(?:^|[^0-9])[0-9]{16}(?:[^0-9]|$)/;

const kosong = (nilai) => nilai === undefined;
const peta = (nilai) => typeof nilai === "object" && !Array.isArray(nilai);
const nama = (skema, kunci) => `“${skema.properties?.[kunci]?.title ?? kunci}”`;

// The schema of the value of *kunci* in a mapping. A key may be called as something that every object has ("constructor").
export function skemaKunci(skema, kunci) {
  if (Object.hasOwn(skema.properties ?? {}, kunci)) return skema.properties[kunci];
  const pola = Object.entries(skema.patternProperties ?? {}).find(([satu]) => new RegExp(satu, "u").test(kunci));
  return pola?.[1] ?? (skema.additionalProperties || undefined);
}

// Which of the alternatives is meant: a word, or a mapping.
export const pilih = (skema, nilai) => skema.anyOf?.find((satu) => (satu.type === "object") === peta(nilai)) ?? skema;

// *nilai* fits, said of conditions only: no words, no places.
function cocok(syarat, nilai) {
  return (syarat.required ?? []).every((kunci) => !kosong(nilai[kunci]))
    && Object.entries(syarat.properties ?? {}).every(([kunci, isi]) => kosong(nilai[kunci]) || !isi.enum || isi.enum.includes(nilai[kunci]))
    && !(syarat.not && cocok(syarat.not, nilai));
}

function* syarat(skema, satu, nilai, tempat) {
  if (satu.oneOf || satu.anyOf) {
    const pilihan = satu.oneOf ?? satu.anyOf;
    const ada = pilihan.filter((isi) => cocok(isi, nilai)).length;
    const daftar = pilihan.map((isi) => nama(skema, isi.required[0]));
    if (ada === 0) yield { tempat, pesan: `Isi ${daftar.join(" atau ")}.` };
    else if (satu.oneOf && ada > 1) yield { tempat, pesan: `Isi salah satu saja: ${daftar.join(" atau ")}.` };
  } else if (cocok(satu.if, nilai)) {
    const [sebab] = satu.if.required;
    const isi = skema.properties[sebab]["x-pilihan"]?.[nilai[sebab]] ?? nilai[sebab];
    for (const kunci of satu.then.required ?? []) {
      if (kosong(nilai[kunci])) yield { tempat: [...tempat, kunci], pesan: `${nama(skema, kunci)} wajib diisi, karena ${nama(skema, sebab)} “${isi}”.` };
    }
    for (const [kunci, aturan] of Object.entries(satu.then.properties ?? {})) {
      if (!kosong(nilai[kunci])) yield* periksa(aturan, nilai[kunci], [...tempat, kunci]);
    }
  }
}

function* periksaPeta(skema, nilai, tempat) {
  for (const kunci of skema.required ?? []) {
    if (kosong(nilai[kunci])) yield { tempat: [...tempat, kunci], pesan: `${nama(skema, kunci)} wajib diisi.` };
  }
  for (const [kunci, isi] of Object.entries(nilai)) {
    const aturan = skemaKunci(skema, kunci);
    if (aturan) yield* periksa(aturan, isi, [...tempat, kunci]);
    else yield { tempat: [...tempat, kunci], pesan: `“${kunci}” tidak dikenal di sini.` };
  }
  for (const satu of skema.allOf ?? []) yield* syarat(skema, satu, nilai, tempat);
}

function* periksaTeks(skema, nilai, tempat) {
  const salah = (pesan) => ({ tempat, pesan });
  if (skema.enum && !skema.enum.includes(nilai)) yield salah("Pilih salah satu yang ada di daftar.");
  if (skema.pattern && !new RegExp(skema.pattern, "u").test(nilai)) yield salah(skema.patternErrorMessage);
  if (skema.maxLength < nilai.length) yield salah(`Paling banyak ${skema.maxLength} karakter; ini ${nilai.length}.`);
  if (SATU_NIK.test(nilai)) yield { ...salah("Ada 16 angka berurutan, seperti NIK. Jangan menulis data pribadi di sini."), pribadi: true };
}

// Yield {tempat, pesan} for every mistake of *nilai*; *tempat* are the keys and numbers that lead to it.
export function* periksa(skema, nilai, tempat = []) {
  const aturan = pilih(skema, nilai);
  if (peta(nilai) && aturan.type === "object") yield* periksaPeta(aturan, nilai, tempat);
  else if (Array.isArray(nilai) && aturan.type === "array") {
    if (nilai.length > aturan.maxItems) yield { tempat, pesan: `Paling banyak ${aturan.maxItems} butir.` };
    for (const [nomor, isi] of nilai.entries()) yield* periksa(aturan.items, isi, [...tempat, nomor]);
  } else if (typeof nilai === "string" && aturan.type !== "object" && aturan.type !== "array") yield* periksaTeks(aturan, nilai, tempat);
  else yield { tempat, pesan: "Bentuk isian ini tidak sesuai." };
}
