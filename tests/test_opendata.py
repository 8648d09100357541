"""The open data: what was published is read back as the records, and others' tools understand it."""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import feedparser
import pytest
import yaml
from conftest import ROOT, Golden
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from kontrak import lost, said
from portal import ENV, IDENTITAS, PAGES, data_of, lay, remember, satker_of, site_of
from pyshacl import validate
from rdflib import Graph, Namespace
from terbuka import as_written, rows_from, satker_from
from test_hostile_pages import HOSTILE, infest

from generator.model.inovasi import Inovasi
from generator.model.layanan import KOMPONEN
from generator.model.satker import Satker
from generator.model.terbuka import LayananTerbuka
from generator.opendata import portal as portal_module
from generator.opendata.agenda import Acara, agenda
from generator.opendata.satker import data_satker
from generator.opendata.sel import RISKY, sel
from generator.opendata.skema import skema
from generator.opendata.tabel import TABEL
from generator.pipeline import measured, satker_pages
from generator.portal import Portal, load_portal
from generator.render.page import Site

GOLDEN = Path(__file__).parent / "golden/data"
SHAPES = Path(__file__).parent / "opendata"
BASE = IDENTITAS.base
CONTOH = "contoh"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib reads JSON-LD by what it deprecates
COMPUTED = {"satker", "layanan", "inovasi", "status_data", "halaman"}


