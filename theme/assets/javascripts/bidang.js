// Fields from the schema: each knows its value (undefined where nothing was written), and the element of a place below it.

import { pilih, skemaKunci } from "./periksa.js";

const JENIS = { tanggal: "date", tautan: "url", surel: "email", telepon: "tel", whatsapp: "tel" };
const ANGKA = ["bilangan", "rupiah", "tahun", "area"];
let nomor = 0;

export function buat(nama, isi = {}, ...anak) {
  const elemen = Object.assign(document.createElement(nama), isi);
  elemen.append(...anak.filter((satu) => satu !== undefined && satu !== ""));
  return elemen;
}
const tombol = (teks, klik, kelas = "zi-usulkan__kecil") => {
  const elemen = buat("button", { type: "button", className: kelas }, teks);
  elemen.addEventListener("click", klik);
  return elemen;
};

// A value in a few words.
function kataKata(nilai, skema, konteks) {
  if (Array.isArray(nilai)) return nilai.length === 1 ? kataKata(nilai[0], skema.items, konteks) : `${nilai.length} butir`;
  if (typeof nilai !== "string") {
    const isi = skema.properties && !skema.patternProperties ? Object.entries(nilai).filter(([, satu]) => typeof satu === "string") : [];
    return isi.map(([kunci, satu]) => kataKata(satu, skema.properties?.[kunci] ?? {}, konteks)).join(", ") || `${Object.keys(nilai).length} butir`;
  }
  if (skema["x-jenis"] === "rupiah" && /^[0-9]+$/.test(nilai)) return nilai === "0" ? "Gratis" : `Rp${nilai.replace(/\B(?=(?:\d{3})+$)/g, ".")}`;
  return skema["x-pilihan"]?.[nilai] ?? konteks.relasi[skema["x-relasi"]]?.find(([id]) => id === nilai)?.[1] ?? nilai;
}

export function ringkas(...isi) {
  const teks = isi[0] === undefined ? "belum diisi" : kataKata(...isi);
  return teks.length > 70 ? `${teks.slice(0, 70)}…` : teks;
}

// Open every fold around *elemen*.
export function buka(elemen) {
  for (let lipatan = elemen.closest("details"); lipatan; lipatan = lipatan.parentElement.closest("details")) lipatan.open = true;
}

// Tell what is wrong at a field, or nothing any more.
export function tandai(elemen, pesan) {
  const kotak = elemen.closest(".zi-bidang");
  kotak?.querySelector(":scope > .zi-bidang__salah")?.remove();
  const isian = elemen.matches("input, select, textarea") ? elemen : elemen.querySelector("input, select, textarea");
  isian?.setAttribute("aria-invalid", String(Boolean(pesan)));
  if (pesan && kotak) kotak.append(buat("p", { className: "zi-bidang__salah" }, pesan));
}

// A field's element beside its label, its help and an example.
function berlabel(skema, isian, wajib) {
  const id = `bidang-${nomor += 1}`;
  isian.id = id;
  isian.setAttribute("aria-describedby", `${id}-bantu`);
  const contoh = typeof skema.examples?.[0] === "string" && !isian.matches("select") ? `Contoh: ${skema.examples[0]}` : "";
  const label = buat("label", { htmlFor: id }, skema.title ?? "", wajib ? buat("span", { className: "zi-redup" }, " (wajib)") : "");
  const bantu = buat("small", { id: `${id}-bantu` }, [skema.description, contoh].filter(Boolean).join(" "));
  return buat("div", { className: "zi-bidang" }, label, bantu, isian);
}

function pilihan(isi, nilai) {
  const daftar = nilai && !isi.some(([satu]) => satu === nilai) ? [...isi, [nilai, nilai]] : isi;
  const elemen = buat("select", {}, buat("option", { value: "" }, "– tidak diisi –"));
  elemen.append(...daftar.map(([value, teks]) => buat("option", { value }, teks)));
  return elemen;
}

