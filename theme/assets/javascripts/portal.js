// What needs the reader's clock or typing; every page says all it has to say without this file.

const HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

const jam = (menit) => `${String(Math.floor(menit / 60)).padStart(2, "0")}.${String(menit % 60).padStart(2, "0")}`;

// [hours ahead of UTC, seven lists of [from, to] in minutes, Monday first] -> [open?, words]
function keadaan([utc, minggu], sekarang) {
  const lokal = new Date(sekarang.getTime() + utc * 3600000);
  const hari = (lokal.getUTCDay() + 6) % 7;
  const menit = lokal.getUTCHours() * 60 + lokal.getUTCMinutes();
  const kini = minggu[hari].find(([mulai, selesai]) => mulai <= menit && menit < selesai);
  if (kini) return [true, `Buka sekarang, sampai ${jam(kini[1])}`];
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

for (const tempat of document.querySelectorAll("[data-jam]")) {
  const tampilkan = () => {
    const [buka, kata] = keadaan(JSON.parse(tempat.dataset.jam), new Date());
    tempat.textContent = `${kata} (kecuali hari libur)`;
    tempat.dataset.buka = buka ? "ya" : "tidak";
    tempat.hidden = false;
  };
  tampilkan();
  setInterval(tampilkan, 60000);
}

for (const daerah of document.querySelectorAll("[data-saring]")) {
  const baris = daerah.querySelector(".zi-saring");
  if (!baris) continue;
  const [kotak, hasil] = [baris.querySelector("input"), baris.querySelector("output")];
  const butir = [...daerah.querySelectorAll("[data-cari]")];
  const saring = () => {
    const kata = kotak.value.toLowerCase().split(/\s+/).filter(Boolean);
    let jumlah = 0;
    for (const satu of butir) {
      satu.hidden = !kata.every((bagian) => satu.dataset.cari.includes(bagian));
      jumlah += satu.hidden ? 0 : 1;
    }
    for (const kelompok of daerah.querySelectorAll("[data-kelompok]")) {
      kelompok.hidden = !kelompok.querySelector("[data-cari]:not([hidden])");
    }
    hasil.textContent = kata.length ? (jumlah ? `${jumlah} layanan ditemukan` : "Tidak ada yang cocok. Coba kata lain yang lebih pendek.") : "";
  };
  baris.hidden = false;
  kotak.addEventListener("input", saring);
  const awal = new URLSearchParams(location.search).get("q");
  if (awal && daerah.contains(document.querySelector("input[name=q]"))) {
    kotak.value = awal;
    saring();
  }
}

// A link to a part that is folded away unfolds it.
function bukaLipatan() {
  const tujuan = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let lipat = tujuan && tujuan.closest("details"); lipat; lipat = lipat.parentElement.closest("details")) lipat.open = true;
  if (tujuan) tujuan.scrollIntoView();
}
addEventListener("hashchange", bukaLipatan);
if (location.hash) bukaLipatan();
