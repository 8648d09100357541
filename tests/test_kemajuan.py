"""The eleven recommendations and the open follow-ups, computed from records."""

from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from portal import PAGES, lay, remember, site_of

from generator.assess import CRITERIA, Kelengkapan
from generator.kemajuan import Kemajuan, kemajuan
from generator.kriteria.hasil import Hasil, Konteks, Status
from generator.portal import data_day, load_portal
from generator.rekomendasi import REKOMENDASI, nilai

DAY = date(2026, 11, 24)


def progress(records: Path, slug: str) -> Kemajuan:
    """Return where the satker *slug* of *records* stands."""
    portal = load_portal(records, hari_ini=DAY, memory=remember)
    return kemajuan(portal.load(slug), Konteks(portal.bersama, DAY))


def test_the_example_meets_what_it_shows() -> None:
    """The model that offices copy is complete; of the eleven only "without meeting face to face" is partly met, and says so."""
    actual = progress(ROOT / "satker", "contoh")

    assert actual.kelengkapan.persen == 100
    assert actual.kelengkapan.lengkap
    assert [item.nomor for item, hasil in zip(REKOMENDASI, actual.rekomendasi, strict=True) if hasil.status != "terpenuhi"] == [2]


def test_an_empty_satker_meets_nothing(tmp_path: Path) -> None:
    """Without records every recommendation is open, and each says what to write where."""
    actual = progress(lay(PAGES, tmp_path), "kosong")

    assert {hasil.status for hasil in actual.rekomendasi} == {"belum"}
    assert all(hasil.kurang for hasil in actual.rekomendasi if hasil is not actual.rekomendasi[1])
    assert actual.jumlah_terpenuhi == 0
    assert not actual.kelengkapan.lengkap


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("terpenuhi", "terpenuhi"), "terpenuhi"),
        (("terpenuhi", "belum"), "sebagian"),
        (("sebagian", "belum"), "sebagian"),
        (("belum", "belum"), "belum"),
        (("terpenuhi", "tidak_berlaku"), "terpenuhi"),
        (("tidak_berlaku", "tidak_berlaku"), "tidak_berlaku"),
    ],
)
def test_a_recommendation_is_what_its_criteria_are(statuses: tuple[Status, Status], expected: Status, tmp_path: Path) -> None:
    """All met is met, none met is open, and what does not apply counts for nothing."""
    portal = load_portal(lay(PAGES, tmp_path), hari_ini=DAY, memory=remember)
    first = REKOMENDASI[0]
    outcomes = Kelengkapan({kode: Hasil(status, kode) for kode, status in zip(first.kriteria, statuses, strict=True)})

    assert nilai(first, portal.load("contoh"), outcomes).status == expected


def test_completeness_counts_what_blocks_twice() -> None:
    """(2·E + W passed) / (2·E + W), rounded down; what does not apply is left out."""
    errors = [kode for kode, (item, _) in CRITERIA.items() if item.bobot == "galat"][:3]
    warnings = [kode for kode, (item, _) in CRITERIA.items() if item.bobot == "peringatan"][:3]
    statuses: list[Status] = ["terpenuhi", "sebagian", "tidak_berlaku"]
    outcomes = Kelengkapan(
        {kode: Hasil(status, "") for kodes in (errors, warnings) for kode, status in zip(kodes, statuses, strict=True)}
    )

    assert outcomes.persen == 100 * (2 + 1) // (4 + 2)
    assert not outcomes.lengkap
    assert [item.kode for item, _ in outcomes.celah(3)] == [errors[1], warnings[1]]
    assert Kelengkapan({errors[0]: Hasil("tidak_berlaku", "")}).persen == 0


def test_open_tasks_name_where_they_come_from(tmp_path: Path) -> None:
    """Every follow-up that is not done is listed once, with its office, its date and its source."""
    records = lay(PAGES, tmp_path)
    (records / "induk" / "zi.yml").write_text(
        "rapat_evaluasi:\n"
        "  - jenis: bulanan\n    periode: 2026-10\n    tanggal: 2026-10-26\n"
        "    tindak_lanjut:\n      - {uraian: Pasang motto, pj: Tata Usaha, tenggat: 2026-11-30, status: berjalan}\n"
        "      - {uraian: Sudah, status: selesai}\n"
        "catatan_pendampingan:\n"
        "  - {nomor: 1, catatan: Lengkapi maklumat, tanggal: 2021-10-29, status: belum}\n"
        "pelibatan_publik:\n"
        "  - {bentuk: Forum, tanggal: 2026-05-19, tindak_lanjut: [ {uraian: Batal saja, status: batal, alasan: Ganti} ]}\n",
        "utf-8",
    )

    assert [(task.uraian, task.pj, task.tenggat, task.asal, task.alamat) for task in progress(records, "induk").tugas] == [
        ("Pasang motto", "Tata Usaha", date(2026, 11, 30), "rapat", "zi/#r5"),
        ("Lengkapi maklumat", "", None, "catatan pendampingan nomor 1", "zi/#r11"),
    ]


def test_the_day_of_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes from the records, so that the same records give the same pages; SOURCE_DATE_EPOCH overrules it."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    surveyed = load_portal(lay(PAGES, tmp_path), hari_ini=DAY, memory=remember).surveyed.values()

    assert data_day(surveyed) == max(item.per for item in surveyed if item.per and not item.summary.is_example)
    assert data_day(()) == date(2021, 10, 29)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")

    assert data_day(surveyed) == date(2026, 12, 1)


def test_every_satker_has_its_progress(tmp_path: Path) -> None:
    """The pages find an outcome for each recommendation of each satker."""
    site = site_of(load_portal(lay(PAGES, tmp_path), hari_ini=DAY, memory=remember))

    assert {len(item.rekomendasi) for item in site.kemajuan.values()} == {11}
    assert site.kemajuan.keys() == site.index.satker.keys()