function masukan(skema, nilai, konteks) {
  const jenis = skema["x-jenis"];
  if (skema.enum) return pilihan(skema.enum.map((satu) => [satu, skema["x-pilihan"]?.[satu] ?? satu]), nilai);
  if (jenis === "ya_tidak") return pilihan([["true", "Ya"], ["false", "Tidak"]], nilai);
  const relasi = konteks.relasi[skema["x-relasi"]];
  if (relasi) return pilihan(relasi, nilai);
  if (jenis === "teks" || jenis === "md") return buat("textarea", { rows: 1, maxLength: skema.maxLength });
  const elemen = buat("input", { type: JENIS[jenis] ?? "text", autocomplete: "off" });
  if (ANGKA.includes(jenis)) elemen.inputMode = "numeric";
  if (jenis === "pecahan") elemen.inputMode = "decimal";
  return elemen;
}

function skalar(skema, nilai, konteks, wajib) {
  const isian = masukan(skema, nilai, konteks);
  isian.value = nilai ?? "";
  isian.addEventListener("change", () => tandai(isian, ""));
  return {
    elemen: berlabel(skema, isian, wajib),
    nilai: () => isian.value.replaceAll("\r\n", "\n").trim() || undefined,
    cari: () => isian,
  };
}

// What consists of several fields says its name and help above them.
const berjudul = (skema, elemen) => {
  if (!["object", "array"].includes(skema.type)) return elemen;
  return buat("div", { className: "zi-bidang" }, buat("strong", {}, skema.title), buat("small", {}, skema.description), elemen);
};

function pemetaan(skema, nilai, konteks) {
  const kunci = Object.keys(skema.properties).filter((satu) => satu !== "catatan" || skema.required?.includes(satu));
  const anak = Object.fromEntries(kunci.map((satu) => [
    satu, bidang(skema.properties[satu], nilai?.[satu], konteks, skema.required?.includes(satu)),
  ]));
  const isi = kunci.map((satu) => berjudul(skema.properties[satu], anak[satu].elemen));
  const elemen = buat("div", { className: "zi-bidang zi-bidang--peta" }, ...isi);
  return {
    elemen,
    nilai: () => {
      const isi = Object.entries(anak).map(([satu, isian]) => [satu, isian.nilai()]).filter(([, satu]) => satu !== undefined);
      return isi.length ? Object.fromEntries(isi) : undefined;
    },
    cari: ([satu, ...sisa]) => anak[satu]?.cari(sisa) ?? elemen,
  };
}

// Items one below the other; *baru* makes the fields of one, *kata* says in a few words what is in them, or is not given where
// an item is one field.
function berderet(daftar, baru, judul, kata) {
  let butir = [];
  const wadah = buat("div", { className: "zi-bidang__butir" });
  const tambah = (isi, fokus) => {
    const satu = baru(isi);
    const hapus = tombol("Hapus", () => {
      const sesudah = kotak.nextElementSibling ?? kotak.previousElementSibling;
      butir = butir.filter((lain) => lain !== satu);
      kotak.remove();
      hitung();
      (sesudah?.querySelector("input, select, textarea") ?? lagi).focus();
    });
    const naik = tombol("Naikkan", () => {
      const di = butir.indexOf(satu);
      if (di === 0) return;
      butir.splice(di - 1, 0, ...butir.splice(di, 1));
      kotak.previousElementSibling.before(kotak);
      hitung();
      naik.focus();
    });
    const kepala = buat("strong");
    const isiKepala = buat("span", { className: "zi-usulkan__isi" });
    const aksi = buat("div", { className: "zi-bidang__aksi" }, naik, hapus);
    const kotak = kata ? buat("details", {}, buat("summary", {}, kepala, " ", isiKepala), satu.elemen, aksi) : buat("div", {}, satu.elemen, aksi);
    const sebut = () => { isiKepala.textContent = kata?.(satu.nilai()) ?? ""; };
    kotak.addEventListener("change", sebut);
    kotak.open = fokus || daftar.length === 1;
    satu.kepala = kepala;
    satu.naik = naik;
    sebut();
    butir.push(satu);
    wadah.append(kotak);
    hitung();
    if (fokus) kotak.querySelector("input, select, textarea")?.focus();
  };
  const hitung = () => butir.forEach((satu, di) => {
    satu.kepala.textContent = `${judul} ${di + 1}`;
    satu.naik.hidden = di === 0;
  });
  const lagi = tombol(`Tambah ${judul.toLowerCase()}`, () => tambah(undefined, true));
  daftar.forEach((isi) => tambah(isi));
  return { wadah, lagi, isi: () => butir };
}