@pytest.fixture(name="portal", scope="module", params=["uji", "nyata"])
def _portal(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Return the portal of the tests, and that of the repository."""
    return load_portal(
        lay(PAGES, tmp_path_factory.mktemp("data")) if request.param == "uji" else ROOT / "satker", memory=remember
    )


@pytest.fixture(name="site", scope="module")
def _site(portal: Portal) -> Site:
    return site_of(portal)


@pytest.fixture(name="whole", scope="module")
def _whole(portal: Portal, site: Site) -> dict[str, bytes]:
    return data_of(portal, site)


@pytest.fixture(name="parts", scope="module")
def _parts(portal: Portal, site: Site) -> dict[str, bytes]:
    """Return the files of every satker."""
    return {uri: text for item in satker_of(portal).values() for uri, text in data_satker(site, item).berkas.items()}


def documents(parts: dict[str, bytes]) -> dict[str, Any]:
    """Return the JSON of every satker by its slug."""
    return {Path(uri).stem: json.loads(text) for uri, text in parts.items() if uri.endswith(".json")}


def test_a_service_is_written_key_by_key_as_it_is_as_a_whole(portal: Portal, parts: dict[str, bytes]) -> None:
    """Each service stands in the JSON of its satker as the contract's own dump has it."""
    for slug, satker in satker_of(portal).items():
        text = parts[f"data/satker/{slug}.json"].decode()
        for name, item in satker.layanan.items():
            whole = LayananTerbuka.model_construct(**dict(item), sendiri=satker.sendiri.get(name))
            assert f'"{name}":{whole.model_dump_json(exclude_none=True)}' in text


def test_pages_are_made_again_from_the_data(portal: Portal, site: Site, parts: dict[str, bytes]) -> None:
    """Every page of every satker, byte for byte, from its JSON instead of its records."""
    for slug, satker in satker_of(portal).items():
        again = satker_from(parts[f"data/satker/{slug}.json"])

        assert list(satker_pages(ENV, measured(site, again), again)) == list(satker_pages(ENV, measured(site, satker), satker))


def test_no_key_is_lost(portal: Portal, parts: dict[str, bytes]) -> None:
    """Whatever a record says stands in the JSON of its satker, but for the keeper's own remarks."""
    files = {"satker.yml": "profil", "motto.yml": "motto", "pengaduan.yml": "pengaduan", "zi.yml": "zi", "survei.yml": "survei"}
    lost = []
    for slug, document in documents(parts).items():
        folder = portal.root / slug
        for path in sorted(folder.rglob("*.yml")):
            record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
            kind = path.relative_to(folder).parts[0]
            told = document[kind][path.stem] if kind in ("layanan", "inovasi") else document[files.get(kind, path.stem)]
            lost += [f"{path}: {loc}" for loc in missing(record, as_written(told), "")]

    assert lost == []


def test_shared_records_are_read_back(portal: Portal, whole: dict[str, bytes]) -> None:
    """Every key of the registers and standards, by the contract and not by the models."""
    with zipfile.ZipFile(BytesIO(whole["data/portal.zip"])) as archive:
        told = json.loads(archive.read("bersama.json"))
    for path in sorted((portal.root / "_bersama").rglob("*.yml")):
        kind = path.stem
        checked = {"diperiksa": told["diperiksa"][kind]} if kind in told["diperiksa"] else {}
        part = told["layanan"][kind] if path.parent.name == "layanan" else told[kind] | checked

        assert list(lost(said(path.read_bytes()), part)) == []


def missing(record: Any, told: Any, loc: str) -> Iterator[str]:
    """Yield where *record* says something that *told* does not; a mentors' note, which has a number, is published."""
    if isinstance(record, dict):
        for key, value in record.items():
            if key == "catatan" and "nomor" not in record:
                continue
            yield from missing(value, told[key], f"{loc}.{key}") if key in told else [f"{loc}.{key}"]
    elif isinstance(record, list):
        if len(record) != len(told):
            yield loc
        for number, (value, other) in enumerate(zip(record, told, strict=False)):
            yield from missing(value, other, f"{loc}[{number}]")
    elif record.strip().removeprefix("berkas/") != told and not same_number(record, told):
        yield loc


def same_number(one: str, other: str) -> bool:
    """Say whether two texts are one number, or one span of hours."""
    try:
        return float(one) == float(other)
    except ValueError:
        return re.sub(r"[ :]", ".", one) == re.sub(r"[ :]", ".", other)


def test_remarks_are_never_published(parts: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """`catatan` is the keeper's own; only the mentors' notes, which are evidence, have that name."""
    for document in documents(parts).values():
        notes = document["zi"].pop("catatan_pendampingan")

        assert '"catatan"' not in json.dumps(document)
        assert all("catatan" in note for note in notes)
    assert b"Sumber: SK" not in b"".join(whole.values())


@given(st.floats(-999_999_999_999, 999_999_999_999), st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_values_are_read_back(number: float, text: str) -> None:
    """A number and a text that the contract allows come back as they were."""
    rounded = round(number, 6)
    record = Inovasi.model_validate(
        {"nama": text, "dampak": [{"ukuran": text, "sebelum": as_written(rounded), "sesudah": "1"}], "catatan": "rahasia"}
    )
    again = Inovasi.model_validate(as_written(json.loads(record.model_dump_json(exclude_none=True))))

    assert again == record.model_copy(update={"catatan": None})


def test_the_schema_is_that_of_the_models(golden: Golden) -> None:
    """The published schema changes only where somebody looked at the difference."""
    text = skema().decode()

    assert golden.expected(GOLDEN / "satker-1.json", text) == text


def test_the_data_have_their_schema(parts: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """A validator accepts every document, and refuses one with a key that nobody knows or without one that all need."""
    validator = Draft202012Validator(json.loads(whole["data/skema/satker-1.json"]), format_checker=FormatChecker())
    every = documents(parts)
    good = every[CONTOH]

    assert [error.message for document in every.values() for error in validator.iter_errors(document)] == []
    assert not validator.is_valid({**good, "per": "kemarin"})
    assert not validator.is_valid({**good, "profil": {**good["profil"], "alamt": "x"}})
    assert not validator.is_valid({key: value for key, value in good.items() if key != "lisensi"})


def test_the_portal_is_the_sum_of_its_satker(parts: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """All but the invented, whole, in order; the list leads to each of them."""
    real = {slug: document for slug, document in documents(parts).items() if slug != CONTOH}
    everything, listed = json.loads(whole["data/portal.json"]), json.loads(whole["data/satker.json"])

    assert everything["satker"] == list(real.values())
    assert [row["json"] for row in listed["satker"]] == [f"{BASE}data/satker/{slug}.json" for slug in real]
    assert documents(parts)[CONTOH]["profil"]["status_data"] == "contoh"
    assert not re.search(rb"satker/contoh/", b"".join(whole.values()).replace(b"portal.contoh.example", b""))


def test_tables_say_what_the_json_says(parts: dict[str, bytes]) -> None:
    """A column is a path into the JSON of its row, and holds what stands there."""
    for slug, document in documents(parts).items():
        for name in ("layanan", "inovasi"):
            rows = rows_from(parts[f"data/satker/{slug}/{name}.csv"])

            assert [row[name if name == "inovasi" else "layanan"] for row in rows] == list(document[name])
            for row in rows:
                record = document[name][row[name]]
                for column, cell in row.items():
                    if column in COMPUTED or column in ("daring", "komponen_terbit") or column.startswith("biaya_tarif."):
                        continue
                    assert (column, cell) == (column, found(record, column))


def found(record: Any, column: str) -> str:
    """Return what stands at the path *column* of *record*, as a cell has it."""
    value = record
    for key in column.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, list):
        return " | ".join(value)
    return "" if value is None else str(as_written(value)).removesuffix(".0")


def test_components_are_read_back_from_their_items(parts: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """Every requirement, step and fee is a row, and the rows give the components."""
    items = rows_from(whole["data/butir.csv"])
    for slug, document in documents(parts).items():
        states = rows_from(parts[f"data/satker/{slug}/komponen.csv"])
        for service, record in document["layanan"].items():
            told = {row["komponen"]: row for row in states if row["layanan"] == service}
            rows = [row for row in items if (row["satker"], row["layanan"]) == (slug, service)]

            assert list(told) == list(KOMPONEN)
            assert [key for key, row in told.items() if row["terbit"] == "true"] == [key for key in KOMPONEN if record.get(key)]
            if slug != CONTOH:
                assert [row["isi"] for row in rows if row["komponen"] == "persyaratan"] == record["persyaratan"]
                assert [row["rupiah"] for row in rows if row["komponen"] == "biaya_tarif"] == [
                    str(fee["rupiah"]) for fee in record["biaya_tarif"]
                ]
                assert [(row["isi"], row["pelaku"]) for row in rows if row["komponen"] == "sistem_mekanisme_prosedur"] == [
                    (step["langkah"], step.get("pelaku", "")) for step in record["sistem_mekanisme_prosedur"]
                ]
                assert [row["nilai"] for row in rows if row["komponen"] == "jangka_waktu"] == [
                    str(record["jangka_waktu"]["nilai"]) for _ in range("jangka_waktu" in record)
                ]


def test_surveys_channels_and_criteria_are_rows(parts: dict[str, bytes]) -> None:
    """One a survey, a channel, an outcome."""
    for slug, document in documents(parts).items():
        tables = {name: rows_from(parts[f"data/satker/{slug}/{name}.csv"]) for name in ("survei", "kanal", "kriteria")}
        surveys = [
            (kind, item["periode"], str(item["responden"]))
            for kind in ("skm", "spak", "spkp")
            for item in document["survei"][kind]
        ]
        services = [(key, way["jenis"]) for key, item in document["layanan"].items() for way in item["kanal"]]

        assert [(row["jenis"], row["periode"], row["responden"]) for row in tables["survei"]] == surveys
        assert [row["kanal"] for row in tables["kanal"] if row["kanal"]] == list(document["pengaduan"]["kanal"])
        assert [(row["layanan"], row["jenis"]) for row in tables["kanal"] if row["layanan"]] == services
        assert {row["kriteria"]: row["hasil"] for row in tables["kriteria"]} == document["kelengkapan"]["kriteria"]


def test_tables_of_the_portal_are_those_of_its_satker(parts: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """The same rows under one first line."""
    real = sorted({Path(uri).parent.name for uri in parts if uri.endswith(".csv")} - {CONTOH})
    for table in TABEL:
        if table.per_satker:
            rows = [row for slug in real for row in rows_from(parts[f"data/satker/{slug}/{table.nama}.csv"])]

            assert rows_from(whole[f"data/{table.nama}.csv"]) == rows
    assert [row["satker"] for row in rows_from(whole["data/satker.csv"])] == real


@given(st.one_of(st.text(), st.builds("".join, st.tuples(st.sampled_from(sorted(RISKY)), st.text()))))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a record says, a spreadsheet shows it; who takes the guard away has it back."""
    cell = str(sel(text))

    assert cell[:1] not in RISKY - {"'"}
    assert cell.removeprefix("'") == text


def test_a_record_cannot_smuggle_a_formula(tmp_path: Path) -> None:
    """Through the whole way, from the record to the table."""
    records = lay(PAGES, tmp_path)
    path = records / "induk/satker.yml"
    text = re.sub(r"^nama: .*$", "nama: '=HYPERLINK(\"https://jahat.example\")'", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    portal = load_portal(records, memory=remember)
    table = data_of(portal, site_of(portal))["data/satker.csv"]

    assert b"\"'=HYPERLINK(" in table
    assert [row["nama"] for row in rows_from(table) if row["satker"] == "induk"] == ['=HYPERLINK("https://jahat.example")']


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_record_says_is_data(text: str, tmp_path: Path) -> None:
    """Feeds, calendars, linked data and pages made from the data say it in the same words."""
    records = lay(PAGES, tmp_path)
    infest(records, f"Q{text}")
    portal = load_portal(records, memory=remember)
    site = site_of(portal)
    satker = portal.load(CONTOH)
    files = data_satker(site, satker).berkas
    again = satker_from(files["data/satker/contoh.json"])
    feed, calendar = feedparser.parse(files["satker/contoh/umpan.xml"]), Calendar.from_ical(files["satker/contoh/agenda.ics"])
    graph = Graph().parse(data=data_of(portal, site)["data/cpsv-ap.jsonld"], format="json-ld")

    assert list(satker_pages(ENV, measured(site, again), again)) == list(satker_pages(ENV, site, satker))
    assert {row["nama"] for row in rows_from(files["data/satker/contoh/layanan.csv"])} == {f"Q{text}"}
    assert not feed.bozo
    assert all(f"Q{text}" in str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))
    assert f"Q{text}" in {str(value) for value in graph.objects()}


def test_the_archive_holds_everything(whole: dict[str, bytes]) -> None:
    """Each file in it is the one beside it, and its checksums are right."""
    with zipfile.ZipFile(BytesIO(whole["data/portal.zip"])) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert archive.read(name) == whole[f"data/{name}"]
        assert {"portal.json", "bersama.json", "cpsv-ap.jsonld", "hsds.json", *(f"{item.nama}.csv" for item in TABEL)} == set(
            archive.namelist()
        )


def test_a_large_portal_unpacks_nothing(portal: Portal, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the archive, the list, the schema, the catalogue, the feed and the calendar, and the archive is the same."""
    before = data_of(portal, site)
    monkeypatch.setattr(portal_module, "WHOLE", 1)
    after = data_of(portal, site)

    assert sorted(after) == [
        "agenda.ics",
        "data/katalog.jsonld",
        "data/portal.zip",
        "data/satker.json",
        "data/skema/satker-1.json",
        "umpan.xml",
    ]
    assert after["data/portal.zip"] == before["data/portal.zip"]


def test_without_an_address_nothing_is_named_by_one(portal: Portal, site: Site) -> None:
    """The linked data, the feeds and the calendars wait until the portal has its address; the rest is there."""
    homeless = replace(site, identitas=replace(IDENTITAS, base=""))
    files = set(data_of(portal, homeless))
    for satker in satker_of(portal).values():
        files |= set(data_satker(homeless, satker).berkas)

    assert [uri for uri in files if uri.endswith((".jsonld", ".xml", ".ics")) or "hsds" in uri] == []
    assert {"data/portal.json", "data/portal.zip", "data/layanan.csv", "data/satker/contoh.json"} <= files


@pytest.mark.parametrize(("uri", "shapes"), [("data/cpsv-ap.jsonld", "cpsv-ap.ttl"), ("data/katalog.jsonld", "dcat-ap.ttl")])
def test_linked_data_have_their_shapes(uri: str, shapes: str, whole: dict[str, bytes]) -> None:
    """A SHACL processor finds nothing, and finds what is taken away."""
    graph, rules = Graph().parse(data=whole[uri], format="json-ld"), Graph().parse(SHAPES / shapes)
    conforms, _, report = validate(graph, shacl_graph=rules)

    assert (conforms, report if not conforms else "") == (True, "")

    dct = Namespace("http://purl.org/dc/terms/")
    graph.remove((None, dct.description, None))

    assert not validate(graph, shacl_graph=rules)[0]


def test_services_are_linked_data(whole: dict[str, bytes]) -> None:
    """Every service is a PublicService at its own address, with its office."""
    graph = Graph().parse(data=whole["data/cpsv-ap.jsonld"], format="json-ld")
    cpsv, cv = Namespace("http://purl.org/vocab/cpsv#"), Namespace("http://data.europa.eu/m8g/")
    services = {str(subject) for subject in graph.subjects(predicate=None, object=cpsv.PublicService)}
    offices = {str(subject) for subject in graph.objects(predicate=cv.hasCompetentAuthority)}
    rows = rows_from(whole["data/layanan.csv"])

    assert services == {row["halaman"] for row in rows}
    assert offices == {f"{BASE}satker/{row['satker']}/" for row in rows}


def test_the_catalogue_names_what_is_there(whole: dict[str, bytes], parts: dict[str, bytes]) -> None:
    """Each distribution is a file of the site, with its size where it is one of the whole portal."""
    graph = Graph().parse(data=whole["data/katalog.jsonld"], format="json-ld")
    dcat = Namespace("http://www.w3.org/ns/dcat#")
    places = {str(place).removeprefix(BASE) for place in graph.objects(predicate=dcat.downloadURL)}
    sizes = {str(file).removeprefix(BASE): int(str(size)) for file, size in graph.subject_objects(dcat.byteSize)}

    assert places <= whole.keys() | parts.keys()
    assert sizes == {uri: len(whole[uri]) for uri in sizes}
    assert {uri for uri in parts if uri.startswith("data/") and CONTOH not in uri} <= places


def test_services_are_hsds(whole: dict[str, bytes]) -> None:
    """Every service of the file is one by HSDS 3, known by its address for ever."""
    page = json.loads(whole["data/hsds.json"])
    validator = Draft202012Validator(json.loads((SHAPES / "hsds.json").read_text("utf-8")), format_checker=FormatChecker())
    addresses = [row["halaman"] for row in rows_from(whole["data/layanan.csv"])]

    assert [error.message for item in page["contents"] for error in validator.iter_errors(item)] == []
    assert [item["id"] for item in page["contents"]] == [str(uuid5(NAMESPACE_URL, address)) for address in addresses]
    assert page["total_items"] == page["size"] == len(addresses)
    assert not validator.is_valid({**page["contents"][0], "status": "buka"})


def test_hours_are_schedules(tmp_path: Path) -> None:
    """Days with the same hours are one schedule, and an office with a counter and an address is a place."""
    records = lay(PAGES, tmp_path)
    hours = "jam_layanan: {zona: WITA, hari: {senin: '08.00-12.00, 13.00-16.00', jumat: '08.00-12.00'}}\n"
    with (records / "induk/satker.yml").open("a", encoding="utf-8") as file:
        file.write(f"{hours}alamat: Jl. Contoh 1\nkoordinat: {{lintang: -3.8, bujur: 102.3}}\n")
    with (records / "induk/layanan/legalisasi-ijazah.yml").open("a", encoding="utf-8") as file:
        file.write("kanal: [{jenis: loket}]\n")
    portal = load_portal(records, memory=remember)
    (service,) = json.loads(data_of(portal, site_of(portal))["data/hsds.json"])["contents"]
    shown = [(item["byday"], item["opens_at"], item["closes_at"], item["timezone"]) for item in service["schedules"]]
    location = service["service_at_locations"][0]["location"]

    assert shown == [("MO,FR", "08:00", "12:00", 8), ("MO", "13:00", "16:00", 8)]
    assert (location["description"], location["latitude"], location["longitude"]) == ("Jl. Contoh 1", -3.8, 102.3)


def test_feeds_are_read(whole: dict[str, bytes], parts: dict[str, bytes]) -> None:
    """A parser of feeds has nothing to say; entries are dated, newest first, each once, and lead to pages of the site."""
    for uri, text in (parts | whole).items():
        if uri.endswith("umpan.xml"):
            feed = feedparser.parse(text)
            days = [entry.updated for entry in feed.entries]

            assert (feed.bozo, feed.version, feed.feed.id) == (False, "atom10", BASE + uri)
            assert days == sorted(days, reverse=True)
            assert len({entry.id for entry in feed.entries}) == len(days)
            assert all(entry.link.startswith(BASE) and entry.id.startswith(entry.link) for entry in feed.entries)
    example = feedparser.parse(parts["satker/contoh/umpan.xml"])

    assert any("diperiksa" in entry.title for entry in example.entries)
    assert any("Survei kepuasan" in entry.title for entry in example.entries)
    assert not any("contoh" in entry.link.removeprefix(BASE) for entry in feedparser.parse(whole["umpan.xml"]).entries)


def test_calendars_are_read(parts: dict[str, bytes], whole: dict[str, bytes], portal: Portal, site: Site) -> None:
    """A library of calendars gives back every meeting and every due day, each known by one id."""
    for uri, text in (parts | whole).items():
        if uri.endswith("agenda.ics"):
            events = Calendar.from_ical(text).walk("VEVENT")

            assert len({str(event["UID"]) for event in events}) == len(events)
            assert max(len(line) for line in text.split(b"\r\n")) <= 75
    events = Calendar.from_ical(parts["satker/contoh/agenda.ics"]).walk("VEVENT")
    days = sorted(event.decoded("DTSTART") for event in events)
    satker = portal.load(CONTOH)
    due = [task.tenggat for task in site.kemajuan[CONTOH].tugas if task.tenggat]
    met = [meeting.tanggal for meeting in satker.zi.rapat_evaluasi]

    assert {*due, *met} <= set(days)
    assert any("Periksa ulang" in str(event["SUMMARY"]) for event in events)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).map(str.strip).filter(bool), st.text("a\n,;\\:é€😀"))
@settings(max_examples=60)
def test_whatever_a_task_says_a_calendar_shows(title: str, text: str) -> None:
    """Signs that mean something in a calendar, and lines of any length in any script."""
    made = agenda(_ANY, "Agenda", [Acara(date(2026, 1, 2), "satu@portal.contoh.example", title, text, f"{BASE}satker/x/")])
    event = Calendar.from_ical(made).walk("VEVENT")[0]

    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (title, text)
    assert event.decoded("DTSTART") == date(2026, 1, 2)


_ANY = site_of(load_portal(ROOT / "tests/records/base"))


def test_the_same_satker_gives_the_same_bytes(portal: Portal, site: Site) -> None:
    """However often it is made, and from its own data too."""
    for satker in satker_of(portal).values():
        first = data_satker(site, satker)
        again: Satker = satker_from(first.berkas[f"data/satker/{satker.slug}.json"])

        assert data_satker(measured(site, again), again).berkas == first.berkas
