"""The form of proposals: from a record to a changed one, in a browser the size of a phone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import PHONE
from playwright.sync_api import Browser, Page, Route, expect
from portal import PAGES, RECORDS, ROOT, publish
from server import serving
from test_skema import VALIDATORS, kind_of, records

from generator.format import formatted
from generator.portal import load_portal
from generator.read import read
from generator.skema.rekaman import KINDS, skema

NIKAH = "contoh/layanan/pencatatan-nikah.yml"
MODULE = "(address) => import(address).then((module) => {{ window.modul = module; }})"


@pytest.fixture(name="form")
def _form(phone: Page) -> Page:
    """Return a phone on which GitHub answers with the records of this repository."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.partition("/contents/")[2]
        route.fulfill(body=(ROOT / path).read_bytes(), headers={"Access-Control-Allow-Origin": "*"})

    phone.route("https://api.github.com/**", answer)
    return phone


def section(form: Page, title: str) -> Any:
    """Open the part of the form with that title and return it."""
    part = form.locator("form > details", has=form.locator("summary strong", has_text=title)).first
    part.locator("summary").first.click()
    return part


def proposed(form: Page) -> str:
    """Return the text that the form proposes."""
    form.get_by_role("button", name="Periksa usulan").click()
    form.get_by_role("heading", name="Usulan siap").wait_for()
    return form.get_by_label("Teks usulan").input_value()


def test_a_fee_is_changed_on_a_phone(form: Page, site: str) -> None:
    """From the page of the service to GitHub's, with nothing changed in the file but the fee."""
    form.goto(f"{site}satker/contoh/layanan/pencatatan-nikah/")
    form.get_by_role("link", name="Usulkan perubahan").click()
    part = section(form, "Biaya/tarif")
    part.locator("details summary", has_text="Rp600.000").click()
    part.get_by_label("Besarnya (rupiah)").nth(1).fill("650000")
    text = proposed(form)
    before = (ROOT / "satker" / NIKAH).read_text("utf-8")
    link = form.get_by_role("link", name="Buka berkasnya di GitHub")

    assert link.get_attribute("href") == f"https://github.com/contoh/portal/edit/main/satker/{NIKAH}"
    assert text.count("rupiah: 650000") == 1
    kept = [line for line in before.splitlines() if line not in _block(before, "biaya_tarif")]
    assert [line for line in text.splitlines() if line not in _block(text, "biaya_tarif")] == kept
    data, _ = read("x", before.encode())
    changed, findings = read("x", text.encode())
    expected = json.loads(json.dumps(data.data).replace('"600000"', '"650000"'))
    assert (changed.data, findings) == (expected, ())
    by_hand = before.replace("rupiah: 600000", "rupiah: 650000")
    assert text == by_hand == formatted("layanan/x.yml", "x", by_hand.encode())[0].decode()


def _block(text: str, key: str) -> list[str]:
    """Return the lines of a top-level key."""
    lines = text.splitlines()
    start = lines.index(f"{key}:")
    end = next((number for number in range(start + 1, len(lines)) if not lines[number].startswith((" ", "-"))), len(lines))
    return lines[start:end]


def test_the_text_is_copied(form: Page, site: str) -> None:
    """The button leaves the whole text on the clipboard, and says so."""
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.goto(f"{site}usulkan/?berkas={NIKAH}")
    section(form, "Unit pengelola").get_by_label("Unit pengelola").fill("Seksi Bimas Islam")
    text = proposed(form)
    form.get_by_role("button", name="Salin teks").click()

    expect(form.get_by_text("Tersalin.")).to_be_visible()
    assert form.evaluate("navigator.clipboard.readText()") == text
    assert "unit_pengelola: Seksi Bimas Islam\n" in text


