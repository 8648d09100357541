// The box above a list of services that hides what does not have all words of the question.

import { kataBerarti, kataDari } from "./kata.js";

for (const daerah of document.querySelectorAll("[data-saring]")) {
  const baris = daerah.querySelector(".zi-saring");
  if (!baris) continue;
  const [kotak, hasil] = [baris.querySelector("input"), baris.querySelector("output")];
  const isiDari = (satu) => kataDari(`${satu.dataset.cari} ${satu.textContent}`).join(" ");
  const butir = [...daerah.querySelectorAll("[data-cari]")].map((satu) => [satu, isiDari(satu)]);
  kotak.addEventListener("input", () => {
    const kata = kataBerarti(kotak.value);
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
  });
}