function daftar(skema, nilai, konteks) {
  const judul = skema.items.type === "object" ? skema.items.title : "Butir";
  const isi = skema.items.type === "object" ? skema.items : { ...skema.items, title: skema.title, description: "" };
  const kata = skema.items.type === "object" ? (satu) => ringkas(satu, skema.items, konteks) : undefined;
  const deret = berderet(nilai ?? [], (satu) => bidang(isi, satu, konteks), judul, kata);
  const terisi = () => deret.isi().filter((satu) => satu.nilai() !== undefined);
  const elemen = buat("div", { className: "zi-bidang" }, deret.wadah, deret.lagi);
  return {
    elemen,
    nilai: () => (terisi().length ? terisi().map((satu) => satu.nilai()) : undefined),
    cari: ([di, ...sisa]) => terisi()[di]?.cari(sisa) ?? deret.lagi,
  };
}

// A mapping whose keys are ids: complaint channels, where a national one is taken as it is with a word.
function bebas(skema, nilai, konteks) {
  const aturan = skemaKunci({ ...skema, properties: {} }, "id");
  const peta = aturan.anyOf?.find((satu) => satu.type === "object") ?? aturan;
  const kata = aturan.anyOf?.find((satu) => satu.const)?.const;
  const nasional = { title: "Ambil kanal nasional apa adanya", description: "", "x-relasi": "nasional" };
  const baru = ([id, isi] = []) => {
    const bersama = kata && (isi === kata || isi === undefined) ? skalar(nasional, isi === kata ? id : undefined, konteks) : undefined;
    const nama = skalar({ title: "Nama singkat (id)", description: "Huruf kecil, angka, dan tanda hubung.", examples: ["ptsp"] }, id, konteks);
    const rinci = bidang(peta, isi === kata ? undefined : isi, konteks);
    const sendiri = buat("div", {}, nama.elemen, rinci.elemen);
    const atur = () => { sendiri.hidden = Boolean(bersama?.nilai()); };
    bersama?.elemen.addEventListener("change", atur);
    atur();
    return {
      elemen: buat("div", {}, ...(bersama ? [bersama.elemen] : []), sendiri),
      nilai: () => (bersama?.nilai() ? [bersama.nilai(), kata] : rinci.nilai() && [nama.nilai() ?? "", rinci.nilai()]),
      cari: (sisa) => (sisa.length ? rinci.cari(sisa) : nama.cari()),
    };
  };
  const sebut = (isi) => ringkas(isi?.[1] === kata ? `${isi[0]} (nasional)` : isi?.[1], peta, konteks);
  const deret = berderet(Object.entries(nilai ?? {}), baru, peta.title, sebut);
  const terisi = () => deret.isi().filter((satu) => satu.nilai());
  return {
    elemen: buat("div", { className: "zi-bidang" }, deret.wadah, deret.lagi),
    nilai: () => (terisi().length ? Object.fromEntries(terisi().map((satu) => satu.nilai())) : undefined),
    cari: ([id, ...sisa]) => terisi().find((satu) => satu.nilai()[0] === id)?.cari(sisa) ?? deret.lagi,
  };
}

// Return the field of *skema* with *nilai* in it.
export function bidang(skema, nilai, konteks, wajib = false) {
  const aturan = pilih(skema, nilai);
  if (aturan.patternProperties) return bebas(aturan, nilai, konteks);
  if (aturan.type === "object") return pemetaan(aturan, nilai, konteks);
  if (aturan.type === "array") return daftar(aturan, nilai, konteks);
  return skalar(aturan, nilai, konteks, wajib);
}
