"""Every criterion gives the outcome that its words promise, says why, and names what is still to be written."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import kriteria
import pytest
from conftest import ROOT
from kriteria.kasus import PER, Kasus, case, hasil_of, portal_of

from generator.assess import CRITERIA
from generator.kriteria.hasil import Bukti, Hasil, dari_lampiran, dari_sk
from generator.load import load_satker
from generator.model.record import Lampiran, Sk
from generator.portal import Portal, load_portal

CASES: list[Kasus] = [
    item
    for module in iter_modules(kriteria.__path__)
    if module.name != "kasus"
    for item in import_module(f"kriteria.{module.name}").CASES
]
TEXTS = {"C48", "C50", "C51"}  # they judge texts that no sound record has: test_kriteria_teks.py
KODE = sorted(CRITERIA.keys() - TEXTS)
PLACE = re.compile(r"(?:(?:satker|zi|motto|survei|pengaduan|informasi)\.yml|(?:inovasi|layanan)/[a-z-]+\.yml): \S.*")


@pytest.mark.parametrize("kasus", CASES, ids=str)
def test_outcome(kasus: Kasus, tmp_path: Path) -> None:
    """The records lead to the outcome, its reason, and what is still to be written; what is met shows its proof."""
    outcome = hasil_of(kasus.kode, portal_of(kasus, tmp_path), kasus.slug, kasus.per)

    assert (outcome.status, outcome.alasan, outcome.kurang) == (kasus.status, kasus.alasan, kasus.kurang)
    assert bool(outcome.kurang) == (outcome.status in ("sebagian", "belum"))
    assert bool(outcome.bukti) >= (outcome.status in ("terpenuhi", "sebagian"))
    assert all(PLACE.fullmatch(line) for line in outcome.kurang)
    assert all(item.alamat.startswith(("https://", f"satker/{kasus.slug}/")) for item in outcome.bukti)


@pytest.mark.parametrize("kasus", CASES, ids=str)
def test_case_is_a_valid_record(kasus: Kasus, tmp_path: Path) -> None:
    """No case rests on a value that the model would leave out."""
    assert load_satker(portal_of(kasus, tmp_path).root, kasus.slug, {}).findings == ()


def test_every_outcome_is_tried() -> None:
    """Each criterion is met once, not met once, and partly met unless its words rule that out."""
    expected = {kode: {"terpenuhi", "belum", *(["sebagian"] if CRITERIA[kode][0].sebagian else [])} for kode in KODE}

    assert {kode: {item.status for item in CASES if item.kode == kode} - {"tidak_berlaku"} for kode in KODE} == expected


def test_what_blocks_completeness() -> None:
    """The weights are those of the dossier."""
    blocking = "01 02 04 05 07 08 11 15 18 19 21 22 24 26 27 32 35 36 37 38 40 42 45 48 51"

    assert [kode for kode, (item, _) in CRITERIA.items() if item.bobot == "galat"] == [f"C{code}" for code in blocking.split()]


def test_unverified_bases() -> None:
    """Only a basis that no source read confirms is marked."""
    unverified = [(kode, basis.teks) for kode, (item, _) in CRITERIA.items() for basis in item.dasar if not basis.terverifikasi]

    assert unverified == [
        ("C01", "UU 25/2009 Pasal 23"),
        ("C02", "UU 25/2009 Pasal 23"),
        ("C07", "UU 25/2009 Pasal 21 huruf d"),
        ("C08", "UU 25/2009 Pasal 21 huruf e"),
        ("C08", "UU 25/2009 Pasal 31"),
        ("C09", "UU 25/2009 Pasal 21 huruf a"),
        ("C10", "UU 25/2009 Pasal 21 huruf l"),
        ("C17", "UU 8/2016"),
        ("C37", "UU 25/2009 Pasal 36"),
    ]


@cache
def example() -> Portal:
    """Return the portal of the repository, which is read once for all criteria."""
    return load_portal(ROOT / "satker", hari_ini=PER)


@pytest.mark.parametrize("kode", KODE)
def test_the_example_meets_it(kode: str) -> None:
    """The satker that shows how to fill in the portal leaves nothing to be written, and its evidence is there."""
    actual = hasil_of(kode, example(), "contoh")

    assert (actual.status, actual.kurang, bool(actual.bukti)) == ("terpenuhi", (), True)


def test_more_signers_than_staff(tmp_path: Path) -> None:
    """Numbers that the check refuses meet nothing either."""
    files = {"zi.yml": "pencanangan: {tanggal: 2024-02-05, jumlah_pegawai: 40, jumlah_penandatangan: 41}\n"}

    assert hasil_of("C19", portal_of(case("19", "belum", "", files), tmp_path), "uji") == Hasil(
        "belum",
        "Penandatangan (41) lebih banyak daripada pegawai (40).",
        kurang=("zi.yml: pencanangan.jumlah_penandatangan, hitung pegawai saja",),
    )


def test_evidence(tmp_path: Path) -> None:
    """Evidence leads to an attachment or to the web; a link that is not https leads nowhere."""
    portal = portal_of(case("01", "belum", ""), tmp_path)
    satker = portal.load(max(portal.surveyed))
    items = [
        Lampiran(judul="Foto", berkas="foto.png"),
        Lampiran(judul="Lama", tautan="http://contoh.example"),
        Lampiran(judul="Berita", tautan="https://contoh.example/b"),
    ]

    assert dari_lampiran(satker, items) == (
        Bukti("Foto", "satker/uji/berkas/foto.png"),
        Bukti("Berita", "https://contoh.example/b"),
    )


def test_decrees() -> None:
    """A decree that many records name is linked once, and only if it is on the web."""
    sk = Sk(nomor="7", tautan="https://contoh.example/sk")

    assert dari_sk([sk, None, Sk(nomor="8"), sk]) == (Bukti("SK Nomor 7", "https://contoh.example/sk"),)