def test_a_new_service_fits_into_a_link(form: Page, site: str) -> None:
    """GitHub's page for a new file opens with its name and text filled in, and the record passes the check."""
    form.goto(f"{site}usulkan/?satker=contoh")
    form.get_by_role("link", name="+ Tambah layanan").click()
    form.get_by_label("Nama layanan").fill("Peminjaman aula")
    form.get_by_label("Nama layanan").blur()
    tariff = section(form, "Biaya/tarif")
    tariff.get_by_role("button", name="Tambah biaya").click()
    tariff.get_by_label("Besarnya (rupiah)").fill("0")
    form.get_by_role("button", name="Periksa usulan").click()
    link = form.get_by_role("link", name="Buka halaman berkas baru di GitHub").get_attribute("href") or ""
    query = parse_qs(urlsplit(link).query)
    text = (
        "# yaml-language-server: $schema=../../../content/data/skema/layanan.json\n"
        "nama: Peminjaman aula\n"
        "biaya_tarif:\n"
        "  - rupiah: 0\n"
    )

    assert link.startswith("https://github.com/contoh/portal/new/main/satker/contoh/layanan?")
    assert query == {"filename": ["peminjaman-aula.yml"], "value": [text]}


def test_a_long_new_record_is_copied_instead(form: Page, site: str) -> None:
    """What does not fit into a link of 8 000 characters is pasted: the link opens an empty file of the right name."""
    form.goto(f"{site}usulkan/?berkas=contoh/layanan/")
    form.get_by_label("Nama layanan").fill("Layanan panjang")
    form.get_by_label("Nama layanan").blur()
    section(form, "Ringkasan").get_by_label("Ringkasan").fill("kata " * 2000)
    text = proposed(form)
    link = form.get_by_role("link", name="Buka berkasnya di GitHub").get_attribute("href")

    assert link == "https://github.com/contoh/portal/new/main/satker/contoh/layanan?filename=layanan-panjang.yml"
    assert len(text) > 8000
    assert read("x", text.encode())[0].data == {"nama": "Layanan panjang", "ringkasan": ("kata " * 2000).strip()}


def test_mistakes_are_told_at_their_fields(form: Page, site: str) -> None:
    """A wrong value is listed in the words of the office; the entry leads to its field."""
    form.goto(f"{site}usulkan/?berkas={NIKAH}")
    part = section(form, "Biaya/tarif")
    part.locator("details summary", has_text="Rp600.000").click()
    part.get_by_label("Besarnya (rupiah)").nth(1).fill("Rp600.000")
    section(form, "Status layanan").get_by_label("Status layanan").select_option("ditunda")
    section(form, "Ringkasan").get_by_label("Ringkasan").fill("NIK pemohon 1771010101010001")
    form.get_by_role("button", name="Periksa usulan").click()
    entries = form.locator(".zi-usulkan__hasil li")

    assert entries.all_inner_texts() == [
        "Ringkasan: Ada 16 angka berurutan, seperti NIK. Jangan menulis data pribadi di sini.",
        "Biaya/tarif: Tulis rupiah bulat dengan angka saja, misalnya 600000; gratis ditulis 0.",
    ]
    entries.nth(1).get_by_role("link").click()
    assert form.evaluate("document.activeElement.value") == "Rp600.000"
    assert form.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"


def test_nothing_changed_proposes_nothing(form: Page, site: str) -> None:
    """A record that was only looked at leads nowhere."""
    form.goto(f"{site}usulkan/?berkas={NIKAH}")
    form.get_by_role("button", name="Periksa usulan").click()

    expect(form.locator(".zi-usulkan__hasil")).to_have_text("Belum ada yang diubah.")


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"hukum", "kanal", "kategori", "layanan", "inovasi"}))
def test_every_file_opens_unchanged(form: Page, site: str, kind: str) -> None:
    """Whatever the example office has filled in comes back from its fields as it was."""
    form.goto(f"{site}usulkan/?berkas=contoh/{kind}.yml")
    form.get_by_role("button", name="Periksa usulan").click()

    expect(form.locator(".zi-usulkan__hasil")).to_have_text("Belum ada yang diubah.")


