"""C48, C50 and C51: what every published text is held against."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hostile import written
from infest import infested
from portal import RECORDS, ROOT, lay

from generator.assess import CRITERIA
from generator.judge import is_silent
from generator.kriteria.hasil import Hasil, Konteks
from generator.load import MODELS, LoadedSatker, load_bersama, load_satker
from generator.parse import Data
from generator.read import Source, read

PER = date(2026, 11, 24)
PROFILE = 'nama: Kantor\nnama_pendek: Kantor\njenis: kua\nkode_wilayah: "17.08"\nstatus_data: draf\n'
CHECKED = "diperiksa: {tanggal: 2026-11-01, oleh: Tata Usaha}\n"

ANY = "Keterangan yang cukup panjang untuk sebuah alasan"  # where the example says nothing
PERSON, FORM = "NIP 199001012020121001", "${ttd}"
FILES = sorted(str(path.relative_to(ROOT / "satker/contoh")) for path in (ROOT / "satker/contoh").rglob("*.yml"))
RECORD = list({name.partition("/")[0]: name for name in FILES}.values())  # one of each kind
MET = ["terpenuhi", "terpenuhi"]
SHARED = load_bersama(ROOT / "satker")


def hasil(kode: str, folder: Path, profile: str, layanan: str = "nama: Konsultasi\n") -> Hasil:
    """Return the outcome of *kode* for a satker of one profile and one service, whatever the rules would say of them."""
    records = lay(RECORDS / "base", folder)
    (records / "kua" / "layanan").mkdir(parents=True)
    (records / "kua" / "satker.yml").write_text(profile, "utf-8")
    (records / "kua" / "layanan" / "konsultasi.yml").write_text(layanan, "utf-8")
    shared = load_bersama(records)
    return CRITERIA[kode][1](load_satker(records, "kua", shared.standards).satker, Konteks(shared.bersama, PER))


@pytest.mark.parametrize(
    ("kode", "profile", "layanan", "status", "alasan"),
    [
        ("C48", PROFILE, "nama: Konsultasi\n", "terpenuhi", "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran."),
        (
            "C48",
            f"{PROFILE}ringkasan: NIP 199001012020121001\n",
            "nama: Konsultasi\n",
            "belum",
            "Ada NIP dalam teks yang terbit.",
        ),
        (
            "C48",
            f"{PROFILE}catatan: NIP 199001012020121001\n",
            "nama: Konsultasi\n",
            "terpenuhi",
            "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.",
        ),
        (
            "C48",
            (
                f"{PROFILE}ringkasan: Mesin 199001012020121001\nboleh_tampil:\n"
                '  - {isi: "199001012020121001", alasan: Nomor seri mesin}\n'
            ),
            "nama: Konsultasi\n",
            "terpenuhi",
            "Tidak ada data pribadi dalam teks yang terbit dan nama lampiran.",
        ),
        (
            "C50",
            f"{PROFILE}{CHECKED}penanggung_jawab: {{jabatan: Admin}}\n",
            f"nama: Konsultasi\n{CHECKED}",
            "terpenuhi",
            "3 dari 3 keterangan pemeriksaan ada.",
        ),
        (
            "C50",
            f"{PROFILE}{CHECKED}",
            "nama: Konsultasi\n",
            "sebagian",
            "1 dari 3 keterangan pemeriksaan ada. Belum: penanggung jawab, pemeriksaan Konsultasi.",
        ),
        (
            "C50",
            PROFILE,
            "nama: Konsultasi\n",
            "belum",
            "0 dari 3 keterangan pemeriksaan ada. Belum: penanggung jawab, pemeriksaan profil, pemeriksaan Konsultasi.",
        ),
        ("C51", PROFILE, "nama: Konsultasi\n", "terpenuhi", "Tidak ada tanda isian dalam teks yang terbit."),
        ("C51", f'{PROFILE}ringkasan: "${{ttd}}"\n', "nama: Konsultasi\n", "belum", "Masih ada tanda isian: ${ttd}."),
    ],
)
def test_outcome(kode: str, profile: str, layanan: str, status: str, alasan: str, tmp_path: Path) -> None:
    """Each outcome says why."""
    actual = hasil(kode, tmp_path, profile, layanan)

    assert (actual.status, actual.alasan) == (status, alasan)


def with_one(name: str, text: str) -> Iterator[LoadedSatker]:
    """Yield the example, of which only a part of the record *name* is read, with *text* in place of one text after the other."""
    kind = name.partition("/")[0]
    data = read(name, (ROOT / "satker/contoh" / name).read_bytes())[0].data
    for part in [data] if "nama" in data else [{key: value} for key, value in data.items()]:
        places: list[str] = []

        def filled(at: int, part: dict[str, Data] = part, places: list[str] = places) -> Source:
            places.clear()

            def fill(place: str, old: str) -> str:
                places.append(place)
                return text if len(places) == at else old or ANY

            return read(name, written(infested(MODELS[kind], part, fill)).text.encode())[0]

        filled(0)
        for number in range(1, len(places) + 1):
            yield load_satker(ROOT / "satker", "contoh", SHARED.standards, {kind}, {name: filled(number)})


def outcomes(loaded: LoadedSatker, *, sunyi: bool) -> list[str]:
    """Return what the two criteria say that a silent satker need not be searched for."""
    return [
        CRITERIA[kode][1](replace(loaded.satker, sunyi=sunyi), Konteks(SHARED.bersama, PER)).status for kode in ("C48", "C51")
    ]


@pytest.mark.parametrize(("text", "told"), [(PERSON, ["belum", "terpenuhi"]), (FORM, ["terpenuhi", "belum"])])
@pytest.mark.parametrize("name", RECORD)
def test_who_is_silent_has_nothing_to_find(name: str, text: str, told: list[str]) -> None:
    """Whichever text of a record gives a person away or was left standing, its satker is not silent if readers may see it."""
    several = list(with_one(name, text))

    assert [loaded for loaded in several if is_silent(loaded) and outcomes(loaded, sunyi=False) != MET] == []
    assert told in [outcomes(loaded, sunyi=False) for loaded in several]


def test_a_standard_is_heard(tmp_path: Path) -> None:
    """What a satker inherits is searched as what it says itself; without it, the satker is silent and both criteria are met."""
    records = lay(RECORDS / "base", tmp_path)
    (records / "_bersama/layanan").mkdir(parents=True, exist_ok=True)
    (records / "_bersama/layanan/uji.yml").write_text(f'nama: Uji\nringkasan: "{PERSON} {FORM}"\n', "utf-8")
    (records / "kua/layanan").mkdir(parents=True)
    (records / "kua/satker.yml").write_text(PROFILE, "utf-8")
    (records / "kua/layanan/uji.yml").write_text("dasar: uji\n", "utf-8")

    def loaded() -> LoadedSatker:
        return load_satker(records, "kua", load_bersama(records).standards)

    loud = loaded()
    (records / "_bersama/layanan/uji.yml").write_text("nama: Uji\nringkasan: Menguji\n", "utf-8")
    quiet = loaded()

    assert (is_silent(loud), outcomes(loud, sunyi=False)) == (False, ["belum", "belum"])
    assert (is_silent(quiet), outcomes(quiet, sunyi=True)) == (True, MET)