def test_without_github_the_parts_are_proposed(phone: Page, site: str) -> None:
    """Where the present file cannot be had, only the changed parts are to be replaced, so that nothing else is lost."""
    phone.route(
        "https://api.github.com/**", lambda route: route.fulfill(status=403, headers={"Access-Control-Allow-Origin": "*"})
    )
    context = phone.context
    page = context.new_page()
    page.route("https://api.github.com/**", lambda route: route.abort())
    page.goto(f"{site}usulkan/?berkas={NIKAH}")
    section(page, "Unit pengelola").get_by_label("Unit pengelola").fill("Seksi Bimas Islam")

    assert proposed(page) == "unit_pengelola: Seksi Bimas Islam"
    assert "Ganti bagian yang sama di berkas itu" in page.locator(".zi-usulkan__hasil").inner_text()


def test_a_wrong_address_says_where_to_go(glance: Page, site: str) -> None:
    """A link without a record, or with a strange one, is no error page."""
    for query in ("", "?berkas=../../etc/passwd", "?berkas=contoh/<b>.yml"):
        glance.goto(f"{site}usulkan/{query}")

        expect(glance.locator("[data-usulan]")).to_contain_text("Cari satuan kerjanya")


def test_without_a_repository(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portal that does not say where its records are kept says whom to tell instead."""
    monkeypatch.delenv("PORTAL_REPO", raising=False)
    with serving(tmp_path / "site") as address:
        publish(PAGES.parent / "base", tmp_path / "site")
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        page.goto(f"{address}usulkan/")
        words = page.locator("article").inner_text()
        page.close()

    assert "Portal ini belum menyebut repositorinya" in words
    assert not (tmp_path / "site/data/rekaman").exists()


def judged(page: Page, kind: str, texts: list[Any]) -> list[bool]:
    """Return for each of *texts* whether the browser has nothing against it."""
    verdicts: list[bool] = page.evaluate(
        "([schema, texts]) => texts.map((text) => [...modul.periksa(schema, text)].length === 0)", [skema(kind), texts]
    )
    return verdicts


def test_the_browser_judges_like_the_schema(glance: Page, site: str) -> None:
    """On every record of the corpora, good and bad, the browser and a validator of JSON Schema come to the same verdict."""
    glance.goto(f"{site}usulkan/")
    glance.evaluate(MODULE.format(), f"{site}assets/javascripts/periksa.js")
    by_kind: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for path in records(ROOT / "satker", RECORDS):
        source, findings = read(path.name, path.read_bytes())
        if not findings and not any(case in str(path) for case in ("data-pribadi", "boleh-tampil")):
            by_kind[kind_of(path)].append(source.data)
    differ = [
        (kind, data)
        for kind, texts in by_kind.items()
        for data, verdict in zip(texts, judged(glance, kind, texts), strict=True)
        if verdict != VALIDATORS[kind].is_valid(data)
    ]

    assert min(map(len, by_kind.values())) > 2
    assert differ == []


def rewritten() -> Iterator[tuple[str, str, str, Any]]:
    """Yield every record of the pilot with one of its keys: its kind, its text, the key and its value."""
    for path in records(ROOT / "satker"):
        text = path.read_text("utf-8")
        source, _ = read(path.name, text.encode())
        yield from ((kind_of(path), text, key, value) for key, value in source.data.items() if key != "catatan")


def test_a_block_is_replaced_and_all_else_stays(glance: Page, site: str) -> None:
    """Every key of every record can be replaced by a text: the rest reads as before."""
    glance.goto(f"{site}usulkan/")
    glance.evaluate(MODULE.format(), f"{site}assets/javascripts/blok.js")
    cases = list(rewritten())
    texts = glance.evaluate(
        "(cases) => cases.map(([, text, key]) => modul.ganti(text, { [key]: [`${key}: diganti`] }, []))", cases
    )
    wrong = []
    for (_, before, key, _), text in zip(cases, texts, strict=True):
        source, findings = read("x", text.encode())
        if findings or source.data != read("x", before.encode())[0].data | {key: "diganti"}:
            wrong.append((before, key))

    assert len(cases) > 300
    assert wrong == []


def test_remarks_inside_a_replaced_block_stay(glance: Page, site: str) -> None:
    """Comments and notes of the keeper become comments above the new block; a key that goes takes its own."""
    glance.goto(f"{site}usulkan/")
    glance.evaluate(MODULE.format(), f"{site}assets/javascripts/blok.js")
    text = (
        "# kepala\nnama: A\n# tentang biaya\nbiaya_tarif:\n  # lama\n  - rupiah: 0\n    catatan: dari SK\n\n"
        "# akhir\nkompensasi: x\n# penutup\n"
    )
    new = glance.evaluate(
        "(text) => modul.ganti(text,"
        "{ biaya_tarif: ['biaya_tarif:', '  - rupiah: 1'], kompensasi: null, sasaran: ['sasaran: B'] }, ['nama',"
        "'sasaran', 'biaya_tarif', 'kompensasi'])",
        text,
    )

    assert new == (
        "# kepala\nnama: A\nsasaran: B\n# tentang biaya\n# lama\n# catatan: dari SK\nbiaya_tarif:\n  - rupiah: 1\n# penutup\n"
    )


@pytest.mark.parametrize("text", ["nama: x\n?? aneh\n", "%YAML 1.1\n---\nnama: x\n", "{nama: x}\n"])
def test_a_text_of_another_shape_is_left_alone(glance: Page, site: str, text: str) -> None:
    """What is not the keys one below the other is not touched: the parts are proposed instead."""
    glance.goto(f"{site}usulkan/")
    glance.evaluate(MODULE.format(), f"{site}assets/javascripts/blok.js")

    assert glance.evaluate("(text) => modul.ganti(text, { nama: ['nama: y'] }, ['nama']) ?? 'tidak'", text) == "tidak"


EXAMPLES = sorted((ROOT / "tests/kanonik/emit").glob("*.json"))


def test_the_browser_writes_like_the_generator(glance: Page, site: str) -> None:
    """The canonical form has two writers, held to the same examples."""
    glance.goto(f"{site}usulkan/")
    glance.evaluate(MODULE.format(), f"{site}assets/javascripts/kanonik.js")
    wrong = {}
    for path in EXAMPLES:
        case = json.loads(path.read_text("utf-8"))
        text = glance.evaluate("([data, schema]) => modul.tulis(data, schema)", [case["data"], skema(case["kind"])])
        expected = path.with_suffix(".yml").read_text("utf-8").partition("\n")[2]
        if text != expected:
            wrong[path.stem] = text

    assert len(EXAMPLES) > 10
    assert wrong == {}


def test_published_values_are_those_of_the_records(folder: Path) -> None:
    """What the form starts from reads as the record does, without the keeper's notes."""
    published = json.loads((folder / "data/rekaman/contoh.json").read_text("utf-8"))
    satker = load_portal(ROOT / "satker").load("contoh")

    assert published["satker.yml"]["jam_layanan"]["hari"]["jumat"] == "08.00-11.30, 13.30-16.30"
    assert set(published) == {
        "satker.yml", "motto.yml", "pengaduan.yml", "zi.yml", "survei.yml", "informasi.yml",
        *(f"layanan/{slug}.yml" for slug in satker.layanan), *(f"inovasi/{slug}.yml" for slug in satker.inovasi),
    }  # fmt: skip
    own = (ROOT / "satker" / NIKAH).read_bytes()
    assert list(published["layanan/pencatatan-nikah.yml"]) == [key for key in read("x", own)[0].data if key != "catatan"]
